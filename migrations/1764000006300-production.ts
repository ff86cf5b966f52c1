import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Specifications, their immutable versions, production's questions, and the trail of every move. */
export class Production1764000006300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE specifications (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY (START WITH 1001) UNIQUE,
        ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE,
        pack_id text NOT NULL,
        pack_version text NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        current_version integer NOT NULL DEFAULT 0,
        revision integer NOT NULL DEFAULT 1,
        items jsonb NOT NULL DEFAULT '[]',
        -- What the finder saw as ambiguous and nobody has settled: [{ itemId, attribute, code }]
        ambiguities jsonb NOT NULL DEFAULT '[]',
        summary text NOT NULL DEFAULT '',
        agent_id uuid REFERENCES users,
        feasibility jsonb,
        tracking text,
        due_date date,
        -- Of the current version, denormalised for the board.
        card jsonb,
        needs_acknowledgement boolean NOT NULL DEFAULT false,
        handed_over_at timestamptz,
        approval_state text NOT NULL DEFAULT 'none' CHECK (approval_state IN ('none', 'asked', 'approved', 'change_requested', 'outdated')),
        approval_at timestamptz,
        approval_version integer,
        approval_comment text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX specifications_ticket ON specifications (ticket_id);
      CREATE INDEX specifications_board ON specifications (state, updated_at DESC) WHERE state NOT IN ('draft', 'cancelled');

      CREATE TABLE specification_versions (
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        version integer NOT NULL,
        content jsonb NOT NULL,
        -- sha256 of the canonical content, hex
        hash text NOT NULL,
        note text NOT NULL DEFAULT '',
        created_by uuid NOT NULL REFERENCES users,
        created_at timestamptz NOT NULL DEFAULT now(),
        acknowledged_at timestamptz,
        acknowledged_by uuid REFERENCES users,
        buyer_approved_at timestamptz,
        buyer_approved_hash text,
        PRIMARY KEY (specification_id, version)
      );
      -- A version is written once: only its acknowledgement and approval may be added.
      CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.content, NEW.hash, NEW.version, NEW.created_by, NEW.created_at, NEW.note)
           IS DISTINCT FROM (OLD.content, OLD.hash, OLD.version, OLD.created_by, OLD.created_at, OLD.note) THEN
          RAISE EXCEPTION 'a released version is immutable';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER specification_versions_keep BEFORE UPDATE ON specification_versions FOR EACH ROW EXECUTE FUNCTION keep_version();

      CREATE TABLE specification_questions (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        version integer NOT NULL,
        item_id uuid,
        attribute text,
        text text NOT NULL,
        language text NOT NULL,
        asked_by uuid NOT NULL REFERENCES users,
        asked_at timestamptz NOT NULL DEFAULT now(),
        answer text,
        answered_by uuid REFERENCES users,
        answered_at timestamptz,
        forwarded_to_buyer_at timestamptz
      );
      CREATE INDEX specification_questions_of ON specification_questions (specification_id, asked_at);

      CREATE TABLE specification_events (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        by_user_id uuid REFERENCES users,
        by_buyer boolean NOT NULL DEFAULT false,
        from_state text,
        to_state text NOT NULL,
        version integer NOT NULL,
        note text NOT NULL DEFAULT ''
      );
      CREATE INDEX specification_events_of ON specification_events (specification_id, at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE specification_events, specification_questions, specification_versions, specifications; DROP FUNCTION keep_version();',
    );
  }
}
