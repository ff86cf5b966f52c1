import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Routing rules, service targets and the clocks of tickets. */
export class Routing1764000006100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE routing_rules (
        id uuid PRIMARY KEY,
        position integer NOT NULL,
        name text NOT NULL,
        conditions jsonb NOT NULL,
        actions jsonb NOT NULL,
        is_active boolean NOT NULL DEFAULT true
      );

      CREATE TABLE service_targets (
        id uuid PRIMARY KEY,
        position integer NOT NULL,
        name text NOT NULL,
        store_ids uuid[] NOT NULL DEFAULT '{}',
        priorities text[] NOT NULL DEFAULT '{}',
        is_platform boolean NOT NULL DEFAULT false,
        first_response_minutes integer,
        next_response_minutes integer,
        resolution_minutes integer,
        calendar jsonb
      );

      CREATE TABLE deadlines (
        id uuid PRIMARY KEY,
        -- Deferred: intake starts the clocks first, so that a ticket is written once, with its deadline.
        ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        kind text NOT NULL CHECK (kind IN ('first_response', 'next_response', 'resolution', 'platform_response')),
        target_name text NOT NULL,
        due_at timestamptz NOT NULL,
        met_at timestamptz,
        breached_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX deadlines_ticket ON deadlines (ticket_id);
      -- One running clock of a kind on a ticket.
      CREATE UNIQUE INDEX deadlines_running ON deadlines (ticket_id, kind) WHERE met_at IS NULL;
      CREATE INDEX deadlines_due ON deadlines (due_at) WHERE met_at IS NULL AND breached_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE deadlines, service_targets, routing_rules');
  }
}
