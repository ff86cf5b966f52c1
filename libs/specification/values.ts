import { attributeLabel, mandatoryOf, type Pack, type PackAttribute, valueLabel } from './pack.ts';

export type PlainValue = string | number | boolean | (string | Record<string, string | number | boolean | null>)[];

const find = (pack: Pack, attribute: string): PackAttribute | undefined =>
  pack.attributes.find((a) => a.name === attribute);

/** Whether a value has the shape its attribute asks for. */
export function isPossible(pack: Pack, attribute: string, value: unknown): value is PlainValue {
  const a = find(pack, attribute);
  if (!a) return false;
  switch (a.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0;
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return typeof value === 'string' && (a.values ?? []).includes(value);
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'list':
      return Array.isArray(value) && value.every((v) => typeof v === 'string' && (!a.values || a.values.includes(v)));
    case 'object_list':
      return (
        Array.isArray(value) &&
        value.every(
          (v) => typeof v === 'object' && v !== null && Object.keys(v).every((k) => a.fields && k in a.fields),
        )
      );
  }
}

/** What is mandatory for a product type, and what of it is not said. */
export function checkItem(
  pack: Pack,
  productType: string,
  values: Record<string, PlainValue>,
): { mandatory: string[]; missing: string[]; implausible: string[] } {
  const needed = pack.mandatoryWhen
    .filter(({ when }) => {
      const said = values[when.attribute];
      return said !== undefined && (when.is === undefined || said === when.is);
    })
    .map((m) => m.attribute);
  const mandatory = [...new Set([...mandatoryOf(pack, productType), ...needed])].filter((m) => m !== 'product_type');
  const missing = mandatory.filter((m) => !m.split('|').some((name) => values[name] !== undefined));
  const implausible = pack.attributes
    .filter(
      (a) =>
        a.typical &&
        typeof values[a.name] === 'number' &&
        ((values[a.name] as number) < a.typical[0] || (values[a.name] as number) > a.typical[1]),
    )
    .map((a) => a.name);
  return { mandatory, missing, implausible };
}

/** Millimetres to a tenth, with no trailing zero; thin sheet to a hundredth. */
const millimetres = (mm: number): string => String(mm < 10 ? Math.round(mm * 100) / 100 : Math.round(mm * 10) / 10);
const toUnit: Record<string, (mm: number) => string> = {
  in: (mm) => `${Math.round((mm / 25.4) * 1000) / 1000} in`,
  ft: (mm) => `${Math.round((mm / 304.8) * 1000) / 1000} ft`,
  cm: (mm) => `${Math.round(mm) / 10} cm`,
  m: (mm) => `${Math.round(mm) / 1000} m`,
};

/** A length in the unit the buyer wrote, as `93 cm`; in millimetres where that is none of another kind. */
export const lengthIn = (mm: number, unit: string | null | undefined): string =>
  (unit ? toUnit[unit]?.(mm) : undefined) ?? `${millimetres(mm)} mm`;

/** Which comes first: millimetres for the workshop, the unit the buyer wrote for the buyer. */
export type LengthStyle = 'mm' | 'stated';

/**
 * A value in words of a language; the figures are the stored ones in every language.
 * @param statedUnit unit the buyer wrote: lengths then carry it in brackets
 */
export function valueText(
  pack: Pack,
  attribute: string,
  value: PlainValue,
  language: string,
  statedUnit?: string | null,
  style: LengthStyle = 'mm',
): string {
  const a = find(pack, attribute);
  if (typeof value === 'boolean') return valueLabel(pack, value ? 'yes' : 'no', language);
  if (typeof value === 'number') {
    if (a?.unit !== 'mm') return `${value}${a?.unit && a.unit !== 'sets' ? ` ${a.unit}` : ''}`;
    const other = statedUnit ? toUnit[statedUnit]?.(value) : undefined;
    const own = `${millimetres(value)} mm`;
    if (!other) return own;
    return style === 'stated' ? `${other} (${own})` : `${own} (${other})`;
  }
  if (Array.isArray(value))
    return value
      .map((v) => (typeof v === 'string' ? valueLabel(pack, v, language) : objectText(pack, a, v, language)))
      .join(', ');
  return a?.type === 'enum' ? valueLabel(pack, value, language) : value;
}

function objectText(
  pack: Pack,
  a: PackAttribute | undefined,
  object: Record<string, string | number | boolean | null>,
  language: string,
): string {
  const { type, width_mm: width, height_mm: height, ...rest } = object;
  const parts = [
    typeof type === 'string' ? valueLabel(pack, type, language) : null,
    width !== undefined && height !== undefined ? `${width} × ${height} mm` : null,
  ];
  for (const [key, value] of Object.entries(rest)) {
    if (value === null) continue;
    const label = pack.names.attributes[`${a?.name}.${key}`]
      ? attributeLabel(pack, `${a?.name}.${key}`, language)
      : key.replace(/_mm$/, '').replace(/_/g, ' ');
    parts.push(
      typeof value === 'boolean'
        ? `${label}: ${valueLabel(pack, value ? 'yes' : 'no', language)}`
        : `${label}: ${value}${key.endsWith('_mm') ? ' mm' : ''}`,
    );
  }
  return parts.filter(Boolean).join(', ');
}
