import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listTickets, mergeTickets } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { applyRows, detailKey } from './ticket-cache.ts';

/** Moves a ticket into another and shows that one. */
export function useMergeTicket(): (fromId: string, intoId: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { t } = useTranslation('inbox');
  return async (fromId, intoId) => {
    try {
      const row = await call(mergeTickets, { params: { id: fromId }, body: { intoId } });
      applyRows(client, [row]);
      await client.invalidateQueries({ queryKey: keyOf(listTickets) });
      client.removeQueries({ queryKey: detailKey(fromId) });
      void client.invalidateQueries({ queryKey: detailKey(intoId) });
      showToast({ message: t('done.merged', { number: row.number }) });
      await navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'all', ticketId: intoId } });
    } catch (error) {
      showToast({ message: errorText(error), tone: 'bad' });
    }
  };
}
