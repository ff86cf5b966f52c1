import { decodeWords } from '../decode/encoded-words.ts';
import type { MailAddress } from '../types.ts';

const MAX_ADDRESSES = 5_000;
const MAX_UNFINISHED = 20;
const MAX_ADDRESS_LENGTH = 2_000;
const MAX_NAME_LENGTH = 2_000;

const ENCODED_WORD = /^=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,2000}\?=/;

/** What stands between two separators of an address list, raw. */
interface Entry {
  /** Words outside of brackets, quotes removed. */
  phrase: string;
  quoted: boolean;
  /** Inside < >, null where there were none. */
  angle: string | null;
  comment: string;
}

const emptyEntry = (): Entry => ({ phrase: '', quoted: false, angle: null, comment: '' });

function endOfQuoted(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return -1;
}

function endOfComment(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return -1;
}

// A quoted local part keeps its quotes: it belongs to the address.
function appendQuoted(entry: Entry, inner: string, next: string | undefined): void {
  if (next === '@') entry.phrase += `"${inner}"`;
  else {
    entry.phrase += inner.replace(/\\(.)/g, '$1');
    entry.quoted = true;
  }
}

interface Reader {
  text: string;
  at: number;
  entry: Entry;
  entries: Entry[];
  /** Quotes and comments that never end; after some the rest is taken as it stands, so that time stays linear. */
  unfinished: number;
}

function flush(reader: Reader): void {
  const { entry } = reader;
  if (entry.angle !== null || entry.phrase.trim() !== '' || entry.comment !== '') reader.entries.push(entry);
  reader.entry = emptyEntry();
}

function readQuotedWord(reader: Reader): void {
  const end = reader.unfinished < MAX_UNFINISHED ? endOfQuoted(reader.text, reader.at + 1) : -1;
  if (end < 0) {
    reader.unfinished++;
    reader.at++;
    return;
  }
  appendQuoted(reader.entry, reader.text.slice(reader.at + 1, end), reader.text[end + 1]);
  reader.at = end + 1;
}

function readComment(reader: Reader): void {
  const end = reader.unfinished < MAX_UNFINISHED ? endOfComment(reader.text, reader.at) : -1;
  if (end < 0) {
    reader.unfinished++;
    reader.entry.phrase += '(';
    reader.at++;
    return;
  }
  const inner = reader.text.slice(reader.at + 1, end).replace(/\\(.)/g, '$1');
  reader.entry.comment += (reader.entry.comment ? ' ' : '') + inner;
  reader.at = end + 1;
}

function readAngle(reader: Reader): void {
  const { text, at, entry } = reader;
  let end = text.indexOf('>', at);
  if (end < 0) end = text.length;
  let inner = text.slice(at + 1, end);
  // "Name <nick> <a@b>": the last bracket with an address counts, the one before belongs to the name.
  const nested = inner.lastIndexOf('<');
  if (nested >= 0) inner = inner.slice(nested + 1);
  if (entry.angle !== null && !inner.includes('@')) entry.phrase += ` <${inner}>`;
  else {
    if (entry.angle) entry.phrase += entry.angle.includes('@') ? '' : ` <${entry.angle}>`;
    entry.angle = inner;
  }
  reader.at = end + 1;
}

function readGroupName(reader: Reader): void {
  // A colon ends a group's name unless it stands inside something address-like (mailto:, [IPv6:…]).
  if (/mailto$/i.test(reader.entry.phrase.trim())) reader.entry.phrase = '';
  else if (reader.entry.phrase.includes('@') || reader.entry.angle !== null) reader.entry.phrase += ':';
  else reader.entry = emptyEntry();
  reader.at++;
}

function splitEntries(text: string): Entry[] {
  const reader: Reader = { text, at: 0, entry: emptyEntry(), entries: [], unfinished: 0 };
  while (reader.at < text.length && reader.entries.length < MAX_ADDRESSES) {
    switch (text[reader.at]) {
      case '"':
        readQuotedWord(reader);
        break;
      case '(':
        readComment(reader);
        break;
      case '<':
        readAngle(reader);
        break;
      case ':':
        readGroupName(reader);
        break;
      case ',':
      case ';':
        flush(reader);
        reader.at++;
        break;
      case '=': {
        // An encoded word is one piece, whatever raw commas or brackets its writer left in it.
        const word = text[reader.at + 1] === '?' ? ENCODED_WORD.exec(text.slice(reader.at, reader.at + 2100)) : null;
        reader.entry.phrase += word ? word[0] : '=';
        reader.at += word ? word[0].length : 1;
        break;
      }
      default:
        reader.entry.phrase += text[reader.at++];
    }
  }
  flush(reader);
  return reader.entries;
}

