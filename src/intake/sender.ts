import type { MailAddress, ParsedMessage } from '../../libs/mime/index.ts';
import type { Sender } from '../contacts/index.ts';
import { companyOf } from './participants.ts';
import { relayOf } from './relay-senders.ts';

const robot =
  /^(?:no-?reply|do-?not-?reply|donotreply|notifications?|mailer-daemon|postmaster|bounces?)(?:[+._-].*)?$/i;
/** Senders that only pass on what somebody typed into a form. */
const form = /^(?:no-?reply|do-?not-?reply|donotreply|forms?|web-?form|contact-?form|wordpress|www-data|apache)\b/i;

export interface IdentifiedSender extends Sender {
  platform: string | null;
  /** The address as it was written: an answer goes there, with whatever case a marketplace put into it. */
  address: string;
  /** The marketplace's own notice: no buyer stands behind it. */
  isRobot: boolean;
}

/**
 * Who wrote. The From address decides; somebody else's address in Reply-To does not (anybody can write one there, and the
 * answer would go to a thief), except where the sender is a colleague of it, or only passes on what a form was given:
 * our own address, or one that nobody reads. A group address names the writer in X-Original-Sender.
 */
export function identifySender(
  mail: Pick<ParsedMessage, 'from' | 'replyTo' | 'author' | 'sender'> & { headers?: ParsedMessage['headers'] },
  ownAddresses: ReadonlySet<string>,
): IdentifiedSender | null {
  const from = mail.from.find((a) => a.address.includes('@')) ?? mail.sender ?? mail.author;
  if (!from?.address.includes('@')) return null;
  const person = personBehind(from, mail, ownAddresses);
  const relay = relayOf(person.address);
  const local = person.address.slice(0, person.address.lastIndexOf('@'));
  return {
    kind: relay ? 'relay' : 'email',
    value: relay?.address ?? person.address.toLowerCase(),
    name: cleanName(person.name || (person === from ? '' : from.name)),
    platform: relay?.platform ?? null,
    address: person.address,
    isRobot: robot.test(local),
  };
}

function personBehind(
  from: MailAddress,
  mail: Parameters<typeof identifySender>[0],
  ownAddresses: ReadonlySet<string>,
): MailAddress {
  const isOwn = (a: MailAddress) => ownAddresses.has(a.address.toLowerCase());
  if (mail.headers?.has('x-original-sender') && mail.author?.address.includes('@')) return mail.author;
  const replyTo = mail.replyTo.find((a) => a.address.includes('@') && !isOwn(a));
  if (!replyTo || relayOf(from.address)) return from;
  const passesOn = isOwn(from) || form.test(from.address);
  const company = companyOf(from.address);
  return passesOn || (company !== null && company === companyOf(replyTo.address)) ? replyTo : from;
}

const cleanName = (name: string): string =>
  name.replace(/\s+-\s+(?:Amazon|eBay)\s+Marketplace$|\s+via\s+\S+$/i, '').trim();
