import type { FoundCount, FoundNumber } from './counts.ts';
import type { ItemScope } from './item-scope.ts';
import { partsOf, sentenceAt } from './parts.ts';
import { type Reading, wordsOf } from './reading.ts';
import type { FoundSize } from './sizes.ts';
import { type ProductMention, scopeOf } from './types-of.ts';

/** What is wanted, one entry an item: list lines, products with numbers of their own, or one. */
export function findItems(
  reading: Reading,
  products: readonly ProductMention[],
  counts: readonly FoundCount[],
  sizes: readonly FoundSize[],
  numbers: readonly FoundNumber[],
): ItemScope[] {
  const newest = products.length > 0 ? Math.min(...products.map((p) => reading.blockOf(p.mark.start))) : 0;
  const current = products.filter((p) => reading.blockOf(p.mark.start) === newest);
  const lines = listItems(reading, current, counts, sizes);
  const items = lines.length >= 2 ? lines : sentenceItems(reading, current, counts, sizes, numbers);
  const scope = scopeOf(reading);
  for (const item of items)
    if (scope && item.family === scope.family) Object.assign(item, { type: String(scope.value), isGeneral: false });
  return items;
}

interface Line {
  from: number;
  to: number;
  text: string;
}

function linesOf(reading: Reading): Line[] {
  const lines: Line[] = [];
  const { tokens, folded } = reading;
  let from = 0;
  for (let i = 1; i <= tokens.length; i += 1) {
    const isBreak = i === tokens.length || folded.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n');
    if (!isBreak) continue;
    lines.push({ from, to: i, text: folded.slice(tokens[from]!.start, tokens[i - 1]!.end) });
    from = i;
  }
  return lines;
}

const marker =
  /^\s*(?:[-*•·–]\s|\(?\d{1,2}[).:]\s|[a-z]{1,2}-?\d{1,2}\b|\(\d+\)|\d{1,3}\s?[x×]\s|[a-z]\)\s|item\s\d|pos\.?\s?\d|№\s?\d|no\.?\s?\d+\s|[①②③④⑤])/;

/** A list: at least two lines that each name a product or size, with a number or a list mark. */
function listItems(
  reading: Reading,
  products: readonly ProductMention[],
  counts: readonly FoundCount[],
  sizes: readonly FoundSize[],
): ItemScope[] {
  const within = (line: Line, x: { from: number }) => x.from >= line.from && x.from < line.to;
  const lines = linesOf(reading);
  const items: ItemScope[] = [];
  let heading: ProductMention | null = null;
  let last: ItemScope | null = null;
  for (const line of lines) {
    const product = products.find((p) => within(line, p.mark)) ?? null;
    const count =
      counts.find((c) => within(line, c) && c.kind !== 'article') ?? counts.find((c) => within(line, c)) ?? null;
    const size = sizes.find(
      (s) => s.start >= reading.tokens[line.from]!.start && s.end <= reading.tokens[line.to - 1]!.end,
    );
    const isMarked = marker.test(line.text);
    const isItem = product
      ? isMarked
        ? Boolean(count || size)
        : Boolean(count && size && count.kind !== 'article')
      : Boolean(size && (isMarked || count) && (heading || last) && (count || isMarked));
    const earlier = last as ItemScope | null;
    const named: ProductMention | null = product ?? heading ?? earlier?.mark ?? null;
    if (isItem && named) {
      last = {
        type: named.type,
        family: named.family,
        isGeneral: named.isGeneral,
        qualifiers: named.qualifiers,
        mark: named,
        count,
        own: [{ from: line.from, to: line.to }],
        isSame: isSaidSame(reading, line.from, line.to),
      };
      items.push(last);
    } else if (product && !count && !size && line.to - line.from < 12) {
      heading = product;
      last = null;
    } else if (last && line.from === last.own.at(-1)!.to && !isMarked && isContinuation(reading, line) && !product)
      last.own.push({ from: line.from, to: line.to });
    else if (last && line.from > last.own.at(-1)!.to) last = items.length > 0 ? last : null;
  }
  return items;
}

/** An indented or lower-case line right under an item goes on with it. */
const isContinuation = (reading: Reading, line: Line): boolean => {
  const start = reading.tokens[line.from]!.start;
  const lineStart = reading.plain.lastIndexOf('\n', start) + 1;
  return start - lineStart >= 2 || /^\p{Ll}/u.test(reading.plain.slice(start, start + 1));
};

