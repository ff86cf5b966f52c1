import { type FoundNumber, numbersIn } from '../extraction/counts.ts';
import { isNegated, type Reading, wordsOf } from '../extraction/reading.ts';
import { findSizes } from '../extraction/sizes.ts';
import { standing } from '../extraction/standing.ts';
import type { PackAttribute } from '../pack.ts';
import { foldText } from '../text/fold.ts';
import { type FoundLength, findLengths, lengthInMillimetres } from '../units/find-lengths.ts';
import { ambiguousUnitWords } from '../units/length-units.ts';
import { readNumber } from '../units/numbers.ts';
import type { PlainValue } from '../values.ts';

/** Why a proposal is left out. */
export type Refusal =
  | 'form'
  | 'unknown_item'
  | 'unknown_attribute'
  | 'not_in_text'
  | 'quoted'
  | 'no_number'
  | 'denied'
  | 'no_member'
  | 'contradiction'
  | 'implausible'
  | 'two_values';

interface Span {
  start: number;
  end: number;
}

/** Its place is in the folded text; wider than the quote where the unit stands right behind it. */
export interface Derived extends Span {
  value: PlainValue;
  unit: string | null;
}

/** What the rules of the trade find in a whole letter, once for all proposals. */
export interface Figures {
  /** With the unit that a size has at its end. */
  lengths: readonly FoundLength[];
  numbers: readonly FoundNumber[];
}

/** Figures that are no code, date or telephone number, and that the buyer did not take back. */
export function figuresOf(reading: Reading): Figures {
  const found = standing(reading, findLengths(reading.folded, reading.taken, reading.language ?? undefined));
  const sized = findSizes(reading, found).flatMap((s) => s.lengths);
  const lengths = found.map((l) => sized.find((s) => s.start === l.start) ?? l);
  return { lengths, numbers: numbersIn(reading, [], lengths) };
}

/**
 * The value that the quoted words say of an attribute, by our own reading of them; what the model says the value is only
 * chooses among what stands there.
 * @param quote place in the folded text
 * @param said the model's word for it
 */
export function deriveValue(
  reading: Reading,
  figures: Figures,
  attribute: PackAttribute,
  quote: Span,
  said: string,
): Derived | Refusal {
  switch (attribute.type) {
    case 'number':
      return attribute.unit === 'mm'
        ? lengthIn(reading, figures, quote, said)
        : numberIn(reading, figures, attribute.unit ?? null, quote, said);
    case 'boolean':
      return said === 'true' || said === 'false'
        ? isDenied(reading, quote) === (said === 'false')
          ? { value: said === 'true', unit: null, ...quote }
          : 'denied'
        : 'no_member';
    case 'enum':
      return memberIn(reading, attribute, quote, said);
    case 'list': {
      const member = memberIn(reading, attribute, quote, said);
      return typeof member === 'string' ? member : { ...member, value: [String(member.value)] };
    }
    case 'string': {
      const words = reading.text.original
        .slice(reading.text.startOf(quote.start), reading.text.endOf(quote.end))
        .trim();
      if (words === '' || words.length > longestWords || words.includes('\n')) return 'form';
      return isDenied(reading, quote) ? 'denied' : { value: words, unit: null, ...quote };
    }
    default:
      return 'unknown_attribute';
  }
}

/** A text as value is a name or a code, no sentence. */
const longestWords = 80;

const within = (part: Span, whole: Span): boolean => part.start >= whole.start && part.end <= whole.end;

function lengthIn(reading: Reading, figures: Figures, quote: Span, said: string): Derived | Refusal {
  const there = figures.lengths.filter(
    (l) => within({ start: l.start, end: l.figureEnd }, quote) && isClear(reading, l),
  );
  const { folded } = foldText(said);
  const [wanted] = findLengths(folded, new Uint8Array(folded.length + 1), reading.language ?? undefined);
  const meant = wanted && there.find((l) => isSame(l, wanted));
  if (!meant) return 'no_number';
  // The dot behind a unit may end the sentence.
  const isWhole = /^\.?$/.test(reading.folded.slice(quote.end, meant.end));
  return {
    value: lengthInMillimetres(meant),
    unit: meant.unit,
    start: quote.start,
    end: isWhole ? quote.end : meant.end,
  };
}

