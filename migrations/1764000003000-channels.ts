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
        -- a key of channel:fault.*, and the server's own words
        last_error_kind text,
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
      CREATE INDEX received_messages_counts ON received_messages (channel_id, state);

      CREATE TABLE mailbox_cursors (
        channel_id uuid NOT NULL REFERENCES channels ON DELETE CASCADE,
        folder text NOT NULL,
        uid_validity bigint NOT NULL,
        -- How often the server renumbered under one and the same UIDVALIDITY.
        renumbered integer NOT NULL DEFAULT 0,
        last_uid bigint NOT NULL DEFAULT 0,
        -- What was there when the mailbox was connected is history.
        live_from_uid bigint NOT NULL,
        on_server integer,
        compared_at timestamptz,
        waiting integer NOT NULL DEFAULT 0,
        waiting_since timestamptz,
        PRIMARY KEY (channel_id, folder)
      );
      -- How each message of a folder ended here; what became of a taken one says received_messages.
      CREATE TABLE mailbox_ledger (
        channel_id uuid NOT NULL REFERENCES channels ON DELETE CASCADE,
        folder text NOT NULL,
        validity text NOT NULL,
        uid bigint NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('taken', 'known', 'undeliverable')),
        received_message_id uuid,
        -- Message-ID and size: finds it again after the server renumbered
        identity text,
        reason text,
        attempts integer NOT NULL DEFAULT 1,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (channel_id, folder, validity, uid)
      );
      CREATE INDEX mailbox_ledger_identity ON mailbox_ledger (channel_id, identity) WHERE identity IS NOT NULL;
      CREATE INDEX mailbox_ledger_undeliverable ON mailbox_ledger (channel_id, folder) WHERE outcome = 'undeliverable';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mailbox_ledger, mailbox_cursors, received_messages, channels');
  }
}
