import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search documents, one a message, with lexemes made by src/search. A statement trigger notes new messages in the same
 * transaction, so that nothing is left out whoever writes them.
 */
export class Search1764000006200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE search_documents (
        message_id uuid PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
        ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE,
        lexemes tsvector NOT NULL
      );
      CREATE INDEX search_documents_lexemes ON search_documents USING gin (lexemes) WITH (fastupdate = on);
      CREATE INDEX search_documents_ticket ON search_documents (ticket_id);

      CREATE UNLOGGED TABLE search_pending (message_id uuid PRIMARY KEY);
      CREATE FUNCTION note_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO search_pending SELECT id FROM inserted ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER messages_note_for_search AFTER INSERT ON messages
        REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION note_for_search();

      CREATE TABLE saved_views (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        owner_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        is_shared boolean NOT NULL DEFAULT false,
        filter jsonb NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER messages_note_for_search ON messages;
      DROP FUNCTION note_for_search();
      DROP TABLE saved_views, search_pending, search_documents;
    `);
  }
}
