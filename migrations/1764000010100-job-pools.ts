import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs jobs, and when each was last heard of. */
export class JobPools1764000010100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE job_pools (id text PRIMARY KEY, seen_at timestamptz NOT NULL)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE job_pools');
  }
}
