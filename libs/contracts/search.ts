import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, id, instant } from './scalars.ts';

export const searchErrors = {
  'search.viewNotFound': 404,
  'search.nothingToFind': 400,
} satisfies ErrorTable;

export const searchHit = z
  .object({
    ticketId: id,
    messageId: id,
    number: z.number().int(),
    subject: z.string(),
    status: z.string(),
    contactName: z.string().nullable(),
    language: z.string().nullable(),
    country: z.string().nullable(),
    storeId: id.nullable(),
    assigneeId: id.nullable(),
    at: instant,
    /** A piece of the message around the first match. */
    snippet: z.string(),
    /** What matched in the snippet, as [start, end) in UTF-16 units. */
    marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

export const searchTickets = endpoint('GET /search', {
  summary:
    'Full text over subjects, messages, names, addresses, order and ticket numbers, in every script; one hit a ticket, newest first',
  permission: 'ticket.read',
  query: z.object({ q: z.string().trim().min(1).max(300), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  returns: z.object({ items: z.array(searchHit), hasMore: z.boolean() }),
});

export const savedView = z
  .object({
    id,
    name: z.string(),
    isShared: z.boolean(),
    ownerId: id,
    filter: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean(), z.null()])),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;
const savedViewInput = savedView
  .pick({ filter: true })
  .extend({ name: z.string().trim().min(1).max(80), isShared: z.boolean().default(false) });
export type SavedViewInput = z.output<typeof savedViewInput>;

export const listViews = endpoint('GET /views', {
  summary: 'Own and shared saved views of the list',
  permission: 'ticket.read',
  returns: z.object({ items: z.array(savedView) }),
});
export const createView = endpoint('POST /views', {
  summary: 'Save a view',
  permission: 'ticket.read',
  body: savedViewInput,
  returns: savedView,
});
export const deleteView = endpoint('DELETE /views/:id', {
  summary: 'Remove an own view',
  permission: 'ticket.read',
  params: byId,
  returns: nothing,
});
