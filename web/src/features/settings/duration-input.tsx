import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

const units = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof units;
const fitting = (minutes: number | null): Unit =>
  minutes && minutes % units.days === 0 ? 'days' : minutes && minutes % units.hours === 0 ? 'hours' : 'minutes';

/** A length of time in the unit that suits it; stored in minutes. */
export function DurationInput({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  value: number | null;
  onChange: (minutes: number | null) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('settings');
  const [unit, setUnit] = useState<Unit>(() => (value === null ? 'hours' : fitting(value)));
  return (
    <div className={styles.row}>
      <NumberInput
        label={label}
        placeholder={t('unit.none')}
        min={0}
        error={error}
        value={value === null ? '' : value / units[unit]}
        onChange={(v) => onChange(v === '' ? null : Math.round(Number(v) * units[unit]))}
      />
      <Select
        aria-label={t('unit.label', { name: label })}
        allowDeselect={false}
        data={(Object.keys(units) as Unit[]).map((u) => ({ value: u, label: t(`unit.${u}`) }))}
        value={unit}
        onChange={(next) => {
          const chosen = next as Unit;
          if (value !== null) onChange(Math.round((value / units[unit]) * units[chosen]));
          setUnit(chosen);
        }}
      />
    </div>
  );
}
