import { attributionAt } from './attribution.ts';
import { headerBlockAt, headerLine, readHeaderFields } from './header-block.ts';
import { forwardBegins, forwardEnds, forwardMarkers, messageFrom, originalMarkers } from './phrases/markers.ts';
import { alternatives, isBlank, isQuoted, longestMark, unquoted, withoutMarks } from './words.ts';

const dashed = (phrases: readonly string[]) =>
  new RegExp(`^\\s*[-_=*~—–>]{2,}\\s*(?:${alternatives(phrases)})(?:\\s.{0,80})?\\s*[-_=*~—–<]*:?\\s*$`, 'iu');
const forward = dashed(forwardMarkers);
const begins = new RegExp(`^\\s*(?:${alternatives(forwardBegins)})\\s*[:：]?\\s*$`, 'iu');
const original = new RegExp(
  `^\\s*[-_=*~—–]{2,}\\s*(?:${alternatives(originalMarkers)})\\s*[-_=*~—–]*\\s*:?\\s*$`,
  'iu',
);

/** The same words without dashes count where fields follow. */
const named = new RegExp(`^\\s*(?:${alternatives([...forwardMarkers, ...forwardBegins])})\\s*[:：]\\s*$`, 'iu');
const ends = dashed(forwardEnds);
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
/** "Forwarded message:" above fields, and the marker of Apple Mail where it quotes what it forwards. */
export function forwardBeginsAt(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  if (!isQuoted(line) && isForwardMarker(line)) return true;
  if (line.length > longestMark || !named.test(unquoted(line))) return false;
  let next = at + 1;
  while (next < lines.length && isBlank(unquoted(lines[next]!))) next++;
  return next < lines.length && headerLine(unquoted(lines[next]!)) !== null;
}
export const isOriginalMarker = (line: string): boolean =>
  line.length <= longestMark && (original.test(withoutMarks(line)) || fromSomebody.test(line));

/**
 * Reads what was forwarded from its first line on, be it the marker or the first field.
 * @returns the message, and the lines that the sender wrote below it
 */
export function readForward(lines: readonly string[]): { message: Forwarded; below: string[] } {
  let at = 0;
  while (
    at < lines.length &&
    (isBlank(unquoted(lines[at]!)) ||
      forwardBeginsAt(lines, at) ||
      isForwardMarker(lines[at]!) ||
      isOriginalMarker(lines[at]!))
  )
    at++;
  const isInQuote = at < lines.length && isQuoted(lines[at]!);
  const hasFields = headerLine(isInQuote ? unquoted(lines[at] ?? '') : (lines[at] ?? '')) !== null;
  const block = hasFields ? readHeaderFields(lines, at, isInQuote) : readAttribution(lines, at);
  const over = lines.findIndex((l, i) => i >= block.end && ends.test(l.slice(0, longestMark)));
  let end = over < 0 ? lines.length : over;
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
    below: lines.slice(end === over ? end + 1 : end),
  };
}

const longestDate = 60;

/** Yandex puts one line where others put fields: "03.03.2026, 10:00, "Ann" <ann@home.example>:". */
function readAttribution(lines: readonly string[], at: number): ReturnType<typeof readHeaderFields> {
  const found = at < lines.length ? attributionAt(lines, at) : null;
  if (!found) return { fields: {}, end: at };
  const said = lines.slice(at, found.end).join(' ');
  const from = /(?:"[^"]{0,100}"|\p{L}[\p{L}.' -]{0,60})?\s*<[^<>\s]{3,200}>/u.exec(said)?.[0].trim();
  if (!from) return { fields: {}, end: at };
  const behind = said.slice(said.indexOf(from) + from.length).trim();
  const sent = said.slice(0, said.indexOf(from)).replace(/[\s,]+$/, '');
  // Nothing but a verb and its colon stands behind the name, nothing but a date before it; else it is text.
  if (behind.length > 20 || (behind !== '' && !/[:：]$/.test(behind)) || sent.length > longestDate)
    return { fields: {}, end: at };
  return { fields: { from, ...(sent ? { sent } : {}) }, end: found.end };
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
