import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { InputOf, updateTicket } from '../../libs/contracts/index.ts';
import { UpdateContact } from '../contacts/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Events, Jobs } from '../platform/index.ts';
import { recordEvent } from './record-event.ts';

export type TicketChanges = InputOf<typeof updateTicket>['body'];

/** Field → column: only these can be written by this deed. */
const columns = {
  assigneeId: 'assignee_id',
  teamId: 'team_id',
  status: 'status',
  priority: 'priority',
  tags: 'tags',
  snoozedUntil: 'snoozed_until',
  subject: 'subject',
  language: 'language',
  country: 'country',
  isSpam: 'is_spam',
  isSpecialWish: 'is_special_wish',
  storeId: 'store_id',
  orderId: 'order_id',
} as const satisfies Record<keyof TicketChanges, string>;
type Field = keyof typeof columns;

/** One change of fields on one or many tickets, each with a line in its trail that can be undone. */
@Injectable()
export class UpdateTickets {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly contacts: UpdateContact,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError ticket.notFound when one of them is missing; nothing is changed then */
  async update(ids: readonly string[], changes: TicketChanges, by: Principal): Promise<void> {
    await this.source.transaction(async (db) => {
      await this.refuseUnknown(db, changes);
      const rows: Record<string, unknown>[] = await db.query(
        `SELECT id, number, contact_id, ${Object.values(columns).join(', ')} FROM tickets WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
        [ids],
      );
      if (rows.length !== new Set(ids).size) throw new AppError('ticket.notFound');
      for (const row of rows) await this.apply(db, row, changes, by);
      await this.events.publish(db, ...rows.map((r) => ({ type: 'ticket.changed', ticketId: String(r['id']) })));
    });
  }

  /** Takes the person's own last change back, as long as nobody changed the same field since. */
  async undo(ticketId: string, by: Principal): Promise<void> {
    await this.source.transaction(async (db) => {
      const [last]: { id: string; data: { before: TicketChanges; after: TicketChanges } }[] = await db.query(
        `SELECT id, data FROM ticket_events WHERE ticket_id = $1 AND user_id = $2 AND type = 'changed' AND NOT undone ORDER BY id DESC LIMIT 1`,
        [ticketId, by.userId],
      );
      if (!last) throw new AppError('ticket.tooLateToUndo');
      const [row]: Record<string, unknown>[] = await db.query(
        `SELECT id, contact_id, ${Object.values(columns).join(', ')} FROM tickets WHERE id = $1 FOR UPDATE`,
        [ticketId],
      );
      const fields = Object.keys(last.data.after) as Field[];
      const isUntouched = fields.every((f) => same(row![columns[f]], last.data.after[f]));
      if (!row || !isUntouched) throw new AppError('ticket.tooLateToUndo');
      await this.write(db, ticketId, last.data.before);
      await db.query('UPDATE ticket_events SET undone = true WHERE id = $1', [last.id]);
      await this.events.publish(db, { type: 'ticket.changed', ticketId });
    });
  }

  private async apply(
    db: EntityManager,
    row: Record<string, unknown>,
    changes: TicketChanges,
    by: Principal,
  ): Promise<void> {
    const ticketId = String(row['id']);
    const fields = (Object.keys(changes) as Field[]).filter(
      (f) => changes[f] !== undefined && !same(row[columns[f]], changes[f]),
    );
    if (fields.length === 0) return;
    const before = Object.fromEntries(fields.map((f) => [f, row[columns[f]] ?? null]));
    const after = Object.fromEntries(fields.map((f) => [f, changes[f] ?? null]));
    await this.write(db, ticketId, after as TicketChanges);
    await recordEvent(db, ticketId, by.userId, 'changed', { before, after });
    const contactId = row['contact_id'] as string | null;
    if (contactId && (fields.includes('language') || fields.includes('country'))) {
      await this.contacts.update(
        contactId,
        {
          ...(fields.includes('language') ? { language: changes.language } : {}),
          ...(fields.includes('country') ? { country: changes.country } : {}),
        },
        db,
      );
    }
    if (fields.includes('status') && (changes.status === 'resolved' || changes.status === 'closed')) {
      await this.jobs.add(db, 'deadlines.resolved', { ticketId, at: this.clock.now().toISOString() });
    }
    if (fields.includes('assigneeId') && changes.assigneeId && changes.assigneeId !== by.userId) {
      await this.events.publish(db, {
        type: 'notification',
        userId: changes.assigneeId,
        kind: 'assigned',
        ticketId,
        params: { by: by.name, number: Number(row['number']) },
      });
    }
  }

  private async write(db: EntityManager, ticketId: string, values: TicketChanges): Promise<void> {
    const fields = Object.keys(values) as Field[];
    const sets = fields.map((f, i) => `${columns[f]} = $${i + 2}`);
    if (values.status)
      sets.push(`resolved_at = ${values.status === 'resolved' || values.status === 'closed' ? 'now()' : 'NULL'}`);
    await db.query(`UPDATE tickets SET ${sets.join(', ')}, updated_at = now() WHERE id = $1`, [
      ticketId,
      ...fields.map((f) => values[f]),
    ]);
  }

  private async refuseUnknown(db: EntityManager, { assigneeId, teamId }: TicketChanges): Promise<void> {
    if (assigneeId) {
      const found = await db.query(`SELECT 1 FROM users WHERE id = $1 AND is_active AND role <> 'production'`, [
        assigneeId,
      ]);
      if (found.length === 0) throw new AppError('ticket.unknownPerson');
    }
    if (teamId) {
      const found = await db.query('SELECT 1 FROM teams WHERE id = $1', [teamId]);
      if (found.length === 0) throw new AppError('ticket.unknownTeam');
    }
  }
}

function same(a: unknown, b: unknown): boolean {
  const plain = (v: unknown) =>
    v instanceof Date
      ? v.toISOString()
      : typeof v === 'string' && /^\d{4}-\d\d-\d\dT/.test(v)
        ? new Date(v).toISOString()
        : (v ?? null);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
