import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SigningKey, verifyMessageId } from '../../libs/mime/index.ts';
import { IdentifyContacts, type KnownContact, keyOf, type Sender } from '../contacts/index.ts';
import { newId, SecretBox } from '../platform/index.ts';
import type { Appended, Opened, Outcome, Read } from './batch.ts';
import { continuation, decideCountry, decideLanguage, wakes } from './decide.ts';
import { identityOf, knownIdentities } from './duplicates.ts';
import { loadThreadBook } from './load-thread-book.ts';
import { knownOrders } from './orders.ts';
import type { ReadMail } from './read-mail.ts';
import { ThreadBook } from './thread-book.ts';
import { type MailToThread, threadMail } from './thread-mail.ts';

export interface Circumstances {
  ownAddresses: ReadonlySet<string>;
  now: Date;
  /** A ticket resolved longer ago than this is followed up by a new one. */
  followUpAfterDays: number;
}

interface Known extends Circumstances {
  book: ThreadBook;
  identities: Set<string>;
  orders: ReadonlySet<string>;
}

/** identify → thread → understand, for a whole batch; what an earlier message of the batch opens, a later one can join. */
@Injectable()
export class DecideBatch {
  private readonly key: SigningKey;

  constructor(
    private readonly contacts: IdentifyContacts,
    box: SecretBox,
  ) {
    this.key = box.derive('mail ids');
  }

  async decide(db: EntityManager, items: readonly Read[], circumstances: Circumstances): Promise<Outcome[]> {
    const { ownAddresses } = circumstances;
    const mails = items.flatMap((i) => i.mail ?? []);
    const contacts = await this.contacts.identify(
      db,
      mails.flatMap((m) => correspondent(m, ownAddresses) ?? []),
    );
    const toThread = (item: Read & { mail: ReadMail }): MailToThread & { contact: KnownContact | null } => {
      const person = correspondent(item.mail, ownAddresses);
      const contact = person ? (contacts.get(keyOf(person)) ?? null) : null;
      const { mail, envelopeTo } = item;
      return { mail, envelopeTo, contact, contactId: contact?.id ?? null, isOwn: isOwnMail(mail, ownAddresses) };
    };
    const known: Known = {
      ...circumstances,
      book: await loadThreadBook(db, items.filter(isRead).map(toThread), this.key),
      identities: await knownIdentities(db, mails),
      orders: await knownOrders(db, mails),
    };
    const outcomes = items.map((item) => {
      if (!isRead(item)) return unreadable(item);
      const outcome = this.decideOne(item, toThread(item), known);
      if (outcome.kind !== 'ignore') learn(outcome, item.mail, known);
      return outcome;
    });
    await this.contacts.learn(db, outcomes.flatMap(learnedOf));
    return outcomes;
  }

  private decideOne(
    item: Read & { mail: ReadMail },
    message: MailToThread & { contact: KnownContact | null },
    known: Known,
  ): Outcome {
    const { mail } = item;
    if (known.identities.has(identityOf(mail))) return { kind: 'ignore', item, reason: 'duplicate' };
    if (message.isOwn) {
      if (!item.isHistory) return { kind: 'ignore', item, reason: 'ownMail' };
      // What we sent from here is in its ticket already.
      if (mail.messageId && verifyMessageId(mail.messageId, this.key))
        return { kind: 'ignore', item, reason: 'duplicate' };
    }
    const { ticket, reason, reportedHeader = null } = threadMail(message, known.book, this.key);
    const kept = {
      item,
      messageId: newId(),
      contact: message.contact,
      language: decideLanguage(mail, message.contact),
      country: decideCountry(mail, message.contact),
      orderId: mail.orderId ?? mail.possibleOrders.find((o) => known.orders.has(o)) ?? relayOrder(mail),
      direction: message.isOwn ? ('out' as const) : ('in' as const),
      reportedHeader,
    };
    if (!ticket) return { kind: 'open', ...kept, ticketId: newId(), reason, followUpOf: null };
    const isAwake = wakes(mail) && !item.isHistory;
    const way = isAwake ? continuation(ticket, known.now, known.followUpAfterDays) : 'join';
    if (way === 'followUp') {
      const followUp = { code: 'followUp', params: { number: ticket.number } };
      return { kind: 'open', ...kept, ticketId: newId(), reason: followUp, followUpOf: ticket.id };
    }
    return { kind: 'append', ...kept, ticketId: ticket.id, reason, reopens: way === 'reopen', isAwake };
  }
}

