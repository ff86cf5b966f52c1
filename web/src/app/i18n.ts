import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type InterfaceLanguage, interfaceLanguages, nearestLanguage } from '../../../libs/i18n/index.ts';
import { speakToServerIn } from '../lib/call.ts';
import { directionOf } from '../lib/format.ts';
import { storage } from '../lib/storage.ts';

export type LoadLocale = (language: string, namespace: string) => Promise<Record<string, unknown>>;

/** Namespaces of the first view; the others are loaded with the features that use them. */
const firstNamespaces = ['app', 'inbox'] as const;

/** The language wished for on this device, else the browser's. */
export const wishedLanguage = (): InterfaceLanguage =>
  nearestLanguage(storage.read<string>('language'), ...(navigator.languages ?? []));

/** Texts of the interface, fetched by language; resolves when the first view can be shown. */
export async function createI18n(load: LoadLocale, language: InterfaceLanguage = wishedLanguage()): Promise<i18n> {
  const instance = createInstance();
  instance.use(initReactI18next).use({
    type: 'backend',
    init() {},
    read(tag: string, namespace: string, done: (error: unknown, data: Record<string, unknown> | null) => void) {
      load(tag, namespace).then(
        (texts) => done(null, texts),
        (error: unknown) => done(error, null),
      );
    },
  });
  instance.on('languageChanged', applyLanguage);
  await instance.init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: interfaceLanguages,
    ns: firstNamespaces,
    defaultNS: 'app',
    // Codes with an underscore (`on_hold`) are keys, not contexts.
    contextSeparator: '~',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  });
  return instance;
}

/** The page, the server and this device follow the language of the interface. */
function applyLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  speakToServerIn(language);
  storage.write('language', language);
}
