import { type Pack, valueLabel } from '../pack.ts';
import type { PlainValue } from '../values.ts';
import { elevation } from './elevation.ts';
import { slab } from './slab.ts';
import type { LengthLabel } from './svg.ts';

/**
 * A product to scale, as its pack says. What was not said is not drawn. Pure; every text is escaped.
 * @param label words at a length; without it the bare figure in mm, as a workshop writes it
 * @returns SVG, or '' where no size is known
 */
export function drawing(
  pack: Pack,
  productType: string,
  values: Record<string, PlainValue>,
  language: string,
  label: LengthLabel = (_, mm) => `${mm}`,
): string {
  const title = pack.headline.facts
    .map((name) => values[name])
    .filter((v): v is string => typeof v === 'string')
    .map((v) => valueLabel(pack, v, language))
    .join(' · ');
  return pack.drawing.kind === 'elevation'
    ? elevation(pack.drawing, productType, values, language, title, label)
    : slab(pack.drawing, productType, values, title, label);
}

/** The attributes a picture is measured by, as its pack says. */
export const measuresOf = (pack: Pack): [string, string] =>
  pack.drawing.kind === 'elevation'
    ? [pack.drawing.width, pack.drawing.height]
    : [pack.drawing.length, pack.drawing.depth];
