import { useTranslation } from 'react-i18next';

/** The language of the interface, for formatting. */
export const useLanguage = (): string => useTranslation().i18n.language;
