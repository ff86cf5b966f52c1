import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interfaceLanguages } from '../../../../libs/i18n/index.ts';

/** A text for each language. */
export function TextsInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}) {
  const languages = [...new Set([...Object.keys(value), ...interfaceLanguages])];
  return (
    <fieldset>
      <legend>{label}</legend>
      {languages.map((language) => (
        <Textarea
          key={language}
          label={<bdi>{language}</bdi>}
          autosize
          minRows={1}
          dir="auto"
          lang={language}
          value={value[language] ?? ''}
          onChange={(e) => {
            const { [language]: _, ...rest } = value;
            onChange(e.currentTarget.value ? { ...rest, [language]: e.currentTarget.value } : rest);
          }}
        />
      ))}
    </fieldset>
  );
}

/** A structure as text; what is not valid is said and not handed on. */
export function JsonInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('settings');
  const [text, setText] = useState(() => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2)));
  const [isBad, setIsBad] = useState(false);
  return (
    <Textarea
      label={label}
      description={t('json')}
      error={isBad ? t('badJson') : undefined}
      autosize
      minRows={2}
      spellCheck={false}
      styles={{ input: { fontFamily: 'monospace', direction: 'ltr' } }}
      value={text}
      onChange={(e) => {
        const next = e.currentTarget.value;
        setText(next);
        try {
          onChange(next.trim() === '' ? null : JSON.parse(next));
          setIsBad(false);
        } catch {
          setIsBad(true);
        }
      }}
    />
  );
}
