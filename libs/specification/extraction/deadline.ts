import { foldTerm } from '../text/fold.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';

const isoDate = /\b((?:19|20)\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?/;
const writtenDate = /\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})\b/;
const halfDates =
  /\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:kw|cw|week|semaine|semana|hafta|tydzien|settimana)\s?\d{1,2}\b|\b\d{1,2}[./]\d{1,2}\b(?![.,/\d])|\d{1,2}月(?:\d{1,2}日)?/g;

/** The day by which goods are wanted; what has no year, or none at all, is asked about. */
export function readDeadline(
  reading: Reading,
  attribute: string | undefined,
  candidates: Candidate[],
  doubts: Doubt[],
): void {
  if (!attribute) return;
  const near = (at: number) => {
    const token = tokenAt(reading, at);
    return wordsOf(reading, 'deadline').some(
      (w) => w.sentence === reading.tokens[token]?.sentence && Math.abs(w.from - token) <= 6,
    );
  };
  const put = (year: string, month: number, day: number, start: number, length: number) => {
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
      candidates.push(
        candidate(
          attribute,
          `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          { start, end: start + length },
          'code',
        ),
      );
  };
  const iso = isoDate.exec(reading.plain);
  if (iso && near(iso.index)) {
    put(iso[1]!, Number(iso[2]), Number(iso[3]), iso.index, iso[0].length);
    return;
  }
  const written = writtenDate.exec(reading.plain);
  if (written && near(written.index)) {
    const [a, b] = [Number(written[1]), Number(written[2])];
    const isMonthFirst = reading.country === 'US';
    if (
      a <= 12 &&
      b <= 12 &&
      a !== b &&
      !isMonthFirst &&
      ['en', 'es', 'tl'].includes(reading.language ?? '') &&
      !reading.country
    )
      doubts.push({ attribute, code: 'date_format', at: written.index });
    const [day, month] = isMonthFirst && a <= 12 ? [b, a] : [a, b];
    put(written[3]!, month, day, written.index, written[0].length);
    return;
  }
  const named = namedDate(reading);
  if (named && near(named.start)) {
    if (named.year && named.day) put(named.year, named.month, named.day, named.start, named.end - named.start);
    else doubts.push({ attribute, code: 'deadline_unclear', at: named.start });
    return;
  }
  const vague = wordsOf(reading, 'vague_time').find((v) =>
    wordsOf(reading, 'deadline').some((d) => d.sentence === v.sentence && Math.abs(d.from - v.from) <= 6),
  );
  const half = [...reading.folded.matchAll(halfDates)].find((m) => near(m.index) && !reading.taken[m.index]);
  if (half?.[0].includes('/')) doubts.push({ attribute, code: 'date_format', at: half.index });
  const at = vague?.start ?? half?.index;
  if (at !== undefined) doubts.push({ attribute, code: 'deadline_unclear', at });
}

interface Month {
  stem: string;
  pattern: RegExp;
}
const monthsByLanguage = new Map<string, readonly Month[]>();

/** Names of the months in a language, folded, as the Unicode data of the platform has them. */
function monthsOf(language: string): readonly Month[] {
  let months = monthsByLanguage.get(language);
  if (!months) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    months = Array.from({ length: 12 }, (_, i) => {
      const name = foldTerm(format.format(new Date(Date.UTC(2024, i, 15))));
      const stem = name.length > 5 ? name.slice(0, -1) : name;
      return { stem: /^\p{L}{3,}$/u.test(name) ? stem : '', pattern: dayOf(stem) };
    });
    monthsByLanguage.set(language, months);
  }
  return months;
}

/** Day before or behind the month, and a year: groups 1, 2, 3. */
const dayOf = (stem: string): RegExp =>
  new RegExp(
    `(?:(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°)?\\s(?:de\\s|of\\s|di\\s)?)?(?<!\\p{L})${stem.replace(/[^\p{L}]/gu, '')}\\p{L}{0,3}(?!\\p{L})(?:['’]\\p{L}+)?(?:\\s(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?)?,?(?:\\s(?:de\\s|del\\s)?(20\\d{2}))?`,
    'u',
  );

/** "15 May 2026", "1er mars", "May 15": a day with the name of its month. */
function namedDate(
  reading: Reading,
): { year: string | null; month: number; day: number | null; start: number; end: number } | null {
  for (const language of new Set([reading.language?.split('-')[0] ?? 'en', 'en'])) {
    for (const [i, { stem, pattern }] of monthsOf(language).entries()) {
      if (stem === '' || !reading.folded.includes(stem)) continue;
      const match = pattern.exec(reading.folded);
      if (!match || (!match[1] && !match[2] && !match[3])) continue;
      return {
        year: match[3] ?? null,
        month: i + 1,
        day: Number(match[1] ?? match[2]) || null,
        start: match.index,
        end: match.index + match[0].length,
      };
    }
  }
  return null;
}
