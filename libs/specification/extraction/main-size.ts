import { type FoundLength, lengthInMillimetres } from '../units/find-lengths.ts';
import type { LengthUnit } from '../units/length-units.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { type ItemScope, ownersOf } from './item-scope.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';
import { type Axis, axisAt, axisLabels, type FoundSize, lettersOf } from './sizes.ts';
import { guessUnit, isWidthFirst } from './unit-guess.ts';

type Used = Set<FoundLength | FoundSize>;

/** Width and height of the products. */
export function readMainSizes(
  reading: Reading,
  sizes: readonly FoundSize[],
  lengths: readonly FoundLength[],
  items: readonly ItemScope[],
  used: Used,
): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const rule = reading.pack.extraction.size;
  if (!rule) return { candidates, doubts };
  for (const size of sizes) {
    if (used.has(size) || isOfExisting(reading, size.start)) continue;
    const item = items[ownersOf(items, tokenAt(reading, size.start))[0] ?? 0] ?? null;
    if (takeSize(reading, size, item, candidates, doubts)) {
      used.add(size);
      for (const l of size.figures) used.add(l);
    }
  }
  readLabelled(reading, lengths, items, used, candidates, doubts);
  readThickness(reading, lengths, used, candidates);
  return { candidates, doubts };
}

/** Said of what is there now. */
function isOfExisting(reading: Reading, place: number): boolean {
  const token = tokenAt(reading, place);
  const { sentence, clause } = reading.tokens[token]!;
  return (reading.words.get('existing') ?? []).some(
    (w) =>
      w.sentence === sentence &&
      w.clause === clause &&
      w.to <= token &&
      !reading.marks.some(
        (m) =>
          m.definition.attribute === reading.pack.extraction.size?.reference && m.from >= w.to - 1 && m.to <= token,
      ),
  );
}

function takeSize(
  reading: Reading,
  size: FoundSize,
  item: ItemScope | null,
  candidates: Candidate[],
  doubts: Doubt[],
): boolean {
  const rule = reading.pack.extraction.size!;
  const [a, b, c] = size.lengths as [FoundLength, FoundLength, FoundLength | undefined];
  const isUpright = item
    ? rule.uprightFamilies.includes(item.family) || rule.uprightTypes.includes(item.type)
    : rule.uprightFamilies.length > 0;
  const hasDecimals = [a, b].some((l) => /[.,]\d/.test(l.written));
  const guess =
    a.unit || b.unit ? null : guessUnit([a.value, b.value], hasDecimals, { country: reading.country, isUpright });
  const unit: LengthUnit | null = a.unit ?? guess?.unit ?? null;
  if (!unit) return false;
  const millimetres = [a, b].map((l) => sensible(lengthInMillimetres(l, l.unit ?? unit), l, unit)) as [number, number];
  const smallest = item && rule.uprightTypes.includes(item.type) ? 100 : rule.smallest;
  if (millimetres.some((mm) => mm < smallest || mm > rule.largest)) return false;
  const order = firstAxis(reading, size, millimetres, item, isUpright);
  const at = { start: a.start, end: a.end };
  const second = { start: b.start, end: b.end };
  if (guess?.isOpen) doubts.push({ attribute: `${rule.width}|${rule.height}`, code: 'unit_missing', at: size.start });
  if (order === null) {
    doubts.push({ attribute: `${rule.width}|${rule.height}`, code: 'order_wh', at: size.start });
    return true;
  }
  const [wide, high] = order === 'width' ? [0, 1] : [1, 0];
  const places = [at, second];
  const written = [a, b];
  const more = (i: number) => ({
    unit: written[i]!.unit ?? unit,
    confidence: guess?.isOpen ? 0.7 : 0.93,
    weight: 2,
    params: { written: written[i]!.written, assumedUnit: written[i]!.unit ? '' : unit },
  });
  candidates.push(
    candidate(rule.width, millimetres[wide], places[wide]!, 'size', more(wide)),
    candidate(rule.height, millimetres[high], places[high]!, 'size', more(high)),
  );
  if (c && rule.third) {
    const mm = lengthInMillimetres(c, c.unit ?? unit);
    const [low, limit] = rule.thirdRange ?? [0, 0];
    if (mm >= low && mm <= limit)
      candidates.push(
        candidate(rule.third, mm, { start: c.start, end: c.end }, 'size', { unit: c.unit ?? unit, confidence: 0.8 }),
      );
  }
  if (rule.reference && rule.piece && isNominal(a, b, reading))
    candidates.push(
      candidate(rule.reference, rule.piece, { start: size.start, end: size.end }, 'nominal', {
        confidence: 0.75,
        weight: 0.5,
        params: { written: reading.plain.slice(size.start, size.end) },
      }),
    );
  return true;
}

/** 1.110 with a unit of millimetres cannot be one millimetre. */
const sensible = (mm: number, l: FoundLength, unit: LengthUnit): number =>
  unit === 'mm' && l.isAmbiguous && mm < 10 ? Math.round(mm * 1000) : mm;

