import { type FoundLength, lengthInMillimetres } from '../units/find-lengths.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import type { ItemScope } from './item-scope.ts';
import { type Mark, type Reading, tokenAt, wordsOf } from './reading.ts';
import { axisAt, axisLabels, type FoundSize, lettersOf } from './sizes.ts';
import { isSmall } from './types-of.ts';
import { guessUnit } from './unit-guess.ts';

/** Small doors in the product: what kind, how large, how high above the floor, lockable. */
export function readOpenings(
  reading: Reading,
  sizes: readonly FoundSize[],
  lengths: readonly FoundLength[],
  used: Set<FoundLength | FoundSize>,
): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const marks = reading.marks.filter((m) => m.definition.kind === 'opening' && m.definition.attribute);
  for (const mark of marks) {
    const attribute = mark.definition.attribute!;
    if (isAfterExisting(reading, mark)) continue;
    if (mark.isNegated) {
      candidates.push(
        candidate(attribute, [], mark, 'negation', { isDenial: true, params: { type: String(mark.definition.value) } }),
      );
      continue;
    }
    const { value, end, start, unit, isOrderOpen } = describe(reading, mark, marks, sizes, lengths, used);
    candidates.push(
      candidate(attribute, [value], { start, end }, 'word', {
        isListItem: true,
        unit,
        confidence: 0.85,
        params: { type: String(mark.definition.value) },
      }),
    );
    if (isOrderOpen) doubts.push({ attribute, code: 'order_wh', at: mark.start });
  }
  return { candidates, doubts };
}

/** "the other two without": without what the first ones have. */
export function openingsLeftOut(reading: Reading, items: readonly ItemScope[]): Candidate[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [];
    const without = wordsOf(reading, 'no').find((n) => item.own.some((o) => n.from >= o.from && n.to === o.to));
    const opening = reading.marks.find(
      (m) =>
        m.definition.kind === 'opening' &&
        m.definition.attribute &&
        !m.isNegated &&
        items[0]!.own.some((o) => m.from >= o.from && m.to <= o.to),
    );
    return without && opening
      ? [
          candidate(opening.definition.attribute!, [], without, 'negation', {
            item: i,
            isDenial: true,
            isListItem: true,
          }),
        ]
      : [];
  });
}

const isAfterExisting = (reading: Reading, mark: Mark): boolean =>
  (reading.words.get('existing') ?? []).some(
    (w) =>
      w.clause === mark.clause &&
      w.to <= mark.from &&
      mark.from - w.to <= 1 &&
      reading.marks.some((m) => m.definition.family === mark.definition.part && m !== mark),
  );

interface Described {
  value: Record<string, string | number | boolean>;
  start: number;
  end: number;
  unit: string | null;
  isOrderOpen: boolean;
}

