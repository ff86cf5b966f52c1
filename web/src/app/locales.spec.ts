import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { interfaceLanguages } from '../../../libs/i18n/index.ts';

const folder = fileURLToPath(new URL('../../../libs/i18n/locales', import.meta.url));
type Texts = { [key: string]: string | Texts };
const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(`${folder}/${language}/${file}`, 'utf8'));
const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
const suffix = /_(zero|one|two|few|many|other)$/;
const variables = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('texts of the interface', () => {
  const files = readdirSync(`${folder}/en`);
  const others = interfaceLanguages.filter((l) => l !== 'en');

  it.each(others)('say in %s all that they say in English, with the same values', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong: string[] = [];
    for (const file of files) {
      const theirs = new Map(flat(read(language, file)));
      for (const [key, english] of flat(read('en', file))) {
        if (/_one$/.test(key)) continue;
        const stem = key.replace(suffix, '');
        const isPlural = suffix.test(key);
        for (const wanted of isPlural ? forms.map((form) => `${stem}_${form}`) : [key]) {
          const text = theirs.get(wanted);
          if (text === undefined) wrong.push(`${file} ${wanted} is missing`);
          else if (!isPlural && variables(text).join() !== variables(english).join())
            wrong.push(`${file} ${wanted}: ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
