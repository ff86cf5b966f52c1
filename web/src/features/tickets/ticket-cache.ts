import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { type Me } from '../../../../libs/contracts/identity.ts';
import { getTicket, listTickets, type TicketDetail, type TicketRow } from '../../../../libs/contracts/tickets.ts';
import { keyOf } from '../../lib/query.ts';
import { sessionQuery } from '../../lib/session.ts';
import { compareRows, hasPlace, matchesView, type TicketFilter } from './matches-view.ts';

export interface TicketPage {
  items: TicketRow[];
  next: string | null;
}
export type TicketPages = InfiniteData<TicketPage, string | undefined>;

/** The key of a list; all lists begin with `listTickets`' own key. */
export const listKey = (filter: TicketFilter): unknown[] => [...keyOf(listTickets), 'list', filter];
export const detailKey = (id: string): unknown[] => keyOf(getTicket, { params: { id } });

/** The newest that any list or open ticket of this page knows of a ticket. */
export function knownRow(client: QueryClient, id: string): TicketRow | undefined {
  const detail = client.getQueryData<TicketDetail>(detailKey(id));
  if (detail) return detail.ticket;
  for (const [, data] of client.getQueriesData<TicketPages>({ queryKey: [...keyOf(listTickets), 'list'] })) {
    for (const page of data?.pages ?? []) {
      const row = page.items.find((r) => r.id === id);
      if (row) return row;
    }
  }
  return undefined;
}

/**
 * Puts changed rows into every list and open ticket at once: moved, added or taken out as each list's filter and order
 * say. Rows that are not on a loaded page stay with the server.
 */
export function applyRows(client: QueryClient, rows: readonly TicketRow[], now = Date.now()): void {
  const me = client.getQueryData<Me>(sessionQuery.queryKey);
  if (!me || rows.length === 0) return;
  for (const [key, data] of client.getQueriesData<TicketPages>({ queryKey: [...keyOf(listTickets), 'list'] })) {
    if (data) client.setQueryData(key, placeRows(data, rows, key[2] as TicketFilter, me, now));
  }
  for (const row of rows) {
    client.setQueryData<TicketDetail>(detailKey(row.id), (detail) =>
      detail ? { ...detail, ticket: { ...row, isUnread: row.isUnread ?? detail.ticket.isUnread ?? false } } : detail,
    );
  }
}

/** The pages of one list after some rows changed. Pure. */
export function placeRows(
  data: TicketPages,
  rows: readonly TicketRow[],
  filter: TicketFilter,
  me: Pick<Me, 'id' | 'teamIds'>,
  now: number,
): TicketPages {
  const changed = new Map(rows.map((r) => [r.id, r]));
  const before = new Map<string, TicketRow>();
  const pages = data.pages.map((page) => {
    if (!page.items.some((r) => changed.has(r.id))) return page;
    return {
      ...page,
      items: page.items.filter((r) => {
        if (!changed.has(r.id)) return true;
        before.set(r.id, r);
        return false;
      }),
    };
  });
  for (const row of rows) {
    const known = before.get(row.id);
    const belongs = matchesView(row, filter, me, now) ?? known !== undefined;
    if (belongs && hasPlace(row, filter.sort)) insert(pages, withReadingMark(row, known), filter.sort);
  }
  return { ...data, pages };
}

/** What travels by socket does not say who has read it: whatever is new from outside is unread. */
function withReadingMark(row: TicketRow, known: TicketRow | undefined): TicketRow {
  if (row.isUnread !== undefined) return row;
  const isNews = !known || row.lastMessageAt > known.lastMessageAt;
  return { ...row, isUnread: isNews ? row.lastDirection === 'in' : (known?.isUnread ?? false) };
}

function insert(pages: TicketPage[], row: TicketRow, sort: TicketFilter['sort']): void {
  for (const [index, page] of pages.entries()) {
    const at = page.items.findIndex((other) => compareRows(row, other, sort) < 0);
    if (at >= 0) {
      pages[index] = { ...page, items: [...page.items.slice(0, at), row, ...page.items.slice(at)] };
      return;
    }
  }
  const last = pages.at(-1);
  // Beyond the last loaded row the server knows better.
  if (last && last.next === null) pages[pages.length - 1] = { ...last, items: [...last.items, row] };
}