function cleanAddress(full: string, hint: string | null): string {
  const raw = full.slice(0, MAX_ADDRESS_LENGTH);
  let address = raw.includes('=?') || /[\x80-\xff]/.test(raw) ? decodeWords(raw, hint) : raw;
  address = address
    .replace(/\([^()]*\)/g, '')
    .replace(/^\s*mailto:/i, '')
    .trim();
  if (!address.startsWith('"')) address = address.replace(/[\s<>]+/g, '');
  // Source route (RFC 5322 §4.4): @relay,@relay:user@host
  if (address.startsWith('@') && address.includes(':')) address = address.slice(address.indexOf(':') + 1);
  return address.replace(/^['`]+|['`,;]+$/g, '');
}

function cleanName(raw: string, hint: string | null): string {
  const name = decodeWords(raw.slice(0, MAX_NAME_LENGTH).replace(/\s+/g, ' ').trim(), hint).trim();
  const unquoted = /^(["'])(.*)\1$/s.exec(name)?.[2] ?? name;
  return unquoted
    .replace(/\\(["\\])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function looseAddress(entry: Entry, hint: string | null): MailAddress {
  const phrase = entry.phrase.replace(/\s+/g, ' ').trim();
  // A quoted local part may hold blanks.
  const local = /(?:^| )("[^"]{1,64}"@[^ ]{1,255})/.exec(phrase);
  if (local) return { name: cleanName(entry.comment, hint), address: cleanAddress(local[1] as string, hint) };
  const words = phrase.split(' ');
  const index = words.findIndex((word) => word.includes('@') && word.length > 1);
  if (index >= 0 && !(words[index] as string).startsWith('=?')) {
    const rest = words.filter((_, i) => i !== index).join(' ');
    return { name: cleanName(rest || entry.comment, hint), address: cleanAddress(words[index] as string, hint) };
  }
  // "user @ host" torn by blanks.
  const compact = phrase.replace(/ ?@ ?/, '@');
  if (compact.includes('@') && !/\s/.test(compact) && !compact.startsWith('=?')) {
    return { name: cleanName(entry.comment, hint), address: cleanAddress(compact, hint) };
  }
  // MAILER-DAEMON@host hidden in the comment: "Mail Delivery System" (MAILER-DAEMON@host)
  const hidden = /^\S{1,200}@\S{1,200}$/.test(entry.comment) ? cleanAddress(entry.comment, hint) : '';
  return { name: cleanName(phrase || entry.comment, hint), address: hidden };
}

function toAddress(entry: Entry, hint: string | null): MailAddress {
  if (entry.angle === null) return looseAddress(entry, hint);
  const address = cleanAddress(entry.angle, hint);
  return { name: cleanName(entry.phrase.trim() === '' ? entry.comment : entry.phrase, hint), address };
}

// "Doe, John <j@x>" without quotes: a piece without an address belongs to the name that follows.
function joinTornNames(entries: Entry[]): Entry[] {
  const joined: Entry[] = [];
  let torn: Entry[] = [];
  for (const entry of entries) {
    const bare = entry.angle === null && !entry.quoted && !/@|=\?/.test(entry.phrase);
    if (bare) {
      torn.push(entry);
      continue;
    }
    if (entry.angle === null) joined.push(...torn, entry);
    else joined.push({ ...entry, phrase: [...torn, entry].map((e) => e.phrase.trim()).join(', ') });
    torn = [];
  }
  return [...joined, ...torn];
}

/**
 * Mailboxes of an address field (RFC 5322 §3.4 with its obsolete forms, RFC 6532), groups flattened. Never throws:
 * what holds no address comes back with address ''.
 * @param value unfolded, one character per byte
 */
export function readAddresses(value: string | undefined, hint: string | null = null): MailAddress[] {
  if (!value) return [];
  const found: MailAddress[] = [];
  for (const entry of joinTornNames(splitEntries(value))) {
    const mailbox = toAddress(entry, hint);
    // A whole address hidden in an encoded word.
    if (mailbox.address === '' && /<[^<>@\s]+@[^<>\s]+>/.test(mailbox.name)) {
      const open = mailbox.name.lastIndexOf('<');
      found.push({
        name: mailbox.name.slice(0, open).replace(/^["\s]+|["\s]+$/g, ''),
        address: mailbox.name.slice(open + 1, mailbox.name.indexOf('>', open)),
      });
    } else if (mailbox.address !== '' || mailbox.name !== '') found.push(mailbox);
  }
  return found;
}
