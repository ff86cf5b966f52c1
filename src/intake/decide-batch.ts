import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentifyContacts, type KnownContact, keyOf } from '../contacts/index.ts';
import { newId } from '../platform/index.ts';
import type { Outcome, Read } from './batch.ts';
import { continuation, decideLanguage, wakes } from './decide.ts';
import type { ReadMail } from './read-mail.ts';
import { type ThreadFacts, ThreadMail } from './thread-mail.ts';

interface TicketState {
  id: string;
  status: string;
  resolvedAt: Date | null;
  mergedInto: string | null;
}

/** identify → thread → understand, for a whole batch; what an earlier message of the batch opens, a later one can join. */
@Injectable()
export class DecideBatch {
  constructor(
    private readonly contacts: IdentifyContacts,
    private readonly threading: ThreadMail,
  ) {}

  async decide(
    db: EntityManager,
    items: readonly Read[],
    ownAddresses: ReadonlySet<string>,
    now: Date,
    followUpAfterDays: number,
  ): Promise<Outcome[]> {
    const senders = items.flatMap(({ mail }) => (mail?.sender && !mail.automation?.isBounce ? [mail.sender] : []));
    const contacts = await this.contacts.identify(db, senders);
    const contactOf = (mail: ReadMail | null) => (mail?.sender ? (contacts.get(keyOf(mail.sender)) ?? null) : null);
    const facts = await this.threading.facts(
      db,
      items.flatMap((i) =>
        i.mail ? [{ mail: i.mail, contactId: contactOf(i.mail)?.id ?? null, envelopeTo: i.envelopeTo }] : [],
      ),
    );
    const duplicates = await this.duplicates(db, items);
    const tickets = await this.ticketStates(db, facts);
    const outcomes: Outcome[] = [];
    for (const item of items) {
      const outcome = this.decideOne(item, contactOf(item.mail), {
        facts,
        tickets,
        duplicates,
        ownAddresses,
        now,
        followUpAfterDays,
      });
      outcomes.push(outcome);
      if (outcome.kind !== 'ignore') this.learn(outcome, facts, tickets, duplicates);
    }
    await this.contacts.learn(
      db,
      outcomes.flatMap((o) =>
        o.kind === 'ignore' || !o.contact || !o.item.mail || o.item.mail.automation?.isAutomatic
          ? []
          : [
              {
                id: o.contact.id,
                language: o.language.confidence >= 0.7 ? o.language.language : null,
                country: o.contact.country ? null : o.item.mail.country,
              },
            ],
      ),
    );
    return outcomes;
  }

  private decideOne(
    item: Read,
    contact: KnownContact | null,
    known: {
      facts: ThreadFacts;
      tickets: Map<string, TicketState>;
      duplicates: Set<string>;
      ownAddresses: ReadonlySet<string>;
      now: Date;
      followUpAfterDays: number;
    },
  ): Outcome {
    const ids = { item, messageId: newId(), contact };
    const { mail } = item;
    if (!mail)
      return {
        kind: 'open',
        ...ids,
        ticketId: newId(),
        language: { language: null, confidence: 0, reason: null },
        followUpOf: null,
      };
    if (known.duplicates.has(identityOf(item, mail))) return { kind: 'ignore', item, reason: 'duplicate' };
    const isOwn =
      mail.from !== null &&
      known.ownAddresses.has(mail.from.address.toLowerCase()) &&
      mail.sender?.value === mail.from.address.toLowerCase();
    if (isOwn && mail.messageId && known.facts.byHeader.has(mail.messageId))
      return { kind: 'ignore', item, reason: 'own message' };
    const language = decideLanguage(mail, contact);
    const bounced = mail.automation?.isBounce ? this.threading.bouncedHeader(mail) : null;
    const match =
      (bounced ? this.ofBounce(bounced, known.facts) : null) ??
      this.threading.match(mail, contact?.id ?? null, item.envelopeTo, known.facts);
    if (!match) return { kind: 'open', ...ids, ticketId: newId(), language, followUpOf: null };
    const ticketId = endOfMerges(match.ticketId, known.tickets);
    const ticket = known.tickets.get(ticketId);
    const isAwake = wakes(mail) && !item.isHistory;
    const way = ticket && isAwake ? continuation(ticket, known.now, known.followUpAfterDays) : 'join';
    if (way === 'followUp' && !bounced)
      return { kind: 'open', ...ids, ticketId: newId(), language, followUpOf: ticketId };
    return { kind: 'append', ...ids, ticketId, language, by: match.by, reopens: way !== 'join', isAwake };
  }

