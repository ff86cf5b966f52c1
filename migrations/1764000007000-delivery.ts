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
        sending_since timestamptz,
        -- Which process hands it over: a row of a dead process is uncertain.
        sending_by uuid,
        last_response text,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      );
      CREATE INDEX outbox_open ON outbox (state, created_at) WHERE state IN ('queued', 'sending');

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
