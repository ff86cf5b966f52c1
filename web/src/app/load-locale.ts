import type { InterfaceLanguage } from '../../../libs/i18n/index.ts';

type Texts = Promise<{ texts: Record<string, Record<string, unknown>> }>;

/** The texts of a language in two files (the plugin `locales` of vite.config.ts makes them). */
const files: Record<InterfaceLanguage, { first: () => Texts; rest: () => Texts }> = {
  en: { first: () => import('virtual:locale/en/first'), rest: () => import('virtual:locale/en/rest') },
  'zh-CN': { first: () => import('virtual:locale/zh-CN/first'), rest: () => import('virtual:locale/zh-CN/rest') },
  fr: { first: () => import('virtual:locale/fr/first'), rest: () => import('virtual:locale/fr/rest') },
  de: { first: () => import('virtual:locale/de/first'), rest: () => import('virtual:locale/de/rest') },
  es: { first: () => import('virtual:locale/es/first'), rest: () => import('virtual:locale/es/rest') },
  pt: { first: () => import('virtual:locale/pt/first'), rest: () => import('virtual:locale/pt/rest') },
  ar: { first: () => import('virtual:locale/ar/first'), rest: () => import('virtual:locale/ar/rest') },
  ru: { first: () => import('virtual:locale/ru/first'), rest: () => import('virtual:locale/ru/rest') },
};

/** One namespace of one language; empty where the language has no such texts. */
export async function loadLocale(language: string, namespace: string): Promise<Record<string, unknown>> {
  const { first, rest } = files[language as InterfaceLanguage];
  return (await first()).texts[namespace] ?? (await rest()).texts[namespace] ?? {};
}
