import { useCallback, useEffect, useRef, useState } from 'react';
import { saveDraft, type TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { call } from '../../lib/call.ts';
import { addressesOf, emptyDraft, findDraft, isEmpty, type Kind, keepDraft, type LocalDraft } from './draft.ts';

/** A pause in writing after which the draft goes to the server. */
const pauseMs = 700;
const retryMs = 8_000;

export type SaveState = 'idle' | 'saving' | 'saved' | 'local';

/**
 * A draft that cannot be lost: on this device with every key, with the server after every pause, and again until it
 * gets there.
 */
export function useDraft(detail: TicketDetail, kind: Kind) {
  const ticketId = detail.ticket.id;
  const [draft, setDraft] = useState<LocalDraft>(() => findDraft(detail, kind));
  const [state, setState] = useState<SaveState>(() => (isEmpty(draft) ? 'idle' : draft.isDirty ? 'local' : 'saved'));
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = latest.current;
    if (!sent.isDirty) return;
    setState('saving');
    try {
      const cc = addressesOf(sent.cc).slice(0, 20);
      const body = { kind, body: sent.body, language: sent.language, cc, attachmentIds: sent.files.map((f) => f.id) };
      await call(saveDraft, { params: { id: ticketId }, body });
      if (latest.current !== sent) return;
      latest.current = { ...sent, isDirty: false };
      keepDraft(ticketId, kind, latest.current);
      setDraft(latest.current);
      setState(isEmpty(sent) ? 'idle' : 'saved');
    } catch {
      if (latest.current !== sent) return;
      setState('local');
      timer.current = setTimeout(() => void save(), retryMs);
    }
  }, [kind, ticketId]);

  const change = useCallback(
    (changes: Partial<LocalDraft>) => {
      const begunAfter = latest.current.begunAfter ?? detail.messages.at(-1)?.id ?? null;
      latest.current = { ...latest.current, begunAfter, ...changes, isDirty: true };
      keepDraft(ticketId, kind, latest.current);
      setDraft(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [detail.messages, kind, save, ticketId],
  );

  /** It was sent: the server has removed its draft by itself. */
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = emptyDraft;
    keepDraft(ticketId, kind, emptyDraft);
    setDraft(emptyDraft);
    setState('idle');
  }, [kind, ticketId]);

  useEffect(() => {
    const leave = () => void save();
    window.addEventListener('online', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('online', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);
  return { draft, change, clear, state };
}
