import type { Pack } from '../../libs/specification/index.ts';
import { drawing, valueText } from '../../libs/specification/index.ts';
import { plainValues, type VersionContent } from './specification.store.ts';

/** What a card shows, kept beside the specification so that a board of a thousand is one read. Numbers only: words are made per reader. */
export interface StoredCard {
  productType: string;
  quantity: number | null;
  /** Of the pack's headline, mm. */
  size: [number | null, number | null];
  /** Of the pack's headline: attribute → value. */
  facts: Record<string, string>;
  itemCount: number;
  drawing: string;
  summary: string;
}

export function cardOf(pack: Pack, content: VersionContent): StoredCard {
  const first = content.items[0];
  const value = (name: string) => first?.values[name]?.value;
  const number = (name: string) => (typeof value(name) === 'number' ? (value(name) as number) : null);
  const plain = plainValues(first?.values ?? {});
  const [width, height] = pack.headline.size.map(number) as [number | null, number | null];
  const quantity = number(pack.extraction.quantity ?? 'quantity');
  return {
    productType: first?.productType ?? pack.defaultProductType,
    quantity,
    size: [width, height],
    facts: Object.fromEntries(
      pack.headline.facts.flatMap((name) => {
        const said = value(name);
        return typeof said === 'string' ? [[name, said]] : [];
      }),
    ),
    itemCount: content.items.length,
    drawing: first ? drawing(pack, first.productType, plain, 'zh-CN') : '',
    summary: [
      quantity === null ? null : `${quantity} ×`,
      width !== null && height !== null ? `${width} × ${height} mm` : null,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The size in big figures. */
export const sizeOf = ({ size: [width, height] }: StoredCard): string =>
  width !== null && height !== null ? `${width} × ${height}` : '—';

/** The headline's facts in words; null where none was said. */
export const factsOf = (pack: Pack, card: StoredCard, language: string): string | null =>
  Object.entries(card.facts)
    .map(([name, value]) => valueText(pack, name, value, language))
    .join(' · ') || null;

/** Pieces of all items together; an item whose quantity was not said is one. */
export const piecesOf = (pack: Pack, content: VersionContent): number =>
  content.items.reduce((sum, item) => {
    const said = item.values[pack.extraction.quantity ?? 'quantity']?.value;
    return sum + (typeof said === 'number' ? Math.min(100_000, Math.max(1, Math.round(said))) : 1);
  }, 0);
