import type { PartRule } from '../extraction-rules.ts';
import { type FoundLength, lengthInMillimetres } from '../units/find-lengths.ts';
import type { LengthUnit } from '../units/length-units.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { type Mark, type Reading, tokenAt, wordsOf } from './reading.ts';
import { axisAt, axisLabels, type FoundSize, lettersOf } from './sizes.ts';
import { guessUnit } from './unit-guess.ts';

type Used = Set<FoundLength | FoundSize>;

/** Sizes that stand with a part of its own width and height: a vision panel, a vent. */
export function readPartSizes(
  reading: Reading,
  sizes: readonly FoundSize[],
  used: Used,
): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  for (const size of sizes) {
    if (used.has(size)) continue;
    const token = tokenAt(reading, size.start);
    const sentence = reading.tokens[token]?.sentence;
    const values = size.lengths.slice(0, 2);
    const guess = values[0]!.unit
      ? null
      : guessUnit(
          values.map((l) => l.value),
          values.some((l) => /[.,]/.test(l.written)),
          { country: reading.country, isUpright: false },
        );
    const mm = values.map((l) => lengthInMillimetres(l, l.unit ?? guess?.unit ?? 'mm'));
    const near = reading.marks
      .filter(
        (m) =>
          m.definition.part &&
          reading.pack.extraction.parts[m.definition.part]?.pair &&
          Math.abs(m.sentence - (sentence ?? -9)) <= 1,
      )
      .filter((m) => m.sentence === sentence || m.start < size.start)
      .map((m) => ({
        m,
        rule: reading.pack.extraction.parts[m.definition.part!]!,
        gap: m.end <= size.start ? size.start - m.end : m.start - size.end + 6,
      }))
      .filter(
        (n) =>
          mm.every((v) => v >= n.rule.range[0] && v <= n.rule.range[1]) &&
          n.gap < 60 &&
          !isNearerMain(reading, size, n.gap),
      )
      .sort((a, b) => a.gap - b.gap)[0];
    if (!near) continue;
    used.add(size);
    for (const l of size.figures) used.add(l);
    const [width, height] = near.rule.pair!;
    const order = size.firstIs === 'height' ? [1, 0] : [0, 1];
    const put = (attribute: string, i: number) =>
      candidates.push(
        candidate(attribute, mm[i]!, { start: values[i]!.start, end: values[i]!.end }, 'size', {
          unit: values[i]!.unit ?? guess?.unit ?? null,
          weight: 2,
          params: { written: values[i]!.written },
        }),
      );
    put(width, order[0]!);
    if (height) put(height, order[1]!);
    if (near.rule.code && size.firstIs === null && mm[0] !== mm[1])
      doubts.push({ attribute: height ? `${width}|${height}` : width, code: near.rule.code, at: size.start });
  }
  return { candidates, doubts };
}

/** The product or the plane of the size is named nearer. */
const isNearerMain = (reading: Reading, size: FoundSize, gap: number): boolean =>
  reading.marks.some(
    (m) =>
      (m.definition.kind === 'type' || m.definition.attribute === reading.pack.extraction.size?.reference) &&
      m.end <= size.start &&
      size.start - m.end < gap &&
      size.start - m.end < 30 &&
      m.concept !== 'opening' &&
      !m.definition.isGeneral,
  );

interface Offer {
  length: FoundLength;
  mark: Mark;
  part: string;
  rule: PartRule;
  mm: number;
  unit: LengthUnit;
  cost: number;
}

/** Single figures go to the part that is named nearest and can have such a measure. */
export function readPartMeasures(
  reading: Reading,
  lengths: readonly FoundLength[],
  used: Used,
): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const offers: Offer[] = [];
  for (const length of lengths) {
    if (used.has(length) || reading.taken[length.start]) continue;
    offers.push(...offersFor(reading, length));
  }
  offers.sort((a, b) => a.cost - b.cost);
  const served = new Set<FoundLength>();
  const filled = new Map<Mark, number>();
  for (const offer of offers) {
    if (served.has(offer.length) || (filled.get(offer.mark) ?? 0) >= 1) continue;
    served.add(offer.length);
    used.add(offer.length);
    filled.set(offer.mark, (filled.get(offer.mark) ?? 0) + 1);
    take(reading, offer, candidates, doubts);
  }
  return { candidates, doubts };
}

