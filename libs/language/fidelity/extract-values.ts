import { currencyAt } from './currencies.ts';
import { type DateReading, datesIn } from './dates.ts';
import { numberPattern, readNumber } from './notation.ts';
import { type NumberWord, numberWords } from './number-words.ts';
import { plainDigits } from './plain-digits.ts';
import { type Unit, unitAt, unitBefore } from './units.ts';

export type ValueKind = 'number' | 'date' | 'code' | 'url' | 'email' | 'placeholder';

export interface Value {
  kind: ValueKind;
  text: string;
  start: number;
  end: number;
  /** What must be the same, for codes, addresses and placeholders. */
  key?: string;
  /** Readings of a number, the likeliest first; in the unit, if there is one. */
  readings?: number[];
  unit?: Unit;
  currency?: { code: string; isShared: boolean };
  dates?: DateReading[];
  /** Sizes that belong together (90 x 210) share a number; 0 = alone. */
  group: number;
}

/** 'two weeks': a number said in a word, with the unit behind it. */
export interface SaidNumber {
  value: number;
  start: number;
  end: number;
  text: string;
  unit?: Unit;
}

export interface Values {
  values: Value[];
  /** Numbers said in words: allowed to stand for a number, never demanded. */
  words: SaidNumber[];
}

const url = /(?:https?:\/\/|www\.)[^\s<>"'，。、）)]+/giu;
/** Bounded, so that a page of letters without an @ is read once. */
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const placeholder =
  /\{\{[^{}]{1,60}\}\}|\{[\p{L}_][\p{L}\p{N}_.]{0,40}\}|⟦[^⟧]{1,20}⟧|%[sd](?![\p{L}])|<\/?(?:x|ph|t)\b[^<>]{0,40}>/gu;
/** Order ids (114-7756021-8812400), telephone numbers, tracking numbers: digits in groups, or long ones, or with a leading zero. */
const longCode =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])\+?\d{2,}(?:-\d{2,})+(?!\d)|(?<![\d.,])\+\d[\d ()-]{7,}\d|(?<![\d.,])\d{9,}(?![\d.,]\d)|(?<![\d.,/])0\d{3,}(?![.,]?\d)/gu;
/** RAL 7016, RC2, EN 1627, IT-40817, FB4, BAL-29, B0…: Latin letters (capitals) with digits. */
const code =
  /(?<![\p{Script=Latin}\d])(?:(?:RAL|NCS|PAS|BAL|EI|EN|ISO|DIN|HS|UL|RC|WK|PO|BWG|SWG|FB|PN|VK|RR)[ -]?\d+(?:\.\d+)*[\p{Script=Latin}]?\d*|(?=[\p{Script=Latin}\d-]{0,40}\d)(?=[\p{Script=Latin}\d-]{0,40}[A-Z])[A-Z][A-Za-z]{0,20}-?\d[A-Za-z\d-]{0,40}|\d{1,20}[A-Z]{2,20}\d[A-Z\d]{0,40})(?![\p{Script=Latin}])/gu;
