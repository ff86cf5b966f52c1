import { fold, quantitiesOf } from './search-tokens.ts';

const around = 90;

/**
 * The part of a text that shows why it was found.
 * @returns the piece, and what matched in it as [start, end) in UTF-16 units of the piece
 */
export function snippetOf(text: string, typed: string): { snippet: string; marks: [number, number][] } {
  const flat = text.replace(/\s+/g, ' ').trim();
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  const folded = foldWithMap(flat);
  const hits: [number, number][] = [];
  for (const word of words) {
    for (
      let from = folded.text.indexOf(word);
      from >= 0 && hits.length < 20;
      from = folded.text.indexOf(word, from + word.length)
    ) {
      hits.push([folded.at[from]!, folded.at[from + word.length - 1]! + 1]);
    }
  }
  if (hits.length === 0 && quantitiesOf(fold(typed)).length > 0) {
    const wanted = quantitiesOf(fold(typed))[0];
    const found = [...flat.matchAll(/\d+(?:[.,]\d+)?\s?\S{1,6}/gu)].find((m) =>
      quantitiesOf(fold(m[0])).includes(wanted!),
    );
    if (found) hits.push([found.index, found.index + found[0].length]);
  }
  hits.sort((a, b) => a[0] - b[0]);
  const first = hits[0]?.[0] ?? 0;
  const start = Math.max(0, first - around);
  const end = Math.min(flat.length, first + 2 * around);
  const lead = start > 0 ? '…' : '';
  return {
    snippet: `${lead}${flat.slice(start, end)}${end < flat.length ? '…' : ''}`,
    marks: hits
      .filter(([a, b]) => a >= start && b <= end)
      .map(([a, b]) => [a - start + lead.length, b - start + lead.length]),
  };
}

/** Folding may change lengths: for each unit of the folded text, where it stood. */
function foldWithMap(text: string): { text: string; at: number[] } {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const f = fold(character);
    folded += f;
    for (let i = 0; i < f.length; i++) at.push(index);
    index += character.length;
  }
  return { text: folded, at };
}
