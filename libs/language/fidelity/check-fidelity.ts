import { checkNumbers, reportLeftNumbers } from './check-numbers.ts';
import { datesAgree, monthsNamedIn } from './dates.ts';
import { reversals } from './directions.ts';
import { extractValues, type Value, type Values } from './extract-values.ts';
import { type FidelityFinding, type FidelityKind, finding, Pairing } from './findings.ts';
import { denialsIn, unanswered } from './negation.ts';
import { plainDigits } from './plain-digits.ts';
import { sidesOf } from './size-order.ts';

export interface TextInLanguage {
  text: string;
  /** ISO 639-1 or BCP 47. */
  language: string;
}

export interface FidelityReport {
  /** No finding that blocks. */
  ok: boolean;
  findings: FidelityFinding[];
  /** What was compared, by kind, in the source: '3 numbers, 1 date: all agree'. */
  counts: Partial<Record<FidelityKind, number>>;
}

/**
 * Compares what a translation must not change: numbers in every notation, units, dates, currencies, codes, addresses,
 * placeholders, the order of sizes, denials, and directions (left, inwards). Pure and fast; sees no meaning beyond that.
 */
export function checkFidelity(source: TextInLanguage, target: TextInLanguage): FidelityReport {
  const from = { text: source.text.normalize('NFC'), language: primary(source.language) };
  const to = { text: target.text.normalize('NFC'), language: primary(target.language) };
  const [said, carried] = [extractValues(from.text, from.language), extractValues(to.text, to.language)];
  const { findings, pairing } = checkNumbers(said, carried);
  findings.push(...checkDates(said, carried, pairing, from, to));
  findings.push(...checkKeys(said, carried, pairing, to.text));
  findings.push(...reportLeftNumbers(pairing));
  findings.push(...checkOrder(pairing, from.text, to.text));
  findings.push(...checkNegation(from, to));
  findings.push(...checkDirections(from, to));
  return { ok: findings.every((item) => item.severity !== 'block'), findings, counts: countKinds(said) };
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? language;

function countKinds(values: Values): FidelityReport['counts'] {
  const counts: FidelityReport['counts'] = {};
  const add = (kind: FidelityKind): void => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const value of values.values) {
    add(value.kind);
    if (value.unit) add('unit');
    if (value.currency) add('currency');
  }
  return counts;
}

/**
 * A date that the other side writes in a way not known as one (15.5, 'October' for 10月) is found again among its loose
 * numbers and its names of months.
 */
function explainedBy(date: Value, numbers: Value[], named: ReadonlySet<number>): boolean {
  return (date.dates ?? []).some((reading) => {
    const wanted = [reading.day, named.has(reading.month) ? undefined : reading.month].filter(
      (part) => part !== undefined,
    );
    const used = wanted.map((part) => numbers.find((value) => value.readings?.includes(part)));
    if (used.includes(undefined) || new Set(used).size < used.length) return false;
    const year = numbers.find((value) => reading.year !== undefined && value.readings?.includes(reading.year));
    for (const value of [...used, year]) if (value) numbers.splice(numbers.indexOf(value), 1);
    return true;
  });
}

const hasYear = (value: Value): boolean => value.dates?.some((reading) => reading.year !== undefined) ?? false;

function checkDates(
  said: Values,
  carried: Values,
  numbers: Pairing,
  source: TextInLanguage,
  target: TextInLanguage,
): FidelityFinding[] {
  const dates = (values: Values): Value[] => values.values.filter((value) => value.kind === 'date');
  const pairing = new Pairing(dates(said), dates(carried));
  const findings: FidelityFinding[] = [];
  pairing.match(
    (a, b) => datesAgree(a.dates ?? [], b.dates ?? []),
    (a, b) => {
      if (hasYear(a) !== hasYear(b)) findings.push(finding('date', 'warn', 'changed', a, b));
    },
  );
  const [fromMonths, toMonths] = [
    monthsNamedIn(source.text, source.language),
    monthsNamedIn(target.text, target.language),
  ];
  const left = {
    source: pairing.source.filter((value) => !explainedBy(value, numbers.target, toMonths)),
    target: pairing.target.filter((value) => !explainedBy(value, numbers.source, fromMonths)),
  };
  for (const value of left.source) {
    const other = left.target.shift();
    findings.push(finding('date', 'block', other ? 'changed' : 'missing', value, other));
  }
  findings.push(...left.target.map((value) => finding('date', 'block', 'added', undefined, value)));
  return findings;
}

