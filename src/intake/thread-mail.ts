import type { Reason, ThreadingCode } from '../../libs/contracts/index.ts';
import { findTicketReferences, type SigningKey, verifyMessageId, verifyReplyAddress } from '../../libs/mime/index.ts';
import { takesPart } from './participants.ts';
import { noticesOf, type ReadMail } from './read-mail.ts';
import type { KnownTicket, ThreadBook } from './thread-book.ts';

export interface Threading {
  /** Null: it opens a ticket. */
  ticket: KnownTicket | null;
  reason: Reason;
  /** Message-ID of our own message that a report speaks of. */
  reportedHeader?: string | null;
}

export interface MailToThread {
  mail: ReadMail;
  contactId: string | null;
  envelopeTo: readonly string[];
  /** Written by ourselves: old mail of the sent folder. */
  isOwn?: boolean;
}

const because = (code: ThreadingCode, params: Reason['params'] = {}): Reason => ({ code, params });

/**
 * The ticket a message belongs to, in order of trust: our signed reply address; our signed Message-ID; References to a known
 * message by somebody who takes part; a platform's notices about the same order; the same buyer of a marketplace about the same order; Outlook's Thread-Index, then the
 * subject's checked token, with somebody who takes part. Else a new ticket: a stranger who guesses a number or carries other
 * people's References joins nothing. Pure.
 */
export function threadMail(message: MailToThread, book: ThreadBook, key: SigningKey): Threading {
  const { mail, isOwn } = message;
  const report = mail.automation && (mail.bounce || mail.automation.isBounce) ? reported(mail, book, key) : null;
  if (report) return report;
  const signed = bySignature(message, book, key);
  if (signed) return signed;

  const writer = mail.sender?.value ?? '';
  let stranger: KnownTicket | null = null;
  const admit = (ticket: KnownTicket | null): ticket is KnownTicket => {
    if (!ticket) return false;
    if (isOwn || (writer !== '' && takesPart(writer, ticket.participants))) return true;
    stranger ??= ticket;
    return false;
  };
  const firstOf = (ids: readonly string[] | undefined) => ids?.map((id) => book.ticket(id)).find(admit) ?? null;

  for (const id of mail.parents) {
    const ticket = firstOf(book.byHeader.get(id)?.map((m) => m.ticketId));
    if (ticket) return { ticket, reason: because('references') };
  }
  const sibling = mail.parentRoot ? firstOf(book.byParentRoot.get(mail.parentRoot)) : null;
  if (sibling) return { ticket: sibling, reason: siblingReason(mail.parentRoot ?? '') };
  const deal = byMarketplace(message, book);
  if (deal) return deal;
  const outlook = mail.threadRoot ? firstOf(book.byThreadRoot.get(mail.threadRoot)) : null;
  if (outlook) return { ticket: outlook, reason: because('threadIndex') };
  for (const number of findTicketReferences(mail.subject, key)) {
    const ticket = book.ticket(book.byNumber.get(number));
    if (admit(ticket)) return { ticket, reason: because('subjectToken') };
  }
  const apart = stranger as KnownTicket | null;
  return { ticket: null, reason: apart?.number ? because('stranger', { number: apart.number }) : because('newTicket') };
}

const siblingReason = (root: string): Reason =>
  root.startsWith(noticesOf) ? because('sameOrder', { order: root.slice(noticesOf.length) }) : because('sameParent');

/** Signatures of ours prove that the writer has seen our mail, whoever it is. */
function bySignature({ mail, envelopeTo }: MailToThread, book: ThreadBook, key: SigningKey): Threading | null {
  for (const address of [...envelopeTo, ...mail.recipients]) {
    const ticket = book.ticket(verifyReplyAddress(address, key) ?? undefined);
    if (ticket) return { ticket, reason: because('replyAddress') };
  }
  for (const id of mail.parents) {
    const own = verifyMessageId(id, key);
    const ticket = own ? book.ticket(book.byOwnId.get(own)?.ticketId) : null;
    if (ticket) return { ticket, reason: because('ownMessageId') };
  }
  return null;
}

/** A report (RFC 3464) belongs to the message that it reports on, whatever its own sender is called. */
function reported(mail: ReadMail, book: ThreadBook, key: SigningKey): Threading | null {
  const ids = [mail.bounce?.originalMessageId, ...mail.parents].filter((id) => typeof id === 'string');
  for (const id of ids) {
    const own = verifyMessageId(id, key);
    const message = (own && book.byOwnId.get(own)) || book.byHeader.get(id)?.find((m) => m.direction === 'out');
    const ticket = message ? book.ticket(message.ticketId) : null;
    if (message && ticket) return { ticket, reason: because('bouncedMessage'), reportedHeader: message.header };
  }
  const recipient = mail.bounce?.recipient.toLowerCase();
  const subjects = `${mail.bounce?.originalSubject ?? ''} ${mail.subject}`;
  for (const number of findTicketReferences(subjects, key)) {
    const ticket = book.ticket(book.byNumber.get(number));
    if (ticket && recipient && ticket.participants.has(recipient))
      return { ticket, reason: because('bouncedMessage'), reportedHeader: null };
  }
  return null;
}

/**
 * Marketplaces send no threading headers: the alias is the buyer, the order (or the item in the subject) is the matter.
 * A message without either continues what that buyer wrote last.
 */
function byMarketplace({ mail, contactId }: MailToThread, book: ThreadBook): Threading | null {
  if (mail.sender?.kind !== 'relay' || !contactId) return null;
  const tickets = (book.byContact.get(contactId) ?? []).map((id) => book.ticket(id)).filter((t) => t !== null);
  const orders = [mail.orderId, ...mail.possibleOrders].filter((o) => o !== null);
  const { itemNumber } = mail;
  const found =
    orders.length > 0
      ? tickets.find((t) => t.orderId !== null && orders.includes(t.orderId))
      : itemNumber
        ? tickets.find((t) => t.subject.includes(itemNumber))
        : tickets[0];
  if (!found) return null;
  return {
    ticket: found,
    reason:
      found.orderId && orders.length > 0
        ? because('marketplaceOrder', { order: found.orderId })
        : because('marketplaceBuyer'),
  };
}
