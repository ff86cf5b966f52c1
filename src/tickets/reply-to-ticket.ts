import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { InputOf, Message, replyToTicket } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Events, ensure, Jobs, newId } from '../platform/index.ts';
import { SettingsService } from '../settings/index.ts';
import { signatureFor } from '../stores/index.ts';
import { MessageQueries } from './message.queries.ts';
import { recordEvent } from './record-event.ts';
import { recipientOf } from './ticket-detail.queries.ts';
import { snippetOf } from './ticket-row.ts';

type Reply = InputOf<typeof replyToTicket>['body'];

interface TicketRow {
  channel_id: string | null;
  store_id: string | null;
  contact_id: string | null;
  subject: string;
  language: string | null;
  assignee_id: string | null;
  status: string;
  snoozed_until: Date | null;
  resolved_at: Date | null;
  last_assignee_id: string | null;
  name: string;
  sender_name: string;
  sender_address: string;
  signatures: Record<string, string>;
  default_language: string;
}

/** What an answer changed on its ticket, kept so that taking it back leaves no trace. */
export interface AnsweredEvent {
  messageId: string;
  before: {
    status: string;
    assigneeId: string | null;
    snoozedUntil: Date | string | null;
    resolvedAt: Date | string | null;
    lastAssigneeId: string | null;
  };
  after: { status: string; assigneeId: string };
}

/**
 * Answers the buyer: the message, the ticket's new state and the job that puts it into the outbox are one transaction, so
 * that an answer which a person saw on the screen also leaves.
 */
@Injectable()
export class ReplyToTicket {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly messages: MessageQueries,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
  ) {}

  async reply(ticketId: string, input: Reply, by: Principal): Promise<Message> {
    const { undoSendSeconds } = await this.settings.get();
    const id = newId();
    const now = this.clock.now();
    const undoUntil = new Date(now.getTime() + undoSendSeconds * 1000);
    await this.source.transaction(async (db) => {
      const ticket = await this.lock(db, ticketId);
      const to = await recipientOf(db, ticketId);
      ensure(to, 'ticket.noRecipient');
      const language = input.language ?? ticket.language ?? ticket.default_language;
      const signature = signatureFor(
        { signatures: ticket.signatures, defaultLanguage: ticket.default_language, name: ticket.name },
        language,
        by.name,
      );
      const text = signature ? `${input.text}\n\n${signature}` : input.text;
      await db.query(
        `INSERT INTO messages (id, ticket_id, direction, author_id, channel_id, from_name, from_address, to_people, cc_people, subject, text, reply_text, signature,
           language, original, delivery_state, delivery_at, undo_until, received_at, sent_at)
         VALUES ($1, $2, 'out', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'queued', $15, $16, $15, $15)`,
        [
          id,
          ticketId,
          by.userId,
          ticket.channel_id,
          ticket.sender_name,
          ticket.sender_address,
          JSON.stringify([to]),
          JSON.stringify(input.cc.map((address) => ({ name: '', address }))),
          replySubject(ticket.subject),
          text,
          input.text,
          signature || null,
          language,
          input.original ? JSON.stringify(input.original) : null,
          now,
          undoUntil,
        ],
      );
      await this.attach(db, id, input.attachmentIds, by);
      const status = input.status ?? 'pending';
      await db.query(
        `UPDATE tickets SET status = $2, snippet = $3, last_message_at = $4, last_direction = 'out', waiting_since = NULL, message_count = message_count + 1,
           assignee_id = coalesce(assignee_id, $5), snoozed_until = NULL, resolved_at = CASE WHEN $2 IN ('resolved', 'closed') THEN $4::timestamptz END, updated_at = $4
         WHERE id = $1`,
        [ticketId, status, snippetOf(input.text), now, by.userId],
      );
      await db.query('UPDATE contacts SET last_assignee_id = $2 WHERE id = $1', [ticket.contact_id, by.userId]);
      await db.query(`DELETE FROM drafts WHERE ticket_id = $1 AND user_id = $2 AND kind = 'reply'`, [
        ticketId,
        by.userId,
      ]);
      await markReadBy(db, ticketId, by.userId, now);
      await recordEvent(db, ticketId, by.userId, 'answered', {
        messageId: id,
        before: {
          status: ticket.status,
          assigneeId: ticket.assignee_id,
          snoozedUntil: ticket.snoozed_until,
          resolvedAt: ticket.resolved_at,
          lastAssigneeId: ticket.last_assignee_id,
        },
        after: { status, assigneeId: ticket.assignee_id ?? by.userId },
      } satisfies AnsweredEvent);
      if (status !== ticket.status)
        await recordEvent(db, ticketId, by.userId, 'status', { from: ticket.status, to: status, messageId: id });
      if (input.cannedReplyId)
        await recordEvent(db, ticketId, by.userId, 'cannedReplyUsed', {
          cannedReplyId: input.cannedReplyId,
          messageId: id,
        });
      await this.jobs.add(db, 'delivery.queue', { messageId: id }, { runAt: undoUntil, key: `delivery:${id}` });
      await this.jobs.add(
        db,
        status === 'resolved' || status === 'closed' ? 'deadlines.resolved' : 'deadlines.answered',
        { ticketId, at: now.toISOString() },
        { queue: `deadlines:${ticketId}` },
      );
      await this.events.publish(
        db,
        { type: 'message.added', ticketId, messageId: id, direction: 'out' },
        { type: 'ticket.changed', ticketId },
      );
    });
    return this.messages.find(id);
  }

  private async lock(db: EntityManager, ticketId: string): Promise<TicketRow> {
    const rows: (TicketRow & { merged_into: string | null })[] = await db.query(
      `SELECT t.channel_id, t.store_id, t.contact_id, t.subject, t.language, t.assignee_id, t.status, t.snoozed_until, t.resolved_at, t.merged_into,
              (SELECT last_assignee_id FROM contacts WHERE id = t.contact_id) AS last_assignee_id, s.name, s.sender_name, s.sender_address, s.signatures, s.default_language
       FROM tickets t LEFT JOIN stores s ON s.id = t.store_id WHERE t.id = $1 FOR UPDATE OF t`,
      [ticketId],
    );
    const ticket = rows[0];
    ensure(ticket, 'ticket.notFound');
    if (ticket.merged_into) throw new AppError('ticket.alreadyMerged', {});
    if (!ticket.channel_id || !ticket.sender_address) throw new AppError('ticket.noChannel');
    return ticket;
  }

  /** Uploaded files of this person that nobody sent yet. */
  private async attach(db: EntityManager, messageId: string, ids: readonly string[], by: Principal): Promise<void> {
    if (ids.length === 0) return;
    const [, affected] = await db.query(
      'UPDATE attachments SET message_id = $1 WHERE id = ANY ($2) AND message_id IS NULL AND uploaded_by = $3',
      [messageId, ids, by.userId],
    );
    if (affected !== ids.length) throw new AppError('ticket.attachmentNotFound');
  }
}

/** One `Re:`, however often it went to and fro. */
export const replySubject = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`);

export const markReadBy = (db: EntityManager, ticketId: string, userId: string, at: Date): Promise<unknown> =>
  db.query(
    'INSERT INTO ticket_reads (user_id, ticket_id, read_at) VALUES ($1, $2, $3) ON CONFLICT (user_id, ticket_id) DO UPDATE SET read_at = excluded.read_at',
    [userId, ticketId, at],
  );
