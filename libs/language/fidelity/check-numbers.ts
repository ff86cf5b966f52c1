import { currenciesAgree } from './currencies.ts';
import type { Value, Values } from './extract-values.ts';
import { type FidelityFinding, finding, Pairing } from './findings.ts';

const near = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
const exact = 1e-9;
/** 35 13/16 in is 909.6 mm and is written 910: rounded to the millimetre or to half a percent. */
const rounded = 0.005;

const first = (value: Value): number => value.readings?.[0] ?? Number.NaN;
const sameReading = (a: Value, b: Value): boolean =>
  (a.readings ?? []).some((one) => (b.readings ?? []).some((other) => near(one, other, exact)));
const sameUnit = (a: Value, b: Value): boolean => a.unit?.id === b.unit?.id;
const sameMoney = (a: Value, b: Value): boolean =>
  a.currency && b.currency ? currenciesAgree(a.currency, b.currency) : !a.currency && !b.currency;

function converts(a: Value, b: Value, tolerance: number): boolean {
  if (!a.unit || !b.unit || a.unit.dimension !== b.unit.dimension || a.unit.factor === 0 || b.unit.factor === 0)
    return false;
  const [one, other] = [first(a) * a.unit.factor, first(b) * b.unit.factor];
  return (
    near(one, other, tolerance) || (tolerance > exact && a.unit.dimension === 'length' && Math.abs(one - other) <= 0.5)
  );
}

/** Equal readings give equal keys. */
const byReading = (value: Value): readonly string[] => (value.readings ?? []).map((reading) => reading.toPrecision(9));
/** Only units of one dimension convert. */
const byDimension = (value: Value): readonly string[] => (value.unit ? [value.unit.dimension] : []);
const ignore = (): void => undefined;

/** Numbers with their units and currencies. Consumes what agrees from both lists, reports the rest. */
export function checkNumbers(source: Values, target: Values): { findings: FidelityFinding[]; pairing: Pairing } {
  const findings: FidelityFinding[] = [];
  const only = (values: Values): Value[] => values.values.filter((value) => value.kind === 'number');
  const pairing = new Pairing(only(source), only(target));
  pairing.match((a, b) => near(first(a), first(b), exact) && sameUnit(a, b) && sameMoney(a, b), ignore, byReading);
  pairing.match(
    (a, b) => sameReading(a, b) && sameUnit(a, b) && sameMoney(a, b),
    (a, b) => findings.push(finding('number', 'warn', 'notation', a, b)),
    byReading,
  );
  pairing.match(
    (a, b) => !sameUnit(a, b) && (converts(a, b, exact) || converts(a, b, rounded)),
    (a, b) => findings.push(finding('unit', 'warn', 'converted', a, b)),
    byDimension,
  );
  pairing.match(
    (a, b) => sameReading(a, b) && !sameMoney(a, b),
    (a, b) => findings.push(moneyFinding(a, b)),
    byReading,
  );
  pairing.match(
    (a, b) => sameReading(a, b) && sameMoney(a, b),
    (a, b) => {
      if (!isImplied(a, b, source)) findings.push(unitFinding(a, b));
    },
    byReading,
  );
  findings.push(...checkSaidUnits(source, target));
  explainByWords(pairing, source, target);
  return { findings, pairing };
}

/** '1050 mm, not 950' → '1050毫米，而不是950毫米': the unit said just before is meant again. */
function isImplied(a: Value, b: Value, source: Values): boolean {
  if (a.unit || !b.unit) return false;
  const before = source.values.findLast((value) => value.kind === 'number' && value.end <= a.start);
  return before !== undefined && before.unit?.id === b.unit.id && a.start - before.end < 60;
}

function unitFinding(a: Value, b: Value): FidelityFinding {
  if (!b.unit) return finding('unit', 'block', 'unitLost', a, b);
  if (!a.unit) return finding('unit', 'warn', 'unitAdded', a, b);
  return finding('unit', 'block', 'unitChanged', a, b);
}

/** A currency named on one side only may stand further off in the sentence; two different ones never agree. */
const moneyFinding = (a: Value, b: Value): FidelityFinding =>
  finding('currency', a.currency && b.currency ? 'block' : 'warn', 'currencyChanged', a, b);

/** 'two weeks' must not become 'two days' or '2 days': the same number with another unit of its kind, and none with its own. */
function checkSaidUnits(source: Values, target: Values): FidelityFinding[] {
  const candidates = [
    ...target.words.map((word) => ({ ...word, readings: [word.value] })),
    ...target.values.filter((value) => value.kind === 'number'),
  ];
  return source.words.flatMap((word) => {
    const { unit } = word;
    if (!unit || target.values.some((value) => value.unit?.id === unit.id)) return [];
    const alike = candidates.filter(
      (other) => other.readings?.includes(word.value) && other.unit?.dimension === unit.dimension,
    );
    const [wrong] = alike;
    return wrong && alike.every((other) => other.unit?.id !== unit.id)
      ? [finding('unit', 'block', 'unitChanged', word, wrong)]
      : [];
  });
}

/** 'two doors' ↔ '2 doors'. */
function explainByWords(pairing: Pairing, source: Values, target: Values): void {
  const said = (values: Values): number[] => values.words.map((word) => word.value);
  const drop = (list: Value[], words: number[]): Value[] =>
    list.filter((value) => {
      const at = words.findIndex((word) => near(word, first(value), exact));
      if (at < 0) return true;
      words.splice(at, 1);
      return false;
    });
  pairing.source = drop(pairing.source, said(target));
  pairing.target = drop(pairing.target, said(source));
}

/** What nothing explains: changed where one is left on each side in the same place, else missing or added. */
export function reportLeftNumbers(pairing: Pairing): FidelityFinding[] {
  const findings: FidelityFinding[] = [];
  const left = [...pairing.target];
  for (const value of pairing.source) {
    const other = left.shift();
    findings.push(
      other
        ? finding('number', 'block', 'changed', value, other)
        : finding('number', pairing.isRepeated(value) ? 'warn' : 'block', 'missing', value),
    );
  }
  for (const value of left) {
    findings.push(finding('number', pairing.isRepeated(value) ? 'warn' : 'block', 'added', undefined, value));
  }
  return findings;
}
