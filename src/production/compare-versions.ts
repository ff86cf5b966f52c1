import type { AttributeValue, ValueChange } from '../../libs/contracts/index.ts';
import { attributeLabel, type Pack, productTypeLabel, valueText } from '../../libs/specification/index.ts';
import type { VersionContent } from './specification.store.ts';

/** What differs between two versions, in words of a language; items are told apart by their id. */
export function compareVersions(
  pack: Pack,
  before: VersionContent | null,
  after: VersionContent,
  language: string,
): ValueChange[] {
  if (!before) return [];
  const changes: ValueChange[] = [];
  const text = (attribute: string, value: unknown) => valueText(pack, attribute, value as AttributeValue, language);
  const ids = [...new Set([...after.items, ...before.items].map((i) => i.id))];
  for (const [index, itemId] of ids.entries()) {
    const was = before.items.find((i) => i.id === itemId);
    const is = after.items.find((i) => i.id === itemId);
    const place = { itemId, itemNumber: index + 1 };
    if (was && is && was.productType !== is.productType) {
      changes.push({
        ...place,
        attribute: 'product_type',
        label: attributeLabel(pack, 'product_type', language),
        kind: 'changed',
        before: productTypeLabel(pack, was.productType, language),
        after: productTypeLabel(pack, is.productType, language),
      });
    }
    for (const attribute of [...new Set([...Object.keys(was?.values ?? {}), ...Object.keys(is?.values ?? {})])]) {
      const [old, now] = [was?.values[attribute], is?.values[attribute]];
      if (JSON.stringify(old?.value) === JSON.stringify(now?.value)) continue;
      changes.push({
        ...place,
        attribute,
        label: attributeLabel(pack, attribute, language),
        kind: old ? (now ? 'changed' : 'removed') : 'added',
        before: old ? text(attribute, old.value) : null,
        after: now ? text(attribute, now.value) : null,
      });
    }
  }
  return changes;
}
