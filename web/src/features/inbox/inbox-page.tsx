import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { AppMenuButton } from '../../components/app-menu-button.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { SplitPane } from '../../components/split-pane.tsx';
import { useStore } from '../../lib/store.ts';
import { SearchBox, SearchResults } from '../search/index.ts';
import { ticketDialog } from '../tickets/index.ts';
import styles from './inbox-page.module.css';
import { filterOf } from './inbox-search.ts';
import { moveCursor, uncheckAll } from './inbox-state.ts';
import { NothingOpen } from './nothing-open.tsx';
import { TicketListPane } from './ticket-list-pane.tsx';

const ticketPane = () => import('../conversation/index.ts').then((m) => ({ default: m.TicketPane }));
const TicketPane = lazy(ticketPane);
const TicketDialog = lazy(() => import('../tickets/ticket-dialog.tsx').then((m) => ({ default: m.TicketDialog })));

/** Views are in the side bar; here the list and, beside it where there is room, the ticket. */
export function InboxPage() {
  const { view, ticketId } = useParams({ from: '/signed-in/inbox/$view/{-$ticketId}' });
  const search = useSearch({ from: '/signed-in/inbox/$view/{-$ticketId}' });
  const navigate = useNavigate();
  const isAsking = useStore(ticketDialog, (dialog) => dialog !== null);
  // Once there it stays, because it gives the focus back when it closes.
  const wasAsked = useRef(false);
  wasAsked.current ||= isAsking;
  const filter = useMemo(() => filterOf(view, search), [view, search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was ticked belongs to the list it was ticked in
  useEffect(() => uncheckAll, [filter]);
  useEffect(() => {
    if (ticketId) moveCursor(ticketId);
  }, [ticketId]);
  useEffect(() => {
    // The first ticket opens as fast as the others.
    const timer = setTimeout(() => void ticketPane(), 1500);
    return () => clearTimeout(timer);
  }, []);
  const open = (id: string | undefined) =>
    void navigate({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: id }, search });
  return (
    <>
      <SplitPane
        id="inbox"
        shows={ticketId ? 'end' : 'start'}
        start={
          <div className={styles.pane}>
            <search className={styles.search}>
              <AppMenuButton />
              <SearchBox />
            </search>
            {search.q ? (
              <SearchResults text={search.q} openId={ticketId} onOpen={open} />
            ) : (
              <TicketListPane filter={filter} openId={ticketId} onOpen={open} />
            )}
          </div>
        }
        end={
          ticketId ? (
            <Suspense fallback={<TextSkeleton lines={9} />}>
              <TicketPane key={ticketId} id={ticketId} onClose={() => open(undefined)} />
            </Suspense>
          ) : (
            <NothingOpen />
          )
        }
      />
      {wasAsked.current && (
        <Suspense>
          <TicketDialog />
        </Suspense>
      )}
    </>
  );
}
