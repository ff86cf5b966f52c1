import { countryName } from '../lib/format.ts';
import styles from './country-flag.module.css';
import { useLanguage } from './use-language.ts';

/** The flag of a country with its name as alternative text. */
export function CountryFlag({ country, width = 16 }: { country: string | null; width?: number }) {
  const language = useLanguage();
  if (!country) return null;
  const name = countryName(country, language);
  return (
    <img
      className={styles.flag}
      src={`/assets/flags/${country}.svg`}
      alt={name}
      title={name}
      width={width}
      height={Math.round((width * 2) / 3)}
      loading="lazy"
    />
  );
}
