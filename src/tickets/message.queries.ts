import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Message } from '../../libs/contracts/index.ts';
import { ensure } from '../platform/index.ts';

const isoText = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One statement for a page of messages with their attachments; dates leave the database as ISO text. */
const select = `
  SELECT m.id, m.ticket_id AS "ticketId", m.direction, m.author_id AS "authorId",
    CASE WHEN m.from_address IS NULL THEN NULL ELSE jsonb_build_object('name', coalesce(m.from_name, ''), 'address', m.from_address) END AS "from",
    m.to_people AS "to", m.cc_people AS cc, m.subject, m.reply_text AS text, m.quoted_text AS "quotedText", m.signature, m.forwarded,
    (m.html IS NOT NULL) AS "hasHtml", m.language, m.language_reason AS "languageReason", m.automation,
    m.authentication || jsonb_build_object('arc', m.authentication->'arc', 'spamScore', m.spam_score) AS authentication, m.threading, m.warnings,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'isInline', a.is_inline, 'contentId', a.content_id,
        'preview', CASE WHEN a.type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif') THEN 'image' WHEN a.type = 'application/pdf' THEN 'pdf' ELSE 'none' END)
        ORDER BY a.part NULLS LAST, a.id), '[]') FROM attachments a WHERE a.message_id = m.id) AS attachments,
    m.mentions,
    CASE WHEN m.delivery_state IS NULL THEN NULL ELSE jsonb_build_object('state', m.delivery_state, 'detail', m.delivery_detail,
        'at', ${isoText('m.delivery_at')}, 'canUndoUntil', CASE WHEN m.delivery_state = 'queued' THEN ${isoText('m.undo_until')} END) END AS delivery,
    m.is_unreadable AS "isUnreadable", m.received_message_id AS "receivedMessageId", ${isoText('m.sent_at')} AS "sentAt", ${isoText('m.received_at')} AS "createdAt"
  FROM messages m`;

@Injectable()
export class MessageQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** A page of a conversation, oldest first; `before` is the id of the earliest message known. */
  async page(
    ticketId: string,
    before: string | null,
    limit: number,
  ): Promise<{ items: Message[]; hasEarlier: boolean }> {
    const rows: Message[] = await this.source.query(
      `${select} WHERE m.ticket_id = $1 AND m.delivery_state IS DISTINCT FROM 'cancelled' AND ($2::uuid IS NULL OR (m.received_at, m.id) < (SELECT received_at, id FROM messages WHERE id = $2))
       ORDER BY m.received_at DESC, m.id DESC LIMIT $3`,
      [ticketId, before, limit + 1],
    );
    return { items: rows.slice(0, limit).reverse(), hasEarlier: rows.length > limit };
  }

  async find(id: string, manager: EntityManager = this.source.manager): Promise<Message> {
    const rows: Message[] = await manager.query(`${select} WHERE m.id = $1`, [id]);
    ensure(rows[0], 'ticket.messageNotFound');
    return rows[0];
  }

  async html(
    id: string,
  ): Promise<{ html: string | null; text: string; attachments: { id: string; contentId: string | null }[] }> {
    const rows: { html: string | null; text: string; attachments: { id: string; contentId: string | null }[] }[] =
      await this.source.query(
        `SELECT m.html, m.text, (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'contentId', a.content_id)), '[]') FROM attachments a WHERE a.message_id = m.id) AS attachments
       FROM messages m WHERE m.id = $1`,
        [id],
      );
    ensure(rows[0], 'ticket.messageNotFound');
    return rows[0];
  }

  async receivedId(id: string): Promise<string> {
    const rows: { received: string | null }[] = await this.source.query(
      'SELECT received_message_id AS received FROM messages WHERE id = $1',
      [id],
    );
    ensure(rows[0]?.received, 'ticket.messageNotFound');
    return rows[0].received;
  }
}