  private ofBounce(header: string, facts: ThreadFacts): { ticketId: string; by: 'ownMessageId' } | null {
    const known = facts.byHeader.get(header);
    return known ? { ticketId: known.ticketId, by: 'ownMessageId' } : null;
  }

  /** Later messages of the batch see what this one makes. */
  private learn(
    outcome: Exclude<Outcome, { kind: 'ignore' }>,
    facts: ThreadFacts,
    tickets: Map<string, TicketState>,
    duplicates: Set<string>,
  ): void {
    const { mail } = outcome.item;
    if (!mail) return;
    const { ticketId, messageId } = outcome;
    duplicates.add(identityOf(outcome.item, mail));
    if (mail.messageId) facts.byHeader.set(mail.messageId, { ticketId, messageId });
    if (mail.threadRoot && !facts.byRoot.has(mail.threadRoot)) facts.byRoot.set(mail.threadRoot, ticketId);
    if (outcome.contact && mail.orderId && mail.sender?.kind === 'relay')
      facts.byOrder.set(`${outcome.contact.id} ${mail.orderId}`, ticketId);
    const people = facts.participants.get(ticketId) ?? new Set<string>();
    if (mail.sender) people.add(mail.sender.value);
    if (mail.from) people.add(mail.from.address.toLowerCase());
    for (const c of mail.cc) people.add(c.address.toLowerCase());
    facts.participants.set(ticketId, people);
    const state = tickets.get(ticketId);
    if (!state) tickets.set(ticketId, { id: ticketId, status: 'new', resolvedAt: null, mergedInto: null });
    else if (outcome.kind === 'append' && outcome.reopens)
      tickets.set(ticketId, { ...state, status: 'open', resolvedAt: null });
  }

  /** The same message through two mailboxes, or again after a mailbox was renumbered: same Message-ID and same bytes, date or sender. */
  private async duplicates(db: EntityManager, items: readonly Read[]): Promise<Set<string>> {
    const ids = items.flatMap((i) => (i.mail?.messageId ? [i.mail.messageId] : []));
    const rows: { header: string; sender: string | null; sent: Date | null }[] = await db.query(
      `SELECT message_id_header AS header, lower(from_address) AS sender, sent_at AS sent FROM messages WHERE message_id_header = ANY ($1) AND direction = 'in'`,
      [ids],
    );
    const bytes: { key: string }[] = await db.query(
      `SELECT encode(r.sha256, 'hex') AS key FROM received_messages r JOIN messages m ON m.received_message_id = r.id WHERE m.message_id_header IS NULL AND r.sha256 = ANY ($1)
       AND r.received_at > now() - interval '90 days'`,
      [items.filter((i) => i.mail && !i.mail.messageId).map((i) => i.sha256)],
    );
    return new Set([...rows.map((r) => identity(r.header, r.sender, r.sent)), ...bytes.map((b) => b.key)]);
  }

  private async ticketStates(db: EntityManager, facts: ThreadFacts): Promise<Map<string, TicketState>> {
    const ids = new Set([
      ...[...facts.byHeader.values()].map((k) => k.ticketId),
      ...facts.byMessage.values(),
      ...facts.byNumber.values(),
      ...facts.byRoot.values(),
      ...facts.byOrder.values(),
      ...facts.tickets,
    ]);
    if (ids.size === 0) return new Map();
    const rows: TicketState[] = await db.query(
      `SELECT id, status, resolved_at AS "resolvedAt", merged_into AS "mergedInto" FROM tickets
       WHERE id = ANY ($1) OR id IN (SELECT merged_into FROM tickets WHERE id = ANY ($1) AND merged_into IS NOT NULL) ORDER BY id FOR UPDATE`,
      [[...ids]],
    );
    return new Map(rows.map((r) => [r.id, r]));
  }
}

/** The key by which two arrivals are one message; without a Message-ID only the very bytes are. */
const identityOf = (item: Read, mail: ReadMail): string =>
  mail.messageId
    ? identity(mail.messageId, mail.from?.address.toLowerCase() ?? null, mail.date)
    : item.sha256.toString('hex');
const identity = (header: string, sender: string | null, sent: Date | null): string =>
  `${header} ${sender ?? ''} ${sent?.getTime() ?? ''}`;

function endOfMerges(ticketId: string, tickets: Map<string, TicketState>): string {
  let id = ticketId;
  for (let steps = 0; steps < 10; steps++) {
    const next = tickets.get(id)?.mergedInto;
    if (!next) return id;
    id = next;
  }
  return id;
}