const sizeInLetters = /^[WHBLTDA]\d+$/u;
const metreCentimetre = /(?<![\p{Script=Latin}\d.,])(\d{1,2}) ?m ?(\d{1,2})(?!\d|[.,]\d|\p{Script=Latin}|\/)/gu;
const feetInches =
  /(?<![\d.,])(\d{1,3})[ -]?(?:'(?!')|ft\.?|feet|foot|英尺|呎|pieds?|pi\.?|pies?|pés?|фут(?:а|ов)?|fuß)[ -]?(\d{1,2}(?:[ -]\d{1,2}\/\d{1,2})?(?:[.,]\d+)?) ?(?:"|''|in(?:ch(?:es)?|\b)|英寸|吋|po(?:uces?)?\b|pulg(?:adas?)?|pol(?:egadas?)?|дюйм\p{L}*|zoll)/giu;
const joiner =
  /^[ \u00A0]?(?:\p{L}{1,9}\.?[ \u00A0]?)?(?:\(?[\p{L}]{1,9}\)?[ \u00A0]?)?[x×*х/][ \u00A0]?(?:\p{L}{1,9}\.?[ \u00A0:]?)?$/iu;
const wordJoiner =
  /^[ \u00A0]?(?:\p{L}{1,12}[ \u00A0]){0,2}(?:x|by|na|par|sur|por|per|auf|mal|op|на|في|乘|×|adiyla|bij|med|ganger|de large x|wide x)[ \u00A0](?:\p{L}{1,9}[ \u00A0])?$/iu;
const range =
  /^ ?(?:-|~|to|bis|à|a|до|～|至|到|ile|إلى|do|până la|hasta|até|tot|til|till|or|oder|ou|o|of|или|або|veya|أو|atau|hoặc|au|lub|nebo|eller|または|か|或者?|还是|還是|instead of|statt|au lieu de|en vez de|em vez de|invece di|вместо|而不是|不是) ?$/iu;

/** Everything in a text that a translation must carry over unchanged in value. Spans are those of the text given. */
export function extractValues(text: string, language: string): Values {
  const plain = plainDigits(text);
  const values: Value[] = [];
  const taken = new Uint8Array(plain.length);
  const take = (kind: ValueKind, start: number, end: number, rest: Partial<Value>): void => {
    if (taken.subarray(start, end).some((used) => used === 1)) return;
    taken.fill(1, start, end);
    values.push({ kind, text: text.slice(start, end), start, end, group: 0, ...rest });
  };
  const takeAll = (kind: ValueKind, pattern: RegExp, key: (found: string) => string | undefined): void => {
    for (const match of plain.matchAll(pattern)) {
      const found = key(match[0]);
      if (found) take(kind, match.index, match.index + match[0].length, { key: found });
    }
  };
  takeAll('placeholder', placeholder, (found) => found);
  takeAll('url', url, (found) => found.replace(/[.,;:!?]+$/u, ''));
  takeAll('email', email, (found) => found.toLowerCase());
  for (const date of datesIn(plain, language)) take('date', date.start, date.end, { dates: date.readings });
  // 20-25 is a range; an id or a telephone number has more digits.
  takeAll('code', longCode, (found) =>
    found.replace(/\D/gu, '').length > 6 || /^0\d+$/u.test(found) ? found.replace(/[ ()-]/gu, '') : undefined,
  );
  takeAll('code', code, (found) => (sizeInLetters.test(found) ? undefined : found.toUpperCase().replace(/[ -]/gu, '')));
  takeMeasures(plain, language, take);
  const pattern = numberPattern(language);
  for (const match of plain.matchAll(pattern)) takeNumber(plain, language, match[0], match.index, take);
  values.sort((a, b) => a.start - b.start);
  joinSizes(plain, values);
  const words = numberWords(plain, language)
    .filter((word) => taken[word.start] !== 1)
    .map((word) => withUnit(word, plain, text, language));
  return { values, words };
}

function withUnit(word: NumberWord, plain: string, text: string, language: string): SaidNumber {
  const unit = unitAt(plain.slice(word.end, word.end + 48), word.value, language);
  const end = word.end + (unit?.length ?? 0);
  return {
    value: word.value,
    start: word.start,
    end,
    text: text.slice(word.start, end),
    ...(unit && { unit: unit.unit }),
  };
}

type Take = (kind: ValueKind, start: number, end: number, rest: Partial<Value>) => void;

const metre: Unit = { id: 'm', dimension: 'length', factor: 1000 };
const inch: Unit = { id: 'in', dimension: 'length', factor: 25.4 };

/** Measures in two units that are one value: 2m20, 6'8", 5 ft 6 in. */
function takeMeasures(plain: string, language: string, take: Take): void {
  for (const match of plain.matchAll(feetInches)) {
    const inches = readNumber(match[2] ?? '0', language)[0] ?? 0;
    take('number', match.index, match.index + match[0].length, {
      readings: [Number(match[1]) * 12 + inches],
      unit: inch,
    });
  }
  for (const match of plain.matchAll(metreCentimetre)) {
    const rest = match[2] ?? '';
    take('number', match.index, match.index + match[0].length, {
      readings: [Number(match[1]) + Number(rest) / 10 ** rest.length],
      unit: metre,
    });
  }
}

function takeNumber(plain: string, language: string, written: string, start: number, take: Take): void {
  const end = start + written.length;
  const readings = readNumber(written, language);
  const after = plain.slice(end, end + 48);
  const currency = currencyAt(plain.slice(Math.max(0, start - 14), start), after);
  // Those who write $ mostly write 1,250 for a thousand, also in Spanish.
  if (currency?.isShared && /^\d{1,3},\d{3}$/u.test(written)) readings.sort((a, b) => b - a);
  const unit = currency
    ? undefined
    : (unitAt(after, readings[0] ?? 0, language) ?? unitBefore(plain.slice(0, start), language));
  take('number', start, end + (unit?.length ?? 0), {
    readings,
    ...(unit && { unit: unit.unit }),
    ...(currency && { currency }),
  });
}

/** 90 x 210 cm: the unit said once is meant for both; 20-25 mm likewise. */
function joinSizes(plain: string, values: Value[]): void {
  const numbers = values.filter((value) => value.kind === 'number');
  let group = 0;
  for (let at = 1; at < numbers.length; at += 1) {
    const [one, next] = [numbers[at - 1], numbers[at]];
    if (!one || !next) continue;
    const between = plain.slice(one.end, next.start);
    const isSize = joiner.test(between) || wordJoiner.test(between);
    if (!isSize && !range.test(between)) continue;
    if (isSize) {
      if (one.group === 0) {
        group += 1;
        one.group = group;
      }
      next.group = one.group;
    }
  }
  for (let at = numbers.length - 1; at > 0; at -= 1) {
    const [one, next] = [numbers[at - 1], numbers[at]];
    if (!one || !next) continue;
    const isTogether = (one.group !== 0 && one.group === next.group) || range.test(plain.slice(one.end, next.start));
    if (isTogether && !one.unit && !one.currency && next.unit) one.unit = next.unit;
    if (isTogether && !one.currency && !one.unit && next.currency) one.currency = next.currency;
  }
}