function describe(
  reading: Reading,
  mark: Mark,
  marks: readonly Mark[],
  sizes: readonly FoundSize[],
  lengths: readonly FoundLength[],
  used: Set<FoundLength | FoundSize>,
): Described {
  const [low, high] = reading.pack.extraction.parts[mark.definition.part ?? '']?.range ?? [20, 900];
  const value: Described['value'] = { type: String(mark.definition.value) };
  let [start, end] = [mark.start, mark.end];
  let unit: string | null = null;
  let isOrderOpen = false;
  const next = marks.find((m) => m.from >= mark.to && m.start > mark.end);
  const reach = Math.min(next?.start ?? Number.POSITIVE_INFINITY, mark.end + 220);
  const millimetres = (s: FoundSize): number[] => {
    const own =
      s.lengths[0]!.unit ??
      guessUnit(
        s.lengths.map((l) => l.value),
        s.lengths.some((l) => /[.,]/.test(l.written)),
        { country: reading.country, isUpright: false },
      )?.unit ??
      'mm';
    return s.lengths.slice(0, 2).map((l) => lengthInMillimetres(l, l.unit ?? own));
  };
  const near = sizes
    .map((s) => ({ s, mm: millimetres(s) }))
    .filter(({ s, mm }) => !used.has(s) && !isOfOtherPart(reading, s, mark, Math.max(...mm)))
    .map(({ s, mm }) => ({ s, mm, distance: s.start >= mark.end ? s.start - mark.end : mark.start - s.end + 20 }))
    .filter(
      (n) =>
        n.mm.every((v) => v >= low && v <= high) &&
        (n.s.start >= mark.end
          ? n.s.start < reach
          : mark.start - n.s.end < 28 && sameSentence(reading, n.s.start, mark)) &&
        sentenceDistance(reading, n.s.start, mark) <= 2,
    )
    .sort((a, b) => a.distance - b.distance)[0];
  if (near) {
    used.add(near.s);
    for (const l of near.s.figures) used.add(l);
    const [first, second] = near.s.firstIs === 'height' ? [near.mm[1]!, near.mm[0]!] : [near.mm[0]!, near.mm[1]!];
    Object.assign(value, { width_mm: first, height_mm: second });
    unit = near.s.lengths[0]!.unit;
    isOrderOpen = near.s.firstIs === null;
    start = Math.min(start, near.s.start);
    end = Math.max(end, near.s.end);
  }
  const labels = axisLabels(reading);
  for (const l of lengths) {
    if (used.has(l) || l.start < mark.end || l.start >= reach || !sameSentence(reading, l.start, mark)) continue;
    const mm = lengthInMillimetres(l, l.unit ?? (l.value >= 100 ? 'mm' : 'cm'));
    if (l.unit === null && l.value < 3) continue;
    if (isBottom(reading, l, mark) && mm >= 0 && mm <= 1900) {
      value['bottom_height_mm'] = mm;
      used.add(l);
      end = Math.max(end, l.end);
      continue;
    }
    const axis = axisAt(reading, l, labels, lettersOf(reading), null);
    if (axis && !near && mm >= low && mm <= high && !isOfOtherPart(reading, { start: l.start, end: l.end }, mark)) {
      value[`${axis}_mm`] = mm;
      unit = l.unit;
      used.add(l);
      end = Math.max(end, l.end);
    }
  }
  const lock = reading.marks.find(
    (m) =>
      m.definition.kind === 'partValue' &&
      m.definition.part === mark.definition.part &&
      m.definition.field &&
      !m.isNegated &&
      sentenceDistance(reading, m.start, mark) <= (m.start > mark.start ? 1 : 0) &&
      m.start < reach,
  );
  if (lock?.definition.field) {
    value[lock.definition.field] = true;
    end = Math.max(end, lock.end);
    start = Math.min(start, lock.start);
  }
  return { value, start, end, unit, isOrderOpen };
}

const sentenceOf = (reading: Reading, place: number): number => reading.tokens[tokenAt(reading, place)]?.sentence ?? -1;
const sameSentence = (reading: Reading, place: number, mark: Mark): boolean =>
  sentenceOf(reading, place) === mark.sentence;
const sentenceDistance = (reading: Reading, place: number, mark: Mark): number =>
  Math.abs(sentenceOf(reading, place) - mark.sentence);

/** "at 900 from the floor", "op 90 cm hoogte", "à 1 m du sol". */
function isBottom(reading: Reading, l: FoundLength, mark: Mark): boolean {
  const labels = reading.words.get('bottom') ?? [];
  const token = tokenAt(reading, l.start);
  if (
    labels.some(
      (b) => Math.abs(b.from >= token ? b.from - token - 1 : token - b.to) <= 4 && b.sentence === mark.sentence,
    )
  )
    return true;
  const before = reading.folded.slice(Math.max(0, l.start - 12), l.start);
  return (
    /(?:\bat|\bop|\ba|\bauf|\bin|\bna|\bв|\bна|على|\buf)\s(?:ca\.?\s|about\s|env\.?\s)?$/u.test(before) &&
    !/[x×]/.test(before)
  );
}

/** Another part is named nearer to the figures than the opening is. */
function isOfOtherPart(reading: Reading, s: { start: number; end: number }, mark: Mark, largest = 0): boolean {
  // "in the leaf, 325 x 40": the leaf is named nearer, but nothing of that size is a leaf.
  const isSmallSize = largest > 0 && largest < 500;
  const distance = (m: Mark) => (m.end <= s.start ? s.start - m.end : m.start >= s.end ? m.start - s.end + 4 : 0);
  const own = distance(mark);
  return reading.marks.some(
    (m) =>
      m !== mark &&
      m.definition.kind !== 'partValue' &&
      m.sentence === sentenceOf(reading, s.start) &&
      (m.definition.part !== undefined
        ? !reading.pack.extraction.openingParts.includes(m.definition.part)
        : !isSmallSize &&
          ((m.definition.kind === 'type' && !isSmall(reading, m)) ||
            m.definition.attribute === reading.pack.extraction.size?.reference)) &&
      distance(m) < own &&
      !(m.start >= mark.start && m.end <= mark.end),
  );
}
