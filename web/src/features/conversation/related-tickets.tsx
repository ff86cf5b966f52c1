import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import styles from './related-tickets.module.css';

/** Where this ticket went, where it comes from, and what may be the same matter. */
export function RelatedTickets({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation('conversation');
  const to = (id: string, number: number) => (
    <Link to="/inbox/$view/{-$ticketId}" params={{ view: 'all', ticketId: id }}>
      <bdi>#{number}</bdi>
    </Link>
  );
  if (detail.mergedInto)
    return (
      <p className={styles.line} data-strong>
        {t('related.mergedInto')} {to(detail.mergedInto.id, detail.mergedInto.number)}
      </p>
    );
  if (!detail.followUpOf && detail.similar.length === 0) return null;
  return (
    <p className={styles.line}>
      {detail.followUpOf && (
        <span>
          {t('related.followUpOf')} {to(detail.followUpOf.id, detail.followUpOf.number)}{' '}
        </span>
      )}
      {detail.similar.length > 0 && (
        <span>
          {t('related.similar')}{' '}
          {detail.similar.slice(0, 3).map((other) => (
            <span key={other.id} title={other.subject}>
              {to(other.id, other.number)}{' '}
            </span>
          ))}
        </span>
      )}
    </p>
  );
}
