import type { ConceptDefinition } from '../extraction-rules.ts';
import { unitAt } from '../units/length-units.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { type ItemScope, ownersOf } from './item-scope.ts';
import { numberWordsOf } from './lexicons.ts';
import { hasNeeded, type Mark, type Reading, wordsOf } from './reading.ts';

/** Values that words of the trade say by themselves: materials, locks, finishes, what is wanted and what is not. */
export function readValues(
  reading: Reading,
  items: readonly ItemScope[],
): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  for (const mark of reading.marks) {
    if (
      isOtherThanReference(reading, mark) ||
      isOfPart(reading, mark) ||
      isColourWord(reading, mark) ||
      isExisting(reading, mark) ||
      !isOfFamily(mark, items) ||
      !isInPlace(reading, mark)
    )
      continue;
    readMark(reading, mark, candidates);
    if (mark.definition.code && !mark.isNegated)
      doubts.push({ attribute: mark.definition.attribute ?? '', code: mark.definition.code, at: mark.start });
  }
  for (const low of wordsOf(reading, 'not_high')) {
    const part = reading.marks.find(
      (m) =>
        m.definition.part !== undefined &&
        m.sentence === low.sentence &&
        reading.marks.length > 0 &&
        lowValueOf(reading, m.definition.part) !== null,
    );
    const value = part ? lowValueOf(reading, part.definition.part!) : null;
    if (value?.attribute) candidates.push(candidate(value.attribute, value.value, low, 'word', { confidence: 0.75 }));
  }
  return { candidates, doubts };
}

/** What "low" is called of a part. */
const lowValueOf = (reading: Reading, part: string): ConceptDefinition | null => {
  const low = reading.pack.concepts['a:low'];
  return low?.part === part ? low : null;
};

function readMark(reading: Reading, mark: Mark, candidates: Candidate[]): void {
  const { kind, attribute, value, also, negated } = mark.definition;
  if (mark.isNegated) {
    if (negated && isOfOneSide(reading, mark)) return;
    if (negated)
      candidates.push(
        candidate(negated.attribute, negated.value, mark, 'negation', {
          confidence: 0.85,
          isDenial: true,
          params: { concept: mark.concept },
        }),
      );
    else if (attribute)
      candidates.push(
        candidate(attribute, kind === 'flag' ? false : null, mark, 'negation', {
          isDenial: true,
          params: { value: String(value ?? true) },
        }),
      );
    return;
  }
  const weight = weightOf(reading, mark);
  const more = { weight, confidence: 0.88, params: { concept: mark.concept } };
  if (kind === 'value' && attribute)
    candidates.push(candidate(attribute, sharpened(reading, mark) ?? value, mark, 'word', more));
  if (kind === 'flag' && attribute) candidates.push(candidate(attribute, value ?? true, mark, 'word', more));
  if (kind === 'list' && attribute)
    candidates.push(candidate(attribute, [value], mark, 'word', { ...more, isListItem: true }));
  if (kind === 'partValue' && attribute && isBesidePart(reading, mark))
    candidates.push(candidate(attribute, value, mark, 'word', more));
  if (kind === 'certificate' && reading.pack.extraction.commerce?.certificates)
    candidates.push(
      candidate(reading.pack.extraction.commerce.certificates, [value], mark, 'word', { ...more, isListItem: true }),
    );
  for (const [name, implied] of Object.entries(also ?? {})) {
    candidates.push(
      candidate(name, implied, mark, 'implied', {
        confidence: 0.8,
        weight: 0.6,
        isListItem: Array.isArray(implied),
        params: { concept: mark.concept },
      }),
    );
  }
}

/** A word beside the product's name says more of it than one further on; a plane named far from any size says little. */
function weightOf(reading: Reading, mark: Mark): number {
  const weight = mark.definition.weight ?? 1;
  if (mark.definition.attribute === reading.pack.extraction.size?.reference) {
    const from = Math.max(0, mark.from - 8);
    const isNearSize = reading.tokens
      .slice(from, mark.to + 8)
      .some(
        (t) =>
          t.kind === 'number' &&
          t.sentence === mark.sentence &&
          (Number(t.text.replace(',', '.')) >= 50 || /[.,]/.test(t.text)),
      );
    return isNearSize ? weight : weight * 0.3;
  }
  const isBesideProduct =
    mark.definition.kind === 'value' &&
    reading.marks.some(
      (p) =>
        p.definition.kind === 'type' &&
        p.clause === mark.clause &&
        Math.abs(p.from < mark.from ? mark.from - p.to : p.from - mark.to) <= 2,
    );
  return isBesideProduct ? weight + 1.5 : weight;
}

/** "no handle inside" leaves the one outside. */
const isOfOneSide = (reading: Reading, mark: Mark): boolean =>
  wordsOf(reading, 'inside', 'outside').some(
    (w) => w.clause === mark.clause && w.from >= mark.to && w.from - mark.to <= 1,
  );

