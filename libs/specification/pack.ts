import { z } from 'zod';
import { attributesDrawn, drawingRules } from './drawing/drawing-rules.ts';
import { conceptDefinition, extractionRules, ruleValue } from './extraction-rules.ts';
import { shippedPacks } from './packs/shipped.ts';

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

/** A trade as data: what is made, what has to be known of it, how buyers call it, what to ask. */
export const packSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** As shipped `1.0.0`; what a company made of it `1.0.0+3`. */
    version: z.string().regex(/^\d+\.\d+\.\d+(?:\+\d+)?$/),
    defaultProductType: z.string(),
    groups: z.array(z.string()).min(1),
    productTypes: z.array(z.string()).min(1),
    attributes: z.array(packAttribute).min(1),
    /** By product type; `a|b`: one of them is enough. */
    mandatory: z.record(z.string(), z.array(z.string())),
    /** What has to be known once another attribute is said, or has a certain value. */
    mandatoryWhen: z
      .array(z.object({ attribute: z.string(), when: z.object({ attribute: z.string(), is: ruleValue.optional() }) }))
      .default([]),
    /** What stands biggest on a card and at the head of a sheet. */
    headline: z.object({ size: z.tuple([z.string(), z.string()]), facts: z.array(z.string()) }),
    drawing: drawingRules,
    /** Attribute → the question that asks for it when it is missing or said in two ways. */
    questionOf: z.record(z.string(), z.string()).default({}),
    ambiguityCodes: z.array(z.string()),
    names: z.object({
      pack: texts,
      attributes: z.record(z.string(), texts),
      values: z.record(z.string(), texts),
      productTypes: z.record(z.string(), texts),
      groups: z.record(z.string(), texts),
    }),
    questions: z.record(z.string(), texts),
    /** What words of the trade mean. */
    concepts: z.record(z.string(), conceptDefinition),
    /** Language → concept → terms; for how they are written see extraction/terms.ts. */
    lexicon: z.record(z.string(), z.record(z.string(), z.string())),
    extraction: extractionRules,
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
    const named = [
      ...pack.mandatoryWhen.flatMap((m) => [...m.attribute.split('|'), m.when.attribute]),
      ...pack.headline.size,
      ...pack.headline.facts,
      ...Object.keys(pack.questionOf),
      ...attributesDrawn(pack.drawing),
    ];
    for (const name of new Set(named)) if (!names.has(name)) fault(`unknown attribute ${name}`);
    for (const code of ['missing', 'conflicting_values', 'other', ...Object.values(pack.questionOf)])
      if (!pack.questions[code]) fault(`question ${code} is not there`);
    for (const circle of circlesIn(pack.mandatoryWhen)) fault(`attributes that need each other: ${circle}`);
    for (const a of pack.attributes)
      if (a.typical && a.typical[0] > a.typical[1]) fault(`attribute ${a.name}: its typical band is upside down`);
    for (const [concept, { attribute, kind, value }] of Object.entries(pack.concepts)) {
      if (attribute && !names.has(attribute)) fault(`concept ${concept}: unknown attribute ${attribute}`);
      if (kind === 'type' && !pack.productTypes.includes(String(value)))
        fault(`concept ${concept}: unknown product type ${value}`);
    }
    for (const [language, terms] of Object.entries(pack.lexicon))
      for (const concept of Object.keys(terms))
        if (!pack.concepts[concept]) fault(`lexicon ${language}: unknown concept ${concept}`);
    for (const rule of pack.extraction.patterns) {
      if (!names.has(rule.attribute)) fault(`pattern of unknown attribute ${rule.attribute}`);
      if (!isPattern(rule.pattern, rule.flags)) fault(`pattern of ${rule.attribute} is none: ${rule.pattern}`);
    }
  });
export type Pack = z.infer<typeof packSchema>;
export type { ConceptDefinition } from './extraction-rules.ts';

