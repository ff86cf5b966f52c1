import { createHmac, timingSafeEqual } from 'node:crypto';

// Crockford-like alphabet: lower case only (mail systems fold local parts), without i, l, o, u.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UUID_CHARS = 26;
const MAC_BYTES = 10;
const MAC_CHARS = 16;
const LOCAL_PART_MAX = 64;

export type SigningKey = string | Uint8Array;

function encode32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
}

function decode32(text: string, length: number): Buffer | null {
  const out = Buffer.alloc(length);
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const char of text) {
    const digit = ALPHABET.indexOf(char);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      if (at < length) out[at++] = (value >> bits) & 255;
      value &= (1 << bits) - 1;
    }
  }
  return at === length ? out : null;
}

function mac(purpose: string, payload: string, key: SigningKey): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${payload}`).digest().subarray(0, MAC_BYTES);
}

function packUuid(uuid: string): string {
  if (!UUID.test(uuid)) throw new TypeError('not a uuid');
  return encode32(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

function unpackUuid(packed: string): string | null {
  const hex = decode32(packed, 16)?.toString('hex');
  return hex
    ? `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    : null;
}

function sealed(purpose: string, uuid: string, key: SigningKey): string {
  const packed = packUuid(uuid);
  return packed + encode32(mac(purpose, packed, key));
}

function unseal(purpose: string, token: string, key: SigningKey): string | null {
  if (token.length !== UUID_CHARS + MAC_CHARS) return null;
  const packed = token.slice(0, UUID_CHARS);
  const given = decode32(token.slice(UUID_CHARS), MAC_BYTES);
  if (!given || !timingSafeEqual(given, mac(purpose, packed, key))) return null;
  return unpackUuid(packed);
}

/**
 * Our own Message-ID, bare: carries the uuid of an outgoing message and an 80-bit HMAC-SHA256 over it, so that a
 * reply's References prove that the writer saw our mail.
 * @throws TypeError when messageId is not a uuid
 */
export function signMessageId(input: { messageId: string; domain: string }, key: SigningKey): string {
  return `m.${sealed('message-id', input.messageId, key)}@${input.domain}`;
}

/** The uuid that signMessageId put in, or null for a foreign or forged id. Takes the id with or without brackets. */
export function verifyMessageId(id: string, key: SigningKey): string | null {
  const local = normaliseMessageId(id)?.toLowerCase().split('@')[0];
  return local?.startsWith('m.') ? unseal('message-id', local.slice(2), key) : null;
}

/**
 * A reply address for one ticket by plus-addressing (RFC 5233): support+t.TOKEN@shop.example.
 * @returns null where the local part would pass the 64 octets of RFC 5321 §4.5.3.1.1: send from the plain address then
 * @throws TypeError when ticketId is not a uuid
 */
export function signReplyAddress(input: { ticketId: string; address: string }, key: SigningKey): string | null {
  const at = input.address.lastIndexOf('@');
  const local = `${input.address.slice(0, at)}+t.${sealed('reply-address', input.ticketId, key)}`;
  return at < 1 || Buffer.byteLength(local) > LOCAL_PART_MAX ? null : local + input.address.slice(at);
}

/** The ticket uuid that signReplyAddress put in, or null for any other address. */
export function verifyReplyAddress(address: string, key: SigningKey): string | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const plus = local.lastIndexOf('+t.');
  return plus < 0 ? null : unseal('reply-address', local.slice(plus + 3), key);
}

/** The plain address behind a signed reply address; any other address is returned as it is. */
export function plainAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.slice(0, Math.max(0, at)).search(/\+t\.[0-9a-z]{42}$/i);
  return plus < 0 ? address : address.slice(0, plus) + address.slice(at);
}

function checkCharacters(number: number, key: SigningKey): string {
  return encode32(mac('ticket-reference', String(number), key)).slice(0, 4);
}

/** Subject token of a ticket, for example [DR-1234-k7f2]. The four check characters (20 bits) stop typing errors and
 * casual guessing; they are not a permission: the caller also compares the writer. */
export function ticketReference(number: number, key: SigningKey): string {
  return `[DR-${number}-${checkCharacters(number, key)}]`;
}

const REFERENCE = /\bDR\s{0,3}[-‐‑‒–—]\s{0,3}(\d{1,12})\s{0,3}[-‐‑‒–—]\s{0,3}([0-9a-z]{4})(?![0-9a-z])/gi;

/** Numbers of the tickets whose valid references stand in a subject, in order, each once; brackets may be missing,
 * the case may have changed, blanks may have come in by folding. */
export function findTicketReferences(subject: string, key: SigningKey): number[] {
  const found = new Set<number>();
  for (const match of subject.slice(0, 10_000).matchAll(REFERENCE)) {
    const number = Number(match[1]);
    if (match[2]?.toLowerCase() === checkCharacters(number, key)) found.add(number);
  }
  return [...found];
}

/** A Message-ID without brackets, folding and comments, case kept (RFC 5322 §3.6.4); null when nothing is left. */
export function normaliseMessageId(value: string | null | undefined): string | null {
  if (!value) return null;
  const open = value.indexOf('<');
  const close = open < 0 ? -1 : value.indexOf('>', open);
  const inner =
    close > open ? value.slice(open + 1, close) : (value.trim().split(/\s/, 1)[0] ?? '').replace(/[<>]/g, '');
  const id = inner.replace(/\s+/g, '');
  return id === '' ? null : id;
}

/** Every id of a References or In-Reply-To value in order, bare, without repeats. */
export function messageIdList(value: string | null | undefined): string[] {
  if (!value) return [];
  const ids = new Set<string>();
  const bracketed = value.match(/<[^<>]+>/g);
  for (const piece of bracketed ?? value.split(/[\s,]+/)) {
    const id = normaliseMessageId(piece);
    if (id && (bracketed || id.includes('@'))) ids.add(id);
  }
  return [...ids];
}

/**
 * Root of an Outlook conversation: the first 22 bytes of Thread-Index (1 reserved, 5 time, 16 GUID) as 44 hex digits;
 * null when the header is too short or not base64. Source: MS-OXOMSG PidTagConversationIndex.
 */
export function threadIndexRoot(header: string | null | undefined): string | null {
  const compact = header?.replace(/\s+/g, '') ?? '';
  if (!/^[A-Za-z0-9+/]{30,}={0,2}$/.test(compact)) return null;
  return Buffer.from(compact.slice(0, 32), 'base64').subarray(0, 22).toString('hex');
}
