import { type Pack, valueLabel } from '../pack.ts';
import type { PlainValue } from '../values.ts';
import { elevation } from './elevation.ts';
import { slab } from './slab.ts';

/**
 * A product to scale, as its pack says. What was not said is not drawn. Pure; every text is escaped.
 * @returns SVG, or '' where no size is known
 */
export function drawing(pack: Pack, productType: string, values: Record<string, PlainValue>, language: string): string {
  const title = pack.headline.facts
    .map((name) => values[name])
    .filter((v): v is string => typeof v === 'string')
    .map((v) => valueLabel(pack, v, language))
    .join(' · ');
  return pack.drawing.kind === 'elevation'
    ? elevation(pack.drawing, productType, values, language, title)
    : slab(pack.drawing, productType, values, title);
}
