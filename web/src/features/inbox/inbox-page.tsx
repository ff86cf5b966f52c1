import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { AppMenuButton } from '../../components/app-menu-button.tsx';
import { SplitPane } from '../../components/split-pane.tsx';
import { TicketPane } from '../conversation/index.ts';
import { SearchBox, SearchResults } from '../search/index.ts';
import { TicketDialog } from '../tickets/index.ts';
import styles from './inbox-page.module.css';
import { filterOf } from './inbox-search.ts';
import { moveCursor, uncheckAll } from './inbox-state.ts';
import { NothingOpen } from './nothing-open.tsx';
import { TicketListPane } from './ticket-list-pane.tsx';

/** Views are in the side bar; here the list and, beside it where there is room, the ticket. */
export function InboxPage() {
  const { view, ticketId } = useParams({ from: '/signed-in/inbox/$view/{-$ticketId}' });
  const search = useSearch({ from: '/signed-in/inbox/$view/{-$ticketId}' });
  const navigate = useNavigate();
  const filter = useMemo(() => filterOf(view, search), [view, search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was ticked belongs to the list it was ticked in
  useEffect(() => uncheckAll, [filter]);
  useEffect(() => {
    if (ticketId) moveCursor(ticketId);
  }, [ticketId]);
  const open = (id: string | undefined) =>
    void navigate({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: id }, search });
  return (
    <>
      <SplitPane
        id="inbox"
        shows={ticketId ? 'end' : 'start'}
        start={
          <div className={styles.pane}>
            <div className={styles.search}>
              <AppMenuButton />
              <SearchBox />
            </div>
            {search.q ? (
              <SearchResults text={search.q} openId={ticketId} onOpen={open} />
            ) : (
              <TicketListPane filter={filter} openId={ticketId} onOpen={open} />
            )}
          </div>
        }
        end={ticketId ? <TicketPane key={ticketId} id={ticketId} onClose={() => open(undefined)} /> : <NothingOpen />}
      />
      <TicketDialog />
    </>
  );
}
