import { identifyLanguage, regionHints } from '../../language/index.ts';
import { readCodes } from '../extraction/codes.ts';
import { longestRead } from '../extraction/extract.ts';
import { type Reading, readText } from '../extraction/reading.ts';
import type { Pack } from '../pack.ts';
import { isPossible, type PlainValue } from '../values.ts';
import { deriveValue, type Figures, figuresOf, type Refusal } from './derive-value.ts';
import { isOfType, offeredAttributes } from './offered-attributes.ts';
import { placeFinder } from './place-finder.ts';
import type { RawProposal } from './read-proposals.ts';

/** A value that a model pointed at and our own reading derived from the words there. */
export interface VerifiedProposal {
  /** Number of the item, from 0. */
  item: number;
  attribute: string;
  value: PlainValue;
  /** As the buyer wrote it; null where there is none. */
  unit: string | null;
  /** [start, end) in UTF-16 units of the text. */
  start: number;
  end: number;
  confidence: number;
}

/** Below everything that rules find. */
const confidence = 0.4;
/** A span wider than this would hold half the letter. */
const widest = 200;

/**
 * What of a model's proposals holds: the quote stands in the newly written text letter for letter, the attribute is one of
 * the product's, the value follows from the quoted words by our own reading, and the pack finds it plausible. Everything else
 * is left out, with its reason; whatever the model answers, no value comes out that the text does not say.
 */
export function verifyProposals(input: {
  text: string;
  language?: string;
  country?: string;
  pack: Pack;
  /** Of the items, in their order. */
  productTypes: readonly string[];
  proposals: readonly RawProposal[];
}): { accepted: VerifiedProposal[]; refused: Refusal[] } {
  const { pack } = input;
  const text = input.text.slice(0, longestRead);
  const language = input.language ?? identifyLanguage(text, { country: input.country }).language;
  const country = input.country ?? regionHints({ text, language: language ?? undefined }).country;
  const reading = readText(text, { language, country, pack });
  readCodes(reading);
  const figures = figuresOf(reading);
  const find = placeFinder(text);
  const refused: Refusal[] = [];
  const found = input.proposals.flatMap((p) => {
    const verified = verify(reading, { figures, find }, input.productTypes, p);
    if (typeof verified !== 'string') return [verified];
    refused.push(verified);
    return [];
  });
  const { accepted, inTwoWays } = oneEach(found);
  return { accepted, refused: [...refused, ...inTwoWays.map((): Refusal => 'two_values')] };
}

function verify(
  reading: Reading,
  { figures, find }: { figures: Figures; find: ReturnType<typeof placeFinder> },
  productTypes: readonly string[],
  proposal: RawProposal,
): VerifiedProposal | Refusal {
  const { pack, text } = reading;
  const productType = productTypes[proposal.item - 1];
  if (productType === undefined) return 'unknown_item';
  const attribute = offeredAttributes(pack).find((a) => a.name === proposal.attribute);
  if (!attribute || !isOfType(pack, attribute.name, productType)) return 'unknown_attribute';
  const place = find(proposal.quote, proposal.occurrence);
  if (!place) return 'not_in_text';
  const quote = foldedPlace(reading, place);
  if (reading.blockOf(quote.start) > 0 || reading.folded.slice(quote.start, quote.end).trim() === '') return 'quoted';
  const derived = deriveValue(reading, figures, attribute, quote, proposal.value);
  if (typeof derived === 'string') return derived;
  const { value, unit } = derived;
  const [least, most] = attribute.typical ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (!isPossible(pack, attribute.name, value) || (typeof value === 'number' && (value < least || value > most)))
    return 'implausible';
  return {
    item: proposal.item - 1,
    attribute: attribute.name,
    value,
    unit,
    start: text.startOf(derived.start),
    end: text.endOf(derived.end),
    confidence,
  };
}

/** The place of an original stretch in the folded text, which may be shorter or longer. */
function foldedPlace({ text }: Reading, { start, end }: { start: number; end: number }) {
  const at = (place: number): number => {
    let [low, high] = [0, text.folded.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (text.startOf(middle) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { start: at(start), end: at(end) };
}

/** One value an attribute and item; members of a list together; what is said in two ways is not proposed at all. */
function oneEach(found: readonly VerifiedProposal[]): {
  accepted: VerifiedProposal[];
  inTwoWays: VerifiedProposal[];
} {
  const accepted: VerifiedProposal[] = [];
  const inTwoWays: VerifiedProposal[] = [];
  for (const same of Map.groupBy(found, (f) => `${f.item} ${f.attribute}`).values()) {
    const [first, ...others] = same;
    if (!first) continue;
    if (Array.isArray(first.value)) accepted.push(others.reduce(together, first));
    else if (others.every((o) => o.value === first.value)) accepted.push(first);
    else inTwoWays.push(...same);
  }
  return { accepted, inTwoWays };
}

function together(list: VerifiedProposal, next: VerifiedProposal): VerifiedProposal {
  const [start, end] = [Math.min(list.start, next.start), Math.max(list.end, next.end)];
  if (end - start > widest || !Array.isArray(list.value) || !Array.isArray(next.value)) return list;
  return { ...list, value: [...new Set([...list.value, ...next.value].map(String))], start, end };
}
