import type { AttributeValue } from '../../libs/contracts/index.ts';
import type { Pack } from '../../libs/specification/index.ts';
import { drawing, valueText } from '../../libs/specification/index.ts';
import type { VersionContent } from './specification.store.ts';

/** What a card shows, kept beside the specification so that a board of a thousand is one read. Numbers only: words are made per reader. */
export interface StoredCard {
  productType: string;
  quantity: number | null;
  widthMm: number | null;
  heightMm: number | null;
  handing: string | null;
  swing: string | null;
  itemCount: number;
  drawing: string;
  summary: string;
}

export function cardOf(pack: Pack, content: VersionContent): StoredCard {
  const first = content.items[0];
  const value = (name: string) => first?.values[name]?.value;
  const number = (name: string) => (typeof value(name) === 'number' ? (value(name) as number) : null);
  const text = (name: string) => (typeof value(name) === 'string' ? (value(name) as string) : null);
  const plain = Object.fromEntries(Object.entries(first?.values ?? {}).map(([k, v]) => [k, v.value as AttributeValue]));
  const [width, height, quantity] = [number('width_mm'), number('height_mm'), number('quantity')];
  return {
    productType: first?.productType ?? pack.defaultProductType,
    quantity,
    widthMm: width,
    heightMm: height,
    handing: text('handing_din'),
    swing: text('swing'),
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
export const sizeOf = (card: StoredCard): string =>
  card.widthMm !== null && card.heightMm !== null ? `${card.widthMm} × ${card.heightMm}` : '—';

export const handingOf = (pack: Pack, card: StoredCard, language: string): string | null =>
  [
    card.handing ? valueText(pack, 'handing_din', card.handing, language) : null,
    card.swing ? valueText(pack, 'swing', card.swing, language) : null,
  ]
    .filter(Boolean)
    .join(' · ') || null;
