import type { PackView } from '../../libs/contracts/index.ts';
import {
  attributeLabel,
  groupLabel,
  mandatoryOf,
  type Pack,
  packName,
  productTypeLabel,
  valueText,
} from '../../libs/specification/index.ts';

/** A pack with its names in one language. */
export const presentPack = (pack: Pack, language: string): PackView => ({
  id: pack.id,
  version: pack.version,
  name: packName(pack, language),
  groups: pack.groups.map((id) => ({ id, label: groupLabel(pack, id, language) })),
  productTypes: pack.productTypes.map((value) => ({
    value,
    label: productTypeLabel(pack, value, language),
    mandatory: mandatoryOf(pack, value),
  })),
  attributes: pack.attributes.map((a) => ({
    name: a.name,
    label: attributeLabel(pack, a.name, language),
    group: a.group,
    type: a.type,
    unit: a.unit ?? null,
    values: (a.values ?? []).map((value) => ({ value, label: valueText(pack, a.name, value, language) })),
  })),
});
