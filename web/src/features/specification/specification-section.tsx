import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listTicketSpecifications } from '../../../../libs/contracts/production.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { PanelSection } from '../../components/panel-section.tsx';
import { keyOf, reading } from '../../lib/query.ts';
import { useServerEvent } from '../../lib/socket.ts';
import styles from './specification.module.css';
import { useStartSpecification } from './start-specification.tsx';

/** The specifications of a ticket with their state, beside the conversation. */
export function SpecificationSection({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation('specification');
  const client = useQueryClient();
  const start = useStartSpecification();
  const input = { params: { id: detail.ticket.id } };
  const list = useQuery(reading(listTicketSpecifications, input));
  useServerEvent('specification.changed', (e) => {
    if (e.ticketId === detail.ticket.id)
      void client.invalidateQueries({ queryKey: keyOf(listTicketSpecifications, input) });
  });
  const items = list.data?.items ?? [];
  const source = detail.messages.find((m) => m.direction === 'in');
  return (
    <PanelSection title={t('section')}>
      {items.length === 0 && <p className={styles.hint}>{t('none')}</p>}
      {items.map((s) => (
        <Link
          key={s.id}
          to="/specifications/$specificationId"
          params={{ specificationId: s.id }}
          className={styles.card}
        >
          <span className={styles.entryTitle}>{t('title', { number: s.number })}</span>
          <span className={styles.entryState}>
            {t(`state.${s.state}`)}
            {s.currentVersion > 0 && <bdi className={styles.soft}>v{s.currentVersion}</bdi>}
            {s.questions.some((q) => q.answer === null) && <span className={styles.warn}>{t('questions')}</span>}
          </span>
        </Link>
      ))}
      {items.length === 0 && source && (
        <Button
          variant="default"
          size="compact-md"
          className={styles.start}
          onClick={() => void start(detail.ticket.id, source.id)}
        >
          {t('start')}
        </Button>
      )}
    </PanelSection>
  );
}
