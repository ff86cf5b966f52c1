import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { interfaceLanguages } from '../../../../libs/i18n/index.ts';
import { languageName } from '../../lib/format.ts';
import styles from './settings.module.css';

interface Variant {
  language: string;
  country: string | null;
  subject: string | null;
  body: string;
  isStale?: boolean;
}

/** The text of a canned reply in every language side by side; empty ones are the missing ones. */
export function VariantsInput({
  value,
  onChange,
  error,
}: {
  value: unknown;
  onChange: (value: Variant[]) => void;
  error: string | undefined;
}) {
  const { t, i18n } = useTranslation('settings');
  const variants = Array.isArray(value) ? (value as Variant[]) : [];
  const languages = [...new Set([...interfaceLanguages, ...variants.map((v) => v.language)])];
  const set = (language: string, body: string) => {
    const known = variants.find((v) => v.language === language && v.country === null);
    const others = variants.filter((v) => v !== known).map(plain);
    onChange(
      body.trim()
        ? [...others, { ...(known ? plain(known) : { language, country: null, subject: null }), body }]
        : others,
    );
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('variants')}</legend>
      {error && <p className={styles.bad}>{error}</p>}
      {languages.map((language) => {
        const variant = variants.find((v) => v.language === language && v.country === null);
        return (
          <Textarea
            key={language}
            label={<bdi>{languageName(language, i18n.language)}</bdi>}
            description={variant?.isStale ? t('stale') : undefined}
            autosize
            minRows={2}
            maxRows={10}
            dir="auto"
            lang={language}
            value={variant?.body ?? ''}
            onChange={(e) => set(language, e.currentTarget.value)}
          />
        );
      })}
    </fieldset>
  );
}

const plain = ({ language, country, subject, body }: Variant): Variant => ({ language, country, subject, body });
