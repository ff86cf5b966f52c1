import { extractValues, type Value } from './extract-values.ts';
import { hasDecimalComma } from './notation.ts';
import { plainDigits } from './plain-digits.ts';

export interface ProtectedText {
  /** The text with `⟦0⟧`, `⟦1⟧` … in place of what must not change. */
  text: string;
  /** What stood there, written as the target language writes it. */
  tokens: string[];
}

/** A unit that every reader understands stays with its number; 'Wochen' or 厘米 has to be translated. */
const international = /^[ \u00A0]?(?:[mcdk]?m|[mc]m²|m[²³23]|in|ft|"|''|°C|°F|kg|g|lb|W|kW|V|dB|Pa|%|W\/m²K)$/u;

/**
 * Replaces numbers, codes, addresses and placeholders by marks that a translation engine leaves alone. Dates are to be
 * translated and are checked afterwards.
 * @param target language of the translation: decimal commas and points are changed to its notation
 */
export function protect(text: string, language: string, target: string = language): ProtectedText {
  const tokens: string[] = [];
  let result = '';
  let at = 0;
  for (const value of extractValues(text, language).values) {
    if (value.kind === 'date') continue;
    const kept = keptPart(value);
    result += `${text.slice(at, value.start)}⟦${tokens.length}⟧`;
    tokens.push(value.kind === 'number' ? inNotation(kept, language, target) : kept);
    at = value.start + kept.length;
  }
  return { text: result + text.slice(at), tokens };
}

function keptPart(value: Value): string {
  const [number = value.text] =
    /^[\p{Nd}.,\u00A0'’ ٫٬/½¼¾⅛⅜⅝⅞⅓⅔-]*\p{Nd}[½¼¾⅛⅜⅝⅞⅓⅔]?|^[½¼¾⅛⅜⅝⅞⅓⅔]/u.exec(value.text) ?? [];
  if (value.kind !== 'number' || international.test(value.text.slice(number.length))) return value.text;
  return number;
}

/** `1.250,5` ↔ `1,250.5`; digits of other scripts become 0–9, which every language of ours reads. */
function inNotation(written: string, language: string, target: string): string {
  const plain = plainDigits(written);
  if (hasDecimalComma(language) === hasDecimalComma(target)) return plain;
  return plain.replace(/[.,](?=\d)/gu, (sign) => (sign === '.' ? ',' : '.'));
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
