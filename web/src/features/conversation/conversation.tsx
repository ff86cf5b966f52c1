import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
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
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 400;
    if (isFirst.current) {
      // The newest message from its beginning: whoever answers reads it first.
      element.querySelector(`[data-message="${lastId}"]`)?.scrollIntoView({ block: 'start' });
      if (element.scrollTop > 0) element.scrollTop -= 12;
    } else if (isAtEnd) element.scrollTop = element.scrollHeight;
    isFirst.current = false;
  }, [lastId]);
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
