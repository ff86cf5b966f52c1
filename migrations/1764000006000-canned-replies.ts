import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Canned replies and their variants by language and country. */
export class CannedReplies1764000006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE canned_replies (
        id uuid PRIMARY KEY,
        shortcut text NOT NULL,
        title text NOT NULL,
        category text NOT NULL DEFAULT '',
        store_ids uuid[] NOT NULL DEFAULT '{}',
        source_language text NOT NULL DEFAULT 'en',
        is_active boolean NOT NULL DEFAULT true,
        used_count integer NOT NULL DEFAULT 0,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX canned_replies_shortcut_key ON canned_replies (lower(shortcut));
      CREATE TABLE canned_reply_variants (
        id uuid PRIMARY KEY,
        reply_id uuid NOT NULL REFERENCES canned_replies ON DELETE CASCADE,
        language text NOT NULL,
        country text,
        subject text,
        body text NOT NULL,
        -- Bumped when the text changes; a variant with an older source than the source variant's own is stale.
        revision integer NOT NULL DEFAULT 1,
        source_revision integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE NULLS NOT DISTINCT (reply_id, language, country)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE canned_reply_variants, canned_replies');
  }
}
