import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BoardCard as Card } from '../../../../libs/contracts/production.ts';
import { CountryFlag } from '../../components/country-flag.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { useLanguage } from '../../components/use-language.ts';
import { calendarDate } from '../../lib/format.ts';
import styles from './board.module.css';
import { Drawing } from './drawing.tsx';
import { isOverdue } from './is-overdue.ts';

/** One card: big size and quantity, the picture, and what waits. */
export function BoardCard({ card }: { card: Card }) {
  const { t } = useTranslation('production');
  const language = useLanguage();
  return (
    <Link to="/production/$specificationId" params={{ specificationId: card.id }} className={styles.card}>
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
      {(card.hasAlarm ||
        card.needsAcknowledgement ||
        card.openQuestions > 0 ||
        card.dueDate ||
        card.isApprovedByBuyer) && (
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
          {card.isApprovedByBuyer && <span className={styles.good}>{t('approved')}</span>}
        </span>
      )}
    </Link>
  );
}