function offersFor(reading: Reading, length: FoundLength): Offer[] {
  const token = tokenAt(reading, length.start);
  const end = tokenAt(reading, length.end - 1);
  const { sentence } = reading.tokens[token]!;
  if (reading.marks.some((m) => m.definition.kind === 'mark' && m.start <= length.start && m.end >= length.end))
    return [];
  if (wordsOf(reading, 'both_sides', 'each_side').some((w) => w.start <= length.start && w.end >= length.end))
    return [];
  const axis = axisAt(reading, length, axisLabels(reading), lettersOf(reading), null);
  return reading.marks.flatMap((mark) => {
    const part = mark.definition.part;
    const rule = part ? reading.pack.extraction.parts[part] : undefined;
    if (mark.definition.kind === 'partValue' || mark.definition.kind === 'count') return [];
    // A lone small figure counts things; only thin sheet is so thin.
    if (rule && length.unit === null && length.value < 5 && rule.range[1] > 20) return [];
    if (!part || !rule || mark.sentence !== sentence || mark.isNegated || rule.pair) return [];
    if (rule.needs && !(reading.words.get(rule.needs) ?? []).some((m) => m.sentence === sentence)) return [];
    if (!rule.attribute && !rule.thickness) return [];
    const unit = unitOf(length, rule);
    if (!unit) return [];
    const mm = lengthInMillimetres(length, unit);
    if (mm < rule.range[0] || mm > rule.range[1]) return [];
    const isBefore = mark.to <= token;
    if (!isBefore && mark.from <= end && !isInside(mark, token)) return [];
    // "2 faces": the figure counts them.
    if (!isBefore && length.unit === null && Number.isInteger(length.value) && mark.from === end + 1) return [];
    const between = isInside(mark, token)
      ? []
      : reading.tokens.slice(isBefore ? mark.to : end + 1, isBefore ? token : mark.from);
    const words = between.filter((t) => t.kind !== 'punctuation').length;
    const signs = between.filter((t) => t.kind === 'sign').length;
    const commas = between.filter((t) => /[,;()]/.test(t.text)).length;
    const crossed = reading.marks.some(
      (o) =>
        o !== mark &&
        o.definition.part !== part &&
        (o.definition.part || o.definition.kind === 'type') &&
        o.from >= (isBefore ? mark.to : end + 1) &&
        o.to <= (isBefore ? token : mark.from) &&
        !(o.definition.kind === 'type' && o.definition.isGeneral) &&
        canTake(reading, o),
    );
    const figures = between.some((t) => t.kind === 'number');
    const reach = length.unit === null ? 4 : 10;
    const distance = words - signs * 0.5;
    if (distance > reach || (length.unit === null && commas > 0 && !isBefore)) return [];
    const isWinner = rule.wins === true && isBefore;
    const cost =
      distance +
      commas * 3 +
      (isBefore ? 0.6 : distance > 0 ? 1.7 : 0.5) +
      (isWinner ? -8 : (crossed ? 6 : 0) + (figures ? 4 : 0) + (rule.wins ? -2 : 0)) +
      (axis && part !== 'wall' ? 2 : 0);
    if (cost > 13 || distance + commas * 3 > 13 || (!isBefore && (commas > 0 || distance > 5))) return [];
    return [{ length, mark, part, rule, mm, unit, cost }];
  });
}

/** "plaque 2 mm au milieu": the figure stands in the open place of the term. */
const isInside = (mark: Mark, token: number): boolean => mark.from < token && mark.to > token;

const canTake = (reading: Reading, m: Mark): boolean => {
  const rule = m.definition.part ? reading.pack.extraction.parts[m.definition.part] : undefined;
  return Boolean(rule?.attribute || rule?.thickness);
};

function unitOf(length: FoundLength, rule: PartRule): LengthUnit | null {
  if (length.unit) return length.unit;
  return rule.bare?.find(([limit]) => length.value <= limit)?.[1] ?? null;
}

function take(reading: Reading, offer: Offer, candidates: Candidate[], doubts: Doubt[]): void {
  const { length, rule, mm, unit, mark } = offer;
  const at = { start: length.start, end: length.end };
  const more = {
    unit,
    confidence: length.unit ? 0.92 : 0.8,
    weight: offer.cost < 3 ? 2 : 1,
    params: { written: length.written, of: mark.concept },
  };
  if (isRange(reading, length)) {
    doubts.push({ attribute: rule.attribute ?? rule.thickness!, code: 'plausibility', at: length.start });
    return;
  }
  if (rule.thickness) {
    candidates.push(candidate(rule.thickness, String(mm), at, 'label', more));
    if (rule.single)
      candidates.push(
        candidate(rule.single.attribute, rule.single.value, at, 'implied', {
          confidence: 0.75,
          weight: 0.5,
          params: { from: rule.thickness },
        }),
      );
    return;
  }
  if (isForBothTogether(reading, offer)) {
    doubts.push({ attribute: rule.attribute!, code: 'thickness_meaning', at: length.start });
    return;
  }
  candidates.push(candidate(rule.attribute!, mm, at, 'label', more));
  for (const [attribute, value] of Object.entries(rule.implies ?? {}))
    candidates.push(
      candidate(attribute, value, at, 'implied', { confidence: 0.75, weight: 0.3, params: { from: rule.attribute! } }),
    );
  if (rule.implies && !isPerFace(reading, offer))
    doubts.push({ attribute: rule.attribute!, code: 'thickness_meaning', at: length.start });
  if (isAbout(reading, length)) doubts.push({ attribute: rule.attribute!, code: 'plausibility', at: length.start });
}

/** 20-25 mm: a range is no value. */
const isRange = (reading: Reading, l: FoundLength): boolean =>
  /\d\s?[-–]\s?$/.test(reading.folded.slice(Math.max(0, l.start - 4), l.start)) ||
  /^\s?-\s?\d/.test(reading.folded.slice(l.end, l.end + 4));
const isPerFace = (reading: Reading, { mark }: Offer): boolean =>
  wordsOf(reading, 'each_side').some((m) => m.sentence === mark.sentence);
const isForBothTogether = (reading: Reading, { rule, mark }: Offer): boolean =>
  Boolean(rule.implies) &&
  !isPerFace(reading, { mark } as Offer) &&
  wordsOf(reading, 'for_both').some((m) => m.sentence === mark.sentence);
const isAbout = (reading: Reading, l: FoundLength): boolean => {
  const token = tokenAt(reading, l.start);
  return (reading.words.get('approx') ?? []).some((m) => m.to <= token && token - m.to <= 2);
};
