import type { FoundLength } from '../units/find-lengths.ts';
import { type Candidate, candidate } from './candidate.ts';
import { numberWordsOf } from './lexicons.ts';
import type { Mark, Reading } from './reading.ts';
import type { FoundSize } from './sizes.ts';
import type { ProductMention } from './types-of.ts';

/** A number of things: how many of a product, how many points of a lock. */
export interface FoundCount {
  value: number;
  start: number;
  end: number;
  from: number;
  to: number;
  /** `unit`: with pieces or sets; `label`: quantity: 4; `noun`: before a product; `article`: a door; `bare`: a bracketed or list number. */
  kind: 'unit' | 'label' | 'noun' | 'article' | 'after' | 'list' | 'word';
}

/** A whole number in digits or words, at tokens [from, to). */
export interface FoundNumber {
  value: number;
  from: number;
  to: number;
  isWord: boolean;
}

const hanNumbers: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十二: 12,
  二十: 20,
  三十: 30,
};

/** Whole numbers of the text, in digits or words, that are no part of a length or code. */
export function numbersIn(
  reading: Reading,
  sizes: readonly FoundSize[],
  lengths: readonly FoundLength[],
): FoundNumber[] {
  const words = numberWordsOf(reading.language);
  const found: FoundNumber[] = [];
  const measured = (start: number) =>
    sizes.some((s) => start >= s.start && start < s.end) ||
    lengths.some((l) => l.unit && start >= l.start && start < l.end && !isCountLike(reading, l));
  for (let i = 0; i < reading.tokens.length; i += 1) {
    const t = reading.tokens[i]!;
    if (t.kind === 'number') {
      const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(t.text);
      if (!/^\d{1,4}$/.test(t.text) && !grouped) continue;
      if (reading.taken[t.start] || measured(t.start)) continue;
      const before = reading.folded[t.start - 1] ?? ' ';
      const after = reading.folded.slice(t.end, t.end + 2);
      if (/[\d/°$€£.]/.test(before) || /^(?:[/°%$€£]|-?\d)/.test(after) || /^[.,]\d/.test(after)) continue;
      if (
        /[\p{L}]/u.test(before) &&
        !/[x×]/.test(before) &&
        !unspacedBefore.test(before) &&
        !/[\u0600-\u06ff]/.test(before)
      )
        continue;
      found.push({ value: Number(t.text.replace(/[.,]/g, '')), from: i, to: i + 1, isWord: false });
    } else if (t.kind === 'word') {
      const value =
        words.get(t.text) ?? (/^[\u0600-\u06ff]/.test(t.text) ? words.get(t.text.replace(/^[وبل]/, '')) : undefined);
      if (value !== undefined && value > 0) found.push({ value, from: i, to: i + 1, isWord: true });
    } else if (t.kind === 'sign') {
      const two = `${t.text}${reading.tokens[i + 1]?.text ?? ''}`;
      const three = two + (reading.tokens[i + 2]?.text ?? '');
      const [value, to] = hanNumbers[three]
        ? [hanNumbers[three], i + 3]
        : hanNumbers[two]
          ? [hanNumbers[two], i + 2]
          : [hanNumbers[t.text], i + 1];
      if (value !== undefined) found.push({ value, from: i, to: to!, isWord: true });
    }
  }
  return found;
}
const unspacedBefore = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** "5 m" is a length, "5 条" five pieces: the unit words that also count things. */
const isCountLike = (reading: Reading, l: FoundLength): boolean =>
  l.unit === 'si' && /^[条道]/.test(reading.folded.slice(l.figureEnd).trimStart());

