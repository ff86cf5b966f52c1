import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of a product pack that was ever in use, shipped or made here; a version is never changed. */
export class Packs1764000009900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE product_packs (
        id text NOT NULL,
        version text NOT NULL,
        source jsonb NOT NULL,
        note text NOT NULL DEFAULT '',
        created_by uuid REFERENCES users (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (id, version)
      );
      ALTER TABLE stores ADD COLUMN pack_id text NOT NULL DEFAULT 'doors-and-windows';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE product_packs; ALTER TABLE stores DROP COLUMN pack_id');
  }
}
