import type { ItemScope } from './item-scope.ts';
import { type Reading, wordsOf } from './reading.ts';
import type { Chosen } from './resolve.ts';

/**
 * Whether somebody wants something made: a product or measures with values of their own, and not a parcel that is late,
 * a price list, or an offer of services. Words of those kinds are weighed against what was found.
 */
export function isWish(reading: Reading, items: readonly ItemScope[], chosen: readonly Chosen[]): boolean {
  const { strong, weak } = reading.pack.extraction.evidence;
  const names = new Set(chosen.flatMap((c) => Object.keys(c)));
  const hard = strong.filter((n) => names.has(n)).length;
  const soft = weak.filter((n) => names.has(n)).length;
  const isNamed = items.some((i) => i.mark !== null);
  const said = (concept: string) => wordsOf(reading, concept).filter((m) => reading.blockOf(m.start) === 0).length;
  const request = said('request') > 0 ? 1.5 : 0;
  const evidence = hard * 1.5 + soft * 0.6 + (isNamed ? 1 : 0) + request;
  const against = said('aftersales') * 1.4 + said('stock') * 1.2 + said('catalogue') * 1.2 + said('spam') * 2.5;
  if (hard === 0 && soft < 2 && !(isNamed && soft >= 1 && request > 0)) return false;
  return evidence - against >= 2;
}
