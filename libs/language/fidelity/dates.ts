/** One reading of a date; parts that are not said are left out. */
export interface DateReading {
  year?: number;
  month: number;
  day?: number;
}

export interface FoundDate {
  start: number;
  end: number;
  /** All readings: 03/04/2025 is the 3rd of April or the 4th of March. */
  readings: DateReading[];
}

const monthLanguages =
  'en de fr es pt it nl sv da no fi pl cs sk sl hr sr hu ro tr ru uk bg el ar fa he hi id sw vi et lv lt ca'.split(' ');
const months = new Map<string, ReadonlyMap<string, number>>();

/**
 * Names of months in a language, and the English ones; of all languages where it is not one of ours. Not of all at once:
 * a short name in one language ('Tem', July in Turkish) is a word in another.
 */
function monthNames(language: string): ReadonlyMap<string, number> {
  const known = months.get(language);
  if (known) return known;
  const names = namesIn(monthLanguages.includes(language) ? [language, 'en'] : monthLanguages);
  months.set(language, names);
  return names;
}

function namesIn(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const clashing = new Set<string>();
  for (const language of languages) {
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2025, month - 1, 15));
      const forms = (['long', 'short'] as const).flatMap((style) => [
        new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(date),
        new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
          .formatToParts(date)
          .find((part) => part.type === 'month')?.value ?? '',
      ]);
      for (const form of forms) {
        const name = form.toLowerCase().replace(/\.$/u, '');
        if (name.length < 3 || /\d/u.test(name)) continue;
        if ((names.get(name) ?? month) !== month) clashing.add(name);
        names.set(name, month);
      }
    }
  }
  for (const [name, month] of Object.entries({
    sept: 9,
    mrz: 3,
    märz: 3,
    août: 8,
    kanun: 12,
    آذار: 3,
    نيسان: 4,
    أيار: 5,
    مايو: 5,
    حزيران: 6,
    تموز: 7,
    ابريل: 4,
    اكتوبر: 10,
    اغسطس: 8,
  }))
    names.set(name, month);
  for (const name of clashing) names.delete(name);
  return names;
}

const numeric = /(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})(?:\2(\d{2,4}))?\.?(?![\d/-]|[.,]\d)/gu;
const cjk = /(?<!\d)(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월](?![间間])(?: ?(\d{1,2}) ?[日号號일])?/gu;
const word = '[\\p{L}\\p{M}]{3,}\\.?';
const dayMonth = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\\.|-го|-е)?(?:[ \\u00A0-](?:of|de|di|d'|ngày|mwezi wa))?[ \\u00A0-]?(${word})(?:'\\p{L}+)?(?:,?[ \\u00A0-](?:de |del |of )?(\\d{4}))?(?!\\d)`,
  'giu',
);
const monthDay = new RegExp(
  `(?<!\\p{L})(${word})[ \\u00A0](\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:/x]|[.,]\\d| ?(?:mm|cm|m|x)\\b)(?:,?[ \\u00A0](\\d{4}))?`,
  'giu',
);
const vietnamese = /(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?/giu;

const fullYear = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : text.length <= 2 ? 2000 + Number(text) : Number(text);
const isDay = (day: number): boolean => day >= 1 && day <= 31;
const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const reading = (month: number, day?: number, year?: number): DateReading[] =>
  isMonth(month) && (day === undefined || isDay(day)) ? [{ month, ...(day && { day }), ...(year && { year }) }] : [];

/** Dates of a text in every notation of our markets. Without a year d/m is taken only with a slash or an ending point. */
export function datesIn(text: string, language: string): FoundDate[] {
  const names = monthNames(language);
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray, readings: DateReading[]): void => {
    const start = match.index;
    const end = start + match[0].length;
    if (readings.length === 0 || found.some((other) => start < other.end && end > other.start)) return;
    found.push({ start, end, readings });
  };
  for (const match of text.matchAll(numeric)) add(match, numericReadings(match));
  for (const match of text.matchAll(vietnamese))
    add(match, reading(Number(match[2]), Number(match[1]), fullYear(match[3])));
  for (const match of text.matchAll(cjk)) {
    add(match, reading(Number(match[2]), match[3] ? Number(match[3]) : undefined, fullYear(match[1])));
  }
  for (const match of text.matchAll(dayMonth)) add(match, named(names, match[2], match[1], match[3]));
  for (const match of text.matchAll(monthDay)) add(match, named(names, match[1], match[2], match[3]));
  return found.sort((a, b) => a.start - b.start);
}

function named(
  names: ReadonlyMap<string, number>,
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
): DateReading[] {
  const month = names.get((name ?? '').toLowerCase().replace(/\.$/u, ''));
  return month ? reading(month, Number(day), fullYear(year)) : [];
}

function numericReadings(match: RegExpExecArray): DateReading[] {
  const [whole, first = '', separator, second = '', third] = match;
  if (first.length === 4) return third ? reading(Number(second), Number(third), Number(first)) : [];
  if (first.length === 3) return [];
  const [a, b] = [Number(first), Number(second)];
  if (third === undefined) {
    // 15/5, 15.5. (not 1/2 inch, not 2.5, not 4-16)
    const isDate =
      separator === '/'
        ? a > 0 && b > 0 && !fractionLike(a, b)
        : separator === '.' &&
          whole.endsWith('.') &&
          second.length <= 2 &&
          b <= 12 &&
          first.length <= 2 &&
          whole.split('.').length === 3;
    return isDate ? [...reading(b, a), ...reading(a, b)] : [];
  }
  const year = fullYear(third);
  if (third.length === 3 || (third.length === 2 && separator === '-') || (year ?? 0) < 1990 || (year ?? 0) > 2100)
    return [];
  return [...reading(b, a, year), ...reading(a, b, year)];
}

/** 3/4, 13/16, 4/16: fractions of an inch or panes of glass, not days. */
const fractionLike = (a: number, b: number): boolean =>
  [2, 3, 4, 8, 16, 32, 64].includes(b) || a > 31 || b > 31 || (a > 12 && b > 12);

/** Do two dates agree in some reading, in all parts that both say? */
export function datesAgree(one: readonly DateReading[], other: readonly DateReading[]): boolean {
  return one.some((a) =>
    other.some(
      (b) =>
        a.month === b.month && a.day === b.day && (a.year === undefined || b.year === undefined || a.year === b.year),
    ),
  );
}

/** Months that a text names in words. */
export function monthsNamedIn(text: string, language: string): ReadonlySet<number> {
  const names = monthNames(language);
  const named = (text.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((found) => names.get(found));
  return new Set(named.filter((month) => month !== undefined));
}
