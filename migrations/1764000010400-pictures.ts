import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that go with a wish, and photos of the work; a version holds the fingerprints of its own. */
export class Pictures1764000010400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE specification_pictures (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('wish', 'work')),
        -- what it was made from
        attachment_id uuid REFERENCES attachments ON DELETE SET NULL,
        -- of the bytes as kept, hex
        sha256 text NOT NULL,
        blob_key text NOT NULL,
        type text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        caption text NOT NULL DEFAULT '',
        -- goes with the next version
        is_chosen boolean NOT NULL DEFAULT true,
        added_by uuid NOT NULL REFERENCES users,
        added_at timestamptz NOT NULL,
        UNIQUE (specification_id, kind, sha256)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE specification_pictures');
  }
}
