import { z } from 'zod';
import { ticketFilter, ticketView } from '../../../../libs/contracts/tickets.ts';
import type { TicketFilter } from '../tickets/index.ts';

/** What the address says beside the view: filters, order, search. What cannot be read is left out. */
export const inboxSearch = z.object({
  sort: ticketFilter.shape.sort.removeDefault().optional().catch(undefined),
  language: ticketFilter.shape.language.catch(undefined),
  country: ticketFilter.shape.country.catch(undefined),
  region: ticketFilter.shape.region.catch(undefined),
  storeId: ticketFilter.shape.storeId.catch(undefined),
  teamId: ticketFilter.shape.teamId.catch(undefined),
  assigneeId: ticketFilter.shape.assigneeId.catch(undefined),
  status: ticketFilter.shape.status.catch(undefined),
  tag: ticketFilter.shape.tag.catch(undefined),
  q: z.coerce.string().max(300).optional().catch(undefined),
});
export type InboxSearch = z.output<typeof inboxSearch>;

/** Parts of a filter that a person sets and takes away one by one. */
export const facets = ['language', 'country', 'region', 'storeId', 'teamId', 'assigneeId', 'status', 'tag'] as const;
export type Facet = (typeof facets)[number];

/** The list that an address means; an unknown view is everything that is open. */
export function filterOf(view: string, { q: _, ...search }: InboxSearch): TicketFilter {
  const known = ticketView.safeParse(view);
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
  return { ...given, view: known.success ? known.data : 'open', sort: search.sort ?? 'newest' };
}
