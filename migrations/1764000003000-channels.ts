import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Channels, the ledger of everything received with its raw bytes, and where each mailbox was read to. */
export class Channels1764000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE channels (
        id uuid PRIMARY KEY,
        store_id uuid REFERENCES stores,
        kind text NOT NULL CHECK (kind IN ('smtp_listener', 'imap', 'webhook', 'file')),
        name text NOT NULL,
        -- lower case
        addresses text[] NOT NULL DEFAULT '{}',
        imap jsonb,
        outbound jsonb NOT NULL DEFAULT '{"kind":"none"}',
        secret bytea,
        outbound_secret bytea,
        is_active boolean NOT NULL DEFAULT true,
        state text NOT NULL DEFAULT 'idle',
        last_success_at timestamptz,
        last_error_at timestamptz,
        last_error text,
        lease_holder uuid,
        lease_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX channels_addresses ON channels USING gin (addresses);

      CREATE TABLE received_messages (
        id uuid PRIMARY KEY,
        channel_id uuid NOT NULL REFERENCES channels,
        external_id text NOT NULL,
        sha256 bytea NOT NULL,
        size integer NOT NULL,
        -- the bytes as they came: here, or under a key in the blob store when they are large
        raw bytea,
        blob_key text,
        envelope jsonb NOT NULL,
        is_history boolean NOT NULL DEFAULT false,
        state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'ticketed', 'ignored', 'failed')),
        reason text,
        attempts integer NOT NULL DEFAULT 0,
        received_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((raw IS NULL) <> (blob_key IS NULL)),
        UNIQUE (channel_id, external_id)
      );
      ALTER TABLE received_messages ALTER COLUMN raw SET STORAGE EXTERNAL;
      CREATE INDEX received_messages_waiting ON received_messages (id) WHERE state = 'received';
      CREATE INDEX received_messages_ledger ON received_messages (channel_id, id DESC);

      CREATE TABLE mailbox_cursors (
        channel_id uuid NOT NULL REFERENCES channels ON DELETE CASCADE,
        folder text NOT NULL,
        uid_validity bigint NOT NULL,
        last_uid bigint NOT NULL DEFAULT 0,
        server_count bigint,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (channel_id, folder)
      );
      CREATE TABLE mailbox_failures (
        channel_id uuid NOT NULL REFERENCES channels ON DELETE CASCADE,
        folder text NOT NULL,
        uid_validity bigint NOT NULL,
        uid bigint NOT NULL,
        reason text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (channel_id, folder, uid_validity, uid)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mailbox_failures, mailbox_cursors, received_messages, channels');
  }
}
