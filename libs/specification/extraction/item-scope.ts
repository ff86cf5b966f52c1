import type { FoundCount } from './counts.ts';
import type { ProductMention } from './types-of.ts';

/** One thing wanted, with the stretches of text that speak of it alone. */
export interface ItemScope {
  type: string;
  family: string;
  isGeneral: boolean;
  qualifiers: readonly string[];
  mark: ProductMention | null;
  count: FoundCount | null;
  /** Token stretches of its own; what lies in none belongs to all. */
  own: { from: number; to: number }[];
  /** Said to be the same as the item before, but for what it says itself. */
  isSame: boolean;
}

/** Items that contain a token; empty when it belongs to all. */
export const ownersOf = (items: readonly ItemScope[], token: number): number[] =>
  items.flatMap((item, i) => (item.own.some((o) => token >= o.from && token < o.to) ? [i] : []));