/** Codes, addresses and placeholders: letter for letter. A code said twice may be said once. */
function checkKeys(said: Values, carried: Values, numbers: Pairing, target: string): FidelityFinding[] {
  const findings: FidelityFinding[] = [];
  for (const kind of ['placeholder', 'url', 'email', 'code'] as const) {
    const only = (values: Values): Value[] => values.values.filter((value) => value.kind === kind);
    const pairing = new Pairing(only(said), only(carried));
    pairing.match((a, b) => a.key === b.key);
    const explained = (value: Value, loose: Value[], text: string): boolean =>
      kind === 'code' && isSpelledOut(value, loose, text);
    const left = {
      source: pairing.source.filter((value) => !pairing.isRepeated(value) && !explained(value, numbers.target, target)),
      target: pairing.target.filter((value) => !pairing.isRepeated(value) && !explained(value, numbers.source, '')),
    };
    for (const value of left.source) {
      const other = left.target.shift();
      findings.push(finding(kind, 'block', other ? 'changed' : 'missing', value, other));
    }
    findings.push(...left.target.map((value) => finding(kind, 'block', 'added', undefined, value)));
  }
  return findings;
}

/** 'RAL7016' ↔ 'RAL 色号 7016', 'RC2' ↔ 'RC 2级': the digits are there as a number, the letters somewhere. */
function isSpelledOut(value: Value, loose: Value[], text: string): boolean {
  const [, letters = '', digits = ''] = /^([A-Z]*)-?(\d+)$/u.exec(value.key ?? '') ?? [];
  const at = digits ? loose.findIndex((number) => number.readings?.includes(Number(digits))) : -1;
  if (at < 0 || (text && letters && !text.toUpperCase().includes(letters))) return false;
  loose.splice(at, 1);
  return true;
}

/** Width x height must not become height x width, unless the labels move along. */
function checkOrder(numbers: Pairing, source: string, target: string): FidelityFinding[] {
  const findings: FidelityFinding[] = [];
  const [from, to] = [plainDigits(source), plainDigits(target)];
  const pairs = [...numbers.matched].sort((a, b) => a[0].start - b[0].start);
  for (let at = 1; at < pairs.length; at += 1) {
    const [a, b] = [pairs[at - 1], pairs[at]];
    if (!a || !b || a[0].group === 0 || a[0].group !== b[0].group) continue;
    if (a[1].group === 0 || a[1].group !== b[1].group) continue;
    const isSwapped = a[1].start > b[1].start;
    const said = sidesOf(from, a[0], b[0]);
    const [one, other] = isSwapped ? [b[1], a[1]] : [a[1], b[1]];
    const shown = sidesOf(to, one, other);
    const carried = isSwapped ? [shown[1], shown[0]] : shown;
    const areKnown = said[0] !== undefined && carried[0] !== undefined;
    const isWrong = areKnown ? said[0] !== carried[0] : isSwapped;
    if (isWrong) {
      findings.push(
        finding('dimension_order', 'block', 'orderSwapped', cover(source, a[0], b[0]), cover(target, one, other)),
      );
    }
  }
  return findings;
}

const cover = (text: string, one: Value, other: Value): { text: string; start: number; end: number } => ({
  text: text.slice(one.start, other.end),
  start: one.start,
  end: other.end,
});

/** A denial lost or gained altogether blocks; where others remain, it may be a matter of phrasing. */
function checkNegation(source: TextInLanguage, target: TextInLanguage): FidelityFinding[] {
  const said = denialsIn(source.text, source.language);
  const carried = denialsIn(target.text, target.language);
  if (!said || !carried) return [];
  const lost = unanswered(said, carried).map((clause) =>
    finding('negation', carried.clauses.length === 0 ? 'block' : 'warn', 'negationLost', clause),
  );
  const gained = unanswered(carried, said).map((clause) =>
    finding('negation', said.clauses.length === 0 ? 'block' : 'warn', 'negationAdded', undefined, clause),
  );
  return [...lost, ...gained];
}

/** Left became right, inwards became outwards. */
function checkDirections(source: TextInLanguage, target: TextInLanguage): FidelityFinding[] {
  return reversals(source, target).map((turned) =>
    finding('glossary', 'block', 'reversed', turned.source, turned.target),
  );
}
