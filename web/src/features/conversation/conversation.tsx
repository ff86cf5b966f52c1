import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMessages, type TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { detailKey } from '../tickets/index.ts';
import styles from './conversation.module.css';
import { EventLines } from './event-lines.tsx';
import { MessageView } from './message-view.tsx';
import { timelineOf } from './timeline.ts';

/** All that was written, oldest first; begins at the newest, stays there while messages come in. */
export function Conversation({ detail, theirZone }: { detail: TicketDetail; theirZone: string | null }) {
  const { t } = useTranslation('conversation');
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(
    () => timelineOf(detail.messages, detail.events, detail.hasEarlier),
    [detail.messages, detail.events, detail.hasEarlier],
  );
  const { loadEarlier, isLoading } = useEarlierMessages(detail);
  const lastId = detail.messages.at(-1)?.id;
  useReadingPlace(scroller, lastId);
  return (
    <section className={styles.scroll} ref={scroller} aria-label={t('title')} data-conversation>
      {detail.hasEarlier && (
        <button type="button" className={styles.earlier} disabled={isLoading} onClick={() => void loadEarlier()}>
          {t('earlier')}
        </button>
      )}
      {entries.map((entry) =>
        entry.kind === 'message' ? (
          <MessageView key={entry.message.id} message={entry.message} detail={detail} theirZone={theirZone} />
        ) : (
          <EventLines key={entry.events[0]?.id} events={entry.events} />
        ),
      )}
    </section>
  );
}

/** Near enough to the end that what comes in is followed. */
const nearEnd = 400;

/**
 * Begins with the newest message at its beginning and stays there while pictures and frames find their height, until the
 * person scrolls; follows new messages where the end is in sight.
 */
function useReadingPlace(scroller: RefObject<HTMLDivElement | null>, lastId: string | undefined): void {
  const isUntouched = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (!isUntouched.current) {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
      if (isAtEnd) element.scrollTop = element.scrollHeight;
      return;
    }
    const align = () => {
      const newest = element.querySelector<HTMLElement>(`[data-message="${lastId}"]`);
      if (newest && isUntouched.current) element.scrollTop = newest.offsetTop - 12;
    };
    const touch = () => {
      isUntouched.current = false;
    };
    const watcher = new ResizeObserver(align);
    for (const child of element.children) watcher.observe(child);
    for (const sign of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
      element.addEventListener(sign, touch, { passive: true });
    align();
    return () => {
      watcher.disconnect();
      for (const sign of ['wheel', 'touchstart', 'keydown', 'pointerdown']) element.removeEventListener(sign, touch);
      isUntouched.current = false;
    };
  }, [lastId, scroller]);
}

function useEarlierMessages(detail: TicketDetail) {
  const client = useQueryClient();
  const errorText = useErrorText();
  const [isLoading, setIsLoading] = useState(false);
  const { id } = detail.ticket;
  const loadEarlier = async () => {
    setIsLoading(true);
    try {
      const before = detail.messages[0]?.id;
      const page = await call(listMessages, { params: { id }, query: before ? { before } : {} });
      client.setQueryData<TicketDetail>(detailKey(id), (known) =>
        known ? { ...known, messages: [...page.items, ...known.messages], hasEarlier: page.hasEarlier } : known,
      );
    } catch (error) {
      showToast({ message: errorText(error), tone: 'bad' });
    } finally {
      setIsLoading(false);
    }
  };
  return { loadEarlier, isLoading };
}
