import { checkFidelity, matchGlossary, protect, restore, termsOf } from '../../libs/language/index.ts';
import type { TermPair, Translator } from './translator.ts';

export interface TextInTwo {
  text: string;
  source: string;
  target: string;
}

/** Engines keep the thread within so many letters; longer letters go in pieces, at paragraphs. */
const longestPiece = 4_000;

/**
 * One translation with numbers, codes and addresses held back and put in again. Where the engine loses a mark, the text is
 * asked for once more as it is, and the version with fewer faults is taken.
 */
export async function askFaithfully(translator: Translator, { text, source, target }: TextInTwo): Promise<string> {
  const glossary = termsIn(text, source, target);
  const ask = async (whole: string): Promise<string> => {
    const { pieces, breaks } = split(whole);
    const translated = await translator.translate({ texts: pieces, source, target, glossary });
    return translated.map((piece, at) => piece + (breaks[at] ?? '')).join('');
  };
  const hidden = protect(text, source, target);
  if (hidden.tokens.length === 0) return ask(text);
  const restored = restore(await ask(hidden.text), hidden.tokens);
  if (restored.lost.length === 0 && restored.unknown === 0) return restored.text;
  const plain = await ask(text);
  const faults = (translated: string): number =>
    checkFidelity({ text, language: source }, { text: translated, language: target }).findings.filter(
      (finding) => finding.severity === 'block',
    ).length;
  return restored.unknown > 0 || faults(plain) <= faults(restored.text) ? plain : restored.text;
}

/** Terms of the trade that occur in the text, each with its preferred term in the target language. */
export function termsIn(text: string, source: string, target: string): TermPair[] {
  const pairs = new Map<string, string>();
  for (const match of matchGlossary(text, source)) {
    const [wanted] = termsOf(match.id, target);
    if (wanted) pairs.set(match.term, wanted);
  }
  return [...pairs].map(([one, other]) => ({ source: one, target: other }));
}

/** Pieces at paragraph ends, with the line breaks between them kept apart. */
function split(text: string): { pieces: string[]; breaks: string[] } {
  if (text.length <= longestPiece) return { pieces: [text], breaks: [] };
  const pieces: string[] = [];
  const breaks: string[] = [];
  for (const [, paragraph = '', gap = ''] of text.matchAll(/([\s\S]+?)(\n\s*\n\s*|$)/gu)) {
    const last = pieces.length - 1;
    const joined = `${pieces[last] ?? ''}${breaks[last] ?? ''}${paragraph}`;
    if (last >= 0 && joined.length <= longestPiece) {
      pieces[last] = joined;
      breaks[last] = gap;
    } else {
      pieces.push(paragraph);
      breaks.push(gap);
    }
  }
  return { pieces, breaks };
}
