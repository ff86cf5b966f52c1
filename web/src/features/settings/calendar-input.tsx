import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import { CodeInput } from './code-inputs.tsx';
import { DayHours, type Period } from './day-hours.tsx';
import styles from './settings.module.css';

export interface Hours {
  timeZone: string;
  periods: Record<string, Period[]>;
  holidays?: { country: string; subdivision: string | null } | null;
  exceptions?: { date: string; periods: Period[]; note: string }[];
}

const officeHours = (): Hours => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  periods: Object.fromEntries(['1', '2', '3', '4', '5'].map((d) => [d, [[540, 1080] as Period]])),
});

/** Opening or working hours by weekday, or none at all; with `hasHolidays` also the days on which they do not hold. */
export function CalendarInput({
  label,
  value,
  onChange,
  without,
  hasHolidays,
  error,
}: {
  label: string;
  value: Hours | null;
  onChange: (value: Hours | null) => void;
  /** What it means when there are none. */
  without: string;
  hasHolidays: boolean;
  error?: string | undefined;
}) {
  const { t, i18n } = useTranslation('settings');
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const days = [1, 2, 3, 4, 5, 6, 7].map((d) => ({ id: String(d), name: weekday.format(Date.UTC(2024, 0, d)) }));
  const set = (changes: Partial<Hours>) => value && onChange({ ...value, ...changes });
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      <Select
        aria-label={label}
        allowDeselect={false}
        error={error}
        data={[
          { value: 'none', label: without },
          { value: 'hours', label: t('hours.byWeekday') },
        ]}
        value={value ? 'hours' : 'none'}
        onChange={(kind) => onChange(kind === 'hours' ? officeHours() : null)}
      />
      {value && (
        <>
          <CodeInput
            kind="timeZone"
            label={t('field.timeZone')}
            value={value.timeZone}
            onChange={(timeZone) => timeZone && set({ timeZone })}
          />
          {days.map(({ id, name }) => (
            <DayHours
              key={id}
              name={name}
              value={value.periods[id] ?? []}
              onChange={(periods) => {
                const { [id]: _, ...others } = value.periods;
                set({ periods: periods.length > 0 ? { ...others, [id]: periods } : others });
              }}
            />
          ))}
          {hasHolidays && (
            <>
              <CodeInput
                kind="country"
                label={t('hours.holidays')}
                isClearable
                value={value.holidays?.country ?? null}
                onChange={(country) => set({ holidays: country ? { country, subdivision: null } : null })}
              />
              <Exceptions value={value.exceptions ?? []} onChange={(exceptions) => set({ exceptions })} />
            </>
          )}
        </>
      )}
    </fieldset>
  );
}

type Exception = NonNullable<Hours['exceptions']>[number];

/** Single days that are closed although the weekday is open. */
function Exceptions({ value, onChange }: { value: Exception[]; onChange: (value: Exception[]) => void }) {
  const { t } = useTranslation('settings');
  const set = (at: number, changes: Partial<Exception>) =>
    onChange(value.map((each, i) => (i === at ? { ...each, ...changes } : each)));
  return (
    <>
      {value.map((day, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name of its own while it is being typed
        <div key={i} className={styles.row}>
          <TextInput
            type="date"
            label={t('hours.closedOn')}
            value={day.date}
            onChange={(e) => set(i, { date: e.currentTarget.value })}
          />
          <TextInput
            label={t('hours.note')}
            value={day.note}
            onChange={(e) => set(i, { note: e.currentTarget.value })}
          />
          <IconButton
            icon={IconX}
            label={t('removeRow', { name: day.date })}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button
        variant="default"
        size="compact-md"
        className={styles.small}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...value, { date: new Date().toISOString().slice(0, 10), periods: [], note: '' }])}
      >
        {t('hours.addClosedDay')}
      </Button>
    </>
  );
}
