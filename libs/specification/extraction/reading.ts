import type { ConceptDefinition, Pack } from '../pack.ts';
import { type FoldedText, foldText } from '../text/fold.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { blocksOf } from './blocks.ts';
import { type Mention, withoutOverlaps } from './lexicon-index.ts';
import { grammarIndex, packIndex } from './lexicons.ts';

/** A concept of the pack found in the text. */
export interface Mark extends Mention {
  definition: ConceptDefinition;
  isNegated: boolean;
}

/** A text made ready: folded, cut into words, with every word of the grammar and of the trade found in it. */
export interface Reading {
  text: FoldedText;
  /** Folded, with quoted marks, headers and disclaimers blanked; places agree with `text.folded`. */
  folded: string;
  plain: string;
  tokens: readonly Token[];
  marks: readonly Mark[];
  words: ReadonlyMap<string, readonly Mention[]>;
  /** 0 for what was newly written, 1 for what it answers, and so on. */
  blockOf: (at: number) => number;
  /** Signs that belong to a code, a date, a telephone number: no length begins there. */
  taken: Uint8Array;
  language: string | null;
  country: string | null;
  pack: Pack;
}

export function readText(
  original: string,
  context: { language: string | null; country: string | null; pack: Pack },
): Reading {
  const text = foldText(original);
  const blocks = blocksOf(text.folded);
  const folded = blank(text.folded, blocks.blanked);
  const plain = blank(text.plain, blocks.blanked);
  const tokens = tokenize(folded);
  const words = new Map<string, Mention[]>();
  for (const m of withoutOverlaps(grammarIndex(context.language).match(folded, tokens), (m) =>
    groupOfWord(m.concept),
  )) {
    const list = words.get(m.concept);
    if (list) list.push(m);
    else words.set(m.concept, [m]);
  }
  for (const axis of ['width', 'height'])
    words.set(
      axis,
      (words.get(axis) ?? []).filter(
        (m) => !(words.get('request') ?? []).some((r) => r.start <= m.start && r.end > m.end),
      ),
    );
  const found = packIndex(context.pack, context.language).match(folded, tokens);
  const defined = found.flatMap((m) => {
    const definition = context.pack.concepts[m.concept];
    return definition && !isInDirection(m, definition, words) ? [{ ...m, definition, isNegated: false }] : [];
  });
  const kept = withoutOverlaps(defined, (m) => groupOfMark(context.pack, m)).filter(
    (m, _, all) => m.definition.kind !== 'list' || hasNeeded(m, all),
  );
  const reading: Reading = {
    text,
    folded,
    plain,
    tokens,
    marks: [],
    words,
    blockOf: blocks.blockOf,
    taken: new Uint8Array(folded.length + 1),
    ...context,
  };
  reading.marks = kept.map((m) => ({ ...m, isNegated: isNegated(reading, m) }));
  return reading;
}

/** "s'ouvre vers l'intérieur": the inside that a leaf opens to says nothing of the kind of door. */
const isInDirection = (
  m: Mention,
  definition: ConceptDefinition,
  words: ReadonlyMap<string, readonly Mention[]>,
): boolean =>
  definition.kind === 'qualifier' &&
  ['opens_in', 'opens_out'].some((way) =>
    (words.get(way) ?? []).some((w) => w.start <= m.start && w.end >= m.end && w.end - w.start > m.end - m.start),
  );

/** A word that means something only where its part is spoken of: "frosted" beside glass. */
export const hasNeeded = (mark: Mark, all: readonly Mark[]): boolean =>
  !mark.definition.needs ||
  all.some(
    (m) =>
      m !== mark &&
      (m.definition.part === mark.definition.needs || m.concept === mark.definition.needs) &&
      m.definition.needs === undefined &&
      m.sentence === mark.sentence,
  );

