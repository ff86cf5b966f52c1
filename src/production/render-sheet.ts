import { Injectable } from '@nestjs/common';
import type { AttributeValue, Sheet, SpecificationState, ValueChange } from '../../libs/contracts/index.ts';
import {
  attributeLabel,
  checkItem,
  drawing,
  groupLabel,
  type LengthStyle,
  lengthIn,
  measuresOf,
  type Pack,
  productTypeLabel,
  valueText,
} from '../../libs/specification/index.ts';
import { comparePictures } from './compare-pictures.ts';
import { compareVersions } from './compare-versions.ts';
import { packAsOf } from './product-packs.ts';
import { plainValues, SpecificationStore, type VersionContent } from './specification.store.ts';

type SheetItem = Sheet['items'][number];
type SheetRow = SheetItem['groups'][number]['rows'][number];

/** A version as a sheet in a language: from the stored values, never from a translation, so that the numbers are the same in all. */
@Injectable()
export class RenderSheet {
  constructor(private readonly store: SpecificationStore) {}

  async render(id: string, version: number, language: string, units: LengthStyle = 'mm'): Promise<Sheet> {
    const [record, current, previous] = await Promise.all([
      this.store.find(id),
      this.store.version(id, version),
      version > 1 ? this.store.version(id, version - 1) : null,
    ]);
    const pack = packAsOf(current.content.packId, current.content.packVersion);
    const changes = [
      ...compareVersions(pack, previous?.content ?? null, current.content, language),
      ...comparePictures(previous?.content ?? null, current.content, language),
    ];
    return {
      specificationId: id,
      number: record.number,
      version,
      hash: current.hash,
      language,
      title: `${record.number} v${version}`,
      state: record.state as SpecificationState,
      createdAt: current.createdAt.toISOString(),
      dueDate: current.content.dueDate,
      pictures: (current.content.pictures ?? []).map(({ id: pictureId, width, height, caption }, i) => ({
        id: pictureId,
        name: `${record.number}-v${version}-${i + 1}`,
        width,
        height,
        caption,
      })),
      items: current.content.items.map((item, i) => sheetItem(pack, item, i + 1, changes, language, units)),
      changes,
    };
  }
}

function sheetItem(
  pack: Pack,
  item: VersionContent['items'][number],
  number: number,
  changes: readonly ValueChange[],
  language: string,
  units: LengthStyle,
): SheetItem {
  const plain = plainValues(item.values);
  const { missing, mandatory } = checkItem(pack, item.productType, plain);
  const missingNames = missing.map((m) => m.split('|')[0]!);
  const rows = new Map<string, SheetRow[]>();
  for (const { name, group } of pack.attributes) {
    const value = item.values[name];
    const change = changes.find((c) => c.itemId === item.id && c.attribute === name);
    const isMissing = missingNames.includes(name);
    if (!value && !isMissing && !change) continue;
    const row: SheetRow = {
      attribute: name,
      label: attributeLabel(pack, name, language),
      text: value ? valueText(pack, name, value.value as AttributeValue, language, value.unit, units) : '',
      stated: value?.stated ?? null,
      state: value ? 'confirmed' : 'not_said',
      isMandatory: mandatory.some((m) => m.split('|').includes(name)),
      change: change?.kind ?? 'none',
      before: change?.before ?? null,
    };
    rows.set(group, [...(rows.get(group) ?? []), row]);
  }
  const quantity = item.values[pack.extraction.quantity ?? 'quantity']?.value;
  const textOf = (name: string): string[] => {
    const row = [...rows.values()].flat().find((r) => r.attribute === name && r.state === 'confirmed');
    return row ? [row.text] : [];
  };
  const size = pack.headline.size.flatMap(textOf);
  return {
    itemId: item.id,
    number,
    productType: item.productType,
    title: productTypeLabel(pack, item.productType, language),
    quantity: typeof quantity === 'number' ? quantity : null,
    headline: { size: size.length === 2 ? size : [], facts: pack.headline.facts.flatMap(textOf) },
    groups: pack.groups
      .filter((g) => rows.has(g))
      .map((g) => ({ group: g, label: groupLabel(pack, g, language), rows: rows.get(g)! })),
    drawing: drawing(pack, item.productType, plain, language, units === 'stated' ? labelIn(pack, item) : undefined),
  };
}

/** Lengths as the buyer wrote them; where a part has no unit of its own, in that of the whole. */
function labelIn(pack: Pack, item: VersionContent['items'][number]): (attribute: string, mm: number) => string {
  const whole = measuresOf(pack)
    .map((name) => item.values[name]?.unit)
    .find(Boolean);
  return (attribute, mm) => lengthIn(mm, item.values[attribute]?.unit ?? whole);
}
