import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores and the settings of the workspace. */
export class Stores1764000001500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stores (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sender_name text NOT NULL,
        sender_address text NOT NULL,
        default_language text NOT NULL DEFAULT 'en',
        languages text[] NOT NULL DEFAULT '{}',
        currency text NOT NULL DEFAULT 'USD',
        country text NOT NULL DEFAULT 'CN',
        time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
        signatures jsonb NOT NULL DEFAULT '{}',
        platform text NOT NULL DEFAULT 'email',
        color text NOT NULL DEFAULT 'blue',
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX stores_name_key ON stores (lower(name));

      -- One row: what differs from the defaults.
      CREATE TABLE workspace_settings (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        stored jsonb NOT NULL DEFAULT '{}'
      );
      INSERT INTO workspace_settings DEFAULT VALUES;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE workspace_settings, stores');
  }
}
