import { extractValues } from './extract-values.ts';

export interface ProtectedText {
  /** The text with `⟦0⟧`, `⟦1⟧` … in place of what must not change. */
  text: string;
  /** What stood there. */
  tokens: string[];
}

/**
 * Replaces numbers with their units, dates apart, codes, addresses and placeholders by marks that a translation engine
 * leaves alone. Dates stay: they are to be translated, and are checked afterwards.
 */
export function protect(text: string, language = 'en'): ProtectedText {
  const tokens: string[] = [];
  let result = '';
  let at = 0;
  for (const value of extractValues(text, language).values) {
    if (value.kind === 'date') continue;
    result += `${text.slice(at, value.start)}⟦${tokens.length}⟧`;
    tokens.push(value.text);
    at = value.end;
  }
  return { text: result + text.slice(at), tokens };
}

const mark = /[⟦[【〚][ \u00A0]?(\d{1,3})[ \u00A0]?[⟧\]】〛]/gu;

/**
 * Puts the tokens back, also where an engine has changed the brackets or added blanks.
 * @returns `lost`: indexes of tokens that the engine dropped, `unknown`: marks without a token
 */
export function restore(text: string, tokens: readonly string[]): { text: string; lost: number[]; unknown: number } {
  const seen = new Set<number>();
  let unknown = 0;
  const restored = text.replace(mark, (whole, digits: string) => {
    const token = tokens[Number(digits)];
    if (token === undefined) {
      if (whole.startsWith('⟦')) unknown += 1;
      return whole;
    }
    seen.add(Number(digits));
    return token;
  });
  return { text: restored, lost: tokens.map((_, at) => at).filter((at) => !seen.has(at)), unknown };
}
