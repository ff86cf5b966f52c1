import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Principal } from '../identity/index.ts';
import { AppError, Events } from '../platform/index.ts';
import { recordEvent } from './record-event.ts';
import { reopenWhereBuyerSpokeLast, restoreListRow } from './undo-reply.ts';

/** Everything of one ticket moves into another; mail that answers the old one arrives in the new one. */
@Injectable()
export class MergeTickets {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  async merge(id: string, intoId: string, by: Principal): Promise<void> {
    if (id === intoId) throw new AppError('ticket.mergeIntoItself');
    await this.source.transaction(async (db) => {
      const rows: { id: string; number: string; merged_into: string | null }[] = await db.query(
        'SELECT id, number, merged_into FROM tickets WHERE id = ANY ($1) ORDER BY id FOR UPDATE',
        [[id, intoId]],
      );
      const [from, into] = [rows.find((r) => r.id === id), rows.find((r) => r.id === intoId)];
      if (!from || !into) throw new AppError('ticket.notFound');
      if (from.merged_into || into.merged_into) throw new AppError('ticket.alreadyMerged');
      await db.query('UPDATE messages SET ticket_id = $2 WHERE ticket_id = $1', [id, intoId]);
      await db.query('UPDATE specifications SET ticket_id = $2 WHERE ticket_id = $1', [id, intoId]);
      await db.query('UPDATE search_documents SET ticket_id = $2 WHERE ticket_id = $1', [id, intoId]);
      await db.query('UPDATE deadlines SET met_at = now() WHERE ticket_id = $1 AND met_at IS NULL', [id]);
      await db.query(
        `UPDATE tickets SET merged_into = $2, status = 'closed', resolved_at = now(), updated_at = now() WHERE id = $1`,
        [id, intoId],
      );
      // What was merged into the merged one before points to the end of the chain.
      await db.query('UPDATE tickets SET merged_into = $2 WHERE merged_into = $1', [id, intoId]);
      await restoreListRow(db, intoId);
      await reopenWhereBuyerSpokeLast(db, intoId);
      await recordEvent(db, intoId, by.userId, 'mergedFrom', { number: Number(from.number), ticketId: id });
      await recordEvent(db, id, by.userId, 'mergedInto', { number: Number(into.number), ticketId: intoId });
      await this.events.publish(
        db,
        { type: 'ticket.changed', ticketId: id },
        { type: 'ticket.changed', ticketId: intoId },
      );
    });
  }
}
