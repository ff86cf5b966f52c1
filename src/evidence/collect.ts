import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppError } from '../platform/index.ts';

export interface EvidenceMessage {
  id: string;
  direction: 'in' | 'out';
  from: string | null;
  to: string[];
  subject: string;
  text: string;
  sentAt: Date | null;
  receivedAt: Date;
  deliveryState: string | null;
  /** What the next server said when it took the message. */
  serverWords: string | null;
  receivedMessageId: string | null;
  /** Of what we sent: the bytes as they were handed over. */
  sentRaw: Buffer | null;
  translations: { target: string; translated: string; engine: string; at: Date }[];
}

export interface EvidenceVersion {
  version: number;
  kind: string;
  hash: string;
  content: object;
  createdAt: Date;
  createdBy: string;
  note: string;
  approvedAt: Date | null;
  approvedHash: string | null;
  approvedName: string | null;
}

export interface EvidenceSpecification {
  id: string;
  number: number;
  versions: EvidenceVersion[];
  moves: { at: Date; by: string; from: string | null; to: string; version: number; note: string }[];
  questions: { at: Date; text: string; answer: string | null; answeredAt: Date | null; version: number }[];
}

export interface Evidence {
  ticket: {
    id: string;
    number: number;
    subject: string;
    language: string | null;
    createdAt: Date;
    store: string | null;
    orderId: string | null;
  };
  messages: EvidenceMessage[];
  specifications: EvidenceSpecification[];
}

/** Everything about a ticket that may be held up to the other side; internal notes are not. */
@Injectable()
export class CollectEvidence {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * @param numberOrId ticket number, or its id
   * @throws AppError ticket.notFound
   */
  async collect(numberOrId: string): Promise<Evidence> {
    const [ticket]: Evidence['ticket'][] = await this.source.query(
      `SELECT t.id, t.number::int AS number, t.subject, t.language, t.created_at AS "createdAt", s.name AS store, t.order_id AS "orderId"
       FROM tickets t LEFT JOIN stores s ON s.id = t.store_id WHERE t.number::text = $1 OR t.id::text = $1`,
      [numberOrId],
    );
    if (!ticket) throw new AppError('ticket.notFound');
    const [messages, specifications] = await Promise.all([this.messages(ticket.id), this.specifications(ticket.id)]);
    return { ticket, messages, specifications };
  }

  private async messages(ticketId: string): Promise<EvidenceMessage[]> {
    const messages: (EvidenceMessage & { replyText: string })[] = await this.source.query(
      `SELECT m.id, m.direction, coalesce(nullif(m.from_name, '') || ' <' || m.from_address || '>', m.from_address) AS "from",
              ARRAY(SELECT jsonb_array_elements(m.to_people)->>'address') AS "to", m.subject, m.text, m.reply_text AS "replyText", m.sent_at AS "sentAt", m.received_at AS "receivedAt",
              m.delivery_state AS "deliveryState", o.last_response AS "serverWords", m.received_message_id AS "receivedMessageId", o.raw AS "sentRaw"
       FROM messages m LEFT JOIN outbox o ON o.message_id = m.id WHERE m.ticket_id = $1 AND m.direction <> 'note' ORDER BY m.received_at, m.id`,
      [ticketId],
    );
    // Translated is what is shown: the newly written part, or the whole of it.
    const digests = messages.map((m) => [sha256(m.replyText), sha256(m.text)]);
    const rows: { digest: Buffer; target: string; translated: string; engine: string; at: Date }[] =
      await this.source.query(
        `SELECT DISTINCT ON (text_hash, target) text_hash AS digest, target, translated, engine, created_at AS at FROM translations WHERE text_hash = ANY ($1) ORDER BY text_hash, target, version DESC`,
        [digests.flat()],
      );
    return messages.map(({ replyText: _, ...m }, i) => ({
      ...m,
      translations: rows
        .filter((r) => digests[i]!.some((d) => d.equals(r.digest)))
        .map(({ target, translated, engine, at }) => ({ target, translated, engine, at })),
    }));
  }

  private async specifications(ticketId: string): Promise<EvidenceSpecification[]> {
    const heads: { id: string; number: number }[] = await this.source.query(
      'SELECT id, number::int AS number FROM specifications WHERE ticket_id = $1 AND current_version > 0 ORDER BY number',
      [ticketId],
    );
    return Promise.all(
      heads.map(async (head) => {
        const [versions, moves, questions] = await Promise.all([
          this.source.query(
            `SELECT v.version, v.kind, v.hash, v.content, v.created_at AS "createdAt", u.name AS "createdBy", v.note, v.buyer_approved_at AS "approvedAt",
                    v.buyer_approved_hash AS "approvedHash", v.buyer_approved_name AS "approvedName"
             FROM specification_versions v JOIN users u ON u.id = v.created_by WHERE v.specification_id = $1 ORDER BY v.version`,
            [head.id],
          ),
          this.source.query(
            `SELECT e.at, CASE WHEN e.by_buyer THEN 'buyer' ELSE coalesce(u.name, '') END AS by, e.from_state AS "from", e.to_state AS "to", e.version, e.note
             FROM specification_events e LEFT JOIN users u ON u.id = e.by_user_id WHERE e.specification_id = $1 ORDER BY e.at, e.id`,
            [head.id],
          ),
          this.source.query(
            'SELECT asked_at AS at, text, answer, answered_at AS "answeredAt", version FROM specification_questions WHERE specification_id = $1 ORDER BY asked_at',
            [head.id],
          ),
        ]);
        return { ...head, versions, moves, questions };
      }),
    );
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
