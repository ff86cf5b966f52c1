import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readLength } from '../../../../libs/specification/units/read-length.ts';

/** A length in whatever unit the buyer uses, kept and shown in millimetres. What is not one length stays in the field and is not taken. */
export function LengthInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (millimetres: number | undefined, unit?: string | null) => void;
}) {
  const { t, i18n } = useTranslation('specification');
  const shown = value === undefined ? '' : `${value} mm`;
  const [typed, setTyped] = useState(shown);
  const [isUnread, setIsUnread] = useState(false);
  useEffect(() => {
    setTyped(shown);
    setIsUnread(false);
  }, [shown]);
  const take = () => {
    if (typed.trim() === shown) return;
    if (typed.trim() === '') return onChange(undefined);
    const read = readLength(typed, i18n.language);
    setIsUnread(read === null);
    if (!read) return;
    onChange(read.millimetres, read.unit === 'mm' ? null : read.unit);
    setTyped(`${read.millimetres} mm`);
  };
  return (
    <TextInput
      aria-label={label}
      size="sm"
      dir="ltr"
      placeholder={t('lengthExample')}
      value={typed}
      error={isUnread ? t('lengthUnread') : undefined}
      onChange={(e) => setTyped(e.currentTarget.value)}
      onBlur={take}
      onKeyDown={(e) => {
        if (e.key === 'Enter') take();
      }}
    />
  );
}
