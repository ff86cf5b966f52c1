import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { baseSubject, findTicketReferences, verifyMessageId, verifyReplyAddress } from '../../libs/mime/index.ts';
import { SecretBox } from '../platform/index.ts';
import type { ReadMail } from './read-mail.ts';
import { isSameCompany } from './sender.ts';

/** How a message found its ticket; shown to whoever asks why it is there. */
export type ThreadReason = 'replyAddress' | 'ownMessageId' | 'references' | 'order' | 'threadIndex' | 'subjectToken';

export interface ThreadMatch {
  ticketId: string;
  by: ThreadReason;
}

interface Known {
  ticketId: string;
  messageId: string;
}

/** What the database knows of everything a batch mentions, fetched at once. */
export interface ThreadFacts {
  /** Message-ID header → message */
  byHeader: Map<string, Known>;
  /** id of our own message → ticket */
  byMessage: Map<string, string>;
  byNumber: Map<number, string>;
  byRoot: Map<string, string>;
  /** `contact order` → ticket */
  byOrder: Map<string, string>;
  /** ticket → addresses of those who take part, lower case */
  participants: Map<string, Set<string>>;
  tickets: Set<string>;
}

/**
 * The ticket a message belongs to, in order of trust: our signed reply address; our signed Message-ID; References to a known
 * message by somebody who takes part; the same order of the same marketplace buyer; Outlook's Thread-Index with somebody who
 * takes part; the subject's checked token with somebody who takes part. Else a new ticket. A stranger who guesses a number or
 * carries other people's References joins nothing.
 */
@Injectable()
export class ThreadMail {
  private readonly key: Buffer;

  constructor(box: SecretBox) {
    this.key = box.derive('mail ids');
  }

  async facts(
    db: EntityManager,
    batch: readonly { mail: ReadMail; contactId: string | null; envelopeTo: readonly string[] }[],
  ): Promise<ThreadFacts> {
    const headers = new Set<string>();
    const own = new Set<string>();
    const numbers = new Set<number>();
    const roots = new Set<string>();
    const tickets = new Set<string>();
    const orders: { contact: string; order: string }[] = [];
    for (const { mail, contactId, envelopeTo } of batch) {
      for (const id of idsOf(mail)) {
        headers.add(id);
        const ours = verifyMessageId(id, this.key);
        if (ours) own.add(ours);
      }
      if (mail.messageId) headers.add(mail.messageId);
      if (mail.bounce?.originalMessageId) headers.add(mail.bounce.originalMessageId);
      for (const number of findTicketReferences(mail.subject, this.key)) numbers.add(number);
      if (mail.threadRoot) roots.add(mail.threadRoot);
      for (const address of [...mail.recipients, ...envelopeTo]) {
        const ticket = verifyReplyAddress(address, this.key);
        if (ticket) tickets.add(ticket);
      }
      if (contactId && mail.orderId && mail.sender?.kind === 'relay')
        orders.push({ contact: contactId, order: mail.orderId });
    }
    return this.fetch(db, { headers, own, numbers, roots, tickets, orders });
  }

  match(
    mail: ReadMail,
    contactId: string | null,
    envelopeTo: readonly string[],
    facts: ThreadFacts,
  ): ThreadMatch | null {
    for (const address of [...envelopeTo, ...mail.recipients]) {
      const ticketId = verifyReplyAddress(address, this.key);
      if (ticketId && facts.tickets.has(ticketId)) return { ticketId, by: 'replyAddress' };
    }
    const ids = idsOf(mail);
    for (const id of ids) {
      const ours = verifyMessageId(id, this.key);
      const ticketId = ours ? facts.byMessage.get(ours) : undefined;
      if (ticketId) return { ticketId, by: 'ownMessageId' };
    }
    const sender = mail.sender?.value ?? mail.from?.address.toLowerCase() ?? '';
    const takesPart = (ticketId: string) => this.takesPart(facts.participants.get(ticketId), sender);
    for (const id of ids) {
      const known = facts.byHeader.get(id);
      if (known && takesPart(known.ticketId)) return { ticketId: known.ticketId, by: 'references' };
    }
    if (contactId && mail.orderId && mail.sender?.kind === 'relay') {
      const ticketId = facts.byOrder.get(`${contactId} ${mail.orderId}`);
      if (ticketId) return { ticketId, by: 'order' };
    }
    const byRoot = mail.threadRoot ? facts.byRoot.get(mail.threadRoot) : undefined;
    if (byRoot && takesPart(byRoot)) return { ticketId: byRoot, by: 'threadIndex' };
    for (const number of findTicketReferences(mail.subject, this.key)) {
      const ticketId = facts.byNumber.get(number);
      if (ticketId && takesPart(ticketId)) return { ticketId, by: 'subjectToken' };
    }
    return null;
  }

