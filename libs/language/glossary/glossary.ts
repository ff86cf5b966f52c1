import data from '../data/glossary.json' with { type: 'json' };
import { foldWord, sameWord } from './stems.ts';

export interface GlossaryEntry {
  id: string;
  /** noun, adjective, phrase */
  partOfSpeech: string;
  /** What it belongs to: type, part, handing, dimension, hardware … */
  domain: string;
  /** Language (`en`, `zh-CN` …) → terms, the preferred first. */
  terms: Readonly<Record<string, readonly string[]>>;
  note: string;
}

export interface GlossaryMatch {
  id: string;
  /** The term of the glossary that was found, in its dictionary form. */
  term: string;
  domain: string;
  start: number;
  end: number;
}

type Raw = { id: string; part_of_speech: string; domain: string; terms: Record<string, string[]>; note: string };

/** The trade's terms, written for this project. */
export const glossary: readonly GlossaryEntry[] = /* @__PURE__ */ (data as Raw[]).map(
  ({ part_of_speech: partOfSpeech, ...rest }) => ({
    ...rest,
    partOfSpeech,
  }),
);
const byId = /* @__PURE__ */ new Map(/* @__PURE__ */ glossary.map((entry) => [entry.id, entry]));

/** Key of the glossary for a BCP 47 tag: `zh-Hant` → `zh-CN` (its only Chinese), `pt-BR` → `pt`. */
const keyOf = (language: string): string => {
  const base = language.toLowerCase().split('-')[0] ?? language;
  return base === 'zh' ? 'zh-CN' : base;
};

/** All terms of an entry in a language, the preferred first; empty when it has none there. */
export function termsOf(id: string, language: string): readonly string[] {
  return byId.get(id)?.terms[keyOf(language)] ?? [];
}

/** The preferred term of an entry in a language, or null. */
export function glossaryTerm(id: string, language: string): string | null {
  return termsOf(id, language)[0] ?? null;
}

interface Term {
  id: string;
  domain: string;
  term: string;
  words: string[];
}

const indexes = new Map<string, ReadonlyMap<string, Term[]>>();
const writtenTogether = new Set(['zh-CN', 'ja', 'ko', 'th']);
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** How many first signs of a word survive inflection (and Arabic prefixes do not). */
const bucketLength = 2;
const bucketOf = (word: string, key: string): string =>
  key === 'ar' || key === 'sw' ? '' : word.slice(0, bucketLength);

function indexOf(key: string): ReadonlyMap<string, Term[]> {
  const known = indexes.get(key);
  if (known) return known;
  const index = new Map<string, Term[]>();
  for (const entry of glossary) {
    for (const term of entry.terms[key] ?? []) {
      const words = writtenTogether.has(key)
        ? [term.toLowerCase()]
        : (term.match(wordPattern) ?? []).map((word) => foldWord(word, key));
      const bucket = bucketOf(words[0] ?? '', key).slice(0, writtenTogether.has(key) ? 1 : bucketLength);
      index.set(bucket, [...(index.get(bucket) ?? []), { id: entry.id, domain: entry.domain, term, words }]);
    }
  }
  for (const list of index.values())
    list.sort((a, b) => b.words.length - a.words.length || b.term.length - a.term.length);
  indexes.set(key, index);
  return index;
}

/**
 * Terms of the trade in a text: longest first, not overlapping, with inflected forms; without spaces in Chinese,
 * Japanese, Korean. Spans are of the text given.
 */
export function matchGlossary(text: string, language: string): GlossaryMatch[] {
  const key = keyOf(language);
  return writtenTogether.has(key) ? matchTogether(text, indexOf(key)) : matchWords(text, key, indexOf(key));
}

function matchTogether(text: string, index: ReadonlyMap<string, Term[]>): GlossaryMatch[] {
  const matches: GlossaryMatch[] = [];
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    const term = index.get(lower[at] ?? '')?.find((item) => lower.startsWith(item.words[0] ?? '', at));
    if (!term) continue;
    matches.push({ id: term.id, term: term.term, domain: term.domain, start: at, end: at + term.term.length });
    at += term.term.length - 1;
  }
  return matches;
}

function matchWords(text: string, key: string, index: ReadonlyMap<string, Term[]>): GlossaryMatch[] {
  const words = [...text.matchAll(wordPattern)].map((match) => ({
    folded: foldWord(match[0], key),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const matches: GlossaryMatch[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = index.get(bucketOf(words[at]?.folded ?? '', key)) ?? [];
    const term = candidates.find((item) =>
      item.words.every((word, offset) => sameWord(words[at + offset]?.folded ?? '', word, key)),
    );
    const [start, end] = [words[at]?.start, words[at + (term?.words.length ?? 1) - 1]?.end];
    if (!term || start === undefined || end === undefined) continue;
    matches.push({ id: term.id, term: term.term, domain: term.domain, start, end });
    at += term.words.length - 1;
  }
  return matches;
}