function blank(text: string, ranges: readonly { start: number; end: number }[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let last = 0;
  for (const { start, end } of ranges) {
    result += text.slice(last, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    last = end;
  }
  return result + text.slice(last);
}

/** Words that cannot be two things at once: colours; directions; ways of opening. */
function groupOfWord(concept: string): string {
  if (concept.startsWith('c:')) return 'colour';
  if (['outside', 'inside', 'opens_in', 'opens_out', 'opens_both', 'both_sides'].includes(concept)) return 'place';
  if (['no', 'no_after', 'drop', 'instead'].includes(concept)) return 'no';
  return concept;
}

/** Marks of one kind exclude each other where they overlap; a part and the value that opens the same part too. */
function groupOfMark(pack: Pack, m: Mark): string {
  const { kind, attribute } = m.definition;
  if (kind === 'qualifier' || kind === 'mark' || kind === 'count' || kind === 'partValue' || kind === 'reference')
    return `${kind}:${m.concept}`;
  if (kind === 'type') return 'type';
  return attribute !== undefined && pack.extraction.apart.includes(attribute) ? attribute : 'part';
}

const joins = new Set(
  'and or und oder et ou y o u e ni nor noch ve veya и или ani i lub en of na au wa و او 和 或 及 や と 및 va hoac dan atau nebo sau si at'.split(
    ' ',
  ),
);

/** Denied by a word before (`ohne`, `no`, `без`) or after (`yok`, `なし`), or left out by a later wish. */
export function isNegated(reading: Reading, m: Pick<Mention, 'from' | 'to' | 'clause' | 'sentence'>): boolean {
  const { tokens, words } = reading;
  for (const no of words.get('no') ?? []) {
    // "14 no": a count.
    if (tokens[no.from - 1]?.kind === 'number' && no.to - no.from === 1) continue;
    if (no.sentence !== m.sentence || no.to > m.from || m.from - no.to > 8) continue;
    const between = tokens.slice(no.to, m.from);
    const plainWords = between.filter((t) => t.kind !== 'punctuation');
    if (no.clause === m.clause ? plainWords.length <= 3 : false) return true;
    // ohne Glas und Spion: the denial goes on over "and" and "or".
    if (
      plainWords.length <= 6 &&
      between.some((t) => joins.has(t.text)) &&
      !between.some((t) => /[:;()]/.test(t.text)) &&
      no.clause === m.clause
    )
      return true;
  }
  for (const no of words.get('no_after') ?? []) {
    if (
      no.sentence === m.sentence &&
      no.from >= m.to &&
      no.clause === m.clause &&
      tokens.slice(m.to, no.from).filter((t) => t.kind !== 'punctuation').length <= 3
    )
      return true;
    if (no.from === m.to) return true;
  }
  for (const drop of words.get('drop') ?? []) {
    if (drop.sentence === m.sentence && drop.to <= m.from && m.from - drop.to <= 4) return true;
  }
  return false;
}

/** Grammar words of a concept within a stretch of tokens. */
export function wordsIn(reading: Reading, concept: string, from: number, to: number): Mention[] {
  return (reading.words.get(concept) ?? []).filter((m) => m.from >= from && m.to <= to);
}

export const wordsOf = (reading: Reading, ...concepts: string[]): Mention[] =>
  concepts.flatMap((c) => reading.words.get(c) ?? []).sort((a, b) => a.start - b.start);

export const marksOf = (reading: Reading, ...concepts: string[]): Mark[] =>
  reading.marks.filter((m) => concepts.includes(m.concept));

/** First and last token of a sentence or clause. */
export function stretchOf(reading: Reading, at: number, by: 'sentence' | 'clause'): { from: number; to: number } {
  const { tokens } = reading;
  const number = tokens[at]?.[by];
  let from = at;
  let to = at + 1;
  while (from > 0 && tokens[from - 1]![by] === number) from -= 1;
  while (to < tokens.length && tokens[to]![by] === number) to += 1;
  return { from, to };
}

/** Number of the token that begins at or behind a place. */
export function tokenAt(reading: Reading, place: number): number {
  let [low, high] = [0, reading.tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading.tokens[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, reading.tokens.length - 1));
}
