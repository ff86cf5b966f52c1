import type { z } from 'zod';
import type { TicketRow, ticketFilter } from '../../../../libs/contracts/tickets.ts';

/** What a list shows; whether there is a specification is only asked by the board. */
export type TicketFilter = Omit<z.output<typeof ticketFilter>, 'hasSpecification'>;

const isOpen = (row: TicketRow): boolean => row.status === 'new' || row.status === 'open' || row.status === 'pending';
const isAwake = (row: TicketRow, now: number): boolean =>
  !row.snoozedUntil || new Date(row.snoozedUntil).getTime() <= now;

/**
 * Whether a row that came by socket belongs into a list: what the server's conditions say (src/tickets/ticket-filter.ts),
 * as far as a row tells. `null`: only the server knows; what is in the list stays, what is not comes with the next reading.
 */
export function matchesView(
  row: TicketRow,
  filter: TicketFilter,
  me: { id: string; teamIds: readonly string[] },
  now: number,
): boolean | null {
  if ((filter.view === 'spam') !== row.isSpam && filter.view !== 'all') return false;
  if (filter.language && row.language !== filter.language && !row.language?.startsWith(`${filter.language}-`))
    return false;
  for (const field of ['country', 'region', 'storeId', 'channelId', 'teamId', 'assigneeId', 'status'] as const) {
    if (filter[field] !== undefined && row[field] !== filter[field]) return false;
  }
  if (filter.tag && !row.tags.includes(filter.tag)) return false;
  switch (filter.view) {
    case 'mine':
      return isOpen(row) && isAwake(row, now) && row.assigneeId === me.id;
    case 'unassigned':
      return isOpen(row) && row.assigneeId === null;
    case 'team':
      return isOpen(row) && row.teamId !== null && me.teamIds.includes(row.teamId);
    case 'open':
      return isOpen(row) && isAwake(row, now);
    case 'waiting':
      return isOpen(row) && row.waitingSince !== null;
    case 'snoozed':
      return !isAwake(row, now);
    case 'mentions':
      return null;
    case 'wishes':
      return row.isSpecialWish && row.status !== 'closed';
    case 'resolved':
      return row.status === 'resolved' || row.status === 'closed';
    default:
      return true;
  }
}

/** Order of two rows in a list: negative when `a` stands above `b`. Undated rows have no place when sorted by that date. */
export function compareRows(a: TicketRow, b: TicketRow, sort: TicketFilter['sort']): number {
  const key = sort === 'newest' ? 'lastMessageAt' : sort === 'oldest' ? 'waitingSince' : 'nextDeadlineAt';
  const [x, y] = [a[key] ?? '', b[key] ?? ''];
  const order = x === y ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : x < y ? -1 : 1;
  return sort === 'newest' ? -order : order;
}

/** Rows without the date they would be sorted by are not in that list. */
export const hasPlace = (row: TicketRow, sort: TicketFilter['sort']): boolean =>
  sort === 'newest' || (sort === 'oldest' ? row.waitingSince : row.nextDeadlineAt) !== null;
