import { foldTerm } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';

/**
 * How terms are written in the lexicons: terms parted by ` | `, words by spaces. In a word: `a;b` either, `word*` any ending,
 * `*word` any beginning (compounds), `word@` endings of gender and number, `word=` exactly so. Between words `~` leaves up to
 * four words open within the clause. A term that begins with `!` counts only in texts of its own language.
 */
export interface TermWord {
  /** Each alternative: what the word is compared with and how. */
  choices: readonly { text: string; match: 'exact' | 'prefix' | 'suffix' | 'infix' | 'inflected' | 'gender' }[];
  /** Up to so many words may stand before it. */
  gap: number;
}

export interface Term {
  concept: string;
  language: string;
  words: readonly TermWord[];
  /** Of a script without spaces: compared sign by sign. */
  signs: string | null;
  isOwnOnly: boolean;
  /** Letters without wildcards: short terms of other languages are not trusted. */
  weight: number;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Reads one lexicon line: all terms of a concept in a language. */
export function readTerms(concept: string, line: string, language: string): Term[] {
  return line
    .split(' | ')
    .flatMap((t) => variants(t.trim(), language))
    .filter(Boolean)
    .map((written) => {
      const isOwnOnly = written.startsWith('!');
      const text = isOwnOnly ? written.slice(1) : written;
      if (unspaced.test(text)) {
        const signs = foldTerm(text).replaceAll(' ', '');
        return { concept, language, words: [], signs, isOwnOnly, weight: signs.length * 3 };
      }
      const words: TermWord[] = [];
      let gap = 0;
      for (const part of text.split(/\s+/)) {
        if (part === '~') gap = 4;
        else {
          words.push(...readWord(part, gap));
          gap = 0;
        }
      }
      return { concept, language, words, signs: null, isOwnOnly, weight: text.replace(/[^\p{L}]/gu, '').length };
    });
}

/** German writes ä as ae and ß as ss where the keyboard lacks them; French œ as oe. */
function variants(term: string, language: string): string[] {
  if (language !== 'de') return term.includes('œ') ? [term, term.replaceAll('œ', 'oe')] : [term];
  const list = [term];
  if (/[äöü]/i.test(term))
    list.push(
      term
        .replaceAll('ä', 'ae')
        .replaceAll('ö', 'oe')
        .replaceAll('ü', 'ue')
        .replaceAll('Ü', 'Ue')
        .replaceAll('Ö', 'Oe')
        .replaceAll('Ä', 'Ae'),
    );
  return list.flatMap((t) => (t.includes('ß') ? [t, t.replaceAll('ß', 'ss')] : [t]));
}

/** One written word; an apostrophe or hyphen inside makes two. */
function readWord(part: string, gap: number): TermWord[] {
  const choices = part.split(';').map((choice) => {
    const isPrefix = choice.endsWith('*');
    const isSuffix = choice.startsWith('*');
    const isGender = choice.endsWith('@');
    const isExact = choice.endsWith('=');
    const bare = foldTerm(choice.replace(/^[*]|[*@=]$/g, ''));
    return {
      bare,
      match: (isPrefix && isSuffix
        ? 'infix'
        : isPrefix
          ? 'prefix'
          : isSuffix
            ? 'suffix'
            : isGender
              ? 'gender'
              : isExact
                ? 'exact'
                : 'inflected') as TermWord['choices'][number]['match'],
    };
  });
  if (choices.length > 1) return [{ choices: choices.map((c) => ({ text: c.bare, match: c.match })), gap }];
  const [only] = choices;
  if (!only) return [];
  const pieces =
    /^[\p{L}\p{M}]+$/u.test(only.bare) && !unspaced.test(only.bare)
      ? [{ text: only.bare }]
      : tokenize(only.bare).filter((t) => t.kind !== 'punctuation');
  return pieces.map((piece, i) => ({
    choices: [{ text: piece.text, match: i === pieces.length - 1 || only.match === 'suffix' ? only.match : 'exact' }],
    gap: i === 0 ? gap : 0,
  }));
}
