import { foldText } from '../text/fold.ts';
import { findLengths, lengthInMillimetres } from './find-lengths.ts';
import type { LengthUnit } from './length-units.ts';

/**
 * A single length as somebody typed it, in any spelling that is found in letters: 914, 36", 35 13/16", 91,4 cm, 2m10, 3'0".
 * Without a unit it is millimetres.
 * @param language of the person who types: says what a decimal comma is
 * @returns millimetres and the unit written (null: none); null when this is not one length and nothing else
 */
export function readLength(typed: string, language?: string): { millimetres: number; unit: LengthUnit | null } | null {
  const text = typed.trim();
  const { folded } = foldText(text);
  const [length, another] = findLengths(folded, new Uint8Array(folded.length + 1), language);
  if (!length || another || length.isAmbiguous || length.start > 0 || length.end < folded.trimEnd().length) return null;
  const millimetres = lengthInMillimetres(length);
  return millimetres > 0 ? { millimetres, unit: length.unit } : null;
}
