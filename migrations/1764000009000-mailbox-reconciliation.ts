import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a folder is compared by: the server's change counter, and how many of its messages have ended here. */
export class MailboxReconciliation1764000009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mailbox_cursors
        -- HIGHESTMODSEQ (RFC 7162) when everything up to it was read; null where the server counts no changes.
        ADD COLUMN highest_modseq numeric(20),
        -- Of the messages on the server at the last comparison, those that had ended here.
        ADD COLUMN accounted integer,
        -- Messages that ended here and are on the server no more.
        ADD COLUMN expunged integer NOT NULL DEFAULT 0;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE mailbox_cursors DROP COLUMN highest_modseq, DROP COLUMN accounted, DROP COLUMN expunged',
    );
  }
}
