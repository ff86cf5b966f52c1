import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Principal } from '../identity/index.ts';
import { AppError, Events, ensure, newId } from '../platform/index.ts';
import { recordEvent } from './record-event.ts';
import { reopenWhereBuyerSpokeLast, restoreListRow } from './undo-reply.ts';

/** An old mail re-used for a new matter: a message and everything after it become a ticket of their own. */
@Injectable()
export class SplitTicket {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  /** @returns id of the new ticket */
  async split(ticketId: string, messageId: string, subject: string | undefined, by: Principal): Promise<string> {
    const id = newId();
    await this.source.transaction(async (db) => {
      const [message]: { subject: string; received_at: Date }[] = await db.query(
        'SELECT subject, received_at FROM messages WHERE id = $1 AND ticket_id = $2',
        [messageId, ticketId],
      );
      ensure(message, 'ticket.messageNotFound');
      const earlier = await db.query(
        'SELECT 1 FROM messages WHERE ticket_id = $1 AND (received_at, id) < ($2, $3) LIMIT 1',
        [ticketId, message.received_at, messageId],
      );
      if (earlier.length === 0) throw new AppError('ticket.nothingToSplit');
      await db.query(
        `INSERT INTO tickets (id, subject, status, priority, store_id, channel_id, contact_id, team_id, assignee_id, language, language_confidence, language_reason, country, country_confidence, country_reason, region, intent,
           route_reason, contact_name, last_message_at, waiting_since)
         SELECT $1, $3, 'open', priority, store_id, channel_id, contact_id, team_id, assignee_id, language, language_confidence, language_reason, country, country_confidence, country_reason, region, intent,
           route_reason, contact_name, $4, NULL FROM tickets WHERE id = $2`,
        [id, ticketId, subject?.trim() || message.subject || '—', message.received_at],
      );
      await db.query('UPDATE messages SET ticket_id = $2 WHERE ticket_id = $1 AND (received_at, id) >= ($3, $4)', [
        ticketId,
        id,
        message.received_at,
        messageId,
      ]);
      await db.query(
        'UPDATE search_documents d SET ticket_id = m.ticket_id FROM messages m WHERE m.id = d.message_id AND m.ticket_id = $1',
        [id],
      );
      for (const each of [ticketId, id]) {
        await restoreListRow(db, each);
        await reopenWhereBuyerSpokeLast(db, each);
      }
      await recordEvent(db, ticketId, by.userId, 'splitInto', { ticketId: id });
      await recordEvent(db, id, by.userId, 'splitFrom', { ticketId });
      await this.events.publish(db, { type: 'ticket.changed', ticketId }, { type: 'ticket.opened', ticketId: id });
    });
    return id;
  }
}
