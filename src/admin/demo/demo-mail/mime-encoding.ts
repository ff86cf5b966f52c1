import Encoding from 'encoding-japanese';
import iconv from 'iconv-lite';

const CRLF = '\r\n';
const ENCODED_WORD_MAX = 75;

/**
 * Text as bytes of a charset; ISO-2022-JP by encoding-japanese, because iconv-lite has no stateful encodings.
 * @throws RangeError when the charset lacks a character of the text: a demo letter must not arrive with question marks
 */
export function encodeText(text: string, charset: string): Buffer {
  if (charset.toLowerCase() === 'iso-2022-jp')
    return Buffer.from(Encoding.convert(Encoding.stringToCode(text), 'JIS', 'UNICODE'));
  const bytes = iconv.encode(text, charset);
  const back = iconv.decode(bytes, charset, { stripBOM: false });
  if (back !== text) {
    const lost = [...text].find((char, i) => [...back][i] !== char);
    throw new RangeError(`${charset} has no character ${lost} (in: ${text.slice(0, 60)})`);
  }
  return bytes;
}

/** Base64 in lines of 76 (RFC 2045 §6.8). */
export const base64Lines = (bytes: Buffer): string => (bytes.toString('base64').match(/.{1,76}/g) ?? []).join(CRLF);

const hex = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Quoted-printable (RFC 2045 §6.7) of bytes whose lines end with CRLF. */
export function quotedPrintable(bytes: Buffer): string {
  const lines = bytes.toString('latin1').split(CRLF);
  return lines.map(quotedPrintableLine).join(CRLF);
}

function quotedPrintableLine(line: string): string {
  let out = '';
  let width = 0;
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    const isLast = i === line.length - 1;
    const isPlain = (code >= 33 && code <= 126 && code !== 61) || ((code === 32 || code === 9) && !isLast);
    const piece = isPlain ? line[i]! : hex(code);
    if (width + piece.length > 75) {
      out += `=${CRLF}`;
      width = 0;
    }
    out += piece;
    width += piece.length;
  }
  return out;
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

function qWord(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (byte === 32) return '_';
      return /[A-Za-z0-9!*+\-/]/.test(char) ? char : hex(byte);
    })
    .join('');
}

/**
 * A header text as encoded words (RFC 2047), each at most 75 characters and cut between characters; plain ASCII stays as it is.
 * @param mode B for base64, Q for the readable form that Western clients choose
 */
export function encodedWords(text: string, charset: string, mode: 'B' | 'Q'): string {
  if (isAscii(text)) return text;
  const wrap = (chunk: string) => {
    const bytes = encodeText(chunk, charset);
    return `=?${charset}?${mode}?${mode === 'B' ? bytes.toString('base64') : qWord(bytes)}?=`;
  };
  const words: string[] = [];
  let chunk = '';
  for (const char of text) {
    if (chunk !== '' && wrap(chunk + char).length > ENCODED_WORD_MAX) {
      words.push(wrap(chunk));
      chunk = '';
    }
    chunk += char;
  }
  words.push(wrap(chunk));
  return words.join(`${CRLF} `);
}

/** A display name: quoted when ASCII, else encoded words. */
export function displayName(name: string, charset: string, mode: 'B' | 'Q'): string {
  return isAscii(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name, charset, mode);
}

export type FileNameStyle = 'rfc2231' | 'encodedWord';

/** A file name parameter: RFC 2231, or the encoded word in quotes that Outlook, QQ and 163 write against RFC 2047 §5. */
export function fileNameParameter(
  parameter: 'name' | 'filename',
  name: string,
  style: FileNameStyle,
  charset: string,
): string {
  if (isAscii(name)) return `${parameter}="${name}"`;
  if (style === 'encodedWord') return `${parameter}="${encodedWords(name, charset, 'B').replaceAll(CRLF, '')}"`;
  const percent = [...encodeText(name, charset)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9.\-_]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
  return `${parameter}*=${charset}''${percent}`;
}

/** format=flowed (RFC 3676): soft breaks after a blank, leading blanks and quotes stuffed. */
export function flowed(text: string, width = 72): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line === '-- ' || line.startsWith('>')) return [line];
      const rows: string[] = [];
      let row = '';
      for (const word of line.trimEnd().split(' ')) {
        if (row !== '' && row.length + word.length + 1 > width) {
          rows.push(`${row} `);
          row = word;
        } else row = row === '' ? word : `${row} ${word}`;
      }
      return [...rows, row];
    })
    .join('\n');
}
