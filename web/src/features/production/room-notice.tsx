import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { checkRoom } from '../../../../libs/contracts/capacity.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import styles from './capacity.module.css';
import { useWeekLabel } from './week-label.tsx';

/** Says that the week which is about to be promised is full, and where there is room. Nothing is forbidden. */
export function RoomNotice({
  ids,
  leadTimeDays,
  extraDays,
  onTake,
}: {
  ids: readonly string[];
  leadTimeDays: number | null;
  extraDays: number | null;
  /** The lead time with which the work falls into the first week that has room. */
  onTake: (leadTimeDays: number) => void;
}) {
  const { t } = useTranslation('board');
  const label = useWeekLabel();
  const body = useDeferredValue({ ids: ids as string[], leadTimeDays, extraDays });
  const check = useQuery({
    queryKey: keyOf(checkRoom, { body }),
    queryFn: ({ signal }) => call(checkRoom, { body }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const { full, firstRoom } = check.data ?? { full: [], firstRoom: null };
  if (full.length === 0) return null;
  const words = (week: { week: string; monday: string }) => {
    const { name, days } = label(week);
    return `${name} (${days})`;
  };
  const days = firstRoom === null ? null : firstRoom.leadTimeDays - (extraDays ?? 0);
  return (
    <div className={styles.full} role="status">
      {full.map((week) => (
        <p key={week.week}>
          <strong>{t('capacity.isFull', { week: words(week) })}</strong>{' '}
          {t('capacity.withThis', { amount: week.promised + week.adding, capacity: week.capacity })}
        </p>
      ))}
      <p>{firstRoom ? t('capacity.firstRoom', { week: words(firstRoom) }) : t('capacity.noRoom')}</p>
      {days !== null && days >= 0 && (
        <Button size="compact-sm" variant="default" style={{ alignSelf: 'start' }} onClick={() => onTake(days)}>
          {t('capacity.take', { count: days })}
        </Button>
      )}
    </div>
  );
}
