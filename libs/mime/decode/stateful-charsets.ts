const ESC = 0x1b;
const SO = 0x0e;
const SI = 0x0f;

const decoders = {
  'euc-jp': new TextDecoder('euc-jp'),
  'euc-kr': new TextDecoder('euc-kr'),
  gb18030: new TextDecoder('gb18030'),
} as const;

type JapaneseSet = 'ascii' | 'kana' | 'jis0208' | 'jis0212';

const ESCAPES: [string, JapaneseSet][] = [
  ['$B', 'jis0208'],
  ['$@', 'jis0208'],
  ['$(B', 'jis0208'],
  ['$(@', 'jis0208'],
  ['&@\x1b$B', 'jis0208'],
  ['$(Q', 'jis0208'], // JIS X 0213 plane 1 shares the rows that mail uses
  ['$(O', 'jis0208'],
  ['$(D', 'jis0212'],
  ['(I', 'kana'],
  [')I', 'kana'],
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(H', 'ascii'],
];

function escapeAt(bytes: Buffer, at: number): [string, JapaneseSet] | undefined {
  const after = bytes.toString('latin1', at + 1, Math.min(at + 5, bytes.length));
  return ESCAPES.find(([sequence]) => after.startsWith(sequence));
}

/**
 * ISO-2022-JP with the variants of real mail: half-width kana by ESC ( I, by SO/SI or as raw 8-bit bytes, NEC and IBM
 * rows, JIS X 0212. RFC 1468, RFC 1554. Turned into EUC-JP first, whose runtime decoder knows the vendors' rows.
 */
export function decodeIso2022Jp(bytes: Buffer): string {
  const out = Buffer.allocUnsafe(bytes.length * 3);
  let o = 0;
  let set: JapaneseSet = 'ascii';
  let shifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === ESC) {
      const designation = escapeAt(bytes, i);
      if (designation) {
        set = designation[1];
        i += designation[0].length;
      }
      continue;
    }
    if (byte === SO || byte === SI) {
      shifted = byte === SO;
      continue;
    }
    if (byte <= 0x20 || byte === 0x7f) {
      // A line end falls back to ASCII (RFC 1468).
      if (byte === 10) set = 'ascii';
      out[o++] = byte;
    } else if (byte >= 0xa1 && byte <= 0xdf && set === 'ascii') {
      out[o++] = 0x8e;
      out[o++] = byte;
    } else if (byte >= 0x80) {
      out[o++] = byte;
    } else if (shifted || set === 'kana') {
      out[o++] = 0x8e;
      out[o++] = byte | 0x80;
    } else if (set === 'ascii' || i + 1 >= bytes.length) {
      out[o++] = byte;
    } else {
      if (set === 'jis0212') out[o++] = 0x8f;
      out[o++] = byte | 0x80;
      out[o++] = (bytes[++i] as number) | 0x80;
    }
  }
  return decoders['euc-jp'].decode(out.subarray(0, o));
}

// Between SO and SI every byte is the low half of a two-byte character; designations (ESC $ …) are dropped.
function shiftedHigh(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let o = 0;
  let high = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === SO || byte === SI) high = byte === SO;
    else if (byte === ESC && bytes[i + 1] === 0x24 && i + 3 < bytes.length) i += 3;
    else {
      if (byte === 10) high = false;
      out[o++] = high && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    }
  }
  return out.subarray(0, o);
}

/** ISO-2022-KR (RFC 1557). */
export function decodeIso2022Kr(bytes: Buffer): string {
  return decoders['euc-kr'].decode(shiftedHigh(bytes));
}

/** ISO-2022-CN (RFC 1922), the GB 2312 plane; CNS planes, not seen in mail, come out wrong. */
export function decodeIso2022Cn(bytes: Buffer): string {
  return decoders.gb18030.decode(shiftedHigh(bytes));
}

/** HZ-GB-2312 (RFC 1843): ~{ … ~} in seven bits. */
export function decodeHz(bytes: Buffer): string {
  const out = Buffer.allocUnsafe(bytes.length);
  let o = 0;
  let chinese = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const next = bytes[i + 1];
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      chinese = next === 0x7b;
      i++;
    } else if (byte === 0x7e && next === 0x7e && !chinese) {
      out[o++] = 0x7e;
      i++;
    } else if (byte === 0x7e && next === 10 && !chinese) {
      i++;
    } else {
      if (byte === 10) chinese = false;
      out[o++] = chinese && byte > 0x20 ? byte | 0x80 : byte;
    }
  }
  return decoders.gb18030.decode(out.subarray(0, o));
}

/** UTF-7 (RFC 2152), lenient about missing terminators. */
export function decodeUtf7(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  let out = '';
  let from = 0;
  while (from < text.length) {
    const plus = text.indexOf('+', from);
    if (plus < 0) break;
    out += text.slice(from, plus);
    let end = plus + 1;
    while (end < text.length && isBase64(text.charCodeAt(end))) end++;
    const run = text.slice(plus + 1, end);
    const closed = text[end] === '-';
    if (run === '') out += '+';
    else out += utf16(run) ?? text.slice(plus, closed ? end + 1 : end);
    from = closed ? end + 1 : end;
  }
  return out + text.slice(from);
}

function isBase64(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 43 ||
    code === 47
  );
}

function utf16(run: string): string | null {
  const bytes = Buffer.from(run, 'base64');
  const even = bytes.subarray(0, bytes.length & ~1);
  if (even.length === 0) return null;
  return Buffer.from(even).swap16().toString('utf16le');
}
