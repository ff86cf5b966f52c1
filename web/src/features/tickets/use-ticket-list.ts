import { type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { getTicket, listTickets, type TicketRow } from '../../../../libs/contracts/tickets.ts';
import { call } from '../../lib/call.ts';
import { reading } from '../../lib/query.ts';
import type { TicketFilter } from './matches-view.ts';
import { listKey } from './ticket-cache.ts';

const pageSize = 50;
const none: TicketRow[] = [];

/** A list as far as it is loaded, kept live by socket; `loadMore` fetches the next page. */
export function useTicketList(filter: TicketFilter, isEnabled = true) {
  const query = useInfiniteQuery({
    queryKey: listKey(filter),
    queryFn: ({ pageParam, signal }) =>
      call(
        listTickets,
        { query: { ...filter, limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: isEnabled,
    // The socket keeps it fresh; what was missed meanwhile is asked for on reconnecting.
    staleTime: 60_000,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((p) => p.items) ?? none, [query.data]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return { rows, loadMore, isPending: query.isPending, error: query.data ? null : query.error, refetch: query.refetch };
}

export const ticketQuery = (id: string) => ({ ...reading(getTicket, { params: { id } }), staleTime: 60_000 });

/** Whoever only passes by fetches nothing. */
const restMs = 70;

/** Fetches a ticket before it is opened, once the pointer or the cursor rests on it. */
export function usePrefetchTicket(): (id: string | undefined) => void {
  const client: QueryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (id) => {
      clearTimeout(timer.current);
      if (id) timer.current = setTimeout(() => void client.prefetchQuery(ticketQuery(id)), restMs);
    },
    [client],
  );
}