/** With a unit that means one thing, and a figure that can be read in one way. */
const isClear = (reading: Reading, l: FoundLength): boolean =>
  l.unit !== null &&
  !l.isAmbiguous &&
  lengthInMillimetres(l) > 0 &&
  !ambiguousUnitWords.has(reading.folded.slice(l.figureEnd, l.end).trim());

function isSame(there: FoundLength, wanted: FoundLength): boolean {
  const millimetres = lengthInMillimetres(there);
  if (wanted.unit) return lengthInMillimetres(wanted) === millimetres;
  return wanted.value === there.value || wanted.value === millimetres;
}

function numberIn(
  reading: Reading,
  { numbers }: Figures,
  unit: string | null,
  quote: Span,
  said: string,
): Derived | Refusal {
  const { tokens, folded } = reading;
  const there =
    unit === null || unit === 'sets'
      ? numbers.map((n) => ({ value: n.value, start: tokens[n.from]!.start, end: tokens[n.to - 1]!.end, unitEnd: 0 }))
      : tokens.flatMap((t) => {
          const unitEnd = t.kind === 'number' && !reading.taken[t.start] ? endOfUnit(folded, t.end, unit) : null;
          const number = unitEnd ? readNumber(t.text, { language: reading.language ?? undefined }) : null;
          return unitEnd && number && !number.isAmbiguous
            ? [{ value: number.value, start: t.start, end: t.end, unitEnd }]
            : [];
        });
  const wanted = foldText(said.trim()).folded;
  const figure = readNumber(/^[\d.,]+/.exec(wanted)?.[0] ?? '');
  const meant = there
    .filter((n) => within(n, quote))
    .find((n) => (figure ? n.value === figure.value : folded.slice(n.start, n.end) === wanted));
  if (!meant) return 'no_number';
  return { value: meant.value, unit: null, start: quote.start, end: Math.max(quote.end, meant.unitEnd) };
}

/** Where the unit ends that stands right behind a figure, brackets and strokes aside; null where another word stands. */
function endOfUnit(folded: string, from: number, unit: string): number | null {
  const wanted = unit.toLowerCase().replace(/[^a-z0-9]/g, '');
  let at = from;
  for (let matched = 0; matched < wanted.length; at += 1) {
    if (at - from > wanted.length + 4) return null;
    if (folded[at] === wanted[matched]) matched += 1;
    else if (!/[\s/()·*]/.test(folded[at] ?? '-')) return null;
  }
  return /[\p{L}\d]/u.test(folded[at] ?? '') ? null : at;
}

/** A value of the list, unless the quoted words name another one; "none" only where something is denied, and nothing else there. */
function memberIn(reading: Reading, attribute: PackAttribute, quote: Span, said: string): Derived | Refusal {
  if (!attribute.values?.includes(said)) return 'no_member';
  if (isDenied(reading, quote) !== (said === 'none')) return 'denied';
  const named = reading.marks.filter((m) => m.definition.attribute === attribute.name && within(m, quote));
  if (said !== 'none' && named.length > 0 && !named.some((m) => m.definition.value === said)) return 'contradiction';
  return { value: said, unit: null, ...quote };
}

/** A word of denial stands in the quote, before it or behind it. */
function isDenied(reading: Reading, quote: Span): boolean {
  const from = reading.tokens.findIndex((t) => t.end > quote.start);
  const first = reading.tokens[from];
  if (!first) return false;
  const to = reading.tokens.findLastIndex((t) => t.start < quote.end) + 1;
  const words = wordsOf(reading, 'no', 'no_after', 'drop').filter(
    (w) => w.start < quote.end && w.end > quote.start && reading.tokens[w.from - 1]?.kind !== 'number',
  );
  return words.length > 0 || isNegated(reading, { from, to, clause: first.clause, sentence: first.sentence });
}
