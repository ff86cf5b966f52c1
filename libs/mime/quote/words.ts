/** Longest first, so that the whole of a phrase is taken. */
export const alternatives = (phrases: readonly string[]): string =>
  [...new Set(phrases)]
    .sort((a, b) => b.length - a.length)
    .map((p) =>
      p
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/’/g, "['’]")
        .replace(/ /g, '\\s+'),
    )
    .join('|');

/** Letters without accents and in one case: people leave accents out. Keeps the length of none. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** No line of a mail program is longer; longer ones are somebody's text. */
export const longestMark = 400;

export const isBlank = (line: string): boolean => line.trim() === '';
/** `>` in front, as RFC 3676 §4.5 and everybody before it; the bar is a habit of a few programs, but a row of a table has one at its end too. */
export const isQuoted = (line: string): boolean => /^\s{0,3}(?:>|｜|\|\s)/.test(line) && !/^\s*\|.*\|\s*$/.test(line);
/** One level of quoting taken off. */
export const unquoted = (line: string): string => line.replace(/^\s{0,3}(?:>|｜|\|\s) ?/, '');

const dates =
  /\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}|\d{1,2}[.:]\d{2}(?![\d])|\d{1,2}-\p{L}{3,4}\.?-\d{2,4}|\d\s?[年月日년월일]|\b(?:19|20)\d{2}\b/u;
const times = /\d{1,2}\s?[:.]\s?\d{2}\b|\d{1,2}\s?[時时点]\s?\d{0,2}|\d{1,2}\s?h\s?\d{2}\b/u;
const years = /(?:^|\D)(?:19|20|25|14|11)\d{2}(?:\D|$)|\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/;
/** Noughts of the scripts in whose digits programs print dates. */
const noughts = [...'٠۰०০๐'].map((d) => d.charCodeAt(0));
const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९০-৯๐-๙]/g, (d) => {
    const code = d.charCodeAt(0);
    return String(code - noughts.findLast((nought) => nought <= code)!);
  });

export interface Moment {
  hasDate: boolean;
  hasTime: boolean;
  hasYear: boolean;
}

/** Whether a line speaks of a day, an hour, a year; in digits of any script. */
export function momentIn(line: string): Moment {
  const text = latinDigits(line);
  return { hasDate: dates.test(text), hasTime: times.test(text), hasYear: years.test(text) };
}

export const hasAddress = (line: string): boolean => /[^\s<>()"']@[^\s<>()"']+\.[^\s<>()"']/.test(line);

/** Without the invisible marks of direction that programs put around names and hours, and QQ Mail's blanks. */
export const withoutMarks = (line: string): string =>
  line.includes('&nbsp;') ? bare(line.replaceAll('&nbsp;', ' ')) : bare(line);
const bare = (line: string): string =>
  /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(line)
    ? line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    : line;