/** "rough" beside "opening" says which plane is meant. */
function sharpened(reading: Reading, mark: Mark): unknown {
  const { size } = reading.pack.extraction;
  if (!size?.reference || mark.definition.attribute !== size.reference || (mark.definition.weight ?? 1) > 1)
    return undefined;
  const said = reading.marks.find(
    (m) =>
      m.definition.kind === 'reference' && m.sentence === mark.sentence && isBesideOrBehindFigures(reading, mark, m),
  );
  return said?.definition.value;
}

/** "stainless threshold", "steel plate": said of the part. */
function isOfPart(reading: Reading, mark: Mark): boolean {
  const rule = reading.pack.extraction.ofParts;
  if (!rule || !mark.definition.attribute || !rule.attributes.includes(mark.definition.attribute)) return false;
  const gap = (m: Mark) => (m.from >= mark.to ? m.from - mark.to : mark.from >= m.to ? mark.from - m.to : 0);
  const part = reading.marks.find(
    (m) =>
      m !== mark &&
      m.definition.kind !== 'partValue' &&
      rule.parts.includes(m.definition.part ?? '') &&
      m.clause === mark.clause &&
      gap(m) === 0 &&
      !(m.start === mark.start && m.end === mark.end),
  );
  return (
    part !== undefined &&
    !reading.marks.some(
      (p) =>
        p.definition.kind === 'type' &&
        p.clause === mark.clause &&
        gap(p) <= 1 &&
        p !== mark &&
        !(p.start >= part.start && p.end <= part.end),
    )
  );
}

/** "opening outwards", "2 leaves", "same opening": the word for a plane that means none here. */
function isOtherThanReference(reading: Reading, mark: Mark): boolean {
  if (mark.definition.attribute !== reading.pack.extraction.size?.reference || mark.definition.needs) return false;
  const before = reading.tokens[mark.from - 1];
  const isCounted =
    before !== undefined &&
    (/^[1-4]$/.test(before.text) || numberWordsOf(reading.language).has(before.text)) &&
    mark.definition.value === reading.pack.extraction.size?.piece;
  return (
    isCounted ||
    wordsOf(reading, 'opens_in', 'opens_out', 'opens_both').some((w) => w.start <= mark.start && w.end >= mark.end) ||
    wordsOf(reading, 'same').some((w) => w.to === mark.from)
  );
}

/** "stainless look", "oak colour": the word stands in the name of a colour. */
const isColourWord = (reading: Reading, m: Mark): boolean =>
  m.definition.kind === 'value' &&
  (wordsOf(reading, 'colour').some((w) => w.to === m.from && w.clause === m.clause && hasColourAt(reading, m)) ||
    [...reading.words.keys()].some(
      (k) =>
        k.startsWith('c:') &&
        reading.words.get(k)!.some((w) => w.start <= m.start && w.end >= m.end && w.end - w.start > m.end - m.start),
    ));

const hasColourAt = (reading: Reading, m: Mark): boolean =>
  [...reading.words].some(([k, list]) => k.startsWith('c:') && list.some((w) => w.from >= m.from && w.from <= m.to));

const isExisting = (reading: Reading, m: Mark): boolean =>
  wordsOf(reading, 'existing').some(
    (w) =>
      w.sentence === m.sentence &&
      w.clause === m.clause &&
      w.to <= m.from &&
      m.from - w.to <= 2 &&
      m.definition.attribute !== reading.pack.extraction.size?.reference,
  );

function isOfFamily(mark: Mark, items: readonly ItemScope[]): boolean {
  const { families } = mark.definition;
  if (!families) return true;
  const owners = ownersOf(items, mark.from);
  return (owners.length > 0 ? owners.map((i) => items[i]!) : items).some(
    (i) => families.includes(i.family) || families.includes(i.type),
  );
}

function isInPlace(reading: Reading, mark: Mark): boolean {
  if (mark.definition.kind === 'count') return true;
  return mark.definition.needs === 'size' ? isBehindFigure(reading, mark) : hasNeeded(mark, reading.marks);
}

/** Next to each other, or with nothing but a size between: "opening 900x2080 (finished)". */
function isBesideOrBehindFigures(reading: Reading, a: Mark, b: Mark): boolean {
  const [from, to] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return (
    to - from <= 2 ||
    (to - from <= 8 && reading.tokens.slice(from, to).every((t) => t.kind !== 'word' || t.text.length <= 3))
  );
}

/** "800 x 2000 clear", "2000 mm clear": right behind a figure or its unit. */
const isBehindFigure = (reading: Reading, mark: Mark): boolean =>
  reading.tokens[mark.to]?.kind !== 'number' &&
  (reading.tokens[mark.from - 1]?.kind === 'number' ||
    (reading.tokens[mark.from - 2]?.kind === 'number' &&
      unitAt(reading.folded, reading.tokens[mark.from - 1]!.start, reading.language ?? undefined) !== null));

/** "low" is said of the threshold only next to it. */
const isBesidePart = (reading: Reading, mark: Mark): boolean =>
  reading.marks.some(
    (m) =>
      m !== mark &&
      m.definition.part === mark.definition.part &&
      m.definition.kind !== 'partValue' &&
      m.sentence === mark.sentence &&
      Math.abs(m.from < mark.from ? mark.from - m.to : m.from - mark.to) <= 4,
  );
