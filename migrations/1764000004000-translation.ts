import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Translation memory: what was translated once is not paid for again; a new attempt is a new version. */
export class Translation1764000004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE translations (
        id uuid PRIMARY KEY,
        -- SHA-256 of the source text, so that the index does not hold letters.
        text_hash bytea NOT NULL,
        source text NOT NULL,
        target text NOT NULL,
        provider text NOT NULL,
        version integer NOT NULL,
        engine text NOT NULL,
        translated text NOT NULL,
        -- What the check found at the time; it is run anew when the translation is shown.
        fidelity jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX translations_key ON translations (text_hash, source, target, provider, version);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE translations');
  }
}
