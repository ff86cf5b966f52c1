import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Buyers, the addresses they write from, and their orders. */
export class Contacts1764000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contacts (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        company text,
        language text,
        -- A person set it: guesses no longer change it.
        language_is_corrected boolean NOT NULL DEFAULT false,
        country text,
        country_is_corrected boolean NOT NULL DEFAULT false,
        time_zone text,
        notes text NOT NULL DEFAULT '',
        merged_into uuid REFERENCES contacts,
        last_assignee_id uuid REFERENCES users,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE contact_addresses (
        kind text NOT NULL CHECK (kind IN ('email', 'relay', 'platform')),
        -- lower case
        value text NOT NULL,
        contact_id uuid NOT NULL REFERENCES contacts ON DELETE CASCADE,
        bounced_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (value, kind)
      );
      CREATE INDEX contact_addresses_contact ON contact_addresses (contact_id);

      CREATE TABLE orders (
        id uuid PRIMARY KEY,
        store_id uuid REFERENCES stores,
        external_id text NOT NULL,
        contact_id uuid REFERENCES contacts ON DELETE SET NULL,
        placed_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'open',
        currency text,
        total numeric(14, 2),
        tracking text,
        lines jsonb NOT NULL DEFAULT '[]'
      );
      CREATE UNIQUE INDEX orders_external_key ON orders (external_id, store_id);
      CREATE INDEX orders_contact ON orders (contact_id, placed_at DESC);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE orders, contact_addresses, contacts');
  }
}
