import type { EntityManager } from 'typeorm';
import { ensure } from '../platform/index.ts';

export interface MessageText {
  text: string;
  language: string | null;
  country: string | null;
}

/** What the buyer newly wrote in a message. @throws AppError ticket.messageNotFound */
export async function readMessage(db: EntityManager, ticketId: string, messageId: string): Promise<MessageText> {
  const rows: MessageText[] = await db.query(
    `SELECT coalesce(nullif(m.reply_text, ''), m.text) AS text, coalesce(m.language, t.language) AS language, t.country FROM messages m JOIN tickets t ON t.id = m.ticket_id WHERE m.id = $1 AND m.ticket_id = $2`,
    [messageId, ticketId],
  );
  ensure(rows[0], 'ticket.messageNotFound');
  return rows[0];
}
