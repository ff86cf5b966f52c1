import { Select, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import { directionOf, languageName } from '../../lib/format.ts';
import { commonLanguages } from '../../lib/language-codes.ts';
import styles from './settings.module.css';

type Texts = Record<string, string>;

/** One text for each language that has one, and a way to add the next. */
export function SignaturesInput({
  label,
  value,
  onChange,
  fault,
}: {
  label: string;
  value: Texts;
  onChange: (value: Texts) => void;
  fault: (path: string) => string | undefined;
}) {
  const { t, i18n } = useTranslation('settings');
  const set = Object.keys(value);
  const free = commonLanguages
    .filter((l) => !set.includes(l))
    .map((l) => ({ value: l, label: languageName(l, i18n.language) }));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      <p className={styles.soft}>{t('signature.hint', { agent: '{{agent.name}}', store: '{{store.name}}' })}</p>
      {set.map((language) => (
        <div key={language} className={styles.row}>
          <Textarea
            label={<bdi>{languageName(language, i18n.language)}</bdi>}
            autosize
            minRows={2}
            dir={directionOf(language)}
            lang={language}
            error={fault(language)}
            value={value[language] ?? ''}
            onChange={(e) => onChange({ ...value, [language]: e.currentTarget.value })}
          />
          <IconButton
            icon={IconX}
            label={t('removeRow', { name: languageName(language, i18n.language) })}
            onClick={() => {
              const { [language]: _, ...rest } = value;
              onChange(rest);
            }}
          />
        </div>
      ))}
      <Select
        aria-label={t('addLanguage')}
        placeholder={t('addLanguage')}
        searchable
        data={free}
        value={null}
        onChange={(language) => language && onChange({ ...value, [language]: value[set[0] ?? ''] ?? '' })}
      />
    </fieldset>
  );
}