function isSaidSame(reading: Reading, from: number, to: number): boolean {
  return wordsOf(reading, 'same').some((m) => m.from >= from && m.to <= to);
}

/** Running text: a product of another kind with a number of its own begins another item. */
function sentenceItems(
  reading: Reading,
  all: readonly ProductMention[],
  counts: readonly FoundCount[],
  sizes: readonly FoundSize[],
  numbers: readonly FoundNumber[],
): ItemScope[] {
  const anchors: { product: ProductMention; count: FoundCount | null }[] = [];
  const products = wantedOf(reading, all, counts);
  for (const product of products) {
    const count = countOf(reading, product, counts, products);
    const known = anchors.find((a) => isSameProduct(a.product, product));
    if (!known) {
      if (
        anchors.length === 0 ||
        (count &&
          count.kind !== 'word' &&
          isOther(
            anchors.map((a) => a.product),
            product,
          ))
      )
        anchors.push({ product, count });
      continue;
    }
    if (
      count &&
      known.count &&
      count.from !== known.count.from &&
      count.kind !== 'article' &&
      known.count.kind !== 'article' &&
      hasOwnSize(
        reading,
        product,
        sizes,
        anchors.map((a) => a.product),
      )
    )
      anchors.push({ product, count });
    else if (
      known.product.isGeneral &&
      !product.isGeneral &&
      !anchors.some((a) => a !== known && a.product.type === product.type)
    ) {
      known.product = { ...product, mark: known.product.mark };
      known.count ??= count;
    } else known.count = better(known.count, count);
  }
  if (anchors.length === 1) {
    const only = anchors[0]!;
    const parts = partsOf(reading, only.product, only.count, counts, sizes, numbers);
    if (parts.length > 1) return parts;
    if (!only.count || only.count.kind === 'article')
      only.count =
        counts.find((c) => c.kind === 'label' || c.kind === 'unit') ?? only.count ?? askedFor(reading, numbers);
  }
  return anchors.map(({ product, count }, i) => {
    const own =
      anchors.length === 1 ? [{ from: 0, to: reading.tokens.length }] : ownStretch(reading, anchors, i, products);
    return {
      type: product.type,
      family: product.family,
      isGeneral: product.isGeneral,
      qualifiers: product.qualifiers,
      mark: product,
      count,
      own,
      isSame: own.some((o) => isSaidSame(reading, o.from, o.to)),
    };
  });
}

/** A part asked for alone is the product, whatever it belongs to; what shutters hang on is none. */
function wantedOf(
  reading: Reading,
  products: readonly ProductMention[],
  counts: readonly FoundCount[],
): readonly ProductMention[] {
  const parts = products.filter((p) => p.mark.definition.isPart);
  const isCounted = (p: ProductMention) =>
    counts.some((c) => c.kind !== 'article' && c.to <= p.mark.from && p.mark.from - c.to <= 3);
  if (parts.length > 0 && !products.some((p) => !p.mark.definition.isPart && isCounted(p))) return parts;
  return products.filter(
    (p) =>
      !(
        p.isGeneral &&
        products.some((o) => o.mark.from < p.mark.from && o.mark.definition.hosts?.includes(p.family)) &&
        reading.tokens.length > 0
      ),
  );
}

/** "We need one": a number right beside the word of asking. */
function askedFor(reading: Reading, numbers: readonly FoundNumber[]): FoundCount | null {
  const n = numbers.find(
    (x) =>
      x.isWord &&
      wordsOf(reading, 'request').some(
        (w) =>
          Math.abs(w.from < x.from ? x.from - w.to : w.from - x.to) === 0 &&
          w.clause === reading.tokens[x.from]!.clause,
      ),
  );
  return n
    ? {
        value: n.value,
        from: n.from,
        to: n.to,
        kind: 'noun',
        start: reading.tokens[n.from]!.start,
        end: reading.tokens[n.to - 1]!.end,
      }
    : null;
}

const better = (a: FoundCount | null, b: FoundCount | null): FoundCount | null =>
  a === null || (a.kind === 'article' && b !== null && b.kind !== 'article') ? (b ?? a) : a;
const isSameProduct = (a: ProductMention, b: ProductMention): boolean =>
  a.type === b.type || (a.family === b.family && (a.isGeneral || b.isGeneral));
const isOther = (known: readonly ProductMention[], p: ProductMention): boolean =>
  known.every((k) => !isSameProduct(k, p));

