import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other systems that are told what happens to specifications. */
export class Webhooks1764000009700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhooks (
        id uuid PRIMARY KEY,
        url text NOT NULL,
        events text[] NOT NULL DEFAULT '{}',
        is_active boolean NOT NULL DEFAULT true,
        secret bytea NOT NULL,
        last_status integer,
        last_at timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhooks');
  }
}
