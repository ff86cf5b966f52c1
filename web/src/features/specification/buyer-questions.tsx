import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { askBuyer, getSpecification, type Specification } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { openComposer } from '../composer/composer-request.ts';
import styles from './specification.module.css';

/** What is open as questions in the buyer's language, put into the ticket's answer; and what the buyer answered. */
export function BuyerQuestions({ specification: s }: { specification: Specification }) {
  const { t } = useTranslation('specification');
  const text = useErrorText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ask = useMutation({
    mutationFn: () =>
      call(askBuyer, {
        params: { id: s.id },
        body: { points: s.openPoints.map(({ itemId, attribute, code }) => ({ itemId, attribute, code })) },
      }),
    onSuccess: (made) => {
      client.setQueryData(keyOf(getSpecification, { params: { id: s.id } }), made.specification);
      openComposer({ ticketId: s.ticketId, kind: 'reply', text: { body: made.text } });
      void navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'all', ticketId: s.ticketId } });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  return (
    <>
      {s.openPoints.length > 0 && (
        <Button variant="default" size="compact-md" mt="xs" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('askBuyer')}
        </Button>
      )}
      {s.buyerQuestions.length > 0 && (
        <ul className={styles.asked} aria-label={t('asked')}>
          {s.buyerQuestions.map((q) => (
            <li key={q.id}>
              {q.number}. {q.label}:{' '}
              {q.answer ? <q dir="auto">{q.answer}</q> : <span className={styles.soft}>{t('awaiting')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
