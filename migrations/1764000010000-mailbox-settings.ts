import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A folder is compared with the ledger under certain settings; others, an earlier start date say, make it be compared again. */
export class MailboxSettings1764000010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE channels ADD COLUMN revision integer NOT NULL DEFAULT 0;
      ALTER TABLE mailbox_cursors ADD COLUMN compared_revision integer NOT NULL DEFAULT 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mailbox_cursors DROP COLUMN compared_revision;
      ALTER TABLE channels DROP COLUMN revision`);
  }
}
