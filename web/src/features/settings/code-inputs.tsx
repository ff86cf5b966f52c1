import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '../../lib/country-codes.ts';
import { countryName, languageName } from '../../lib/format.ts';
import { commonLanguages } from '../../lib/language-codes.ts';

export type CodeKind = 'language' | 'country' | 'timeZone' | 'currency';
interface Props {
  kind: CodeKind;
  label: string;
  error?: string | undefined;
  description?: string | undefined;
}

function codesOf(kind: CodeKind): readonly string[] {
  switch (kind) {
    case 'language':
      return commonLanguages;
    case 'country':
      return countryCodes;
    default:
      return Intl.supportedValuesOf(kind);
  }
}

/** Codes by their name in the interface language; a code that is set but not listed stays choosable. */
function useCodeOptions(kind: CodeKind, chosen: readonly string[]): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const key = chosen.join(' ');
  return useMemo(() => {
    const currencies = new Intl.DisplayNames(i18n.language, { type: 'currency' });
    const named = (code: string) => {
      if (kind === 'language') return `${languageName(code, i18n.language)} (${code})`;
      if (kind === 'country') return countryName(code, i18n.language);
      return kind === 'currency' ? `${code} – ${currencies.of(code)}` : code.replace(/_/g, ' ');
    };
    return [...new Set([...codesOf(kind), ...key.split(' ').filter(Boolean)])]
      .map((value) => ({ value, label: named(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  }, [kind, key, i18n.language]);
}

/** One language, country, time zone or currency. */
export function CodeInput({
  kind,
  value,
  onChange,
  isClearable = false,
  ...rest
}: Props & { value: string | null; onChange: (value: string | null) => void; isClearable?: boolean }) {
  const data = useCodeOptions(kind, value ? [value] : []);
  return (
    <Select
      {...rest}
      searchable
      limit={200}
      clearable={isClearable}
      allowDeselect={isClearable}
      value={value}
      data={data}
      onChange={onChange}
    />
  );
}

/** Several languages or countries. */
export function CodesInput({
  kind,
  value,
  onChange,
  ...rest
}: Props & { value: readonly string[]; onChange: (value: string[]) => void }) {
  const data = useCodeOptions(kind, value);
  return (
    <MultiSelect
      {...rest}
      searchable
      limit={200}
      hidePickedOptions
      value={[...value]}
      data={data}
      onChange={onChange}
    />
  );
}
