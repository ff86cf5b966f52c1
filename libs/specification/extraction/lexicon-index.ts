import type { Token } from '../text/tokens.ts';
import { agrees, agreesInGender } from './inflection.ts';
import type { Term, TermWord } from './terms.ts';

/** A concept found in a text, at tokens [from, to). */
export interface Mention {
  concept: string;
  start: number;
  end: number;
  from: number;
  to: number;
  clause: number;
  sentence: number;
  language: string;
}

/** Words remembered an index; some megabytes at most. */
const mostWords = 20_000;

/** All terms that count in texts of one language, arranged for matching. */
export class LexiconIndex {
  private readonly byStart = new Map<string, Term[]>();
  private readonly bySign = new Map<string, Term[]>();
  private readonly compounds: Term[] = [];
  private readonly byWord = new Map<string, readonly Term[]>();

  /** @param foreign letters that a term of another language needs to count too */
  constructor(terms: readonly Term[], language: string | null, foreign: number) {
    for (const term of terms) {
      if (!isActive(term, language, foreign)) continue;
      if (term.signs !== null) {
        push(this.bySign, term.signs[0] ?? '', term);
        continue;
      }
      const choices = term.words[0]?.choices ?? [];
      if (choices.some((c) => c.match === 'suffix' || c.match === 'infix') && isOwn(term, language))
        this.compounds.push(term);
      for (const key of new Set(choices.map((c) => c.text.slice(0, c.text.length >= 4 ? 3 : 2))))
        push(this.byStart, key, term);
    }
    for (const list of this.bySign.values()) list.sort((a, b) => b.signs!.length - a.signs!.length);
  }