const isRead = (item: Read): item is Read & { mail: ReadMail } => item.mail !== null;

const isOwnMail = (mail: ReadMail, ownAddresses: ReadonlySet<string>): boolean =>
  mail.sender !== null && ownAddresses.has(mail.sender.value);

/** The buyer: who wrote, or whom we wrote to. Reports come from machines, which are nobody's contact. */
function correspondent(mail: ReadMail, ownAddresses: ReadonlySet<string>): Sender | null {
  if (mail.automation?.isBounce) return null;
  if (!isOwnMail(mail, ownAddresses)) return mail.sender;
  const to = mail.to.find((p) => p.address.includes('@') && !ownAddresses.has(p.address.toLowerCase()));
  return to ? { kind: 'email', value: to.address, name: to.name } : null;
}

/** Operators of marketplaces number orders as they like: behind the word "order", their mail means it. */
const relayOrder = (mail: ReadMail): string | null =>
  mail.sender?.kind === 'relay' ? (mail.possibleOrders[0] ?? null) : null;

const unreadable = (item: Read): Opened => ({
  kind: 'open',
  item,
  messageId: newId(),
  ticketId: newId(),
  contact: null,
  language: { language: null, confidence: 0, reason: null },
  country: { country: null, region: null, confidence: 0, reason: null },
  orderId: null,
  direction: 'in',
  reason: { code: 'unreadable', params: {} },
  reportedHeader: null,
  followUpOf: null,
});

/** Later messages of the batch see what this one makes. */
function learn(outcome: Opened | Appended, mail: ReadMail, { book, identities }: Known): void {
  const { ticketId, contact, orderId } = outcome;
  identities.add(identityOf(mail));
  const ticket = book.tickets.get(ticketId) ?? {
    id: ticketId,
    number: null,
    status: 'new',
    resolvedAt: null,
    mergedInto: null,
    orderId,
    subject: mail.subject,
    participants: new Set<string>(),
  };
  if (outcome.kind === 'append' && outcome.reopens) Object.assign(ticket, { status: 'open', resolvedAt: null });
  book.tickets.set(ticketId, ticket);
  const people = [
    mail.sender?.value,
    ...mail.cc.map((p) => p.address),
    ...(outcome.direction === 'out' ? mail.to.map((p) => p.address) : []),
  ];
  for (const address of people) if (address) ticket.participants.add(address.toLowerCase());
  if (mail.messageId) {
    const message = { ticketId, direction: outcome.direction, header: mail.messageId };
    book.byHeader.set(mail.messageId, [message, ...(book.byHeader.get(mail.messageId) ?? [])]);
  }
  ThreadBook.note(book.byThreadRoot, mail.threadRoot, ticketId);
  ThreadBook.note(book.byParentRoot, mail.parentRoot, ticketId);
  if (mail.sender?.kind === 'relay') ThreadBook.note(book.byContact, contact?.id ?? null, ticketId);
}

/** What a person wrote teaches their language and country; what a machine wrote does not. */
function learnedOf(o: Outcome): { id: string; language: string | null; country: string | null }[] {
  if (o.kind === 'ignore' || !o.contact || !o.item.mail || o.item.mail.automation?.isAutomatic || o.direction === 'out')
    return [];
  return [
    {
      id: o.contact.id,
      language: o.language.confidence >= 0.7 ? o.language.language : null,
      country: o.contact.country ? null : o.country.country,
    },
  ];
}
