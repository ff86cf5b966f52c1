import type { FoundCount, FoundNumber } from './counts.ts';
import type { ItemScope } from './item-scope.ts';
import { type Reading, wordsOf } from './reading.ts';
import type { FoundSize } from './sizes.ts';
import type { ProductMention } from './types-of.ts';

interface Part {
  count: FoundCount;
  own: { from: number; to: number }[];
}

/** One product in several numbers, each with a side, a size or a property of its own; fewer than two entries when it is one item. */
export function partsOf(
  reading: Reading,
  product: ProductMention,
  total: FoundCount | null,
  counts: readonly FoundCount[],
  sizes: readonly FoundSize[],
  numbers: readonly FoundNumber[],
): ItemScope[] {
  const parts =
    bySide(reading, numbers) ??
    byHalf(reading, total) ??
    bySize(reading, counts, sizes) ??
    byRest(reading, product, total, numbers) ??
    [];
  return parts.map((part) => ({
    type: product.type,
    family: product.family,
    isGeneral: product.isGeneral,
    qualifiers: product.qualifiers,
    mark: product,
    count: part.count,
    own: part.own,
    isSame: false,
  }));
}

export const sentenceAt = (reading: Reading, place: number): number =>
  reading.tokens.find((t) => t.end > place)?.sentence ?? -1;

const asCount = (reading: Reading, n: FoundNumber, value = n.value): FoundCount => ({
  value,
  from: n.from,
  to: n.to,
  kind: 'noun',
  start: reading.tokens[n.from]!.start,
  end: reading.tokens[n.to - 1]!.end,
});

/** "20 LH and 20 RH", "10 ouvrent à droite et 5 à gauche", "左开3樘右开2樘". */
function bySide(reading: Reading, numbers: readonly FoundNumber[]): Part[] | null {
  const { tokens } = reading;
  const sides = wordsOf(reading, 'left', 'right');
  const sentences = new Set(sides.map((s) => s.sentence));
  for (const sentence of sentences) {
    const here = numbers.filter((n) => tokens[n.from]!.sentence === sentence && n.value < 1000);
    const inSentence = sides.filter((s) => s.sentence === sentence);
    const after = inSentence.map((side) => ({
      side,
      n: here.filter((n) => n.to <= side.from && side.from - n.to <= 5).at(-1),
    }));
    const before = inSentence.map((side) => ({
      side,
      n: here.find((n) => n.from >= side.to && n.from - side.to <= 3),
    }));
    const numbered = [after, before].map((list) => list.flatMap(({ side, n }) => (n ? [{ side, n }] : [])));
    const [first, second] =
      numbered.find(
        (list) =>
          list.length === 2 &&
          inSentence.length === 2 &&
          list[0]!.n !== list[1]!.n &&
          list[0]!.side.concept !== list[1]!.side.concept,
      ) ?? [];
    if (!first || !second) continue;
    const start = (p: typeof first) => Math.min(p.n.from, p.side.from);
    const end = Math.max(second.n.to, second.side.to);
    return [
      { count: asCount(reading, first.n), own: [{ from: start(first), to: start(second) }] },
      {
        count: asCount(reading, second.n),
        own: [{ from: start(second), to: Math.min(endOfClause(reading, end), end + 6) }],
      },
    ];
  }
  return null;
}

/** "60 doors … half left, half right". */
function byHalf(reading: Reading, total: FoundCount | null): Part[] | null {
  if (!total || total.value % 2 !== 0) return null;
  const halves = wordsOf(reading, 'half', 'other');
  const sides = wordsOf(reading, 'left', 'right').flatMap((side) => {
    const half = halves.find(
      (h) => h.sentence === side.sentence && Math.abs(h.from < side.from ? side.from - h.to : h.from - side.to) <= 2,
    );
    return half ? [{ side, from: Math.min(half.from, side.from), to: Math.max(half.to, side.to) }] : [];
  });
  const [first, second] = sides;
  if (!first || !second || first.side.concept === second.side.concept || wordsOf(reading, 'half').length === 0)
    return null;
  const value = total.value / 2;
  return [
    { count: { ...total, value }, own: [{ from: first.from, to: second.from }] },
    { count: { ...total, value }, own: [{ from: second.from, to: second.to }] },
  ];
}

/** "2 pcs 900x2100 and 3 pcs 800x2000". */
function bySize(reading: Reading, counts: readonly FoundCount[], sizes: readonly FoundSize[]): Part[] | null {
  const { tokens } = reading;
  const numbered = counts.filter((c) => c.kind !== 'article' && c.kind !== 'list');
  for (const sentence of new Set(numbered.map((c) => tokens[c.from]!.sentence))) {
    const here = numbered.filter((c) => tokens[c.from]!.sentence === sentence);
    if (here.length < 2) continue;
    let end = here.at(-1)!.to;
    while (end < tokens.length && tokens[end]!.sentence === sentence) end += 1;
    const first = tokens.findIndex((t) => t.sentence === sentence);
    const behind = here.map((c, i) => ({ from: c.from, to: here[i + 1]?.from ?? end }));
    const ahead = here.map((c, i) => ({ from: i === 0 ? first : here[i - 1]!.to, to: c.to }));
    const holds = (s: { from: number; to: number }) =>
      sizes.filter(
        (x) => x.start >= tokens[s.from]!.start && x.start < (tokens[s.to]?.start ?? Number.POSITIVE_INFINITY),
      ).length === 1;
    const stretches = behind.every(holds) ? behind : ahead.every(holds) ? ahead : null;
    if (stretches) return here.map((count, i) => ({ count, own: [stretches[i]!] }));
  }
  return null;
}

/** "three doors … one with a flap, the other two without". */
function byRest(
  reading: Reading,
  product: ProductMention,
  total: FoundCount | null,
  numbers: readonly FoundNumber[],
): Part[] | null {
  const { tokens } = reading;
  if (!total || total.value < 2) return null;
  const other = wordsOf(reading, 'other').find(
    (o) =>
      o.from > product.mark.to &&
      numbers.some((n) => Math.abs(n.from < o.from ? o.from - n.to : n.from - o.to) <= 1 && n.value < total.value),
  );
  const rest =
    other &&
    numbers.find(
      (n) => Math.abs(n.from < other.from ? other.from - n.to : n.from - other.to) <= 1 && n.value < total.value,
    );
  if (!other || !rest) return null;
  const at = Math.min(other.from, rest.from);
  const isSame = tokens[total.from]!.sentence === other.sentence;
  const first = isSame ? product.mark.to : tokens.findIndex((t) => t.sentence > tokens[total.from]!.sentence);
  return [
    { count: { ...total, value: total.value - rest.value }, own: [{ from: first, to: at }] },
    { count: asCount(reading, rest), own: [{ from: at, to: endOfClause(reading, Math.max(other.to, rest.to)) }] },
  ];
}

function endOfClause(reading: Reading, at: number): number {
  let to = at;
  while (to < reading.tokens.length && reading.tokens[to]!.clause === reading.tokens[at - 1]!.clause) to += 1;
  return to;
}
