import { identifyLanguage, regionHints } from '../../language/index.ts';
import { loadPack, type Pack } from '../pack.ts';
import { type FoundLength, findLengths } from '../units/find-lengths.ts';
import { checkItem, type PlainValue } from '../values.ts';
import { ambiguitiesOf } from './ambiguities.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { readCodes } from './codes.ts';
import { readColours } from './colours.ts';
import { readCommerce } from './commerce.ts';
import { type FoundNumber, findCounts, numbersIn, readPartCounts } from './counts.ts';
import { readDriveSides, readSides, readSwings, resolveSide } from './handing.ts';
import { isWish } from './is-wish.ts';
import { type ItemScope, ownersOf } from './item-scope.ts';
import { findItems } from './items.ts';
import { readMainSizes } from './main-size.ts';
import { openingsLeftOut, readOpenings } from './openings.ts';
import { readPartMeasures, readPartSizes } from './part-measures.ts';
import { readPlaces } from './places.ts';
import { type Reading, readText, tokenAt, wordsOf } from './reading.ts';
import { type Chosen, candidatesOf, choose, imply, sharpenType } from './resolve.ts';
import { type FoundSize, findSizes, nominalSizes } from './sizes.ts';
import { standing } from './standing.ts';
import type { ExtractedItem, Extraction } from './types.ts';
import { productMentions } from './types-of.ts';
import { readValues } from './values.ts';

export interface ExtractionInput {
  text: string;
  channel?: string;
  language?: string;
  country?: string;
  pack?: Pack;
  /** The text goes on about something specified already: every value counts, be it a wish or not. */
  isContinuation?: boolean;
}

/** What is read of a text, in UTF-16 units. */
export const longestRead = 12_000;

interface Result {
  type: string;
  chosen: Chosen;
}

/**
 * Candidates in a buyer's text, each with its place. Pure and deterministic; a value is never invented: what the text does
 * not say is missing in the result. Text that gives orders to a machine is text like any other.
 */
export function extractSpecification(input: ExtractionInput): Extraction {
  const pack = input.pack ?? loadPack('doors-and-windows');
  // Nobody describes a door beyond this; a longer text is a manual, a thread of months or an attack.
  const text = input.text.slice(0, longestRead);
  const language = input.language ?? identifyLanguage(text, { country: input.country }).language;
  const country = input.country ?? regionHints({ text, language: language ?? undefined }).country;
  const reading = readText(text, { language, country, pack });
  const { items, results, doubts } = readAll(reading);
  const isCustom = isWish(
    reading,
    items,
    results.map((r) => r.chosen),
  );
  const kept = isCustom || input.isContinuation ? results : [];
  return {
    language,
    country_hint: country,
    is_custom_spec: isCustom,
    items: kept.map((r) => toItem(reading, r)),
    ambiguities: isCustom
      ? ambiguitiesOf(reading, items, results, doubts).filter((a) => pack.ambiguityCodes.includes(a.code))
      : [],
    missing_mandatory: kept.flatMap((r, i) => missingOf(pack, r).map((m) => `${i}.${m}`)),
  };
}

