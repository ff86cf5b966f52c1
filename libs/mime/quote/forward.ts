import { headerBlockAt, headerLine, readHeaderFields } from './header-block.ts';
import { forwardBegins, forwardMarkers, messageFrom, originalMarkers } from './phrases/markers.ts';
import { alternatives, isBlank, isQuoted, longestMark, unquoted, withoutMarks } from './words.ts';

const dashed = (phrases: readonly string[]) =>
  new RegExp(`^\\s*[-_=*~—–>]{2,}\\s*(?:${alternatives(phrases)})(?:\\s.{0,80})?\\s*[-_=*~—–<]*:?\\s*$`, 'iu');
const forward = dashed(forwardMarkers);
const begins = new RegExp(`^\\s*(?:${alternatives(forwardBegins)})\\s*[:：]?\\s*$`, 'iu');
const original = new RegExp(
  `^\\s*[-_=*~—–]{2,}\\s*(?:${alternatives(originalMarkers)})\\s*[-_=*~—–]*\\s*:?\\s*$`,
  'iu',
);

/** Horde names the sender in its line. */
const fromSomebody = new RegExp(`^\\s*-{3,}\\s*(?:${alternatives(messageFrom)})\\s.{1,150}-{3,}\\s*$`, 'iu');

export interface Forwarded {
  from?: string;
  to?: string;
  subject?: string;
  date?: string;
  text: string;
}

export const isForwardMarker = (line: string): boolean =>
  line.length <= longestMark && (forward.test(withoutMarks(line)) || begins.test(line));
export const isOriginalMarker = (line: string): boolean =>
  line.length <= longestMark && (original.test(withoutMarks(line)) || fromSomebody.test(line));

/**
 * Reads what was forwarded from its first line on, be it the marker or the first field.
 * @returns the message, and the lines that the sender wrote below it
 */
export function readForward(lines: readonly string[]): { message: Forwarded; below: string[] } {
  let at = 0;
  while (at < lines.length && (isBlank(lines[at]!) || isForwardMarker(lines[at]!) || isOriginalMarker(lines[at]!)))
    at++;
  const isInQuote = at < lines.length && isQuoted(lines[at]!);
  const hasFields = headerLine(isInQuote ? unquoted(lines[at] ?? '') : (lines[at] ?? '')) !== null;
  const block = hasFields ? readHeaderFields(lines, at, isInQuote) : { fields: {}, end: at };
  let end = lines.length;
  if (isInQuote) {
    end = block.end;
    while (end < lines.length && (isQuoted(lines[end]!) || (isBlank(lines[end]!) && isQuoted(lines[end + 1] ?? ''))))
      end++;
  }
  const body = lines.slice(block.end, end).map((l) => (isInQuote ? unquoted(l) : l));
  const { from, to, subject, sent } = block.fields;
  return {
    message: {
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(subject ? { subject } : {}),
      ...(sent ? { date: sent } : {}),
      text: body.join('\n').trim(),
    },
    below: lines.slice(end),
  };
}

/** A letter that begins with the fields of another is that other, passed on without a word. */
export function startsAsForward(lines: readonly string[]): boolean {
  const at = lines.findIndex((l) => !isBlank(l));
  if (at < 0) return false;
  const from = isOriginalMarker(lines[at]!) ? at + 1 : at;
  if (from >= lines.length) return false;
  const block = headerBlockAt(lines, from);
  return block !== null && block.fields.from !== undefined && block.fields.to !== undefined;
}
