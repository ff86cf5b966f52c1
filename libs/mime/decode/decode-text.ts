import { isAscii, isUtf8 } from 'node:buffer';
import { type CharsetCodec, charsetCodec } from './charset-names.ts';
import { detectCharset, detectEscapes } from './detect-charset.ts';
import { decodeHz, decodeIso2022Cn, decodeIso2022Jp, decodeIso2022Kr, decodeUtf7 } from './stateful-charsets.ts';

// Fewer bytes than this can be valid UTF-8 by chance in a two-byte East Asian charset.
const ENOUGH_FOR_UTF8 = 6;
const windows1252 = new TextDecoder('windows-1252');

function decodeStateful(label: 'iso-2022-jp' | 'iso-2022-kr' | 'iso-2022-cn' | 'hz' | 'utf-7', bytes: Buffer): string {
  switch (label) {
    case 'iso-2022-jp':
      return decodeIso2022Jp(bytes);
    case 'iso-2022-kr':
      return decodeIso2022Kr(bytes);
    case 'iso-2022-cn':
      return decodeIso2022Cn(bytes);
    case 'hz':
      return decodeHz(bytes);
    case 'utf-7':
      return decodeUtf7(bytes);
  }
}

function decodeWith(codec: CharsetCodec, bytes: Buffer): string {
  switch (codec.kind) {
    case 'utf-8':
      return bytes.toString('utf8');
    case 'table':
      return codec.decode(bytes);
    case 'stateful':
      return decodeStateful(codec.label, bytes);
  }
}

function highBytes(bytes: Buffer, enough: number): number {
  let count = 0;
  for (let i = 0; i < bytes.length && count < enough; i++) if ((bytes[i] as number) >= 0x80) count++;
  return count;
}

/** Length of the UTF-8 sequence at `at`, 0 when there is none (RFC 3629; overlong forms and surrogates are not). */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] as number;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] as number;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** How many characters of `bytes` are UTF-8 and how many bytes are not, over the first `limit` bytes. */
function utf8Quality(bytes: Buffer, limit: number): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  const end = Math.min(bytes.length, limit);
  for (let i = 0; i < end; ) {
    if ((bytes[i] as number) < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) good++;
    else bad++;
    i += length || 1;
  }
  return { good, bad };
}

/** UTF-8 of every byte of windows-1252 from 0x80 on. */
const STRAYS = Array.from({ length: 128 }, (_, i) => Buffer.from(windows1252.decode(Buffer.from([i + 128])), 'utf8'));

// UTF-8 with strays: what is not UTF-8 is a byte of windows-1252 (a Latin-1 footer glued to UTF-8 text); a sequence
// cut off at the very end becomes one replacement character.
function decodeMixed(bytes: Buffer): string {
  const out = Buffer.allocUnsafe(bytes.length * 3);
  let o = 0;
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i] as number;
    const length = byte < 0x80 ? 1 : sequenceLength(bytes, i);
    if (length > 0) {
      for (let k = 0; k < length; k++) out[o++] = bytes[i + k] as number;
      i += length;
    } else if (bytes.length - i < 4 && byte >= 0xc2 && byte < 0xf5) break;
    else {
      o += (STRAYS[byte - 128] as Buffer).copy(out, o);
      i++;
    }
  }
  return out.toString('utf8', 0, o) + (i < bytes.length ? '\ufffd' : '');
}

function decodeUnlabelled(bytes: Buffer, hint: string | null): string {
  const hinted = charsetCodec(hint);
  if (hinted?.kind === 'table' && !hinted.multibyte) return hinted.decode(bytes);
  const { good, bad } = utf8Quality(bytes, 100_000);
  if (good > 0 && good >= bad * 2) return decodeMixed(bytes);
  const guess = charsetCodec(detectCharset(bytes, hinted?.kind === 'table' ? hinted.label : null));
  return guess ? decodeWith(guess, bytes) : windows1252.decode(bytes);
}

function decodeFalseUtf8(bytes: Buffer, hint: string | null): string {
  const { good, bad } = utf8Quality(bytes, 100_000);
  return good >= bad ? decodeMixed(bytes) : decodeUnlabelled(bytes, hint);
}

function withoutBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function decodeUtf16(bytes: Buffer, label: string): string {
  // "utf-16" without a mark is big-endian by RFC 2781 §4.3, little-endian in most mail: the zero bytes tell.
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (isAscii(bytes) && bytes.indexOf(0) < 0) return bytes.toString('latin1');
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < Math.min(bytes.length, 2_000); i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  return new TextDecoder(even > odd ? 'utf-16be' : even < odd ? 'utf-16le' : label).decode(bytes);
}

/**
 * Bytes to text under a label that may be missing, unknown or wrong. Never throws; linear time.
 * Valid UTF-8 wins over any 8-bit label, ISO-2022-JP escapes win over a missing or ASCII one.
 * @param label charset as the sender wrote it
 * @param hint label seen elsewhere in the message, for bytes without one
 */
export function decodeText(bytes: Buffer, label: string | null, hint: string | null = null): string {
  if (bytes.length === 0) return '';
  const codec = charsetCodec(label);
  if (codec?.kind === 'stateful') {
    if (isAscii(bytes) || codec.label === 'iso-2022-jp') return decodeStateful(codec.label, bytes);
    return isUtf8(bytes) ? withoutBom(bytes.toString('utf8')) : decodeStateful(codec.label, bytes);
  }
  if (codec?.kind === 'table' && codec.label.startsWith('utf-16')) return withoutBom(decodeUtf16(bytes, codec.label));
  if (codec?.kind === 'table' && /^(?:utf-?32|ucs)/.test(codec.label)) return codec.decode(bytes);
  if (isAscii(bytes)) {
    const escapes = bytes.indexOf(0x1b) >= 0 || codec === null ? detectEscapes(bytes) : null;
    return escapes ? decodeStateful(escapes, bytes) : bytes.toString('latin1');
  }
  if (isUtf8(bytes)) {
    const multibyte = codec?.kind === 'table' && codec.multibyte;
    if (!multibyte || highBytes(bytes, ENOUGH_FOR_UTF8) >= ENOUGH_FOR_UTF8) return withoutBom(bytes.toString('utf8'));
  }
  if (codec === null) return decodeUnlabelled(bytes, hint);
  if (codec.kind === 'utf-8') return withoutBom(decodeFalseUtf8(bytes, hint));
  if (codec.kind === 'table' && codec.label === 'windows-1252' && /ascii|ansi/i.test(label ?? '')) {
    return decodeUnlabelled(bytes, hint);
  }
  return decodeWith(codec, bytes);
}