/** Feet and inches of both figures, as doors are called in America. Source: spec-domain §4.2. */
const isNominal = (a: FoundLength, b: FoundLength, reading: Reading): boolean =>
  ['US', 'CA'].includes(reading.country ?? '') &&
  a.unit === 'ft' &&
  b.unit === 'ft' &&
  /['/-]|\d{4}/.test(reading.folded.slice(a.start, a.end));

function firstAxis(
  reading: Reading,
  size: FoundSize,
  [a, b]: readonly [number, number],
  item: ItemScope | null,
  isUpright: boolean,
): Axis | null {
  if (size.firstIs) return size.firstIs;
  if (a === b) return 'width';
  const rule = reading.pack.extraction.size!;
  const [low, high] = rule.typicalHeight ?? [Number.POSITIVE_INFINITY, 0];
  const isHigh = (mm: number) => mm >= low && mm <= high;
  if (isUpright || !item) {
    if (isHigh(a) && !isHigh(b)) return 'height';
    if (isHigh(b) && !isHigh(a)) return 'width';
    if (isUpright && !isHigh(a) && !isHigh(b) && Math.max(a, b) < low && !rule.uprightTypes.includes(item?.type ?? ''))
      return a < b ? 'width' : 'height';
  } else if (isHigh(a) !== isHigh(b) && Math.min(a, b) < 1000 && Math.max(a, b) >= 1950)
    return isHigh(a) ? 'height' : 'width';
  if (rule.flatFamilies.length === 0) return 'width';
  return isWidthFirst(reading.country) ? 'width' : item && rule.flatFamilies.includes(item.family) ? null : 'width';
}

/** "width 93 cm, height 218 cm": figures that a label says, outside of a size. */
function readLabelled(
  reading: Reading,
  lengths: readonly FoundLength[],
  items: readonly ItemScope[],
  used: Used,
  candidates: Candidate[],
  doubts: Doubt[],
): void {
  const rule = reading.pack.extraction.size!;
  const labels = axisLabels(reading);
  const own = lettersOf(reading);
  const found: { l: FoundLength; axis: Axis }[] = [];
  for (const l of lengths) {
    if (used.has(l) || reading.taken[l.start] || isOfExisting(reading, l.start) || isOfPart(reading, l)) continue;
    const axis = axisAt(reading, l, labels, own, null);
    if (axis) found.push({ l, axis });
  }
  for (const { l, axis } of found) {
    const partner = found.find((f) => f.axis !== axis && Math.abs(f.l.start - l.start) < 80);
    const item = items[ownersOf(items, tokenAt(reading, l.start))[0] ?? 0] ?? null;
    const isUpright = item ? rule.uprightFamilies.includes(item.family) : rule.uprightFamilies.length > 0;
    const guess = l.unit
      ? null
      : guessUnit(partner ? [l.value, partner.l.value] : [l.value], /[.,]\d/.test(l.written), {
          country: reading.country,
          isUpright,
        });
    const unit = l.unit ?? partner?.l.unit ?? guess?.unit;
    if (!unit) continue;
    const mm = lengthInMillimetres(l, unit);
    if (mm < (item && rule.uprightTypes.includes(item.type) ? 100 : rule.smallest) || mm > rule.largest) continue;
    used.add(l);
    candidates.push(
      candidate(axis === 'width' ? rule.width : rule.height, mm, { start: l.start, end: l.end }, 'label', {
        unit,
        confidence: guess?.isOpen ? 0.7 : 0.95,
        weight: 2,
        params: { written: l.written, axis },
      }),
    );
    if (guess?.isOpen && !partner?.l.unit)
      doubts.push({ attribute: axis === 'width' ? rule.width : rule.height, code: 'unit_missing', at: l.start });
  }
}

/** `1 3/4" thick`, said of nothing else: the third measure of the product. */
function readThickness(reading: Reading, lengths: readonly FoundLength[], used: Used, candidates: Candidate[]): void {
  const { third, thirdRange } = reading.pack.extraction.size!;
  if (!third || !thirdRange) return;
  for (const l of lengths) {
    if (used.has(l) || reading.taken[l.start] || !l.unit) continue;
    const token = tokenAt(reading, l.end - 1);
    const label = wordsOf(reading, 'thickness').find(
      (w) => w.from === token + 1 || (w.to <= token && token - w.to <= 2 && w.clause === reading.tokens[token]!.clause),
    );
    const mm = lengthInMillimetres(l, l.unit);
    const isOfOther = reading.marks.some(
      (m) =>
        m.definition.part !== undefined &&
        reading.pack.extraction.parts[m.definition.part]?.attribute !== undefined &&
        m.clause === reading.tokens[token]!.clause,
    );
    if (!label || isOfOther || mm < thirdRange[0] || mm > thirdRange[1]) continue;
    used.add(l);
    candidates.push(
      candidate(third, mm, { start: l.start, end: l.end }, 'label', {
        unit: l.unit,
        confidence: 0.8,
        params: { written: l.written },
      }),
    );
  }
}

/** A part with a measure of its own is named between the label's clause and the figure. */
function isOfPart(reading: Reading, l: FoundLength): boolean {
  const token = tokenAt(reading, l.start);
  const clause = reading.tokens[token]?.clause;
  return reading.marks.some((m) => {
    // "high" says something of a threshold only beside one.
    if (m.definition.kind === 'partValue') return false;
    const part = m.definition.part ? reading.pack.extraction.parts[m.definition.part] : undefined;
    if (!part || (!part.attribute && !part.pair) || m.clause !== clause) return false;
    const gap = m.to <= token ? token - m.to : m.from - token - 1;
    const mm = lengthInMillimetres(l, l.unit ?? 'mm');
    return (
      gap <= 5 &&
      (l.unit === null || (mm >= part.range[0] && mm <= part.range[1])) &&
      (gap === 0 || part.owns?.includes('figures') === true)
    );
  });
}
