import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: every answer on its way, composed once; and what the built-in sink keeps. */
export class Delivery1764000007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbox (
        message_id uuid PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
        channel_id uuid NOT NULL REFERENCES channels,
        envelope_from text NOT NULL,
        envelope_to text[] NOT NULL,
        raw bytea NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'uncertain')),
        attempts integer NOT NULL DEFAULT 0,
        -- An automatic answer is limited by contact and channel.
        is_automatic boolean NOT NULL DEFAULT false,
        attempted_at timestamptz,
        next_attempt_at timestamptz,
        -- Which process hands it over, and when it last said so: a row of a process that fell silent is uncertain.
        sending_by uuid,
        sending_seen_at timestamptz,
        last_response text,
        -- recipients the next server did not take while it took others, with its words
        refused text,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      );
      CREATE INDEX outbox_open ON outbox (state, created_at) WHERE state IN ('queued', 'sending');
      CREATE INDEX outbox_attempts ON outbox (channel_id, attempted_at);
      CREATE INDEX outbox_automatic ON outbox (channel_id, created_at) WHERE is_automatic;

      CREATE TABLE sent_mail (
        id uuid PRIMARY KEY,
        message_id uuid REFERENCES messages ON DELETE SET NULL,
        envelope_from text NOT NULL,
        envelope_to text[] NOT NULL,
        subject text NOT NULL,
        raw bytea NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sent_mail, outbox');
  }
}
