import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Message, splitTicket } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { applyRows, detailKey } from '../tickets/index.ts';

/** Makes a message and what came after it a ticket of its own, and shows that. */
export function useSplitTicket(): (message: Message) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { t } = useTranslation('conversation');
  return async (message) => {
    try {
      const row = await call(splitTicket, { params: { id: message.ticketId }, body: { messageId: message.id } });
      applyRows(client, [row]);
      void client.invalidateQueries({ queryKey: detailKey(message.ticketId) });
      showToast({ message: t('message.splitDone', { number: row.number }) });
      await navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'all', ticketId: row.id } });
    } catch (error) {
      showToast({ message: errorText(error), tone: 'bad' });
    }
  };
}
