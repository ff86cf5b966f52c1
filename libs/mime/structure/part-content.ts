import { decodeText } from '../decode/decode-text.ts';
import { joinFlowedLines } from '../decode/flowed-text.ts';
import { decodeBase64, decodeQuotedPrintable } from '../decode/transfer-encoding.ts';
import { decodeUuencodedBody } from '../decode/uuencode.ts';
import type { Part } from './part.ts';

/** Characters of one body; longer ones are cut for display, the original keeps all. */
export const MAX_TEXT = 4_000_000;

// Text that only claims to be base64: letters alone cannot tell, blanks inside lines and punctuation do.
function looksLikeBase64(bytes: Buffer): boolean {
  const sample = bytes.toString('latin1', 0, 2_000).trim();
  const foreign = sample.replace(/[A-Za-z0-9+/=\s]/g, '').length;
  const inner = sample.match(/[^\s] +[^\s]/g)?.length ?? 0;
  return (foreign + inner) * 20 <= sample.length;
}

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

export function normaliseLineEnds(text: string): string {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return unix.includes('\0') ? unix.replaceAll('\0', '') : unix;
}

/** Text of a text/* part with LF line ends, soft breaks of format=flowed joined. */
export function partText(part: Part, hint: string | null, warnings: string[]): string {
  let bytes = decodePart(part);
  if (bytes.length > MAX_TEXT * 4) {
    warnings.push('text cut for display: the original holds more');
    bytes = bytes.subarray(0, MAX_TEXT * 4);
  }
  const label = part.params.get('charset') || (part.type === 'text/html' ? metaCharset(bytes) : null);
  let text = normaliseLineEnds(decodeText(bytes, label, hint));
  if (text.length > MAX_TEXT) {
    warnings.push('text cut for display: the original holds more');
    text = text.slice(0, MAX_TEXT);
  }
  const flowed = part.params.get('format')?.toLowerCase() === 'flowed' && part.type === 'text/plain';
  return flowed ? joinFlowedLines(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text;
}