/** Values that are numbers of parts: lock points, hinges, panels. Their figures count no products. */
export function readPartCounts(
  reading: Reading,
  numbers: ReturnType<typeof numbersIn>,
): { candidates: Candidate[]; used: Set<number> } {
  const candidates: Candidate[] = [];
  const used = new Set<number>();
  for (const mark of reading.marks) {
    const number =
      mark.definition.counted && !mark.isNegated
        ? numbers.find(
            (n) =>
              n.value <= 9 &&
              n.isWord &&
              ((n.to <= mark.from && mark.from - n.to <= 1) || (n.from >= mark.from && n.to <= mark.to)),
          )
        : undefined;
    if (number) {
      used.add(number.from);
      candidates.push(
        candidate(
          mark.definition.counted!,
          number.value,
          { start: reading.tokens[number.from]!.start, end: reading.tokens[number.to - 1]!.end },
          'count',
          { confidence: 0.85 },
        ),
      );
    }
  }
  for (const mark of reading.marks) {
    if (mark.definition.kind !== 'count' || !mark.definition.attribute) continue;
    if (
      mark.definition.needs &&
      !reading.marks.some(
        (m) =>
          (m.definition.part === mark.definition.needs || m.concept === mark.definition.needs) &&
          m.sentence === mark.sentence &&
          Math.abs(m.from - mark.from) <= 8 &&
          m !== mark &&
          m.definition.kind !== 'count',
      )
    )
      continue;
    const number =
      numbers.find((n) => n.to <= mark.from && mark.from - n.to <= 1 && isPlainGap(reading, n.to, mark.from)) ??
      numbers.find((n) => n.from >= mark.from && n.to <= mark.to) ??
      (reading.language && /^(?:sw|vi|id)/.test(reading.language)
        ? numbers.find((n) => n.from === mark.to)
        : undefined) ??
      (reading.language && /^(?:ja|zh|ko)/.test(reading.language)
        ? numbers.find((n) => n.from === mark.to)
        : undefined);
    if (!number || used.has(number.from) || number.value < (mark.definition.least ?? 1) || number.value > 30) continue;
    used.add(number.from);
    const at = {
      start: reading.tokens[Math.min(number.from, mark.from)]!.start,
      end: reading.tokens[Math.max(number.to, mark.to) - 1]!.end,
    };
    candidates.push(candidate(mark.definition.attribute, number.value, at, 'count', { confidence: 0.9, weight: 2 }));
    for (const [attribute, value] of Object.entries(mark.definition.also ?? {}))
      candidates.push(
        candidate(attribute, value, at, 'implied', {
          confidence: 0.85,
          weight: 1.5,
          params: { from: mark.definition.attribute },
        }),
      );
  }
  return { candidates, used };
}

const isPlainGap = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens.slice(from, to).every((t) => t.kind !== 'punctuation' || t.text === '-');

