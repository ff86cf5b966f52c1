import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, isoWeekOf } from '../../../../libs/business-time/iso-week.ts';
import type { BoardCard } from '../../../../libs/contracts/board.ts';
import type { CapacityWeek } from '../../../../libs/contracts/capacity.ts';
import { useLanguage } from '../../components/use-language.ts';
import { calendarDate, dayOfMonth, weekdayName } from '../../lib/format.ts';
import styles from './board-calendar.module.css';
import { moveCursor } from './board-selection.ts';
import { CapacityBar } from './capacity-bar.tsx';
import { isOverdue, isPromised } from './is-overdue.ts';
import { fullnessOf, useFullnessText, useWeekLabel } from './week-label.tsx';

/** A day of the month shows as many; the others are a click away. */
const shownADay = 3;
const weekDays = [0, 1, 2, 3, 4, 5, 6];

/** Monday to Sunday above the days. */
export function WeekDayNames({ monday }: { monday: string }) {
  const language = useLanguage();
  return (
    <div className={styles.names} aria-hidden>
      <span />
      {weekDays.map((n) => (
        <span key={n}>{weekdayName(addDays(monday, n), language)}</span>
      ))}
    </div>
  );
}

/** One week: how full it is, and its seven days. */
export function CalendarWeek({
  monday,
  month,
  today,
  days,
  capacity,
  onCapacity,
  onWeek,
}: {
  monday: string;
  /** The month that is shown; null where it is a single week. */
  month: string | null;
  today: string;
  days: ReadonlyMap<string, BoardCard[]>;
  capacity: CapacityWeek | undefined;
  onCapacity: (() => void) | undefined;
  onWeek: (day: string) => void;
}) {
  return (
    <div className={styles.week}>
      <WeekHead monday={monday} capacity={capacity} onOpen={onCapacity} />
      {weekDays.map((n) => {
        const day = addDays(monday, n);
        return (
          <Day
            key={day}
            day={day}
            isToday={day === today}
            isOutside={month !== null && !day.startsWith(month)}
            cards={days.get(day) ?? []}
            onMore={month === null ? undefined : () => onWeek(day)}
          />
        );
      })}
    </div>
  );
}

function WeekHead({
  monday,
  capacity,
  onOpen,
}: {
  monday: string;
  capacity: CapacityWeek | undefined;
  onOpen: (() => void) | undefined;
}) {
  const { t } = useTranslation('board');
  const label = useWeekLabel()({ week: isoWeekOf(monday), monday });
  const words = useFullnessText();
  const content = (
    <>
      <span className={styles.weekName}>{label.name}</span>
      {capacity && (
        <>
          <CapacityBar week={capacity} />
          <span className={styles.amount} data-fullness={fullnessOf(capacity)}>
            {capacity.capacity !== null && (
              <bdi>{t('capacity.amount', { promised: capacity.promised, capacity: capacity.capacity })}</bdi>
            )}{' '}
            <span>{capacity.capacity === null && capacity.promised > 0 ? capacity.promised : words(capacity)}</span>
          </span>
          {capacity.note && (
            <span className={styles.note} dir="auto">
              {capacity.note}
            </span>
          )}
        </>
      )}
    </>
  );
  return onOpen ? (
    <button type="button" className={styles.weekHead} onClick={onOpen} title={t('capacity.change')}>
      {content}
    </button>
  ) : (
    <div className={styles.weekHead}>{content}</div>
  );
}

function Day({
  day,
  isToday,
  isOutside,
  cards,
  onMore,
}: {
  day: string;
  isToday: boolean;
  isOutside: boolean;
  cards: readonly BoardCard[];
  /** Shows the whole week; none where it is shown already. */
  onMore: (() => void) | undefined;
}) {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const shown = onMore ? cards.slice(0, cards.length > shownADay ? shownADay - 1 : shownADay) : cards;
  const date = calendarDate(day, language);
  return (
    <section
      className={styles.day}
      data-today={isToday || undefined}
      data-outside={isOutside || undefined}
      data-empty={cards.length === 0 || undefined}
      aria-label={date}
    >
      <span className={styles.date} aria-hidden>
        <span className={styles.weekday}>{weekdayName(day, language)} </span>
        <bdi className={styles.dayNumber}>{dayOfMonth(day, language)}</bdi>
      </span>
      {onMore && cards.length > 0 && (
        <button type="button" className={styles.few} onClick={onMore}>
          <span aria-hidden>{cards.length}</span>
          <span className="sr-only">{t('calendar.onDay', { count: cards.length, date })}</span>
        </button>
      )}
      <div className={styles.entries}>
        {shown.map((card) => (
          <Entry key={card.id} card={card} isLong={!onMore} />
        ))}
        {onMore && shown.length < cards.length && (
          <button type="button" className={styles.more} onClick={onMore}>
            {t('calendar.more', { count: cards.length - shown.length })}
          </button>
        )}
      </div>
    </section>
  );
}

function Entry({ card, isLong }: { card: BoardCard; isLong: boolean }) {
  const { t } = useTranslation(['board', 'production']);
  const state = t(`production:state.${card.state}`);
  return (
    <Link
      to="/production/$specificationId"
      params={{ specificationId: card.id }}
      className={styles.entry}
      data-promised={isPromised(card) || undefined}
      data-late={isOverdue(card) || undefined}
      data-done={card.state === 'shipped' || undefined}
      data-card={card.id}
      title={`${card.number} · ${card.title} · ${state}`}
      onFocus={() => moveCursor(card.id)}
    >
      <span className={styles.entryHead}>
        <bdi>{card.number}</bdi> <bdi className={styles.entrySize}>{card.size}</bdi>
      </span>
      {isLong && (
        <>
          <span dir="auto">{card.title}</span>
          <span className={styles.soft}>
            {t('production:sets', { count: card.pieces })} · {state}
          </span>
        </>
      )}
    </Link>
  );
}
