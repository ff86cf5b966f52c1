import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CapacityWeek, getCapacity } from '../../../../libs/contracts/capacity.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { useServerEvent } from '../../lib/socket.ts';
import styles from './capacity.module.css';
import { CapacityBar } from './capacity-bar.tsx';
import { fullnessOf, useFullnessText, useWeekLabel } from './week-label.tsx';

const CapacityDrawer = lazy(() => import('./capacity-drawer.tsx').then((m) => ({ default: m.CapacityDrawer })));
const shownWeeks = 10;

/** The coming weeks: what is promised of what production takes. */
export function CapacityStrip() {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const may = useMay('capacity.write');
  const capacity = useQuery(reading(getCapacity, { query: { weeks: shownWeeks } }));
  useServerEvent('specification.changed', () => void client.invalidateQueries({ queryKey: keyOf(getCapacity) }));
  /** The week whose entry is wanted; an empty text for the whole. */
  const [open, setOpen] = useState<string | null>(null);
  const data = capacity.data;
  // Its room is kept while it is on its way, so that the board does not jump.
  if (!data) return capacity.isPending ? <div className={styles.strip} /> : null;
  const isSet = data.perWeek !== null || data.weeks.some((w) => w.capacity !== null);
  if (!isSet && !may) return null;
  return (
    <section className={styles.strip} aria-label={t('capacity.title')}>
      {isSet ? (
        <ol className={styles.weeks}>
          {data.weeks.map((week) => (
            <li key={week.week}>
              <Week week={week} onOpen={may ? () => setOpen(week.week) : undefined} />
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.unset}>{t('capacity.unset')}</p>
      )}
      {may && (
        <Button
          className={isSet ? styles.change : undefined}
          size="compact-sm"
          variant="subtle"
          onClick={() => setOpen('')}
        >
          {t(isSet ? 'capacity.change' : 'capacity.set')}
        </Button>
      )}
      {open !== null && (
        <Suspense>
          <CapacityDrawer at={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}

function Week({ week, onOpen }: { week: CapacityWeek; onOpen: (() => void) | undefined }) {
  const { t } = useTranslation('board');
  const label = useWeekLabel()(week);
  const words = useFullnessText()(week);
  const content = (
    <>
      <span className={styles.name}>
        {label.name} <span className={styles.days}>{label.days}</span>
      </span>
      <CapacityBar week={week} />
      <span className={styles.amount} data-fullness={fullnessOf(week)}>
        {week.capacity !== null && (
          <bdi>{t('capacity.amount', { promised: week.promised, capacity: week.capacity })}</bdi>
        )}
        {week.capacity !== null && ' · '}
        {words}
      </span>
      {week.asked > 0 && <span className={styles.asked}>{t('capacity.asked', { count: week.asked })}</span>}
      {week.note && (
        <span className={styles.note} dir="auto">
          {week.note}
        </span>
      )}
    </>
  );
  return onOpen ? (
    <button type="button" className={styles.week} onClick={onOpen}>
      {content}
    </button>
  ) : (
    <div className={styles.week}>{content}</div>
  );
}