/** How many are wanted: every place in the text that says a number of products. */
export function findCounts(
  reading: Reading,
  numbers: ReturnType<typeof numbersIn>,
  products: readonly ProductMention[],
  used: ReadonlySet<number>,
): FoundCount[] {
  const counts: FoundCount[] = [];
  const add = (value: number, from: number, to: number, kind: FoundCount['kind']) => {
    if (value < 1 || value > 5000 || counts.some((c) => c.from === from && c.kind !== 'article')) return;
    counts.push({ value, from, to, kind, start: reading.tokens[from]!.start, end: reading.tokens[to - 1]!.end });
  };
  const pieces = reading.words.get('pcs') ?? [];
  const labels = reading.words.get('qty') ?? [];
  for (const n of numbers) {
    if (used.has(n.from) || isReplacedCount(reading, n)) continue;
    const piece = pieces.find((p) => p.from >= n.to && p.from - n.to <= 1 && isPlainGap(reading, n.to, p.from));
    if (piece && !isPartOfPart(reading, piece.to, products)) add(n.value, n.from, piece.to, 'unit');
    const label = labels.find(
      (l) =>
        l.to <= n.from &&
        n.from - l.to <= 2 &&
        l.sentence === reading.tokens[n.from]!.sentence &&
        reading.tokens
          .slice(l.to, n.from)
          .every((t) => (t.kind === 'punctuation' ? /[:=.\-(]/.test(t.text) : t.text.length <= 3)),
    );
    if (label) add(n.value, n.from, n.to, 'label');
    const before = pieces.find(
      (p) =>
        p.to <= n.from && n.from - p.to <= 1 && reading.tokens[p.from]!.sentence === reading.tokens[n.from]!.sentence,
    );
    const isPieceTaken = before && numbers.some((o) => o.to <= before.from && before.from - o.to <= 1);
    if (before && !isPieceTaken && !n.isWord) add(n.value, n.from, n.to, 'label');
    const bracket =
      /^\($/.test(reading.tokens[n.from - 1]?.text ?? '') && /^\)$/.test(reading.tokens[n.to]?.text ?? '');
    if (bracket && !n.isWord && n.value <= 500) add(n.value, n.from, n.to, 'list');
    const times = reading.tokens[n.to];
    if (
      !n.isWord &&
      times &&
      /^[x×]$/.test(times.text) &&
      isLineStart(reading, n.from) &&
      reading.tokens[n.to + 1]?.kind !== 'number'
    )
      add(n.value, n.from, n.to + 1, 'list');
    if (!n.isWord && times?.kind === 'word' && /^[x×]$/.test(times.text) && reading.tokens[n.to + 1]?.kind === 'word')
      add(n.value, n.from, n.to + 1, 'list');
    const crossBefore = reading.tokens[n.from - 1];
    if (!n.isWord && crossBefore && /^[x×]$/.test(crossBefore.text) && reading.tokens[n.from - 2]?.kind === 'word')
      add(n.value, n.from, n.to, 'after');
    for (const p of products) {
      if (p.mark.from >= n.to && nounGap(reading, n.to, p.mark.from)) {
        add(n.value, n.from, n.to, n.value === 1 && n.isWord ? 'article' : 'noun');
        break;
      }
      if (p.mark.to === n.from && countsAfter(reading, n, p.mark)) add(n.value, n.from, n.to, 'after');
    }
  }
  for (const article of reading.words.get('one') ?? []) {
    const p = products.find((x) => x.mark.from >= article.to && nounGap(reading, article.to, x.mark.from));
    if (p && !counts.some((c) => c.from <= article.from && c.to >= article.to && c.kind !== 'article'))
      add(1, article.from, article.to, 'article');
  }
  return counts.sort((a, b) => a.from - b.from);
}

/** "from 5 to 7 windows": the first no longer holds. */
const isReplacedCount = (reading: Reading, n: FoundNumber): boolean =>
  reading.words.has('change') &&
  /^\s?\S{0,8}?\s?(?:to|auf|a|à|para|naar|na|до|al|إلى|الى|->|→|改成|改为|から|kwa|hadi)\s?\d/u.test(
    reading.folded.slice(reading.tokens[n.to - 1]!.end),
  ) &&
  (reading.words.get('change') ?? []).some((w) => w.sentence === reading.tokens[n.from]!.sentence);

/** Between a number and its noun only words stand, few of them, and no other number. */
function nounGap(reading: Reading, from: number, to: number): boolean {
  const between = reading.tokens.slice(from, to);
  const words = between.filter((t) => t.kind !== 'punctuation');
  const signs = words.filter((t) => t.kind === 'sign').length;
  if (words.length - signs > 5 || signs > 8) return false;
  return between.every((t) =>
    t.kind === 'punctuation' ? /^['"()\-.]$/.test(t.text) : t.kind !== 'number' || reading.taken[t.start] === 1,
  );
}

function countsAfter(reading: Reading, n: { from: number; to: number; isWord: boolean }, _mark: Mark): boolean {
  const after = reading.tokens[n.to];
  const isSwahili = /^(?:sw|rw|lg)/.test(reading.language ?? '');
  if (isSwahili) return true;
  const isHanThai = /^(?:zh|ja|th|ko|vi|id)/.test(reading.language ?? '');
  if (isHanThai) return n.isWord || (reading.words.get('pcs') ?? []).some((p) => p.from === n.to);
  return Boolean(after && (reading.words.get('pcs') ?? []).some((p) => p.from === n.to));
}

const isLineStart = (reading: Reading, at: number): boolean => {
  const before = reading.tokens[at - 1];
  return (
    !before ||
    before.sentence !== reading.tokens[at]!.sentence ||
    (/^[-*•·)]$/.test(before.text) && (reading.tokens[at - 2]?.sentence ?? -1) !== reading.tokens[at]!.sentence) ||
    reading.folded.slice(before.end, reading.tokens[at]!.start).includes('\n')
  );
};

/** "2 pieces of handle": the pieces of something else. */
function isPartOfPart(reading: Reading, from: number, products: readonly ProductMention[]): boolean {
  const next = reading.marks.find((m) => m.from >= from && m.from - from <= 2);
  if (!next) return false;
  if (next.definition.kind === 'type') return false;
  return (
    ['handle', 'hinge', 'lock', 'key', 'keys'].includes(next.concept) &&
    !products.some((p) => p.mark.from >= from && p.mark.from <= next.from)
  );
}
