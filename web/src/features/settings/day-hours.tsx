import { Switch } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import styles from './settings.module.css';

/** From and to in minutes of the day; 1440 is midnight at its end. */
export type Period = [number, number];

const clock = (minutes: number): string =>
  `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** The hours of one weekday: closed, or up to four periods. */
export function DayHours({
  name,
  value,
  onChange,
}: {
  name: string;
  value: readonly Period[];
  onChange: (value: Period[]) => void;
}) {
  const { t } = useTranslation('settings');
  const set = (at: number, period: Period) => onChange(value.map((each, i) => (i === at ? period : each)));
  const last = value.at(-1)?.[1] ?? 540;
  return (
    <div className={styles.day}>
      <Switch
        label={name}
        checked={value.length > 0}
        onChange={(e) => onChange(e.currentTarget.checked ? [[540, 1080]] : [])}
      />
      <div className={styles.periods}>
        {value.length === 0 && <span className={styles.soft}>{t('hours.closed')}</span>}
        {value.map(([from, to], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: periods are told apart by their order alone
          <span key={i} className={styles.period} data-bad={from >= to || undefined}>
            <input
              type="time"
              aria-label={t('hours.from', { day: name })}
              value={clock(from)}
              onChange={(e) => e.currentTarget.value && set(i, [minutesOf(e.currentTarget.value), to])}
            />
            <span aria-hidden>–</span>
            <input
              type="time"
              aria-label={t('hours.to', { day: name })}
              aria-invalid={from >= to}
              value={clock(to)}
              onChange={(e) => e.currentTarget.value && set(i, [from, minutesOf(e.currentTarget.value) || 1440])}
            />
            {value.length > 1 && (
              <IconButton
                icon={IconX}
                label={t('removeRow', { name: `${name} ${clock(from)}` })}
                onClick={() => onChange(value.filter((_, at) => at !== i))}
              />
            )}
          </span>
        ))}
        {value.length > 0 && value.length < 4 && last < 1380 && (
          <IconButton
            icon={IconPlus}
            label={t('hours.add', { day: name })}
            onClick={() => onChange([...value, [last + 60, Math.min(last + 180, 1440)]])}
          />
        )}
      </div>
    </div>
  );
}