/** A second mention of a product is another item when it has a size of its own before the next product. */
function hasOwnSize(
  reading: Reading,
  product: ProductMention,
  sizes: readonly FoundSize[],
  known: readonly ProductMention[],
): boolean {
  const sentence = product.mark.sentence;
  const own = sizes.some((s) => sentenceAt(reading, s.start) === sentence && s.start > product.mark.start);
  return own && sizes.some((s) => s.start < product.mark.start && known.some((k) => k.mark.start < s.start));
}

/** The number that belongs to a product: next before it, or behind it, in its sentence. */
export function countOf(
  reading: Reading,
  product: ProductMention,
  counts: readonly FoundCount[],
  products: readonly ProductMention[],
): FoundCount | null {
  const { mark } = product;
  const rival = (from: number, to: number) =>
    products.some((p) => p !== product && p.family !== product.family && p.mark.from >= from && p.mark.to <= to);
  const near = counts
    .filter((c) =>
      c.to <= mark.from
        ? mark.from - c.to <= 14 && reading.tokens[c.from]!.sentence === mark.sentence && !rival(c.to, mark.from)
        : c.from >= mark.to
          ? c.from - mark.to <= 14 && reading.tokens[c.from]!.sentence === mark.sentence && !rival(mark.to, c.from)
          : true,
    )
    .map((c) => ({
      c,
      distance:
        c.to <= mark.from
          ? mark.from - c.to
          : (c.from - mark.to) * 1.3 + 1 + (c.kind === 'noun' || c.kind === 'article' ? 20 : 0),
    }))
    .sort((a, b) => rank(a.c) - rank(b.c) || a.distance - b.distance);
  return near[0]?.c ?? null;
}
const rank = (c: FoundCount): number => (c.kind === 'article' ? 1 : 0);

/** From the number or the product of an item to the next one's; a later sentence that names the product is its own again. */
function ownStretch(
  reading: Reading,
  anchors: readonly { product: ProductMention; count: FoundCount | null }[],
  i: number,
  products: readonly ProductMention[],
): { from: number; to: number }[] {
  const starts = anchors.map((a) => startOf(reading, a));
  const { tokens } = reading;
  const from = starts[i]!;
  const next = starts[i + 1];
  const stretches: { from: number; to: number }[] = [];
  if (next !== undefined) stretches.push({ from, to: next });
  else {
    let to = from + 1;
    const paragraph = anchors[i]!.product.mark.to;
    const mine = anchors[i]!.product.mark.sentence;
    while (
      to < tokens.length &&
      (tokens[to]!.sentence === mine ||
        to < paragraph ||
        (!/\n/.test(reading.folded.slice(tokens[to - 1]!.end, tokens[to]!.start)) &&
          !isShared(reading, tokens[to]!.sentence) &&
          !namesOther(reading, tokens[to]!.sentence, anchors[i]!.product, products)))
    )
      to += 1;
    stretches.push({ from, to });
  }
  const last = starts.at(-1)!;
  for (const p of products) {
    if (p.mark.from <= last || !isSameProduct(p, anchors[i]!.product)) continue;
    const sentence = p.mark.sentence;
    if (products.some((o) => o.mark.sentence === sentence && !isSameProduct(o, p)) || isShared(reading, sentence))
      continue;
    const own = tokens.flatMap((t, n) => (t.sentence === sentence ? [n] : []));
    if (own.length > 0) stretches.push({ from: own[0]!, to: own.at(-1)! + 1 });
  }
  return stretches;
}

function startOf(reading: Reading, a: { product: ProductMention; count: FoundCount | null }): number {
  const { mark } = a.product;
  let from = a.count && a.count.from < mark.from ? a.count.from : mark.from;
  const clause = reading.tokens[from]!.clause;
  while (
    from > 0 &&
    reading.tokens[from - 1]!.clause === clause &&
    reading.tokens[from - 1]!.sentence === reading.tokens[from]!.sentence &&
    reading.tokens[from]!.text !== 'and'
  )
    from -= 1;
  return from;
}

const isShared = (reading: Reading, sentence: number): boolean =>
  wordsOf(reading, 'all', 'deliver', 'request', 'regards').some(
    (m) => m.sentence === sentence && (m.concept !== 'deliver' || m.end - m.start > 4),
  );
const namesOther = (
  reading: Reading,
  sentence: number,
  product: ProductMention,
  products: readonly ProductMention[],
): boolean =>
  products.some((p) => p.mark.sentence === sentence && !isSameProduct(p, product)) ||
  reading.tokens.every((t) => t.sentence !== sentence);
