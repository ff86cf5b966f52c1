import { charsetCodec } from './charset-names.ts';
import { decodeText } from './decode-text.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts';

interface Word {
  charset: string;
  encoding: 'b' | 'q';
  text: string;
  /** Index behind the word. */
  end: number;
}

const CHARSET = /^[A-Za-z0-9_.:+()-]{1,60}$/;
const HEX_PAIR = /^[0-9A-Fa-f]{2}/;

// "?=" inside a Q word (a raw question mark before an encoded byte) does not end it where another end follows.
function endOfText(value: string, from: number, encoding: 'b' | 'q'): number {
  let end = value.indexOf('?=', from);
  while (encoding === 'q' && end >= 0 && HEX_PAIR.test(value.slice(end + 2, end + 4))) {
    const later = value.indexOf('?=', end + 2);
    const gap = value.slice(end + 2, later < 0 ? value.length : later);
    if (later < 0 || gap.includes('=?') || /\s/.test(gap)) break;
    end = later;
  }
  return end;
}

function wordAt(value: string, start: number, lastEnd: number): Word | null {
  const afterCharset = value.indexOf('?', start + 2);
  if (afterCharset < 0 || afterCharset - start > 80) return null;
  const charset = (value.slice(start + 2, afterCharset).split('*', 1)[0] ?? '').trim();
  const encoding = value.charAt(afterCharset + 1).toLowerCase();
  if (!CHARSET.test(charset) || (encoding !== 'b' && encoding !== 'q') || value[afterCharset + 2] !== '?') return null;
  const from = afterCharset + 3;
  const end = from > lastEnd ? -1 : endOfText(value, from, encoding);
  if (end >= 0) return { charset, encoding, text: value.slice(from, end), end: end + 2 };
  // Cut off (over-long line, lost end): everything up to the end counts when it can only be an encoded word.
  const rest = value.endsWith('?') ? value.slice(from, -1) : value.slice(from);
  return /^[^\s?]+$/.test(rest) ? { charset, encoding, text: rest, end: value.length } : null;
}

function bytesOf(word: { encoding: 'b' | 'q'; text: string }): Buffer {
  if (word.encoding === 'b') return decodeBase64(Buffer.from(word.text, 'latin1'));
  return decodeQuotedPrintable(Buffer.from(word.text.replaceAll('_', ' ').replace(/=\s*$/, ''), 'latin1'));
}

// Mailers split multi-byte characters, and even base64 quanta, across words: same charset means one run of bytes.
function decodeRun(words: Word[], hint: string | null): string {
  let out = '';
  for (let i = 0; i < words.length; ) {
    const first = words[i] as Word;
    const pieces: Buffer[] = [];
    let pending: { encoding: 'b' | 'q'; text: string } = { encoding: first.encoding, text: first.text };
    for (i++; i < words.length; i++) {
      const next = words[i] as Word;
      if (next.charset.toLowerCase() !== first.charset.toLowerCase()) break;
      const torn =
        pending.encoding === 'b' &&
        next.encoding === 'b' &&
        pending.text.length % 4 !== 0 &&
        !pending.text.includes('=');
      if (torn) pending = { encoding: 'b', text: pending.text + next.text };
      else {
        pieces.push(bytesOf(pending));
        pending = next;
      }
    }
    pieces.push(bytesOf(pending));
    out += decodeText(pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces), first.charset, hint);
  }
  return out;
}

const EIGHT_BIT = /[\x80-\xff\x1b]/;

const UTF7_RUN = /\+[A-Za-z0-9+/]{3,400}-/;

function decodeRaw(value: string, hint: string | null): string {
  if (EIGHT_BIT.test(value) || value.includes('~{')) return decodeText(Buffer.from(value, 'latin1'), null, hint);
  // A sender that writes its body in UTF-7 leaves its header in it too.
  if (hint !== null && UTF7_RUN.test(value) && charsetCodec(hint)?.kind === 'stateful') {
    return decodeText(Buffer.from(value, 'latin1'), hint);
  }
  return value;
}

/**
 * A header value to text: encoded words (RFC 2047, RFC 2231 §5) also where they may not stand, raw 8-bit and raw
 * ISO-2022-JP between them. Line breaks and NUL never come out.
 * @param value unfolded, one character per byte
 * @param hint charset of the message body, for raw 8-bit text
 */
export function decodeWords(value: string, hint: string | null = null): string {
  let at = value.indexOf('=?');
  if (at < 0) return clean(decodeRaw(value, hint));
  let out = '';
  let literalFrom = 0;
  let run: Word[] = [];
  const lastEnd = value.lastIndexOf('?=');
  const flush = () => {
    if (run.length > 0) out += decodeRun(run, hint);
    run = [];
  };
  while (at >= 0) {
    const word = wordAt(value, at, lastEnd);
    if (!word) {
      // Behind the last terminator only one cut-off word can stand: no second look from every "=?".
      if (at > lastEnd) break;
      at = value.indexOf('=?', at + 2);
      continue;
    }
    const between = value.slice(literalFrom, at);
    if (run.length === 0 || !/^\s*$/.test(between)) {
      flush();
      out += decodeRaw(between, hint);
    }
    run.push(word);
    literalFrom = word.end;
    at = value.indexOf('=?', word.end);
  }
  flush();
  return clean(out + decodeRaw(value.slice(literalFrom), hint));
}

function clean(text: string): string {
  return /[\x00\r\n]/.test(text) ? text.replace(/[\r\n]+/g, ' ').replaceAll('\0', '') : text;
}
