import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What production takes in a week, and what it has promised for which day. */
export class Capacity1764000010200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE production_capacity (
        -- one row only
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        -- of an ordinary week; null: nobody has said
        per_week integer CHECK (per_week >= 0),
        -- what is counted: pieces, whatever their specification; or specifications
        counts text NOT NULL DEFAULT 'pieces' CHECK (counts IN ('pieces', 'orders'))
      );
      INSERT INTO production_capacity DEFAULT VALUES;
      CREATE TABLE production_capacity_weeks (
        monday date PRIMARY KEY CHECK (extract(isodow FROM monday) = 1),
        capacity integer NOT NULL CHECK (capacity >= 0),
        note text NOT NULL DEFAULT ''
      );

      ALTER TABLE specifications
        -- of the current version, all items together
        ADD COLUMN pieces integer NOT NULL DEFAULT 1,
        -- what production said when it accepted
        ADD COLUMN promised_date date;
      UPDATE specifications s SET pieces = n.pieces FROM (
        SELECT v.specification_id, v.version,
          sum(CASE WHEN jsonb_typeof(i->'values'->'quantity'->'value') = 'number' THEN greatest(1, least(100000, (i->'values'->'quantity'->>'value')::numeric)) ELSE 1 END)::integer AS pieces
        FROM specification_versions v, jsonb_array_elements(v.content->'items') i GROUP BY 1, 2
      ) n WHERE n.specification_id = s.id AND n.version = s.current_version;
      UPDATE specifications s SET promised_date = CASE
        WHEN jsonb_typeof(s.feasibility->'leadTimeDays') = 'number' THEN
          (SELECT max(e.at)::date FROM specification_events e WHERE e.specification_id = s.id AND e.to_state = 'accepted')
          + (s.feasibility->>'leadTimeDays')::integer + coalesce((s.feasibility->>'extraDays')::integer, 0)
        ELSE s.due_date END
      WHERE s.state IN ('accepted', 'in_production', 'ready', 'shipped');
      CREATE INDEX specifications_promised ON specifications (promised_date) WHERE promised_date IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE production_capacity, production_capacity_weeks;
      ALTER TABLE specifications DROP COLUMN pieces, DROP COLUMN promised_date;
    `);
  }
}
