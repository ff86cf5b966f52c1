import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Draft } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Events, ensure, Jobs } from '../platform/index.ts';
import { recordEvent } from './record-event.ts';
import type { AnsweredEvent } from './reply-to-ticket.ts';

/** Takes an answer back before it left: its text becomes the draft again, and the ticket is as it was before. */
@Injectable()
export class UndoReply {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError ticket.tooLateToUndo once it is in the outbox */
  undo(messageId: string, by: Principal): Promise<Draft> {
    return this.source.transaction(async (db) => {
      const [rows]: [CancelledRow[], number] = await db.query(
        `UPDATE messages SET delivery_state = 'cancelled', delivery_at = $3 WHERE id = $1 AND author_id = $2 AND delivery_state = 'queued'
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.message_id = messages.id)
         RETURNING ticket_id, reply_text, language, received_at, ARRAY(SELECT jsonb_array_elements(cc_people)->>'address') AS cc`,
        [messageId, by.userId, this.clock.now()],
      );
      const row = rows[0];
      if (!row) {
        const there = await db.query('SELECT 1 FROM messages WHERE id = $1 AND author_id = $2', [messageId, by.userId]);
        ensure(there.length, 'ticket.messageNotFound');
        throw new AppError('ticket.tooLateToUndo');
      }
      await this.jobs.cancel(db, `delivery:${messageId}`);
      const [attachments]: [{ id: string }[], number] = await db.query(
        'UPDATE attachments SET message_id = NULL WHERE message_id = $1 RETURNING id',
        [messageId],
      );
      const savedAt = this.clock.now();
      const attachmentIds = attachments.map((a) => a.id);
      await db.query(
        `INSERT INTO drafts (ticket_id, user_id, kind, body, language, cc, attachment_ids, saved_at) VALUES ($1, $2, 'reply', $3, $4, $5, $6, $7)
         ON CONFLICT (ticket_id, user_id, kind) DO UPDATE SET body = $3, language = $4, cc = $5, attachment_ids = $6, saved_at = $7`,
        [row.ticket_id, by.userId, row.reply_text, row.language, row.cc, attachmentIds, savedAt],
      );
      await restoreListRow(db, row.ticket_id);
      await this.restoreTicket(db, row.ticket_id, messageId);
      await this.jobs.add(
        db,
        'deadlines.answerUndone',
        { ticketId: row.ticket_id, at: row.received_at.toISOString() },
        { queue: `deadlines:${row.ticket_id}` },
      );
      await recordEvent(db, row.ticket_id, by.userId, 'replyUndone', { messageId });
      await this.events.publish(
        db,
        { type: 'ticket.changed', ticketId: row.ticket_id },
        { type: 'delivery.changed', ticketId: row.ticket_id, messageId, state: 'cancelled' },
      );
      return {
        body: row.reply_text,
        kind: 'reply',
        language: row.language,
        cc: row.cc,
        attachmentIds,
        savedAt: savedAt.toISOString(),
      };
    });
  }

  /** What the answer changed goes back, except where somebody changed it again since. */
  private async restoreTicket(db: EntityManager, ticketId: string, messageId: string): Promise<void> {
    const [events]: [{ type: string; data: AnsweredEvent }[], number] = await db.query(
      `DELETE FROM ticket_events WHERE ticket_id = $1 AND data->>'messageId' = $2 AND type IN ('answered', 'status', 'cannedReplyUsed') RETURNING type, data`,
      [ticketId, messageId],
    );
    const answered = events.find((e) => e.type === 'answered')?.data;
    if (!answered) return;
    const { before, after } = answered;
    await db.query(
      `UPDATE tickets SET assignee_id = CASE WHEN assignee_id = $3 THEN $2 ELSE assignee_id END,
         snoozed_until = coalesce(snoozed_until, $4), resolved_at = CASE WHEN status = $6 THEN $7 ELSE resolved_at END,
         status = CASE WHEN status = $6 THEN $5 ELSE status END
       WHERE id = $1`,
      [
        ticketId,
        before.assigneeId,
        after.assigneeId,
        before.snoozedUntil,
        before.status,
        after.status,
        before.resolvedAt,
      ],
    );
    await db.query(
      'UPDATE contacts c SET last_assignee_id = $2 FROM tickets t WHERE t.id = $1 AND c.id = t.contact_id',
      [ticketId, before.lastAssigneeId],
    );
  }
}

interface CancelledRow {
  ticket_id: string;
  reply_text: string;
  language: string | null;
  received_at: Date;
  cc: string[];
}

/** The list row as the remaining messages make it. */
export const restoreListRow = (
  db: { query(sql: string, values: unknown[]): Promise<unknown> },
  ticketId: string,
): Promise<unknown> =>
  db.query(
    `UPDATE tickets t SET snippet = coalesce(left(regexp_replace(m.reply_text, '\\s+', ' ', 'g'), 160), ''), last_message_at = coalesce(m.received_at, t.created_at),
       last_direction = coalesce(m.direction, 'in'), waiting_since = CASE WHEN m.direction = 'in' THEN coalesce(t.waiting_since, m.received_at) END,
       message_count = (SELECT count(*) FROM messages c WHERE c.ticket_id = t.id AND c.delivery_state IS DISTINCT FROM 'cancelled')
     FROM (SELECT 1) one LEFT JOIN LATERAL (
       SELECT * FROM messages WHERE ticket_id = $1 AND delivery_state IS DISTINCT FROM 'cancelled' AND direction <> 'note' ORDER BY received_at DESC, id DESC LIMIT 1
     ) m ON true WHERE t.id = $1`,
    [ticketId],
  );

/** Where the buyer spoke last, nobody waits for the buyer any more. */
export const reopenWhereBuyerSpokeLast = (
  db: { query(sql: string, values: unknown[]): Promise<unknown> },
  ticketId: string,
): Promise<unknown> =>
  db.query(`UPDATE tickets SET status = 'open' WHERE id = $1 AND status = 'pending' AND last_direction = 'in'`, [
    ticketId,
  ]);