  /** The message of ours that a bounce speaks of, as its Message-ID. */
  bouncedHeader(mail: ReadMail): string | null {
    const candidates = [mail.bounce?.originalMessageId, ...idsOf(mail)].filter((id) => id !== null && id !== undefined);
    return candidates.find((id) => verifyMessageId(id, this.key)) ?? null;
  }

  private takesPart(participants: Set<string> | undefined, sender: string): boolean {
    if (!participants || !sender) return false;
    if (participants.has(sender)) return true;
    for (const known of participants) if (isSameCompany(known, sender)) return true;
    return false;
  }

  private async fetch(
    db: EntityManager,
    wanted: {
      headers: Set<string>;
      own: Set<string>;
      numbers: Set<number>;
      roots: Set<string>;
      tickets: Set<string>;
      orders: { contact: string; order: string }[];
    },
  ): Promise<ThreadFacts> {
    const rows: { kind: string; key: string; ticket: string; message: string | null }[] = await db.query(
      `SELECT 'header' AS kind, message_id_header AS key, ticket_id AS ticket, id AS message FROM messages WHERE message_id_header = ANY ($1)
       UNION ALL SELECT 'own', id::text, ticket_id, id FROM messages WHERE id = ANY ($2) AND direction = 'out'
       UNION ALL SELECT 'number', number::text, id, NULL FROM tickets WHERE number = ANY ($3)
       UNION ALL SELECT 'root', thread_root, ticket_id, id FROM messages WHERE thread_root = ANY ($4)
       UNION ALL SELECT 'ticket', id::text, id, NULL FROM tickets WHERE id = ANY ($5)
       UNION ALL SELECT 'order', t.contact_id || ' ' || t.order_id, t.id, NULL FROM tickets t
         WHERE (t.contact_id, t.order_id) IN (SELECT * FROM unnest($6::uuid[], $7::text[])) AND t.merged_into IS NULL`,
      [
        [...wanted.headers],
        [...wanted.own],
        [...wanted.numbers],
        [...wanted.roots],
        [...wanted.tickets],
        wanted.orders.map((o) => o.contact),
        wanted.orders.map((o) => o.order),
      ],
    );
    const of = (kind: string) => rows.filter((r) => r.kind === kind);
    const ids = [...new Set(rows.map((r) => r.ticket))];
    return {
      byHeader: new Map(of('header').map((r) => [r.key, { ticketId: r.ticket, messageId: r.message! }])),
      byMessage: new Map(of('own').map((r) => [r.key, r.ticket])),
      byNumber: new Map(of('number').map((r) => [Number(r.key), r.ticket])),
      byRoot: new Map(of('root').map((r) => [r.key, r.ticket])),
      byOrder: new Map(of('order').map((r) => [r.key, r.ticket])),
      participants: await this.participants(db, ids),
      tickets: new Set(of('ticket').map((r) => r.ticket)),
    };
  }

  private async participants(db: EntityManager, ticketIds: readonly string[]): Promise<Map<string, Set<string>>> {
    if (ticketIds.length === 0) return new Map();
    const rows: { ticket: string; addresses: string[] }[] = await db.query(
      `SELECT ticket_id AS ticket, array_agg(DISTINCT address) AS addresses FROM (
         SELECT ticket_id, lower(from_address) AS address FROM messages WHERE ticket_id = ANY ($1) AND direction = 'in' AND from_address IS NOT NULL
         UNION SELECT ticket_id, lower(p->>'address') FROM messages, jsonb_array_elements(cc_people || CASE WHEN direction = 'out' THEN to_people ELSE '[]' END) p WHERE ticket_id = ANY ($1) AND direction <> 'note'
         UNION SELECT t.id, a.value FROM tickets t JOIN contact_addresses a ON a.contact_id = t.contact_id WHERE t.id = ANY ($1)
       ) people GROUP BY ticket_id`,
      [ticketIds],
    );
    return new Map(rows.map((r) => [r.ticket, new Set(r.addresses)]));
  }
}

/** Parents, the nearest first. */
const idsOf = (mail: ReadMail): string[] => [
  ...new Set([mail.inReplyTo, ...[...mail.references].reverse()].filter((id): id is string => Boolean(id))),
];

export const subjectOf = (mail: ReadMail): string => baseSubject(mail.subject) || mail.subject;
