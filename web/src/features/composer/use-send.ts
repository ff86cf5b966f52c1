import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addNote,
  getTicket,
  type Message,
  replyToTicket,
  type TicketDetail,
  type TicketStatus,
} from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { isApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/call.ts';
import { isolate } from '../../lib/format.ts';
import { useMe, usePeople } from '../../lib/session.ts';
import { rememberUndo, undoLast } from '../../lib/undo.ts';
import { applyRows, detailKey, knownRow } from '../tickets/index.ts';
import { addressesOf, type Kind, type LocalDraft } from './draft.ts';
import { undoIdOf, useUndoReply } from './use-undo-reply.ts';

/** Sends what was written. Nothing is cleared before the server has it; `error` says why it has not. */
export function useSend(detail: TicketDetail, kind: Kind, onSent: () => void) {
  const client = useQueryClient();
  const { t } = useTranslation('composer');
  const me = useMe();
  const { people } = usePeople();
  const undo = useUndoReply();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ticketId = detail.ticket.id;

  const post = (draft: LocalDraft, language: string, status?: TicketStatus): Promise<Message> => {
    const params = { id: ticketId };
    const attachmentIds = draft.files.map((f) => f.id);
    if (kind === 'note') {
      const mentions = people.filter((p) => draft.body.includes(`@${p.name}`)).map((p) => p.id);
      return call(addNote, { params, body: { text: draft.body, mentions, attachmentIds } });
    }
    return call(replyToTicket, {
      params,
      body: {
        text: draft.body,
        language,
        cc: addressesOf(draft.cc),
        attachmentIds,
        ...(status ? { status } : {}),
        ...(draft.cannedReplyId ? { cannedReplyId: draft.cannedReplyId } : {}),
        ...(draft.original ? { original: draft.original } : {}),
      },
    });
  };

  /** Silence after sending: it may have arrived. Ask before anybody sends twice. */
  const findSent = async (draft: LocalDraft, since: number): Promise<Message | undefined> => {
    const fresh = await call(getTicket, { params: { id: ticketId } }).catch(() => null);
    return fresh?.messages.findLast(
      (m) =>
        m.authorId === me.id && m.text.trim() === draft.body.trim() && new Date(m.createdAt).getTime() > since - 5_000,
    );
  };

  const settle = (message: Message, status: TicketStatus): void => {
    client.setQueryData<TicketDetail>(detailKey(ticketId), (known) =>
      known && !known.messages.some((m) => m.id === message.id)
        ? { ...known, messages: [...known.messages, message], drafts: known.drafts.filter((d) => d.kind !== kind) }
        : known,
    );
    void client.invalidateQueries({ queryKey: detailKey(ticketId) });
    if (kind === 'note') return;
    const row = knownRow(client, ticketId);
    if (row)
      applyRows(client, [
        {
          ...row,
          status,
          snippet: message.text.slice(0, 160),
          lastMessageAt: message.createdAt,
          lastDirection: 'out',
          waitingSince: null,
          assigneeId: row.assigneeId ?? me.id,
          isUnread: false,
        },
      ]);
    const until = message.delivery?.canUndoUntil ? new Date(message.delivery.canUndoUntil).getTime() : 0;
    const label = t('sent', { name: isolate(detail.reply.to?.name || detail.reply.to?.address || '') });
    if (until <= Date.now()) {
      showToast({ message: label, milliseconds: 3000 });
      return;
    }
    rememberUndo({ id: undoIdOf(message), label, until, undo: () => undo(message) });
    showToast({
      id: undoIdOf(message),
      message: label,
      milliseconds: until - Date.now(),
      action: { label: t('undo'), keys: 'z', run: () => void undoLast() },
    });
  };

  /** @returns whether the server has it now */
  const send = async (draft: LocalDraft, language: string, status?: TicketStatus): Promise<boolean> => {
    if (isSending) return false;
    setIsSending(true);
    setError(null);
    const begun = Date.now();
    try {
      const message = await post(draft, language, status).catch(async (fault: unknown) => {
        const arrived = isApiError(fault) && fault.isUnreachable ? await findSent(draft, begun) : undefined;
        if (!arrived) throw fault;
        return arrived;
      });
      onSent();
      settle(message, status ?? 'pending');
      return true;
    } catch (fault) {
      setError(fault);
      return false;
    } finally {
      setIsSending(false);
    }
  };
  return { send, isSending, error };
}
