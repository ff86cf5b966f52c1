import { Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isoWeekOf } from '../../../../libs/business-time/iso-week.ts';
import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { type CapacityWeek, getCapacity } from '../../../../libs/contracts/capacity.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useLanguage } from '../../components/use-language.ts';
import { calendarMonth, calendarSpan } from '../../lib/format.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { useServerEvent } from '../../lib/socket.ts';
import { useCommands } from '../../lib/use-commands.ts';
import styles from './board-calendar.module.css';
import { dayOf } from './board-day.ts';
import { cardsByDay, mondaysOf, type Span, stepFrom } from './calendar-days.ts';
import { CalendarWeek, WeekDayNames } from './calendar-week.tsx';

const CapacityDrawer = lazy(() => import('./capacity-drawer.tsx').then((m) => ({ default: m.CapacityDrawer })));

/** Cards by the day that was promised, or that the buyer wants; beside each week what it takes. */
export function BoardCalendar({
  cards,
  at,
  span,
  today,
  onGo,
  onUndated,
}: {
  cards: readonly BoardCard[];
  at: string;
  span: Span;
  today: string;
  onGo: (to: { at?: string; span?: Span }) => void;
  onUndated: () => void;
}) {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const client = useQueryClient();
  const mayChange = useMay('capacity.write');
  const mondays = mondaysOf(at, span);
  // What was refused is not going to be made.
  const planned = useMemo(() => cards.filter((c) => c.state !== 'refused'), [cards]);
  const days = useMemo(() => cardsByDay(planned), [planned]);
  const undated = useMemo(() => planned.filter((c) => dayOf(c) === null && c.state !== 'shipped').length, [planned]);
  const capacity = useQuery(reading(getCapacity, { query: { from: isoWeekOf(mondays[0]!), weeks: mondays.length } }));
  useServerEvent('specification.changed', () => void client.invalidateQueries({ queryKey: keyOf(getCapacity) }));
  const [open, setOpen] = useState<string | null>(null);
  const step = (by: 1 | -1) => onGo({ at: stepFrom(at, span, by) });
  useCommands([
    { id: 'calendar.previous', title: t('calendar.previous'), group: 'move', keys: ['['], run: () => step(-1) },
    { id: 'calendar.next', title: t('calendar.next'), group: 'move', keys: [']'], run: () => step(1) },
    { id: 'calendar.today', title: t('calendar.today'), group: 'move', keys: ['t'], run: () => onGo({ at: today }) },
    {
      id: 'calendar.month',
      title: t('calendar.month'),
      group: 'go',
      keys: ['v m'],
      run: () => onGo({ span: 'month' }),
    },
    { id: 'calendar.week', title: t('calendar.week'), group: 'go', keys: ['v w'], run: () => onGo({ span: 'week' }) },
  ]);
  const weekOf = (monday: string): CapacityWeek | undefined => capacity.data?.weeks.find((w) => w.monday === monday);
  return (
    <section className={styles.calendar} aria-label={t('view.calendar')}>
      <header className={styles.tools}>
        <IconButton
          icon={IconChevronLeft}
          isMirrored
          label={t('calendar.previous')}
          keys="["
          onClick={() => step(-1)}
        />
        <IconButton icon={IconChevronRight} isMirrored label={t('calendar.next')} keys="]" onClick={() => step(1)} />
        <h2 className={styles.title} aria-live="polite">
          {span === 'month'
            ? calendarMonth(at, language)
            : calendarSpan(mondays[0]!, addDays(mondays[0]!, 6), language)}
        </h2>
        <Button size="compact-sm" variant="default" onClick={() => onGo({ at: today })}>
          {t('calendar.today')}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={t('calendar.span')}
          value={span}
          data={(['month', 'week'] as const).map((value) => ({ value, label: t(`calendar.${value}`) }))}
          onChange={(v) => onGo({ span: v as Span })}
        />
        {undated > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={onUndated}>
            {t('calendar.undated', { count: undated })}
          </Button>
        )}
      </header>
      <div className={styles.grid} data-span={span}>
        <WeekDayNames monday={mondays[0]!} />
        {mondays.map((monday) => (
          <CalendarWeek
            key={monday}
            monday={monday}
            month={span === 'month' ? at.slice(0, 7) : null}
            today={today}
            days={days}
            capacity={weekOf(monday)}
            onCapacity={mayChange ? () => setOpen(isoWeekOf(monday)) : undefined}
            onWeek={(day) => onGo({ at: day, span: 'week' })}
          />
        ))}
      </div>
      {open !== null && (
        <Suspense>
          <CapacityDrawer at={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}
