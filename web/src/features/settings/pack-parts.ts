import type { PackChange } from '../../../../libs/contracts/production.ts';

/** What a pack is looked at by. */
export const packParts = ['attributes', 'values', 'products', 'groups', 'questions'] as const;
export type PackPart = (typeof packParts)[number];
type Texts = Record<string, string>;

/** Texts of a part by name; each in every language. */
export const textsOf = (change: PackChange, part: PackPart): Record<string, Texts> =>
  part === 'questions' ? change.questions : change.names[part === 'products' ? 'productTypes' : part];

/** The change with other texts for one entry. */
export function withTexts(change: PackChange, part: PackPart, name: string, texts: Texts): PackChange {
  if (part === 'questions') return { ...change, questions: { ...change.questions, [name]: texts } };
  const list = part === 'products' ? 'productTypes' : part;
  return { ...change, names: { ...change.names, [list]: { ...change.names[list], [name]: texts } } };
}

/** Entries of a part with their name in a language, in the pack's own order. */
export const entriesOf = (change: PackChange, part: PackPart, language: string): { key: string; label: string }[] => {
  const texts = textsOf(change, part);
  const keys = part === 'attributes' ? change.attributes.map((a) => a.name) : Object.keys(texts);
  return keys.map((key) => ({ key, label: texts[key]?.[language] ?? texts[key]?.['en'] ?? key }));
};
