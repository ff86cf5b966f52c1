import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketDetail, TicketStatus } from '../../../../libs/contracts/tickets.ts';
import { PanelSection } from '../../components/panel-section.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { StatusMark } from '../tickets/index.ts';
import styles from './tickets-section.module.css';
import { useContactOf } from './use-contact.ts';

const most = 6;

/** What else the buyer wrote about. */
export function TicketsSection({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation(['contacts', 'inbox']);
  const others = useContactOf(detail).data?.tickets.filter((ticket) => ticket.id !== detail.ticket.id) ?? [];
  if (others.length === 0) return null;
  return (
    <PanelSection title={t('otherTickets')}>
      <ul className={styles.list}>
        {others.slice(0, most).map((ticket) => (
          <li key={ticket.id}>
            <Link
              to="/inbox/$view/{-$ticketId}"
              params={{ view: 'all', ticketId: ticket.id }}
              className={styles.link}
              title={ticket.subject}
            >
              <StatusMark status={ticket.status as TicketStatus} />
              <span className={styles.subject} dir="auto">
                {ticket.subject || t('inbox:row.noSubject')}
              </span>
              <span className={styles.time}>
                <TimeAgo at={ticket.lastMessageAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
