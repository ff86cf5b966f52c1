import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An optional language model: how it is reached, which messages it was asked about, and what it proposed. */
export class LanguageModel1764000010300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE language_model (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        is_on boolean NOT NULL DEFAULT false,
        base_url text NOT NULL DEFAULT '',
        model text NOT NULL DEFAULT '',
        api_key bytea,
        time_limit_seconds integer NOT NULL DEFAULT 60
      );
      INSERT INTO language_model DEFAULT VALUES;

      CREATE TABLE model_readings (
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        message_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
        state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        fault text,
        model text NOT NULL DEFAULT '',
        -- Proposals that did not hold.
        left_out integer NOT NULL DEFAULT 0,
        asked_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (specification_id, message_id)
      );

      CREATE TABLE value_proposals (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        message_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
        item_id uuid NOT NULL,
        attribute text NOT NULL,
        value jsonb NOT NULL,
        unit text,
        stated text NOT NULL,
        start_at integer NOT NULL,
        end_at integer NOT NULL,
        confidence real NOT NULL,
        model text NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected')),
        decided_by uuid REFERENCES users,
        decided_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX value_proposals_of ON value_proposals (specification_id) WHERE state = 'open';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE value_proposals, model_readings, language_model');
  }
}
