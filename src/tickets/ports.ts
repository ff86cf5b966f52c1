import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeliveryState } from '../../libs/contracts/index.ts';
import { Events, ensure } from '../platform/index.ts';
import { recordEvent } from './record-event.ts';

export interface MessageForDelivery {
  ticketId: string;
  ticketNumber: number;
  channelId: string | null;
  storeId: string | null;
  authorId: string | null;
  state: DeliveryState | null;
  /** No person wrote it. */
  isAutomatic: boolean;
  /** The message it answers was automatic itself. */
  answersAutomatic: boolean;
  /** It goes to a marketplace's relay, which shows the buyer every sign it is given. */
  isRelayed: boolean;
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  subject: string;
  text: string;
  language: string | null;
  /** Message-IDs without brackets. */
  inReplyTo: string | null;
  references: string[];
  attachments: { id: string; name: string; type: string; blobKey: string }[];
  /** The buyer's last message, to be quoted below. */
  quoted: { from: string; date: Date; text: string } | null;
}

/** What delivery needs to know of an answer. */
@Injectable()
export class ReadForDelivery {
  async read(db: EntityManager, messageId: string): Promise<MessageForDelivery> {
    const rows: (Omit<MessageForDelivery, 'ticketNumber' | 'quoted' | 'inReplyTo' | 'references'> & {
      ticketNumber: string;
      lastId: string | null;
      lastReferences: string[] | null;
      lastInReplyTo: string | null;
      quotedFrom: string | null;
      quotedDate: Date | null;
      quotedText: string | null;
    })[] = await db.query(
      `SELECT t.id AS "ticketId", t.number AS "ticketNumber", m.channel_id AS "channelId", t.store_id AS "storeId", m.author_id AS "authorId", m.delivery_state AS state,
              m.author_id IS NULL AS "isAutomatic", coalesce((last.automation->>'isAutomatic')::boolean, last.automation IS NOT NULL) AS "answersAutomatic",
              EXISTS (SELECT 1 FROM contact_addresses a WHERE a.kind = 'relay' AND a.value IN (SELECT lower(p->>'address') FROM jsonb_array_elements(m.to_people) p)) AS "isRelayed",
              jsonb_build_object('name', coalesce(m.from_name, ''), 'address', m.from_address) AS "from", m.to_people AS "to", m.cc_people AS cc,
              m.subject, m.text, m.language,
              last.message_id_header AS "lastId", last.reference_ids AS "lastReferences", last.in_reply_to AS "lastInReplyTo",
              coalesce(nullif(last.from_name, ''), last.from_address) AS "quotedFrom", coalesce(last.sent_at, last.received_at) AS "quotedDate", last.text AS "quotedText",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.type, 'blobKey', a.blob_key) ORDER BY a.id), '[]')
               FROM attachments a WHERE a.message_id = m.id AND a.blob_key IS NOT NULL) AS attachments
       FROM messages m JOIN tickets t ON t.id = m.ticket_id
       LEFT JOIN LATERAL (SELECT * FROM messages b WHERE b.ticket_id = t.id AND b.direction = 'in' AND b.received_at <= m.received_at AND NOT b.is_unreadable
                          ORDER BY b.received_at DESC, b.id DESC LIMIT 1) last ON true
       WHERE m.id = $1 AND m.direction = 'out'`,
      [messageId],
    );
    const row = rows[0];
    ensure(row, 'ticket.messageNotFound');
    const { lastId, lastReferences, lastInReplyTo, quotedFrom, quotedDate, quotedText, ticketNumber, ...rest } = row;
    // RFC 5322 §3.6.4: the parent's References, or its In-Reply-To where it had none, and then the parent itself.
    const parents = lastReferences?.length ? lastReferences : lastInReplyTo ? [lastInReplyTo] : [];
    return {
      ...rest,
      ticketNumber: Number(ticketNumber),
      inReplyTo: lastId,
      references: lastId ? [...parents.filter((id) => id !== lastId), lastId] : parents,
      quoted: quotedFrom && quotedDate ? { from: quotedFrom, date: quotedDate, text: quotedText ?? '' } : null,
    };
  }
}

/** How far an answer got; a failure reopens its ticket and tells its author. */
@Injectable()
export class SetDeliveryState {
  constructor(private readonly events: Events) {}

  async set(
    db: EntityManager,
    change: { messageId: string; state: DeliveryState; detail: string | null; at: Date; messageIdHeader?: string },
  ): Promise<void> {
    const [rows]: [{ ticket_id: string; author_id: string | null }[], number] = await db.query(
      `UPDATE messages SET delivery_state = $2, delivery_detail = $3, delivery_at = $4, message_id_header = coalesce($5, message_id_header) WHERE id = $1 RETURNING ticket_id, author_id`,
      [change.messageId, change.state, change.detail, change.at, change.messageIdHeader ?? null],
    );
    const row = rows[0];
    if (!row) return;
    const { ticket_id: ticketId, author_id: authorId } = row;
    await this.events.publish(db, {
      type: 'delivery.changed',
      ticketId,
      messageId: change.messageId,
      state: change.state,
    });
    const isBad = change.state === 'failed' || change.state === 'bounced' || change.state === 'uncertain';
    const [ticket]: { had: boolean; number: string }[] = await db.query(
      'SELECT has_failed_delivery AS had, number FROM tickets WHERE id = $1 FOR UPDATE',
      [ticketId],
    );
    if (!ticket) return;
    if (isBad) {
      await db.query(
        `UPDATE tickets SET has_failed_delivery = true, status = CASE WHEN status IN ('pending', 'resolved', 'closed', 'on_hold') THEN 'open' ELSE status END,
           resolved_at = NULL, snoozed_until = NULL, waiting_since = coalesce(waiting_since, $2), updated_at = now() WHERE id = $1`,
        [ticketId, change.at],
      );
      await recordEvent(db, ticketId, null, 'deliveryFailed', {
        messageId: change.messageId,
        state: change.state,
        detail: change.detail,
      });
      if (authorId)
        await this.events.publish(db, {
          type: 'notification',
          userId: authorId,
          kind: 'deliveryFailed',
          ticketId,
          params: { number: Number(ticket.number), state: change.state },
        });
    } else if (ticket.had) {
      await db.query(
        `UPDATE tickets SET has_failed_delivery = EXISTS (SELECT 1 FROM messages WHERE ticket_id = $1 AND delivery_state IN ('failed', 'bounced', 'uncertain')) WHERE id = $1`,
        [ticketId],
      );
    }
    await this.events.publish(db, { type: 'ticket.changed', ticketId });
  }

  /** The message an own Message-ID belongs to; null where it is not ours. */
  async findByHeader(db: EntityManager, messageIdHeader: string): Promise<string | null> {
    const rows: { id: string }[] = await db.query(
      `SELECT id FROM messages WHERE message_id_header = $1 AND direction = 'out' LIMIT 1`,
      [messageIdHeader],
    );
    return rows[0]?.id ?? null;
  }
}
