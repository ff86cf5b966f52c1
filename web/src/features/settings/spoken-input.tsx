import { Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageLevel } from '../../../../libs/contracts/identity.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { languageName } from '../../lib/format.ts';
import { CodeInput } from './code-inputs.tsx';
import styles from './settings.module.css';

interface Spoken {
  language: string;
  level: string;
}

/** Languages of a person, each with how well it is spoken: routing asks for both. */
export function SpokenInput({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  value: readonly Spoken[];
  onChange: (value: Spoken[]) => void;
  error?: string | undefined;
}) {
  const { t, i18n } = useTranslation('settings');
  const levels = languageLevel.options.map((l) => ({ value: l, label: t(`level.${l}`) }));
  const set = (at: number, changes: Partial<Spoken>) =>
    onChange(value.map((each, i) => (i === at ? { ...each, ...changes } : each)));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      {value.map((spoken, i) => (
        <div key={spoken.language} className={styles.row}>
          <CodeInput
            kind="language"
            label={t('field.language')}
            value={spoken.language}
            onChange={(language) => language && set(i, { language })}
          />
          <Select
            label={t('field.level')}
            allowDeselect={false}
            data={levels}
            value={spoken.level}
            onChange={(level) => level && set(i, { level })}
          />
          <IconButton
            icon={IconX}
            label={t('removeRow', { name: languageName(spoken.language, i18n.language) })}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      {error && <p className={styles.bad}>{error}</p>}
      <Button
        variant="default"
        size="compact-md"
        className={styles.small}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...value, { language: firstFree(value), level: 'fluent' }])}
      >
        {t('addLanguage')}
      </Button>
    </fieldset>
  );
}

const firstFree = (value: readonly Spoken[]): string =>
  ['en', 'zh-CN', 'fr', 'de', 'es', 'pt', 'ar', 'ru', 'it', 'ja'].find(
    (tag) => !value.some((v) => v.language === tag),
  ) ?? 'nl';
