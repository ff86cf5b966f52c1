import type { Pack, PackAttribute } from '../pack.ts';

/**
 * What a model may propose. Sides mean something only by the conventions of a region, money and places are the trade's own
 * promises: those are read by rules or asked of the buyer, never proposed; and so is what has no plain form to check.
 */
export function offeredAttributes(pack: Pack): PackAttribute[] {
  const { handing, commerce, places } = pack.extraction;
  const kept = new Set<string | undefined>([
    ...(handing ? [handing.side, handing.swing, handing.outside, handing.stated] : []),
    ...Object.values(commerce ?? {}),
    ...Object.values(places ?? {}),
  ]);
  return pack.attributes.filter(
    (a) => !kept.has(a.name) && a.type !== 'object_list' && !(a.type === 'list' && !a.values?.length),
  );
}

/** Whether a product of a type has the attribute at all. */
export const isOfType = (pack: Pack, attribute: string, productType: string): boolean =>
  !pack.extraction.drops.some((d) => d.types.includes(productType) && d.attributes.includes(attribute));
