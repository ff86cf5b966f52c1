import type { AmbiguityRule } from '../extraction-rules.ts';
import type { Doubt } from './candidate.ts';
import { type ItemScope, ownersOf } from './item-scope.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';
import type { Chosen } from './resolve.ts';

export interface Ambiguity {
  item: number;
  attribute: string;
  code: string;
}

/** Every point to ask about: what the readers of values doubted, and what the pack's rules find in the result. */
export function ambiguitiesOf(
  reading: Reading,
  items: readonly ItemScope[],
  results: readonly { type: string; chosen: Chosen }[],
  doubts: readonly Doubt[],
): Ambiguity[] {
  const found: Ambiguity[] = [];
  const add = (item: number, attribute: string, code: string) => {
    if (!found.some((f) => f.item === item && f.attribute === attribute && f.code === code))
      found.push({ item, attribute, code });
  };
  for (const doubt of doubts)
    for (const item of itemsOf(reading, items, results, doubt)) add(item, doubt.attribute, doubt.code);
  const { size } = reading.pack.extraction;
  for (const [i, { type, chosen }] of results.entries()) {
    if (size?.reference && chosen[size.width] && chosen[size.height]) {
      const reference = chosen[size.reference];
      if (!reference || String(reference.value).endsWith('_unspecified')) add(i, size.reference, size.reference);
    }
    for (const rule of reading.pack.extraction.ambiguities)
      if (applies(reading, rule, type, chosen)) add(i, rule.attribute, rule.code);
  }
  missingReference(reading, results, add);
  const pair = wordsOf(reading, 'pair').find(
    (w) => /\d/.test(reading.tokens[w.from - 1]?.text ?? '') || wordsOf(reading, 'one').some((o) => o.to === w.from),
  );
  if (pair && reading.pack.extraction.quantity) add(0, reading.pack.extraction.quantity, 'quantity_unclear');
  for (const word of wordsOf(reading, 'scope')) if (isAsked(reading, word.end)) add(0, 'scope', 'scope_unclear');
  return found;
}

/** Doubts of a value go with the value; those of nothing in particular go to the first item. */
function itemsOf(
  reading: Reading,
  items: readonly ItemScope[],
  results: readonly { chosen: Chosen }[],
  doubt: Doubt,
): number[] {
  if (doubt.item !== undefined) return [doubt.item];
  const owners = ownersOf(items, tokenAt(reading, doubt.at));
  const candidates = owners.length > 0 ? owners : results.map((_, i) => i);
  const names = doubt.attribute.split('|');
  const holding = candidates.filter((i) => {
    const at = names.map((n) => results[i]?.chosen[n]).find(Boolean);
    return at !== undefined && doubt.at >= at.start - 2 && doubt.at <= at.end + 2;
  });
  if (holding.length > 0) return holding;
  // The value was dropped or replaced: so is what was doubtful about it.
  const isReplaced =
    candidates.every((i) => names.some((n) => results[i]?.chosen[n] !== undefined)) &&
    doubt.code === 'color_unspecified';
  return isReplaced ? [] : candidates.slice(0, 1);
}

function applies(reading: Reading, rule: AmbiguityRule, type: string, chosen: Chosen): boolean {
  if (rule.types && !rule.types.includes(type)) return false;
  if (rule.mark && !reading.marks.some((m) => m.definition.mark === rule.mark && !m.isNegated)) return false;
  if (rule.has && !rule.has.every((name) => chosen[name] !== undefined && chosen[name]?.value !== 'none')) return false;
  if (rule.missing?.some((name) => chosen[name] !== undefined)) return false;
  if (rule.with && !rule.with.some((name) => chosen[name] !== undefined)) return false;
  if (rule.values && !Object.entries(rule.values).every(([name, value]) => chosen[name]?.value === value)) return false;
  if (
    rule.below &&
    !Object.entries(rule.below).every(
      ([name, limit]) => typeof chosen[name]?.value === 'number' && (chosen[name]!.value as number) < limit,
    )
  )
    return false;
  const openings = openingsOf(chosen, rule.attribute);
  if (rule.opening && !openings.some((o) => rule.opening!.includes(String(o['type'])))) return false;
  if (rule.openingWithoutSize && !openings.some((o) => o['width_mm'] === undefined)) return false;
  return true;
}

const openingsOf = (chosen: Chosen, attribute: string): Record<string, unknown>[] => {
  const value = chosen[attribute]?.value;
  return Array.isArray(value)
    ? value.filter((v): v is Record<string, unknown> => typeof v === 'object' && v !== null)
    : [];
};

/** A drawing, a picture or an earlier order is spoken of, and what it would say is not in the letter. */
function missingReference(
  reading: Reading,
  results: readonly { chosen: Chosen }[],
  add: (item: number, attribute: string, code: string) => void,
): void {
  const { size } = reading.pack.extraction;
  if (!size || wordsOf(reading, 'ref_attach', 'ref_last').length === 0) return;
  for (const [i, { chosen }] of results.entries()) {
    if (!chosen[size.width] || !chosen[size.height]) add(i, `${size.width}|${size.height}`, 'reference_missing');
    else if (wordsOf(reading, 'ref_last').length > 0 && i === 0) add(i, size.width, 'reference_missing');
  }
}

/** The sentence goes on to a question mark. */
const isAsked = (reading: Reading, at: number): boolean => /^[^.!\n]{0,80}[?？؟]/.test(reading.plain.slice(at));
