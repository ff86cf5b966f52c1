import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Message, type TicketDetail, undoReply } from '../../../../libs/contracts/tickets.ts';
import { hideToast, showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { forgetUndo } from '../../lib/undo.ts';
import { detailKey } from '../tickets/index.ts';
import { openComposer } from './composer-request.ts';
import { emptyDraft, keepDraft } from './draft.ts';

export const undoIdOf = (message: Pick<Message, 'id'>): string => `reply-${message.id}`;

/** Takes an answer back before it leaves and puts its words back into the composer. */
export function useUndoReply(): (message: Message) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { t } = useTranslation('composer');
  return async (message) => {
    hideToast(undoIdOf(message));
    forgetUndo(undoIdOf(message));
    const { ticketId } = message;
    try {
      const back = await call(undoReply, { params: { id: message.id } });
      const files = message.attachments.map(({ id, name, size }) => ({ id, name, size }));
      const draft = { ...emptyDraft, body: back.body, language: back.language, cc: back.cc.join(', '), files };
      keepDraft(ticketId, 'reply', { ...draft, isDirty: true });
      client.setQueryData<TicketDetail>(detailKey(ticketId), (detail) =>
        detail ? { ...detail, messages: detail.messages.filter((m) => m.id !== message.id) } : detail,
      );
      void client.invalidateQueries({ queryKey: detailKey(ticketId) });
      openComposer({ ticketId, kind: 'reply', text: draft });
      if (!location.pathname.includes(ticketId))
        await navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'all', ticketId } });
      showToast({ message: t('takenBack'), milliseconds: 3000 });
    } catch (error) {
      showToast({ message: errorText(error), tone: 'bad' });
    }
  };
}
