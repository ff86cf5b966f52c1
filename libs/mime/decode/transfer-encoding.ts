export type TransferEncoding = 'identity' | 'base64' | 'quoted-printable' | 'uuencode';

/** The encoding behind a Content-Transfer-Encoding value as real mail writes it (RFC 2045 §6; comments, x- names). */
export function transferEncoding(value: string): TransferEncoding {
  const name = value
    .slice(0, 200)
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/["'\s;]/g, '');
  if (name.startsWith('base64') || name === 'b' || name === 'base-64') return 'base64';
  if (name.startsWith('quoted-printable') || name === 'qp' || name === 'q' || name === 'quoted_printable') {
    return 'quoted-printable';
  }
  if (/^(?:x-)?uu(?:e|code|encode|encoded)?$/.test(name)) return 'uuencode';
  return 'identity';
}

// Several padded runs glued together (forwarded, concatenated) are decoded run by run: the runtime stops at "=".
function decodePaddedRuns(text: string): Buffer {
  const pieces = text.split(/=+/).filter((piece) => piece !== '');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

/** Base64, lenient: line breaks, junk, missing padding, padding in the middle. RFC 2045 §6.8. */
export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const padding = text.indexOf('=');
  if (padding < 0) return Buffer.from(text, 'base64');
  return /[A-Za-z0-9+/]/.test(text.slice(padding))
    ? decodePaddedRuns(text)
    : Buffer.from(text.slice(0, padding), 'base64');
}

const HEX = new Int8Array(256).fill(-1);
for (let i = 0; i < 10; i++) HEX[48 + i] = i;
for (let i = 0; i < 6; i++) HEX[65 + i] = HEX[97 + i] = 10 + i;

/**
 * Quoted-printable (RFC 2045 §6.7), lenient: lower-case digits, bare LF or CR, blanks after a soft break; an "=" that
 * starts no code stays as it is.
 */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  if (bytes.indexOf(61) < 0) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  const length = bytes.length;
  let o = 0;
  let i = 0;
  while (i < length) {
    const byte = bytes[i] as number;
    if (byte !== 61) {
      out[o++] = byte;
      i++;
      continue;
    }
    const high = i + 1 < length ? (HEX[bytes[i + 1] as number] as number) : -1;
    const low = i + 2 < length ? (HEX[bytes[i + 2] as number] as number) : -1;
    if (high >= 0 && low >= 0) {
      out[o++] = (high << 4) | low;
      i += 3;
      continue;
    }
    let end = i + 1;
    while (end < length && (bytes[end] === 32 || bytes[end] === 9)) end++;
    if (end >= length) i = length;
    else if (bytes[end] === 10) i = end + 1;
    else if (bytes[end] === 13) i = bytes[end + 1] === 10 ? end + 2 : end + 1;
    else {
      out[o++] = 61;
      i++;
    }
  }
  return out.subarray(0, o);
}
