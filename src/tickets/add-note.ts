import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Message } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Events, ensure, newId } from '../platform/index.ts';
import { MessageQueries } from './message.queries.ts';
import { markReadBy } from './reply-to-ticket.ts';

/** An internal note; whoever is mentioned hears of it at once. */
@Injectable()
export class AddNote {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly messages: MessageQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async add(
    ticketId: string,
    input: { text: string; mentions: string[]; attachmentIds: string[] },
    by: Principal,
  ): Promise<Message> {
    const id = newId();
    const now = this.clock.now();
    await this.source.transaction(async (db) => {
      const [ticket]: { number: string }[] = await db.query('SELECT number FROM tickets WHERE id = $1 FOR UPDATE', [
        ticketId,
      ]);
      ensure(ticket, 'ticket.notFound');
      const people: { id: string }[] = await db.query('SELECT id FROM users WHERE id = ANY ($1) AND is_active', [
        input.mentions,
      ]);
      if (people.length !== new Set(input.mentions).size) throw new AppError('ticket.unknownPerson');
      await db.query(
        `INSERT INTO messages (id, ticket_id, direction, author_id, text, reply_text, mentions, received_at) VALUES ($1, $2, 'note', $3, $4, $4, $5, $6)`,
        [id, ticketId, by.userId, input.text, input.mentions, now],
      );
      await db.query(
        'UPDATE attachments SET message_id = $1 WHERE id = ANY ($2) AND message_id IS NULL AND uploaded_by = $3',
        [id, input.attachmentIds, by.userId],
      );
      await db.query('UPDATE tickets SET message_count = message_count + 1, updated_at = $2 WHERE id = $1', [
        ticketId,
        now,
      ]);
      await db.query(`DELETE FROM drafts WHERE ticket_id = $1 AND user_id = $2 AND kind = 'note'`, [
        ticketId,
        by.userId,
      ]);
      await markReadBy(db, ticketId, by.userId, now);
      await this.events.publish(
        db,
        { type: 'message.added', ticketId, messageId: id, direction: 'note' },
        { type: 'ticket.changed', ticketId },
        ...input.mentions
          .filter((u) => u !== by.userId)
          .map((userId) => ({
            type: 'notification',
            userId,
            kind: 'mention',
            ticketId,
            params: { by: by.name, number: Number(ticket.number) },
          })),
      );
    });
    return this.messages.find(id);
  }
}