function readAll(reading: Reading): { items: ItemScope[]; results: Result[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const take = (found: { candidates: readonly Candidate[]; doubts?: readonly Doubt[] }) => {
    candidates.push(...found.candidates);
    doubts.push(...(found.doubts ?? []));
  };
  take(readCodes(reading));
  const nominal = nominalSizes(reading);
  const lengths = standing(reading, findLengths(reading.folded, reading.taken, reading.language ?? undefined));
  const sizes = [...findSizes(reading, lengths), ...nominal].sort((a, b) => a.start - b.start);
  const products = productMentions(reading);
  const numbers = numbersIn(reading, sizes, lengths);
  const partCounts = readPartCounts(reading, numbers);
  take(partCounts);
  const counts = findCounts(reading, numbers, products, partCounts.used);
  const found = findItems(reading, products, counts, sizes, numbers);
  const items = found.length > 0 ? found : [unnamedItem(reading)];
  const used = new Set<FoundLength | FoundSize>();
  take(readOpenings(reading, sizes, lengths, used));
  take({ candidates: openingsLeftOut(reading, items) });
  take(readPartSizes(reading, sizes, used));
  take(readMainSizes(reading, sizes, lengths, items, used));
  take(readPartMeasures(reading, lengths, used));
  take(readValues(reading, items));
  take(readColours(reading));
  take(readPlaces(reading));
  take(readCommerce(reading));
  take({ candidates: [...readSwings(reading), ...readDriveSides(reading)] });
  take(quantities(reading, items, numbers));
  const results: Result[] = [];
  for (const [i, item] of items.entries())
    results.push(resolveItem(reading, items, item, i, candidates, doubts, results[i - 1]));
  inherit(reading, items, results);
  if (results.length === 1) priceOfOne(reading.pack.extraction, results[0]!.chosen, doubts);
  return { items, results, doubts };
}

function resolveItem(
  reading: Reading,
  items: readonly ItemScope[],
  item: ItemScope,
  index: number,
  candidates: readonly Candidate[],
  doubts: Doubt[],
  before: Result | undefined,
): Result {
  const { pack } = reading;
  const isOwn = (c: Candidate) =>
    c.item === index || (items.length > 1 && ownersOf(items, tokenAt(reading, c.start)).length === 1);
  const mine = candidatesOf(reading, candidates, items, index);
  const first = choose(reading, mine, isOwn);
  const handed = sidesOf(reading, items, item, index, first.chosen, doubts, before);
  const { chosen, doubts: conflicts } = handed.length > 0 ? choose(reading, [...mine, ...handed], isOwn) : first;
  doubts.push(...conflicts.map((d) => ({ ...d, item: index })));
  const type = sharpenType(reading, item, chosen);
  imply(reading, chosen, type);
  nameSpecies(pack, chosen);
  return { type, chosen };
}

/** "solid pine": the wood is no paint. */
function nameSpecies(pack: Pack, chosen: Chosen): void {
  const rule = pack.extraction.colours;
  if (!rule?.speciesAttribute) return;
  const colour = chosen[rule.outside];
  const species = typeof colour?.value === 'string' ? rule.speciesColours[colour.value] : undefined;
  if (!colour || !species) return;
  const isSolid = rule.speciesMaterials.includes(String(chosen[rule.speciesOf ?? '']?.value));
  if (!isSolid) return;
  chosen[rule.speciesAttribute] ??= { ...colour, attribute: rule.speciesAttribute, value: species };
  if (colour.derivation.code === 'word') delete chosen[rule.outside];
}

/** The price of one thing is the price of each. */
function priceOfOne(rules: Pack['extraction'], chosen: Chosen, doubts: Doubt[]): void {
  const { commerce, quantity } = rules;
  const price = commerce && chosen[commerce.price];
  if (!commerce?.basis || !price || !quantity || chosen[quantity]?.value !== 1 || chosen[commerce.basis]) return;
  chosen[commerce.basis] = {
    ...price,
    attribute: commerce.basis,
    value: 'unit',
    unit: null,
    derivation: { code: 'implied', params: { from: quantity } },
    confidence: 0.7,
  };
  const asked = doubts.findIndex((d) => d.attribute === commerce.basis && d.code === 'price_basis_unclear');
  if (asked >= 0) doubts.splice(asked, 1);
}

/** Left and right mean something only with the type and the way of opening of their item. */
function sidesOf(
  reading: Reading,
  items: readonly ItemScope[],
  item: ItemScope,
  index: number,
  chosen: Chosen,
  doubts: Doubt[],
  before: Result | undefined,
): Candidate[] {
  const rule = reading.pack.extraction.handing;
  if (!rule || rule.slidingTypes.includes(item.type)) return [];
  const swing = chosen[rule.swing]?.value ?? (item.isSame ? before?.chosen[rule.swing]?.value : undefined);
  const statements = readSides(reading);
  return statements.flatMap((said) => {
    // Who said where he stands says it once.
    const statement =
      said.view === null && said.of !== null && !said.isPullSide
        ? {
            ...said,
            view: statements.find((s) => s.start < said.start && s.of !== null && s.view !== null)?.view ?? null,
          }
        : said;
    const owners = ownersOf(items, tokenAt(reading, statement.start));
    if (owners.length > 0 && !owners.includes(index)) return [];
    const resolved = resolveSide(reading, rule, statement, {
      family: item.family,
      type: item.type,
      swing: swing === 'inward' || swing === 'outward' ? swing : null,
    });
    doubts.push(...resolved.doubts.map((d) => ({ ...d, item: index })));
    const swings = statement.swing
      ? [candidate(rule.swing, statement.swing, statement, 'convention', { confidence: 0.85, weight: 0.8 })]
      : [];
    return [...resolved.candidates, ...swings].map((c) => ({ ...c, item: index }));
  });
}

/** A size or a property without a product: what the trade makes first. */
const unnamedItem = (reading: Reading): ItemScope => ({
  type: reading.pack.defaultProductType,
  family: reading.pack.concepts[reading.pack.defaultProductType]?.family ?? reading.pack.defaultProductType,
  isGeneral: true,
  qualifiers: [],
  mark: null,
  count: null,
  own: [{ from: 0, to: reading.tokens.length }],
  isSame: false,
});

function quantities(
  reading: Reading,
  items: readonly ItemScope[],
  numbers: readonly FoundNumber[],
): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const name = reading.pack.extraction.quantity;
  for (const [i, { count, mark }] of items.entries()) {
    if (!name || !count) continue;
    const listed = listedBehind(reading, numbers, Math.max(count.to, mark?.mark.to ?? 0));
    if (listed !== null && listed !== count.value)
      doubts.push({ attribute: name, code: 'quantity_unclear', at: count.start, item: i });
    else
      candidates.push(
        candidate(name, count.value, count, 'count', { item: i, confidence: count.kind === 'article' ? 0.75 : 0.92 }),
      );
  }
  return { candidates, doubts };
}

