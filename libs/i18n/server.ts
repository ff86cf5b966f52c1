import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import { interfaceLanguages } from './index.ts';

/** The locale files stay in the source tree: a build copies no JSON. */
function localesDirectory(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'libs/i18n/locales');
}

let instance: i18n | undefined;

/** All shipped texts, loaded once; `translator('fr')('errors-ticket:notFound', { number: 12 })`. */
export function translator(language: string) {
  if (!instance) {
    const root = localesDirectory();
    const resources: Record<string, Record<string, object>> = {};
    for (const lang of interfaceLanguages) {
      resources[lang] = {};
      const folder = join(root, lang);
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
        resources[lang][file.slice(0, -5)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      }
    }
    instance = createInstance();
    void instance.init({
      resources,
      fallbackLng: 'en',
      initAsync: false,
      interpolation: { escapeValue: false },
      ns: Object.keys(resources.en ?? {}),
    });
  }
  return instance.getFixedT(language);
}
