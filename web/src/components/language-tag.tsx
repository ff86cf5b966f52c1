import { languageName } from '../lib/format.ts';
import styles from './language-tag.module.css';
import { useLanguage } from './use-language.ts';

/** `fr`, with the name of the language for whoever hovers or listens. */
export function LanguageTag({ language }: { language: string | null }) {
  const interfaceLanguage = useLanguage();
  if (!language) return null;
  const name = languageName(language, interfaceLanguage);
  return (
    <span className={styles.tag} title={name}>
      <span aria-hidden>{language.split('-')[0]}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
