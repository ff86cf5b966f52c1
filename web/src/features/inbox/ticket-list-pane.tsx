import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useStore } from '../../lib/store.ts';
import {
  type TicketFilter,
  ticketDialog,
  usePrefetchTicket,
  useTicketActions,
  useTicketList,
} from '../tickets/index.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyView } from './empty-view.tsx';
import { checkRange, inboxState, toggleChecked } from './inbox-state.ts';
import { ListToolbar } from './list-toolbar.tsx';
import { TicketList } from './ticket-list.tsx';
import styles from './ticket-list-pane.module.css';
import type { RowHandlers } from './ticket-list-row.tsx';
import { useListCommands } from './use-list-commands.ts';

/** The list of one view with its tools, and the bar for what is ticked. */
export function TicketListPane({
  filter,
  openId,
  onOpen,
}: {
  filter: TicketFilter;
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const { rows, loadMore, isPending, error, refetch } = useTicketList(filter);
  const hasChecked = useStore(inboxState, (s) => s.checked.size > 0);
  const prefetch = usePrefetchTicket();
  const actions = useTicketActions();
  const finish = useListCommands({ rows, openId, onOpen, prefetch, actions });

  // Rows keep the same handlers for ever, so that a change above redraws none of them.
  const latest = useRef({ rows, onOpen, prefetch, finish, filter, navigate });
  latest.current = { rows, onOpen, prefetch, finish, filter, navigate };
  const handlers = useMemo<RowHandlers>(
    () => ({
      addressOf: (id) => `/inbox/${latest.current.filter.view}/${id}`,
      open: (id) => latest.current.onOpen(id),
      check: (id, isRange) =>
        isRange
          ? checkRange(
              latest.current.rows.map((r) => r.id),
              id,
            )
          : toggleChecked(id),
      prefetch: (id) => latest.current.prefetch(id),
      done: (id) => latest.current.finish([id]),
      snooze: (id) => ticketDialog.set({ kind: 'snooze', ids: [id] }),
    }),
    [],
  );
  return (
    <section className={styles.pane} aria-label={t(`views.${filter.view}`)}>
      {hasChecked ? <BulkBar rows={rows} onDone={finish} /> : <ListToolbar filter={filter} rows={rows} />}
      {isPending ? (
        <ListSkeleton rows={12} />
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <EmptyView filter={filter} />
      ) : (
        <TicketList
          key={JSON.stringify(filter)}
          rows={rows}
          openId={openId}
          loadMore={loadMore}
          handlers={handlers}
          label={t(`views.${filter.view}`)}
        />
      )}
    </section>
  );
}
