import type { EntityManager } from 'typeorm';
import { findTicketReferences, type SigningKey, verifyMessageId, verifyReplyAddress } from '../../libs/mime/index.ts';
import { type KnownTicket, ThreadBook } from './thread-book.ts';
import type { MailToThread } from './thread-mail.ts';

/** What a batch mentions. */
interface Mentioned {
  headers: Set<string>;
  own: Set<string>;
  numbers: Set<number>;
  threadRoots: Set<string>;
  parentRoots: Set<string>;
  tickets: Set<string>;
  contacts: Set<string>;
}

interface Row {
  kind: 'header' | 'own' | 'number' | 'thread' | 'parent' | 'ticket' | 'contact';
  key: string;
  ticket: string;
  direction: string | null;
  header: string | null;
}

/** Fetches at once, in three statements, what the database knows of everything a batch mentions; locks the tickets found. */
export async function loadThreadBook(
  db: EntityManager,
  batch: readonly MailToThread[],
  key: SigningKey,
): Promise<ThreadBook> {
  const book = new ThreadBook();
  const mentioned = mentionedIn(batch, key);
  if (Object.values(mentioned).every((set) => set.size === 0)) return book;
  const rows = await find(db, mentioned);
  for (const row of rows) {
    const message = { ticketId: row.ticket, direction: row.direction ?? '', header: row.header };
    if (row.kind === 'header') book.byHeader.set(row.key, [...(book.byHeader.get(row.key) ?? []), message]);
    else if (row.kind === 'own') book.byOwnId.set(row.key, message);
    else if (row.kind === 'number') book.byNumber.set(Number(row.key), row.ticket);
    else if (row.kind === 'thread') ThreadBook.note(book.byThreadRoot, row.key, row.ticket);
    else if (row.kind === 'parent') ThreadBook.note(book.byParentRoot, row.key, row.ticket);
    else if (row.kind === 'contact') ThreadBook.note(book.byContact, row.key, row.ticket);
  }
  for (const ticket of await lockTickets(db, [...new Set(rows.map((r) => r.ticket))]))
    book.tickets.set(ticket.id, ticket);
  return book;
}

function mentionedIn(batch: readonly MailToThread[], key: SigningKey): Mentioned {
  const m: Mentioned = {
    headers: new Set(),
    own: new Set(),
    numbers: new Set(),
    threadRoots: new Set(),
    parentRoots: new Set(),
    tickets: new Set(),
    contacts: new Set(),
  };
  for (const { mail, contactId, envelopeTo } of batch) {
    for (const id of [...mail.parents, mail.bounce?.originalMessageId]) {
      if (!id) continue;
      m.headers.add(id);
      const own = verifyMessageId(id, key);
      if (own) m.own.add(own);
    }
    for (const number of findTicketReferences(`${mail.subject} ${mail.bounce?.originalSubject ?? ''}`, key))
      m.numbers.add(number);
    if (mail.threadRoot) m.threadRoots.add(mail.threadRoot);
    if (mail.parentRoot) m.parentRoots.add(mail.parentRoot);
    for (const address of [...envelopeTo, ...mail.recipients]) {
      const ticket = verifyReplyAddress(address, key);
      if (ticket) m.tickets.add(ticket);
    }
    if (contactId && mail.sender?.kind === 'relay') m.contacts.add(contactId);
  }
  return m;
}

/** Oldest first, so that the newest ends at the head of its list. */
function find(db: EntityManager, m: Mentioned): Promise<Row[]> {
  return db.query(
    `SELECT 'header' AS kind, message_id_header AS key, ticket_id AS ticket, direction, message_id_header AS header FROM messages WHERE message_id_header = ANY ($1)
     UNION ALL SELECT 'own', id::text, ticket_id, direction, message_id_header FROM messages WHERE id = ANY ($2::uuid[]) AND direction = 'out'
     UNION ALL SELECT 'number', number::text, id, NULL, NULL FROM tickets WHERE number = ANY ($3::bigint[])
     UNION ALL (SELECT DISTINCT 'thread', thread_root, ticket_id, NULL, NULL FROM messages WHERE thread_root = ANY ($4) ORDER BY ticket_id)
     UNION ALL (SELECT DISTINCT 'parent', parent_root, ticket_id, NULL, NULL FROM messages WHERE parent_root = ANY ($5) AND direction = 'in' ORDER BY ticket_id)
     UNION ALL SELECT 'ticket', id::text, id, NULL, NULL FROM tickets WHERE id = ANY ($6::uuid[])
     UNION ALL (SELECT 'contact', c.id::text, t.id, NULL, NULL FROM unnest($7::uuid[]) AS c (id) CROSS JOIN LATERAL (
       SELECT t.id, t.last_message_at FROM tickets t WHERE t.contact_id = c.id AND t.merged_into IS NULL ORDER BY t.last_message_at DESC LIMIT 20) t ORDER BY t.last_message_at)`,
    [
      [...m.headers],
      [...m.own],
      [...m.numbers],
      [...m.threadRoots],
      [...m.parentRoots],
      [...m.tickets],
      [...m.contacts],
    ],
  );
}

/** In the order of their ids, as every deed that takes several does; with the tickets that merged ones ended in. */
async function lockTickets(db: EntityManager, ids: readonly string[]): Promise<KnownTicket[]> {
  if (ids.length === 0) return [];
  const rows: (Omit<KnownTicket, 'number' | 'participants'> & { number: string })[] = await db.query(
    `SELECT id, number, status, resolved_at AS "resolvedAt", merged_into AS "mergedInto", order_id AS "orderId", subject FROM tickets
     WHERE id IN (SELECT unnest($1::uuid[]) UNION SELECT merged_into FROM tickets WHERE id = ANY ($1::uuid[]) AND merged_into IS NOT NULL) ORDER BY id FOR UPDATE`,
    [ids],
  );
  const people = await participants(
    db,
    rows.map((r) => r.id),
  );
  return rows.map((r) => ({ ...r, number: Number(r.number), participants: people.get(r.id) ?? new Set<string>() }));
}

/** Who wrote, to whom we wrote, whom a writer copied in, and every address of the buyer. */
async function participants(db: EntityManager, ticketIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows: { ticket: string; addresses: string[] }[] = await db.query(
    `SELECT ticket_id AS ticket, array_agg(DISTINCT address) AS addresses FROM (
       SELECT ticket_id, lower(from_address) AS address FROM messages
         WHERE ticket_id = ANY ($1::uuid[]) AND direction = 'in' AND from_address IS NOT NULL AND (automation IS NULL OR automation->>'kind' <> 'bounce')
       UNION SELECT ticket_id, lower(p->>'address') FROM messages, jsonb_array_elements(cc_people || CASE WHEN direction = 'out' THEN to_people ELSE '[]' END) p
         WHERE ticket_id = ANY ($1::uuid[]) AND direction <> 'note'
       UNION SELECT t.id, a.value FROM tickets t JOIN contact_addresses a ON a.contact_id = t.contact_id WHERE t.id = ANY ($1::uuid[])
     ) people GROUP BY ticket_id`,
    [ticketIds],
  );
  return new Map(rows.map((r) => [r.ticket, new Set(r.addresses)]));
}
