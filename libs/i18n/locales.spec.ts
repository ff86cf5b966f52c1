import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '../contracts/index.ts';
import { interfaceLanguages } from './index.ts';

const root = join(import.meta.dirname, 'locales');
type Texts = { [key: string]: string | Texts };
const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(join(root, language, file), 'utf8')) as Texts;
const plural = /_(zero|one|two|few|many|other)$/;

const flat = (texts: Texts, at = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as [string, string]] : flat(value, `${at}${key}.`),
  );
const keysOf = (texts: Texts) => new Set(flat(texts).map(([key]) => key.replace(plural, '')));
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]).sort();

const files = readdirSync(join(root, 'en'));

describe.each(interfaceLanguages.filter((l) => l !== 'en'))('%s', (language) => {
  it('has every file and every key of English', () => {
    expect(readdirSync(join(root, language)).sort()).toEqual([...files].sort());
    const missing = files.flatMap((file) => {
      const own = keysOf(read(language, file));
      return [...keysOf(read('en', file))].filter((key) => !own.has(key)).map((key) => `${file} ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('has all plural forms of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = files.flatMap((file) => {
      const own = new Set(flat(read(language, file)).map(([key]) => key));
      const families = new Set([...own].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
      return [...families].flatMap((family) =>
        forms.filter((form) => !own.has(`${family}_${form}`)).map((form) => `${file} ${family}_${form}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it('uses no variable that English does not have', () => {
    const wrong = files.flatMap((file) => {
      const english = new Map<string, Set<string | undefined>>();
      for (const [key, text] of flat(read('en', file))) {
        const known = english.get(key.replace(plural, '')) ?? new Set();
        for (const name of variables(text)) known.add(name);
        english.set(key.replace(plural, ''), known);
      }
      return flat(read(language, file))
        .filter(([key, text]) => variables(text).some((name) => !english.get(key.replace(plural, ''))?.has(name)))
        .map(([key]) => `${file} ${key}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('refusals', () => {
  it('have a text each', () => {
    const missing = Object.keys(errors).filter((code) => {
      const [room, name] = code.split('.') as [string, string];
      return !files.includes(`errors-${room}.json`) || typeof read('en', `errors-${room}.json`)[name] !== 'string';
    });
    expect(missing).toEqual([]);
  });
});
