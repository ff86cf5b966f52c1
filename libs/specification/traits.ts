import type { Pack } from './pack.ts';
import type { PlainValue } from './values.ts';

/**
 * What marks a wish, free of language and of figures: its product type, every chosen value, every yes, every kind of part.
 * Two wishes that share rare traits are alike, whatever their sizes.
 * @returns `attribute=value` in a fixed order, each once
 */
export function traitsOf(pack: Pack, productType: string, values: Record<string, PlainValue>): string[] {
  const traits = [`product_type=${productType}`];
  for (const { name, type } of pack.attributes) {
    const value = values[name];
    if (value === undefined) continue;
    if (type === 'enum' && typeof value === 'string') traits.push(`${name}=${value}`);
    else if (type === 'boolean' && value === true) traits.push(`${name}=yes`);
    else if (Array.isArray(value)) {
      for (const entry of value) {
        const kind = typeof entry === 'string' ? entry : entry['type'];
        if (typeof kind === 'string') traits.push(`${name}=${kind}`);
      }
    }
  }
  return [...new Set(traits)].sort();
}
