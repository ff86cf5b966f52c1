import { decodeText } from '../decode/decode-text.ts';
import { joinFlowedLines } from '../decode/flowed-text.ts';
import { decodeBase64, decodeQuotedPrintable } from '../decode/transfer-encoding.ts';
import { decodeUuencodedBody } from '../decode/uuencode.ts';
import type { Part } from './part.ts';

/** Characters of one body; longer ones are cut for display, the original keeps all. */
export const MAX_TEXT = 2_000_000;

// Text that only claims to be base64: letters alone cannot tell, blanks inside lines and punctuation do.
function looksLikeBase64(bytes: Buffer): boolean {
  const sample = bytes.toString('latin1', 0, 2_000).trim();
  const foreign = sample.replace(/[A-Za-z0-9+/=\s]/g, '').length;
  const inner = sample.match(/[^\s] +[^\s]/g)?.length ?? 0;
  return (foreign + inner) * 20 <= sample.length;
}

const MAX_BYTES = 3 * MAX_TEXT;
export const CUT = 'text cut for display: the original holds more';

/** The body of a part with its transfer encoding removed. */
export function decodePart(part: Part): Buffer {
  const bytes = part.source.subarray(part.start, part.end);
  switch (part.encoding) {
    case 'base64':
      return part.type.startsWith('text/') && !looksLikeBase64(bytes) ? bytes : decodeBase64(bytes);
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    case 'uuencode':
      return decodeUuencodedBody(bytes);
    case 'identity':
      return bytes;
  }
}

function metaCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 2_048);
  return /<meta[^>]{1,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_.:-]{2,40})/i.exec(head)?.[1] ?? null;
}

// Over bytes, not over text: replacing two million line ends in a string costs half a second of garbage collection.
// CR and NUL are never part of another character except in UTF-16 and UTF-32.
function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.indexOf(13) < 0 && bytes.indexOf(0) < 0) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  let o = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 13) {
      if (bytes[i + 1] !== 10) out[o++] = 10;
    } else if (byte !== 0) out[o++] = byte;
  }
  return out.subarray(0, o);
}

const WIDE = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646|unicode)/i;

function decodeLines(bytes: Buffer, label: string | null, hint: string | null): string {
  if (label !== null && WIDE.test(label)) {
    return decodeText(bytes, label, hint).replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');
  }
  return decodeText(withLineFeeds(bytes), label, hint);
}

/** Text of a text/* part with LF line ends, soft breaks of format=flowed joined. */
export function partText(part: Part, hint: string | null, warnings: string[]): string {
  let bytes = decodePart(part);
  if (bytes.length > MAX_BYTES) {
    warnings.push(CUT);
    bytes = bytes.subarray(0, MAX_BYTES);
  }
  const label = part.params.get('charset') || (part.type === 'text/html' ? metaCharset(bytes) : null);
  let text = decodeLines(bytes, label, hint);
  if (text.length > MAX_TEXT) {
    warnings.push(CUT);
    text = text.slice(0, MAX_TEXT);
  }
  const flowed = part.params.get('format')?.toLowerCase() === 'flowed' && part.type === 'text/plain';
  return flowed ? joinFlowedLines(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text;
}