  /** Every term in the text, longer and shorter ones alike. */
  match(folded: string, tokens: readonly Token[]): Mention[] {
    const found: Mention[] = [];
    const known = new Set<string>();
    const add = (term: Term, from: number, to: number, start: number, end: number) => {
      const key = `${term.concept} ${start} ${end}`;
      if (known.has(key)) return;
      known.add(key);
      found.push({
        concept: term.concept,
        language: term.language,
        from,
        to,
        start,
        end,
        clause: tokens[from]!.clause,
        sentence: tokens[from]!.sentence,
      });
    };
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i]!;
      if (token.kind === 'punctuation') continue;
      if (token.kind === 'sign' || this.bySign.has(token.text[0]!)) {
        for (const term of this.bySign.get(token.text[0]!) ?? []) {
          if (!folded.startsWith(term.signs!, token.start)) continue;
          const end = token.start + term.signs!.length;
          let to = i + 1;
          while (to < tokens.length && tokens[to]!.start < end) to += 1;
          add(term, i, to, token.start, end);
        }
      }
      if (token.kind === 'sign') continue;
      for (const term of this.beginningWith(token.text)) {
        const to = matchRest(term, tokens, i);
        if (to > 0) add(term, i, to, token.start, tokens[to - 1]!.end);
      }
    }
    return found;
  }

  /** Terms whose first word the word agrees with; kept, since letters of one trade use few words. */
  private beginningWith(word: string): readonly Term[] {
    const known = this.byWord.get(word);
    if (known) return known;
    const terms = new Set<Term>();
    for (const key of keysOf(word))
      for (const term of this.byStart.get(key) ?? []) if (fits(term.words[0]!, word, term.language)) terms.add(term);
    for (const term of this.compounds) if (fits(term.words[0]!, word, term.language)) terms.add(term);
    const list = [...terms];
    if (this.byWord.size >= mostWords) this.byWord.clear();
    this.byWord.set(word, list);
    return list;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const semiticPrefixes = [
  'وال',
  'بال',
  'فال',
  'كال',
  'عال',
  'ال',
  'لل',
  'وب',
  'ول',
  'و',
  'ب',
  'ل',
  'ف',
  'וה',
  'בה',
  'לה',
  'מה',
  'של',
  'ה',
  'ו',
  'ב',
  'ל',
  'מ',
  'ש',
  'כ',
];
/** First letters under which a word may be filed; Arabic and Hebrew write prepositions and the article in front. */
function keysOf(word: string): string[] {
  const starts = [0];
  if (/^[\u0590-\u06ff]/.test(word)) {
    for (const p of semiticPrefixes)
      if (word.startsWith(p) && word.length > p.length + 1 && !starts.includes(p.length)) starts.push(p.length);
  }
  return starts.flatMap((at) => [word.slice(at, at + 2), word.slice(at, at + 3)]);
}

/** @returns index behind the last word matched, or 0; the first word agrees already */
function matchRest(term: Term, tokens: readonly Token[], at: number): number {
  let i = at + 1;
  for (let w = 1; w < term.words.length; w += 1) {
    const next = findNext(term.words[w]!, tokens, i, tokens[at]!, term.language);
    if (next < 0) return 0;
    i = next + 1;
  }
  return i;
}

function findNext(word: TermWord, tokens: readonly Token[], from: number, first: Token, language: string): number {
  let left = word.gap;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.sentence !== first.sentence) return -1;
    if (token.kind === 'punctuation' && /^['\-./&]$/.test(token.text) && word.gap === 0) continue;
    if (fits(word, token.text, language)) return i;
    if (left <= 0 || token.clause !== first.clause) return -1;
    left -= 1;
  }
  return -1;
}

function fits(word: TermWord, text: string, language: string): boolean {
  return word.choices.some((c) => {
    switch (c.match) {
      case 'exact':
        return text === c.text;
      case 'prefix':
        return text.startsWith(c.text) || (language === 'ar' && agrees(text, c.text, 'ar'));
      case 'suffix':
        return (
          text.endsWith(c.text) ||
          (text.length > c.text.length &&
            agrees(text.slice(Math.max(0, text.lastIndexOf(c.text))), c.text, language) &&
            text.includes(c.text))
        );
      case 'infix':
        return text.includes(c.text);
      case 'gender':
        return agreesInGender(text, c.text, language);
      default:
        return agrees(text, c.text, language);
    }
  });
}

/** Languages whose traders mix in another. */
const companions: Readonly<Record<string, readonly string[]>> = {
  ar: ['fr'],
  tl: ['es'],
  ca: ['es'],
  gl: ['pt', 'es'],
  be: ['ru'],
  kk: ['ru'],
  uk: ['ru'],
  ms: ['id'],
  sk: ['cs'],
  hr: ['sr'],
  nb: ['no'],
  rw: ['sw', 'fr'],
  mg: ['fr'],
};

const isOwn = (term: Term, language: string | null): boolean => {
  const base = language?.split('-')[0] ?? '';
  return language === null || term.language === base || Boolean(companions[base]?.includes(term.language));
};

function isActive(term: Term, language: string | null, foreign: number): boolean {
  if (language === null) return !term.isOwnOnly && term.weight >= 4;
  const base = language.split('-')[0]!;
  if (term.language === base || companions[base]?.includes(term.language)) return true;
  if (term.isOwnOnly) return false;
  return term.weight >= (term.language === 'en' ? 4 : foreign);
}

/**
 * Keeps the longer of two overlapping finds of one kind; a find that lies in another of a different kind stays: an
 * aluminium window is a window and aluminium.
 */
export function withoutOverlaps<T extends { start: number; end: number }>(
  mentions: readonly T[],
  groupOf: (m: T) => string,
): T[] {
  const sorted = [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: T[] = [];
  // By group: which find stands at each sign, so that a long text costs its length.
  const taken = new Map<string, Map<number, T>>();
  for (const m of sorted) {
    const group = groupOf(m);
    const signs = taken.get(group) ?? new Map<number, T>();
    taken.set(group, signs);
    let isCovered = false;
    for (let i = m.start; i < m.end && !isCovered; i += 1) {
      const other = signs.get(i);
      isCovered = other !== undefined && !(m.start === other.start && m.end === other.end);
    }
    if (isCovered) continue;
    kept.push(m);
    for (let i = m.start; i < m.end; i += 1) signs.set(i, m);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
