import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a message after release touches, and the questions that the buyer was asked. */
export class Alarms1764000009500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE specification_alarms (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        -- the version that the message touches
        version integer NOT NULL,
        message_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
        -- [{ itemId, attribute, before, after, part: text | quoted | attachment, stated }]; after is null where it is only spoken of
        touches jsonb NOT NULL,
        raised_at timestamptz NOT NULL,
        acknowledged_at timestamptz,
        acknowledged_by uuid REFERENCES users,
        escalated_at timestamptz,
        -- released: the next version holds it; dismissed: a person says that it changes nothing
        settled text CHECK (settled IN ('released', 'dismissed')),
        settled_at timestamptz,
        settled_by uuid REFERENCES users,
        UNIQUE (specification_id, message_id)
      );
      CREATE INDEX specification_alarms_open ON specification_alarms (raised_at) WHERE settled IS NULL;

      CREATE TABLE buyer_questions (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        -- its number in the letter
        number integer NOT NULL,
        item_id uuid NOT NULL,
        attribute text NOT NULL,
        code text NOT NULL,
        text text NOT NULL,
        language text NOT NULL,
        asked_by uuid NOT NULL REFERENCES users,
        asked_at timestamptz NOT NULL,
        answer_message_id uuid REFERENCES messages ON DELETE SET NULL,
        -- the buyer's own words
        answer text,
        answered_at timestamptz
      );
      CREATE INDEX buyer_questions_of ON buyer_questions (specification_id, asked_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE buyer_questions, specification_alarms');
  }
}