/** "3 shutters (2 for the bedroom, 2 for the study)": what the brackets add up to. */
function listedBehind(reading: Reading, numbers: readonly FoundNumber[], from: number): number | null {
  const open = reading.tokens.findIndex((t, i) => i >= from && i <= from + 4 && t.text === '(');
  if (open < 0) return null;
  const close = reading.tokens.findIndex((t, i) => i > open && t.text === ')');
  const inside = numbers.filter((n) => n.from > open && n.to <= close && reading.tokens[n.to]?.kind === 'word');
  return inside.length >= 2 && inside.every((n) => n.value < 100) ? inside.reduce((sum, n) => sum + n.value, 0) : null;
}

/** "2 pcs same size": an item that is said to be the same takes over what the one before it has. */
function inherit(reading: Reading, items: readonly ItemScope[], results: Result[]): void {
  const { same } = reading.pack.extraction;
  if (!same) return;
  for (const [i, item] of items.entries()) {
    const before = results[i - 1];
    if (!item.isSame || !before) continue;
    const colours = wordsOf(reading, 'same_colour').length > 0 ? same.colours : [];
    for (const name of [...same.inherits, ...colours]) {
      const value = before.chosen[name];
      if (value) results[i]!.chosen[name] ??= value;
    }
  }
}

function toItem(reading: Reading, { type, chosen }: Result): ExtractedItem {
  const entries = Object.entries(chosen).map(([name, c]) => {
    const source = { start: reading.text.startOf(c.start), end: reading.text.endOf(c.end) };
    return [
      name,
      { value: c.value, unit: c.unit, source, derivation: c.derivation.code, confidence: c.confidence },
    ] as const;
  });
  return { product_type: type, attributes: Object.fromEntries(entries) };
}

function missingOf(pack: Pack, { type, chosen }: Result): string[] {
  const plain = Object.fromEntries(Object.entries(chosen).map(([k, c]) => [k, c.value as PlainValue]));
  const { missing } = checkItem(pack, type, plain);
  const general = Object.values(pack.concepts).some((c) => c.kind === 'type' && c.isGeneral && c.value === type);
  return general && pack.mandatory[type]?.includes('product_type') ? ['product_type', ...missing] : missing;
}
