import { z } from 'zod';
import { businessCalendar } from '../business-time/calendar.ts';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, id, instant } from './scalars.ts';

export const deadlinesErrors = { 'deadline.targetNotFound': 404 } satisfies ErrorTable;

export const deadlineKind = z.enum(['first_response', 'next_response', 'resolution', 'platform_response']);
export type DeadlineKind = z.infer<typeof deadlineKind>;

/** A promise on answering: minutes of opening hours, or of the clock where `calendar` is null (marketplaces count weekends). */
export const serviceTarget = z
  .object({
    id,
    position: z.number().int(),
    name: z.string(),
    storeIds: z.array(id),
    priorities: z.array(z.string()),
    isPlatform: z.boolean(),
    firstResponseMinutes: z.number().int().nullable(),
    nextResponseMinutes: z.number().int().nullable(),
    resolutionMinutes: z.number().int().nullable(),
    calendar: businessCalendar.nullable(),
  })
  .meta({ id: 'ServiceTarget' });
export type ServiceTarget = z.infer<typeof serviceTarget>;
const minutes = z.number().int().min(1).max(525_600).nullable().default(null);
const serviceTargetInput = z.object({
  name: z.string().trim().min(1).max(120),
  storeIds: z.array(id).default([]),
  priorities: z.array(z.string()).default([]),
  isPlatform: z.boolean().default(false),
  firstResponseMinutes: minutes,
  nextResponseMinutes: minutes,
  resolutionMinutes: minutes,
  calendar: businessCalendar.nullable().default(null),
});
export type ServiceTargetInput = z.output<typeof serviceTargetInput>;

export const listServiceTargets = endpoint('GET /service-targets', {
  summary: 'Service targets in the order they are tried',
  permission: 'routing.read',
  returns: z.object({ items: z.array(serviceTarget) }),
});
export const createServiceTarget = endpoint('POST /service-targets', {
  summary: 'Add a service target',
  permission: 'routing.write',
  body: serviceTargetInput,
  returns: serviceTarget,
});
export const updateServiceTarget = endpoint('PUT /service-targets/:id', {
  summary: 'Change a service target',
  permission: 'routing.write',
  params: byId,
  body: serviceTargetInput,
  returns: serviceTarget,
});
export const deleteServiceTarget = endpoint('DELETE /service-targets/:id', {
  summary: 'Remove a service target',
  permission: 'routing.write',
  params: byId,
  returns: nothing,
});

export const ticketDeadline = z
  .object({
    id,
    kind: deadlineKind,
    targetName: z.string(),
    dueAt: instant,
    metAt: instant.nullable(),
    breachedAt: instant.nullable(),
  })
  .meta({ id: 'TicketDeadline' });
export const listTicketDeadlines = endpoint('GET /tickets/:id/deadlines', {
  summary: 'Clocks of a ticket',
  permission: 'ticket.read',
  params: byId,
  returns: z.object({ items: z.array(ticketDeadline) }),
});
