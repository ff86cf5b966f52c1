import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BoardCard as Card } from '../../../../libs/contracts/board.ts';
import { CountryFlag } from '../../components/country-flag.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { useLanguage } from '../../components/use-language.ts';
import { calendarDate } from '../../lib/format.ts';
import { useStore } from '../../lib/store.ts';
import styles from './board.module.css';
import { boardSelection, chooseByClick, moveCursor } from './board-selection.ts';
import { ChooseBox } from './choose-box.tsx';
import { Drawing } from './drawing.tsx';
import { isOverdue, isPromised } from './is-overdue.ts';

/** One card: big size and quantity, the picture, and what waits. `ids` are those of its column, in their order. */
export function BoardCard({ card, ids, canChoose }: { card: Card; ids: readonly string[]; canChoose: boolean }) {
  const { t } = useTranslation('production');
  const isChosen = useStore(boardSelection, (s) => s.chosen.has(card.id));
  return (
    <div className={styles.card} data-chosen={isChosen || undefined}>
      {canChoose && <ChooseBox card={card} ids={ids} isChosen={isChosen} className={styles.box} />}
      <Link
        to="/production/$specificationId"
        params={{ specificationId: card.id }}
        className={styles.link}
        data-card={card.id}
        onClick={(e) => canChoose && chooseByClick(e, card.id, ids)}
        onFocus={() => moveCursor(card.id)}
      >
        <span className={styles.cardHead}>
          <bdi className={styles.number}>
            {card.number} · v{card.version}
          </bdi>
          {card.country && <CountryFlag country={card.country} />}
          <TimeAgo at={card.updatedAt} />
        </span>
        <span className={styles.cardBody}>
          <span className={styles.facts}>
            <span className={styles.cardTitle} dir="auto">
              {card.title}
            </span>
            <bdi className={styles.size}>{card.size}</bdi>
            {card.quantity !== null && <span className={styles.quantity}>{t('sets', { count: card.quantity })}</span>}
            {card.facts && <span className={styles.beside}>{card.facts}</span>}
          </span>
          <span className={styles.picture}>
            <Drawing svg={card.drawing} label={card.title} isSmall />
          </span>
        </span>
        <CardMarks card={card} />
      </Link>
    </div>
  );
}

/** What a card waits for, and until when. */
export function CardMarks({ card }: { card: Card }) {
  const { t } = useTranslation(['production', 'board']);
  const language = useLanguage();
  const hasMarks =
    card.hasAlarm ||
    card.needsAcknowledgement ||
    card.openQuestions > 0 ||
    card.dueDate ||
    card.promisedDate ||
    card.isApprovedByBuyer;
  if (!hasMarks) return null;
  return (
    <span className={styles.marks}>
      {card.hasAlarm && <span className={styles.bad}>{t('alarm.mark')}</span>}
      {card.needsAcknowledgement && !card.hasAlarm && <span className={styles.bad}>{t('changed')}</span>}
      {card.openQuestions > 0 && (
        <span className={styles.warn}>{t('openQuestions', { count: card.openQuestions })}</span>
      )}
      {card.dueDate && (
        <span className={isOverdue(card) ? styles.bad : styles.mark}>
          {t('due', { date: calendarDate(card.dueDate, language) })}
        </span>
      )}
      {card.promisedDate && card.promisedDate !== card.dueDate && isPromised(card) && (
        <span className={card.dueDate && card.promisedDate > card.dueDate ? styles.warn : styles.mark}>
          {t('board:promised', { date: calendarDate(card.promisedDate, language) })}
        </span>
      )}
      {card.isApprovedByBuyer && <span className={styles.good}>{t('approved')}</span>}
    </span>
  );
}
