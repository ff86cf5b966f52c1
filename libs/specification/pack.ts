import { z } from 'zod';
import doorsLexicon from './packs/doors-and-windows/lexicon.json' with { type: 'json' };
import doorsNames from './packs/doors-and-windows/names.json' with { type: 'json' };
import doorsPack from './packs/doors-and-windows/pack.json' with { type: 'json' };
import doorsQuestions from './packs/doors-and-windows/questions.json' with { type: 'json' };

/** Texts by interface language; English is always there. */
const texts = z.record(z.string(), z.string()).refine((t) => Boolean(t['en']), 'an English text is needed');

export const packAttribute = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  group: z.string(),
  type: z.enum(['number', 'string', 'boolean', 'enum', 'list', 'object_list']),
  unit: z.string().nullable().optional(),
  values: z.array(z.string()).optional(),
  /** Of `object_list`: field → type, or the list of its values. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  /** Outside this band a value is asked about, never refused. */
  typical: z.tuple([z.number(), z.number()]).optional(),
});
export type PackAttribute = z.infer<typeof packAttribute>;

const lexiconEntry = z.object({
  term: z.string().min(1),
  kind: z.enum(['productType', 'value', 'listValue', 'flag', 'hatch', 'label']),
  attribute: z.string().optional(),
  value: z.union([z.string(), z.boolean()]).optional(),
});
export type LexiconEntry = z.infer<typeof lexiconEntry>;

/** A trade as data: what is made, what has to be known of it, how buyers call it, what to ask. */
export const packSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    defaultProductType: z.string(),
    groups: z.array(z.string()).min(1),
    productTypes: z.array(z.string()).min(1),
    attributes: z.array(packAttribute).min(1),
    /** By product type; `a|b`: one of them is enough. */
    mandatory: z.record(z.string(), z.array(z.string())),
    ambiguityCodes: z.array(z.string()),
    names: z.object({
      pack: texts,
      attributes: z.record(z.string(), texts),
      values: z.record(z.string(), texts),
      productTypes: z.record(z.string(), texts),
      groups: z.record(z.string(), texts),
    }),
    questions: z.record(z.string(), texts),
    lexicon: z.array(lexiconEntry),
  })
  .superRefine((pack, context) => {
    const names = new Set([...pack.attributes.map((a) => a.name), 'product_type']);
    const fault = (message: string) => context.addIssue({ code: 'custom', message });
    for (const a of pack.attributes) {
      if (!pack.names.attributes[a.name]) fault(`attribute ${a.name} has no name`);
      if (!pack.groups.includes(a.group)) fault(`attribute ${a.name}: unknown group ${a.group}`);
      for (const v of a.values ?? []) if (!pack.names.values[v]) fault(`value ${v} of ${a.name} has no name`);
    }
    for (const t of pack.productTypes) if (!pack.names.productTypes[t]) fault(`product type ${t} has no name`);
    for (const [type, list] of Object.entries(pack.mandatory)) {
      if (!pack.productTypes.includes(type)) fault(`mandatory: unknown product type ${type}`);
      for (const entry of list.flatMap((m) => m.split('|')))
        if (!names.has(entry)) fault(`mandatory of ${type}: unknown attribute ${entry}`);
    }
  });
export type Pack = z.infer<typeof packSchema>;

const shipped: Record<string, () => unknown> = {
  'doors-and-windows': () => ({ ...doorsPack, names: doorsNames, questions: doorsQuestions, lexicon: doorsLexicon }),
};
const loaded = new Map<string, Pack>();

/** Ids of the packs that are shipped. */
export const packIds = (): string[] => Object.keys(shipped);

/** @throws Error for an unknown id; ZodError naming every fault of a pack */
export function loadPack(id: string): Pack {
  const known = loaded.get(id);
  if (known) return known;
  const source = shipped[id];
  if (!source) throw new Error(`there is no pack ${id}`);
  const pack = packSchema.parse(source());
  loaded.set(id, pack);
  return pack;
}

const inLanguage = (names: Record<string, string> | undefined, language: string, otherwise: string): string =>
  names?.[language] ??
  names?.[Object.keys(names).find((l) => l.split('-')[0] === language.split('-')[0]) ?? 'en'] ??
  names?.['en'] ??
  otherwise;

export const packName = (pack: Pack, language: string): string => inLanguage(pack.names.pack, language, pack.id);
export const attributeLabel = (pack: Pack, attribute: string, language: string): string =>
  inLanguage(pack.names.attributes[attribute], language, attribute);
export const productTypeLabel = (pack: Pack, type: string, language: string): string =>
  inLanguage(pack.names.productTypes[type], language, type);
export const groupLabel = (pack: Pack, group: string, language: string): string =>
  inLanguage(pack.names.groups[group], language, group);
export const valueLabel = (pack: Pack, value: string, language: string): string =>
  inLanguage(pack.names.values[value], language, value);
export const mandatoryOf = (pack: Pack, productType: string): string[] => pack.mandatory[productType] ?? [];

/** The question to the buyer for a missing or ambiguous point, ready in a language. */
export function question(
  pack: Pack,
  point: { attribute: string; code: string; productType?: string },
  language: string,
): string {
  const label = attributeLabel(pack, point.attribute, language);
  // A missing point whose meaning has a question of its own is asked with that one.
  const code =
    point.code === 'missing'
      ? ({ dimension_reference: 'dimension_reference', handing_din: 'handing_convention' }[point.attribute] ??
        'missing')
      : point.code;
  return inLanguage(pack.questions[code] ?? pack.questions['other'], language, label).replaceAll('{{label}}', label);
}
