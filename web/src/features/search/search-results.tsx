import { IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SearchHit, searchTickets } from '../../../../libs/contracts/search.ts';
import type { TicketStatus } from '../../../../libs/contracts/tickets.ts';
import { CountryFlag } from '../../components/country-flag.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LanguageTag } from '../../components/language-tag.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { reading } from '../../lib/query.ts';
import { useCommands } from '../../lib/use-commands.ts';
import { StatusMark, usePrefetchTicket } from '../tickets/index.ts';
import styles from './search-results.module.css';

const most = 60;

/** What was found, newest first, with the words marked; keys as in the list. */
export function SearchResults({
  text,
  openId,
  onOpen,
}: {
  text: string;
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('inbox');
  const query = useQuery({
    ...reading(searchTickets, { query: { q: text, limit: most } }),
    placeholderData: keepPreviousData,
  });
  const hits = query.data?.items ?? [];
  const [at, setAt] = useState(-1);
  const prefetch = usePrefetchTicket();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its top
  useEffect(() => setAt(-1), [text]);
  const step = (by: number) => {
    const next = Math.min(hits.length - 1, Math.max(0, at + by));
    setAt(next);
    prefetch(hits[next]?.ticketId);
    document.querySelector<HTMLElement>(`[data-hit="${next}"]`)?.focus();
  };
  useCommands([
    {
      id: 'list.next',
      title: t('keys.next'),
      group: 'move',
      keys: ['j', 'ArrowDown'],
      isKeyOnly: true,
      run: () => step(1),
    },
    {
      id: 'list.previous',
      title: t('keys.previous'),
      group: 'move',
      keys: ['k', 'ArrowUp'],
      isKeyOnly: true,
      run: () => step(-1),
    },
  ]);
  return (
    <section className={styles.pane} aria-label={t('search.results', { text })}>
      {query.isPending ? (
        <ListSkeleton rows={10} rowHeight={76} />
      ) : query.error && !query.data ? (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : hits.length === 0 ? (
        <EmptyState icon={IconSearchOff} title={t('search.nothing', { text })}>
          {t('search.nothingText')}
        </EmptyState>
      ) : (
        <div className={styles.scroll} data-stale={query.isPlaceholderData || undefined}>
          <p className={styles.count} role="status">
            {t(query.data?.hasMore ? 'search.countMore' : 'search.count', { count: hits.length })}
          </p>
          <ul className={styles.list}>
            {hits.map((hit, index) => (
              <li key={hit.ticketId}>
                <Hit
                  hit={hit}
                  index={index}
                  isOpen={hit.ticketId === openId}
                  onOpen={onOpen}
                  onFocus={() => setAt(index)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Hit({
  hit,
  index,
  isOpen,
  onOpen,
  onFocus,
}: {
  hit: SearchHit;
  index: number;
  isOpen: boolean;
  onOpen: (id: string) => void;
  onFocus: () => void;
}) {
  const { t } = useTranslation('inbox');
  return (
    <a
      href={`/inbox/all/${hit.ticketId}`}
      className={styles.hit}
      data-hit={index}
      aria-current={isOpen || undefined}
      onFocus={onFocus}
      onClick={(e) => {
        if (e.metaKey || e.ctrlKey) return;
        e.preventDefault();
        onOpen(hit.ticketId);
      }}
    >
      <span className={styles.line}>
        <StatusMark status={hit.status as TicketStatus} />
        <bdi className={styles.name}>{hit.contactName || t('row.noName')}</bdi>
        <LanguageTag language={hit.language} />
        <CountryFlag country={hit.country} />
        <span className={styles.time}>
          <TimeAgo at={hit.at} />
        </span>
      </span>
      <span className={styles.subject} dir="auto">
        {hit.subject || t('row.noSubject')} <bdi className={styles.number}>#{hit.number}</bdi>
      </span>
      <span className={styles.snippet} dir="auto" lang={hit.language ?? undefined}>
        <Marked text={hit.snippet} marks={hit.marks} />
      </span>
    </a>
  );
}

/** A text with the places that matched. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const ordered = [...marks].sort((a, b) => a[0] - b[0]);
  let at = 0;
  const pieces = ordered.flatMap(([start, end]) => {
    if (start < at) return [];
    const piece = [text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>];
    at = end;
    return piece;
  });
  return [...pieces, text.slice(at)];
}
