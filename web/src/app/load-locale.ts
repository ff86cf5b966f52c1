/** Texts by `<language>/<namespace>`; Vite makes one file a language of them (see vite.config.ts). */
const files = import.meta.glob<Record<string, unknown>>(
  [
    '../../../libs/i18n/locales/*/*.json',
    '!../../../libs/i18n/locales/*/errors-*.json',
    '!../../../libs/i18n/locales/*/sheet.json',
  ],
  { import: 'default' },
);

/** One namespace of one language. */
export async function loadLocale(language: string, namespace: string): Promise<Record<string, unknown>> {
  return (await files[`../../../libs/i18n/locales/${language}/${namespace}.json`]?.()) ?? {};
}