function isPattern(pattern: string, flags = 'u'): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** Chains of attributes that lead back to where they began. */
function circlesIn(rules: readonly { attribute: string; when: { attribute: string } }[]): string[] {
  const next = new Map<string, string[]>();
  for (const { attribute, when } of rules)
    next.set(when.attribute, [...(next.get(when.attribute) ?? []), ...attribute.split('|')]);
  const circles: string[] = [];
  const walk = (at: string, path: readonly string[]): void => {
    if (path[0] === at) circles.push([...path, at].join(' → '));
    else if (!path.includes(at)) for (const to of next.get(at) ?? []) walk(to, [...path, at]);
  };
  for (const start of next.keys()) for (const to of next.get(start) ?? []) walk(to, [start]);
  return circles;
}

const loaded = new Map<string, Pack>();

const keysKnown = (): string[] => [...new Set([...Object.keys(shippedPacks), ...loaded.keys()])];

/** Ids of the packs that are known. */
export const packIds = (): string[] => [...new Set(keysKnown().map((key) => key.split('@')[0]!))];

/** Makes a version known that is not shipped with the program. @throws ZodError naming every fault */
export function addPackVersion(source: unknown): Pack {
  const pack = packSchema.parse(source);
  loaded.set(`${pack.id}@${pack.version}`, pack);
  return pack;
}

/**
 * A pack; without a version the newest: a company's own comes after the one it was made of, whatever is shipped later.
 * @throws Error for an unknown id or version; ZodError naming every fault of a pack
 */
export function loadPack(id: string, version?: string): Pack {
  const key = version ? `${id}@${version}` : newestOf(id);
  const known = key ? loaded.get(key) : undefined;
  if (known) return known;
  const source = key ? shippedPacks[key] : undefined;
  if (!key || !source) throw new Error(`there is no pack ${id}${version ? ` ${version}` : ''}`);
  const pack = packSchema.parse(source());
  loaded.set(key, pack);
  return pack;
}

/** A shipped pack as it is written, unchecked. */
export function shippedPack(id: string): unknown {
  const key = Object.keys(shippedPacks).find((k) => k.startsWith(`${id}@`));
  return key ? shippedPacks[key]!() : undefined;
}

function newestOf(id: string): string | undefined {
  const rank = (key: string) => {
    const [base = '', own = '0'] = key.split('@')[1]!.split('+');
    return [Number(own) > 0 ? 1 : 0, ...base.split('.').map(Number), Number(own)];
  };
  const byRank = (a: string, b: string) => rank(b).reduce((found, part, i) => found || part - rank(a)[i]!, 0);
  return keysKnown()
    .filter((key) => key.startsWith(`${id}@`))
    .sort(byRank)[0];
}

/**
 * Every fault of a pack in words, with its place; empty for a good one.
 * @param languages in which every name and every question must be there
 */
export function validatePack(source: unknown, languages: readonly string[]): string[] {
  const result = packSchema.safeParse(source);
  if (!result.success) return result.error.issues.map((i) => `${i.path.join('.') || 'pack'}: ${i.message}`);
  const { names, questions } = result.data;
  const named = { 'names.pack': { name: names.pack }, ...prefixed(names), questions };
  return Object.entries(named).flatMap(([where, entries]) =>
    Object.entries(entries).flatMap(([key, texts]) => {
      const lacking = languages.filter((l) => !texts[l]?.trim());
      return lacking.length > 0 ? [`${where}.${key}: not in ${lacking.join(', ')}`] : [];
    }),
  );
}

const prefixed = ({ pack: _, ...lists }: Pack['names']): Record<string, Record<string, Record<string, string>>> =>
  Object.fromEntries(Object.entries(lists).map(([name, entries]) => [`names.${name}`, entries]));

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
  // What is missing or said in two ways is asked with the attribute's own question, where it has one.
  const own = pack.questionOf[point.attribute];
  const code = point.code === 'missing' || point.code === 'conflicting_values' ? (own ?? point.code) : point.code;
  return inLanguage(pack.questions[code] ?? pack.questions['other'], language, label).replaceAll('{{label}}', label);
}
