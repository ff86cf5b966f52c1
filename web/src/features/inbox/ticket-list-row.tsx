import { IconAlertCircle, IconArrowForwardUp, IconMail, IconShoppingCart, IconSparkles } from '@tabler/icons-react';
import { type MouseEvent, memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { Avatar, hueOf } from '../../components/avatar.tsx';
import { CountryFlag } from '../../components/country-flag.tsx';
import { DeadlineChip } from '../../components/deadline-chip.tsx';
import { LanguageTag } from '../../components/language-tag.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { usePeople, useStores } from '../../lib/session.ts';
import { useStore } from '../../lib/store.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSwipe } from '../../lib/use-swipe.ts';
import { inboxState } from './inbox-state.ts';
import styles from './ticket-list-row.module.css';

export interface RowHandlers {
  addressOf(id: string): string;
  open(id: string): void;
  check(id: string, isRange: boolean): void;
  prefetch(id: string): void;
  done(id: string): void;
  snooze(id: string): void;
}

/** Two lines: who, in which language, from where, when; what about. */
export const TicketListRow = memo(function TicketListRow({
  row,
  isOpen,
  isTabStop,
  handlers,
}: {
  row: TicketRow;
  isOpen: boolean;
  isTabStop: boolean;
  handlers: RowHandlers;
}) {
  const { t } = useTranslation('inbox');
  const isCursor = useStore(inboxState, (s) => s.cursor === row.id);
  const isChecked = useStore(inboxState, (s) => s.checked.has(row.id));
  const sliding = useRef<HTMLDivElement>(null);
  useSwipe(sliding, { onForward: () => handlers.done(row.id), onBack: () => handlers.snooze(row.id) });
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) handlers.check(row.id, true);
    else handlers.open(row.id);
  };
  return (
    <div className={styles.track}>
      <span className={styles.swipeForward}>{t('row.swipeDone')}</span>
      <span className={styles.swipeBack}>{t('row.swipeSnooze')}</span>
      <div
        ref={sliding}
        className={styles.row}
        data-open={isOpen || undefined}
        data-cursor={isCursor || undefined}
        data-checked={isChecked || undefined}
        data-unread={row.isUnread || undefined}
      >
        <label className={styles.check}>
          <span className={styles.dot} />
          <input
            type="checkbox"
            className={styles.box}
            checked={isChecked}
            tabIndex={-1}
            aria-label={t('row.select', { name: row.contactName })}
            onChange={() => undefined}
            onClick={(e) => handlers.check(row.id, e.shiftKey)}
          />
        </label>
        <a
          className={styles.link}
          href={handlers.addressOf(row.id)}
          data-row={row.id}
          tabIndex={isTabStop ? 0 : -1}
          aria-current={isOpen || undefined}
          onClick={open}
          onMouseEnter={() => handlers.prefetch(row.id)}
          onFocus={() => inboxState.set((s) => (s.cursor === row.id ? s : { ...s, cursor: row.id }))}
        >
          {row.isUnread && <span className="sr-only">{t('row.unread')}</span>}
          <span className={styles.line}>
            <bdi className={styles.name}>{row.contactName || t('row.noName')}</bdi>
            <LanguageTag language={row.language} />
            <CountryFlag country={row.country} />
            <StoreMark storeId={row.storeId} />
            <span className={styles.space} />
            <RowMoment row={row} />
          </span>
          <span className={styles.line}>
            <RowMarks row={row} />
            <span className={styles.text}>
              <span className={styles.subject} dir="auto">
                {row.subject || t('row.noSubject')}
              </span>
              <span className={styles.snippet} lang={row.language ?? undefined} dir="auto">
                {row.snippet}
              </span>
            </span>
            {row.tags.slice(0, 2).map((tag) => (
              <span key={tag} className={styles.tag}>
                {tag}
              </span>
            ))}
            <Assignee id={row.assigneeId} />
          </span>
        </a>
      </div>
    </div>
  );
});

/** A deadline further away than this need not be looked at yet. */
const nearMs = 12 * 3_600_000;

/** The deadline where one is near, else when something last happened. */
function RowMoment({ row }: { row: TicketRow }) {
  const now = useNow();
  const left = row.nextDeadlineAt ? new Date(row.nextDeadlineAt).getTime() - now : Number.POSITIVE_INFINITY;
  if (row.nextDeadlineAt && row.waitingSince && left < nearMs)
    return <DeadlineChip at={row.nextDeadlineAt} kind={row.nextDeadlineKind} isShort />;
  return (
    <span className={styles.time}>
      <TimeAgo at={row.lastMessageAt} />
    </span>
  );
}

/** What must be seen at once: an answer that did not arrive, a special wish, that we spoke last. */
function RowMarks({ row }: { row: TicketRow }) {
  const { t } = useTranslation('inbox');
  return (
    <>
      {row.hasFailedDelivery && (
        <span className={styles.failed} title={t('row.failed')}>
          <IconAlertCircle size={15} stroke={1.8} aria-hidden />
          <span className="sr-only">{t('row.failed')}</span>
        </span>
      )}
      {row.isSpecialWish && (
        <span className={styles.wish} title={t('row.wish')}>
          <IconSparkles size={15} stroke={1.6} aria-hidden />
          <span className="sr-only">{t('row.wish')}</span>
        </span>
      )}
      {row.lastDirection === 'out' && !row.hasFailedDelivery && (
        <span className={styles.answered} title={t('row.answered')}>
          <IconArrowForwardUp size={15} stroke={1.6} aria-hidden className="mirrored" />
          <span className="sr-only">{t('row.answered')}</span>
        </span>
      )}
    </>
  );
}

function StoreMark({ storeId }: { storeId: string | null }) {
  const store = useStores().store(storeId);
  if (!store) return null;
  const Icon = store.platform === 'email' ? IconMail : IconShoppingCart;
  const name = store.platform === 'email' ? store.name : `${store.name} · ${store.platform}`;
  return (
    <span className={styles.store} title={name} style={{ ['--hue' as string]: hueOf(store.color) }}>
      <Icon size={14} stroke={1.6} aria-hidden />
      <span className="sr-only">{name}</span>
    </span>
  );
}

function Assignee({ id }: { id: string | null }) {
  const person = usePeople().person(id);
  return person ? <Avatar name={person.name} color={person.avatarColor} size={18} /> : null;
}
