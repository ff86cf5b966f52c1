import type { Pack } from '../pack.ts';
import oldLexicon from '../packs/doors-and-windows/lexicon.json' with { type: 'json' };

interface LexiconEntry {
  term: string;
  kind: string;
  attribute?: string;
  value?: string | boolean;
}

export interface LexiconHit extends LexiconEntry {
  start: number;
  end: number;
  isNegated: boolean;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const negation =
  /(?:\bno|\bnot|\bwithout|\bsans|\bpas de|\bohne|\bkein\w*|\bsin|\bsem|\bsenza|\bgeen|\bzonder|\bbez|\bнет|\bбез|بدون|بلا|不要|无|没有|なし|\byok|\bhakuna|\bbila)\s*(?:de |d['’]|the |any |une? |eine?n? )?$/iu;
const prepared = new WeakMap<Pack, { entry: LexiconEntry; term: string }[]>();

const fold = (text: string): string => text.toLowerCase().replace(/[’]/g, "'");

/** Terms of the pack in the text, the longest first, each place once; European words may be inflected at their end. */
export function matchLexicon(pack: Pack, text: string): LexiconHit[] {
  let terms = prepared.get(pack);
  if (!terms) {
    terms = (oldLexicon as LexiconEntry[])
      .map((entry) => ({ entry, term: fold(entry.term) }))
      .sort((a, b) => b.term.length - a.term.length);
    prepared.set(pack, terms);
  }
  const folded = fold(text);
  const taken = new Uint8Array(folded.length);
  const hits: LexiconHit[] = [];
  for (const { entry, term } of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      const end = wordEnd(folded, at, term);
      if (end === null || taken.subarray(at, end).includes(1)) continue;
      taken.fill(1, at, end);
      hits.push({ ...entry, start: at, end, isNegated: negation.test(folded.slice(Math.max(0, at - 24), at)) });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** The end of the word the term stands in, or null where it is only a part of another word. */
function wordEnd(text: string, at: number, term: string): number | null {
  let end = at + term.length;
  if (unspaced.test(term)) return end;
  const isLetter = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);
  const before = text[at - 1];
  // An Arabic word may carry its article and a preposition in front.
  if (isLetter(before) && !/[\u0600-\u06ff]/.test(term)) return null;
  let suffix = 0;
  while (isLetter(text[end]) && suffix < 4) {
    end += 1;
    suffix += 1;
  }
  if (isLetter(text[end])) return null;
  return suffix === 0 || term.length >= 4 ? end : null;
}
