import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { getContact } from '../../../../libs/contracts/contacts.ts';
import { countTickets, markRead, type TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { call } from '../../lib/call.ts';
import { commandBook } from '../../lib/commands.ts';
import { ticketExtras } from '../../lib/extension-points.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useSwipe } from '../../lib/use-swipe.ts';
import { Composer } from '../composer/index.ts';
import { applyRows, ticketQuery } from '../tickets/index.ts';
import { ContextPanel } from './context-panel.tsx';
import { Conversation } from './conversation.tsx';
import { RelatedTickets } from './related-tickets.tsx';
import { TicketHead } from './ticket-head.tsx';
import styles from './ticket-pane.module.css';
import { useContextPanel } from './use-context-panel.ts';
import { usePresence } from './use-presence.ts';
import { useTicketCommands } from './use-ticket-commands.ts';

/** A ticket: head, conversation, composer, and beside them what is known of the buyer. */
export function TicketPane({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(ticketQuery(id));
  return (
    <section className={styles.pane} aria-label={query.data?.ticket.subject}>
      {query.data ? (
        <OpenTicket detail={query.data} onClose={onClose} />
      ) : query.error ? (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <TextSkeleton lines={9} />
      )}
    </section>
  );
}

/** Looked at this long, a ticket counts as read. */
const readMs = 900;

function OpenTicket({ detail, onClose }: { detail: TicketDetail; onClose: () => void }) {
  const { t } = useTranslation('conversation');
  const { id, contactId, isUnread, lastMessageAt } = detail.ticket;
  const client = useQueryClient();
  const people = usePresence(id);
  const heading = useRef<HTMLHeadingElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const panel = useContextPanel();
  const contact = useQuery({
    ...reading(getContact, { params: { id: contactId ?? '' } }),
    enabled: contactId !== null,
  });
  useTicketCommands(panel.toggle);
  useSwipe(column, { onForward: onClose, isEnabled: window.innerWidth < 768 });

  useEffect(() => {
    // A list that has the keys keeps them; whoever pressed Enter or clicked reads on here.
    if (document.activeElement?.closest('[data-own-keys], textarea, input') == null)
      heading.current?.focus({ preventScroll: true });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new message is read anew
  useEffect(() => {
    if (isUnread === false) return;
    const timer = setTimeout(() => {
      applyRows(client, [{ ...detail.ticket, isUnread: false }]);
      void call(markRead, { params: { id }, body: {} }).then(
        () => client.invalidateQueries({ queryKey: keyOf(countTickets) }),
        () => undefined,
      );
    }, readMs);
    return () => clearTimeout(timer);
  }, [id, isUnread, lastMessageAt]);

  return (
    <>
      <div className={styles.column} ref={column}>
        <TicketHead
          detail={detail}
          people={people}
          heading={heading}
          onBack={onClose}
          onDone={() =>
            commandBook
              .all()
              .find((c) => c.id === 'ticket.done')
              ?.run()
          }
          isContextOpen={panel.isOpen}
          onContext={panel.toggle}
        />
        {ticketExtras.all().map(({ id: key, component: Extra }) => (
          <Extra key={key} detail={detail} />
        ))}
        <RelatedTickets detail={detail} />
        <Conversation detail={detail} theirZone={contact.data?.contact.timeZone ?? null} />
        <Composer detail={detail} />
      </div>
      <ContextPanel
        detail={detail}
        isOpen={panel.isOpen}
        isBeside={panel.isBeside}
        onClose={panel.toggle}
        label={t('head.context')}
      />
    </>
  );
}
