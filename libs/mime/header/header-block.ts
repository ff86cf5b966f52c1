import type { HeaderField } from '../types.ts';

export interface HeaderBlock {
  fields: HeaderField[];
  /** Offset of the first byte of the body. */
  bodyStart: number;
}

const LF = 10;
const MAX_FIELDS = 5_000;
/** Longer values are cut: nothing a person or a program reads is longer, except an attack. */
const MAX_VALUE = 256 * 1024;
const MAX_BLOCK = 3 * 1024 * 1024;
const LOOK_AHEAD = 20;
const FIELD = /^([!-9;-~]{1,998})[ \t]*:/;

interface Line {
  text: string;
  start: number;
  next: number;
}

function lineAt(source: Buffer, start: number, limit: number): Line {
  const newline = source.indexOf(LF, start);
  const end = newline < 0 || newline >= limit ? limit : newline;
  const next = newline < 0 || newline >= limit ? limit : newline + 1;
  const trimmed = end > start && source[end - 1] === 13 ? end - 1 : end;
  return { text: source.toString('latin1', start, trimmed), start, next };
}

// A line that is no field: part of a badly folded field where more fields follow, else the body without its blank line.
function moreFieldsFollow(source: Buffer, start: number, limit: number): boolean {
  let at = start;
  for (let i = 0; i < LOOK_AHEAD && at < limit; i++) {
    const line = lineAt(source, at, limit);
    if (line.text === '') return false;
    if (line.text.startsWith('--')) return false;
    if (/^[A-Za-z][A-Za-z0-9-]{1,60}:(?: |$)/.test(line.text)) return true;
    at = line.next;
  }
  return false;
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/**
 * The header fields at `start` and where the body begins (RFC 5322 §2.2), unfolded. Tolerates an mbox From_ line,
 * blanks before the colon, broken folding, and a body that follows without an empty line.
 */
export function readHeaderBlock(source: Buffer, start: number, end: number): HeaderBlock {
  const fields: HeaderField[] = [];
  const limit = Math.min(end, start + MAX_BLOCK);
  let pieces: string[] = [];
  let length = 0;
  let name = '';
  const flush = () => {
    if (name !== '' && fields.length < MAX_FIELDS) fields.push({ name, value: pieces.join('').trim() });
    name = '';
  };
  const append = (text: string) => {
    if (length < MAX_VALUE) pieces.push(text.slice(0, MAX_VALUE - length));
    length += text.length;
  };
  let at = start;
  while (at < limit) {
    const line = lineAt(source, at, limit);
    if (line.text === '') {
      flush();
      return { fields, bodyStart: line.next };
    }
    const first = line.text.charCodeAt(0);
    const field = first === 32 || first === 9 ? null : FIELD.exec(line.text);
    if (field) {
      flush();
      name = field[1] as string;
      pieces = [];
      length = 0;
      append(line.text.slice(field[0].length));
    } else if (first === 32 || first === 9) {
      if (isBlank(line.text) && !moreFieldsFollow(source, line.next, limit)) {
        flush();
        return { fields, bodyStart: line.next };
      }
      append(line.text.replace(/^[ \t]+/, ' '));
    } else if (!/^>?From /.test(line.text) || fields.length > 0) {
      if (line.text.startsWith('--') || !moreFieldsFollow(source, line.next, limit)) {
        flush();
        return { fields, bodyStart: at };
      }
      // Joined only where the field is visibly unfinished; any other stray line belongs to nothing.
      if (line.text.startsWith('=?') || pieces.at(-1)?.trimEnd().endsWith(',')) append(` ${line.text}`);
    }
    at = line.next;
  }
  flush();
  return { fields, bodyStart: limit };
}
