import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Change orders, who approved, and production's answers kept so that a like wish finds them again. */
export class Agreement1764000008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE specification_versions
        ADD COLUMN kind text NOT NULL DEFAULT 'first' CHECK (kind IN ('first', 'revision', 'change_order')),
        -- As typed on the approval page.
        ADD COLUMN buyer_approved_name text,
        -- Production's answer to this version, as the buyer was shown it.
        ADD COLUMN feasibility jsonb;

      CREATE TABLE feasibility_answers (
        id uuid PRIMARY KEY,
        specification_id uuid NOT NULL REFERENCES specifications ON DELETE CASCADE,
        version integer NOT NULL,
        pack_id text NOT NULL,
        product_type text NOT NULL,
        -- What marks the wish, free of language: 'attribute=value'
        traits text[] NOT NULL,
        answer jsonb NOT NULL,
        answered_by uuid NOT NULL REFERENCES users,
        answered_at timestamptz NOT NULL,
        UNIQUE (specification_id, version)
      );
      CREATE INDEX feasibility_answers_traits ON feasibility_answers USING gin (traits);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE feasibility_answers;
      ALTER TABLE specification_versions DROP COLUMN kind, DROP COLUMN buyer_approved_name, DROP COLUMN feasibility;
    `);
  }
}
