import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { newId } from '../../platform/index.ts';

/** How long a mailbox stays with a worker that says nothing; a dead worker's mailboxes move after this at the latest. */
export const leaseSeconds = 20;

/** A mailbox belongs to one worker at a time: the lease lies in the database and runs out by its clock. */
@Injectable()
export class MailboxLeases {
  readonly holder = newId();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Takes or renews what can be had. @returns ids of the active mailboxes this worker holds now */
  async claim(): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.source.query(
      `UPDATE channels SET lease_holder = $1, lease_until = now() + interval '${leaseSeconds} seconds'
       WHERE kind = 'imap' AND is_active AND (lease_holder = $1 OR lease_until IS NULL OR lease_until < now()) RETURNING id`,
      [this.holder],
    );
    return rows.map((r) => r.id);
  }

  async release(): Promise<void> {
    await this.source.query('UPDATE channels SET lease_holder = NULL, lease_until = NULL WHERE lease_holder = $1', [
      this.holder,
    ]);
  }
}
