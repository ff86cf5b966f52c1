import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketEvent } from '../../../../libs/contracts/tickets.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import styles from './event-lines.module.css';
import { useEventSentences } from './use-event-sentences.ts';

/** More changes in a row than this fold into one line. */
const most = 2;

/** What was done with the ticket between two messages, in quiet sentences. */
export function EventLines({ events }: { events: readonly TicketEvent[] }) {
  const { t } = useTranslation('conversation');
  const sentencesOf = useEventSentences();
  const [isOpen, setIsOpen] = useState(false);
  const lines = events.flatMap((event) =>
    sentencesOf(event).map((text, part) => ({ key: `${event.id}-${part}`, at: event.at, text })),
  );
  if (lines.length === 0) return null;
  const shown = isOpen || lines.length <= most ? lines : [];
  return (
    <ul className={styles.lines}>
      {shown.length === 0 && (
        <li>
          <button type="button" className={styles.more} onClick={() => setIsOpen(true)}>
            {t('event.more', { count: lines.length })}
          </button>
        </li>
      )}
      {shown.map((line) => (
        <li key={line.key}>
          {line.text} · <TimeAgo at={line.at} form="moment" />
        </li>
      ))}
    </ul>
  );
}
