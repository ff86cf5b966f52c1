import { type HeaderField, headerNames } from './phrases/header-names.ts';
import { alternatives, hasAddress, isBlank, longestMark, momentIn, unquoted, withoutMarks } from './words.ts';

const keys = Object.entries(headerNames).map(([field, names]) => ({
  field: field as HeaderField,
  pattern: new RegExp(`^(?:${alternatives(names.split(' | '))})(?:\\s+(?:le|el|em|am|op|på|den))?$`, 'iu'),
}));
const keyed = /^\s*[*_]{0,2}([\p{L}][\p{L}\p{M}\s./’'-]{0,24}?)[*_]{0,2}\s*[:：]\s*[*_]{0,2}\s*(.*)$/u;

export interface HeaderBlock {
  fields: Partial<Record<HeaderField, string>>;
  /** First line behind the block and the empty line that ends it. */
  end: number;
}

/** The field that a line names, and what it says. */
export function headerLine(line: string): { field: HeaderField; value: string } | null {
  if (line.length > longestMark || !/[:：|]/.test(line)) return null;
  // NetEase prints a table.
  const match = keyed.exec(withoutMarks(line).replace(/^\s*\|\s*([^|:]{1,25}?)\s*\|(.*?)\|?\s*$/, '$1: $2'));
  if (!match) return null;
  const name = match[1]!.replace(/\s+/g, ' ').trim();
  const field = keys.find((k) => k.pattern.test(name))?.field;
  return field ? { field, value: match[2]!.replace(/[*_]+\s*$/, '').trim() } : null;
}

/**
 * Fields as a mail program prints them above a message: From, and at least two of Sent, To, Cc and Subject, of which one
 * is such that a person would not write it by the way: a subject, an address, an hour.
 */
export function headerBlockAt(lines: readonly string[], at: number): HeaderBlock | null {
  const first = headerLine(lines[at]!);
  if (!first) return null;
  const block = readHeaderFields(lines, at);
  const { from, sent, to, cc, subject } = block.fields;
  const kinds = [from, sent, to, cc, subject].filter((v) => v !== undefined).length;
  const hasMachine =
    (subject !== undefined && (kinds >= 4 || sent === undefined || momentIn(sent).hasDate)) ||
    Object.values(block.fields).some((v) => hasAddress(v)) ||
    (sent !== undefined && momentIn(sent).hasTime);
  if (!hasMachine) return null;
  if (from !== undefined && kinds >= 3) return block;
  // Without a sender: date and recipient as machines write them.
  if (sent !== undefined && to !== undefined && hasAddress(to) && momentIn(sent).hasTime) return block;
  // "From: … Date: …" on one line.
  if (from !== undefined && hasAddress(from) && kinds === 1 && hasSecondField(from)) return { ...block };
  return from !== undefined && sent !== undefined && hasAddress(from) && momentIn(sent).hasTime ? block : null;
}

const hasSecondField = (value: string): boolean => {
  const inner = /\s([\p{L}]{2,12})\s*[:：]\s*\S/u.exec(value);
  return inner !== null && keys.some((k) => k.field !== 'from' && k.pattern.test(inner[1]!)) && momentIn(value).hasTime;
};

/** Reads fields from a line on, values that wrap included, to the empty line that ends them. */
export function readHeaderFields(lines: readonly string[], at: number, isInQuote = false): HeaderBlock {
  const fields: HeaderBlock['fields'] = {};
  let last: HeaderField | null = null;
  let i = at;
  for (; i < Math.min(lines.length, at + 30); i++) {
    const line = isInQuote ? unquoted(lines[i]!) : lines[i]!;
    if (isBlank(line)) {
      // Some programs put every field in a paragraph of its own.
      const next = lines[i + 1];
      if (last === null) continue;
      if (next !== undefined && headerLine(isInQuote ? unquoted(next) : next)) continue;
      break;
    }
    const found = headerLine(line);
    if (found) {
      if (fields[found.field] !== undefined && found.field !== 'cc') break;
      fields[found.field] ??= found.value;
      last = found.field;
    } else if (last !== null && isContinuation(lines, i, isInQuote)) {
      fields[last] = `${fields[last]} ${line.trim()}`;
    } else break;
  }
  return { fields, end: i < lines.length && isBlank(isInQuote ? unquoted(lines[i]!) : lines[i]!) ? i + 1 : i };
}

/** A wrapped value has another field, or the end of the block, soon behind it. */
function isContinuation(lines: readonly string[], at: number, isInQuote: boolean): boolean {
  for (let i = at; i < Math.min(lines.length, at + 4); i++) {
    const line = isInQuote ? unquoted(lines[i]!) : lines[i]!;
    if (isBlank(line)) return false;
    if (headerLine(line)) return true;
  }
  return false;
}
