import type { BounceRecipient } from '../types.ts';
import { RETURNED_MESSAGE } from './bounce-phrases.ts';

const MAX_TEXT = 8_000;
const ADDRESS = /[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,80}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g;
const STATUS = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const REPLY = /(?:^|[^\d.-])([45]\d\d)[ -](?!.{0,3}byte)/;
const NEVER_RECIPIENTS = /^(?:postmaster|mailer-daemon|abuse|support|help|admin(?:istrator)?|noreply|no-reply)@/i;

/** The report's own words: what stands before the returned message. */
export function reportWords(text: string): string {
  const head = text.slice(0, MAX_TEXT);
  const cut = RETURNED_MESSAGE.exec(head);
  // A report that begins with the returned header would leave nothing.
  return cut && cut.index > 20 ? head.slice(0, cut.index) : head;
}

/** What stands behind it. */
export function returnedWords(text: string): string {
  const cut = RETURNED_MESSAGE.exec(text.slice(0, MAX_TEXT * 4));
  return cut ? text.slice(cut.index, cut.index + 50_000) : '';
}

/** Enhanced status (RFC 3463) or one made from the SMTP reply code; '' when the text names neither. */
export function statusIn(text: string): string {
  const enhanced = STATUS.exec(text)?.[1];
  if (enhanced) return enhanced;
  const reply = REPLY.exec(text)?.[1];
  return reply ? `${reply[0]}.0.0` : '';
}

function diagnosticAround(text: string, address: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const at = Math.max(
    0,
    lines.findIndex((line) => line.includes(address)),
  );
  const near = lines.slice(at, at + 8);
  const line = near.find((candidate) => REPLY.test(candidate) || STATUS.test(candidate));
  return (line ?? '').slice(0, 500);
}

/**
 * What a report says of an address in its own words: behind it on its line, or in the lines below it up to the next gap.
 * @returns '' when it says nothing there
 */
export function wordsAbout(text: string, address: string): string {
  const lines = reportWords(text).split('\n');
  const at = lines.findIndex((line) => line.includes(address));
  if (at < 0) return '';
  const behind = lines[at]!.slice(lines[at]!.indexOf(address) + address.length).replace(/^[>)\]"':;,.\s-]+/, '');
  const below = lines.slice(at + 1, at + 5);
  const gap = below.findIndex((line) => line.trim() === '');
  return [behind, ...(gap < 0 ? below : below.slice(0, gap))]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
    .slice(0, 500);
}

/**
 * Recipients that a report without a machine-readable part names in its text.
 * @param own addresses that are ours (the report's own recipients), never the failed ones
 */
export function recipientsIn(text: string, own: readonly string[]): BounceRecipient[] {
  const words = reportWords(text);
  const mine = new Set(own.map((address) => address.toLowerCase()));
  const found = new Map<string, string>();
  for (const match of words.matchAll(ADDRESS)) {
    const key = match[0].toLowerCase();
    if (!mine.has(key) && !NEVER_RECIPIENTS.test(key) && !found.has(key) && found.size < 50) found.set(key, match[0]);
  }
  const status = statusIn(words);
  return [...found.values()].map((recipient) => ({
    recipient,
    action: 'failed',
    status,
    diagnostic: diagnosticAround(words, recipient),
  }));
}
