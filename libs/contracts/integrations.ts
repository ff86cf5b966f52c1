import { z } from 'zod';
import { binary, endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, id, instant, languageTag } from './scalars.ts';
import { specificationState } from './specification-shapes.ts';

export const integrationErrors = { 'integration.webhookNotFound': 404 } satisfies ErrorTable;

/** What is told to other systems; `specification.` and what happened to it. */
export const webhookEvents = [
  'specification.handed_off',
  'specification.changed',
  'specification.questioned',
  'specification.accepted',
  'specification.refused',
  'specification.in_production',
  'specification.ready',
  'specification.shipped',
  'specification.cancelled',
  'specification.approved',
  'specification.change_requested',
] as const;
export const webhookEvent = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof webhookEvent>;

export const webhook = z
  .object({
    id,
    url: z.url({ protocol: /^https?$/ }).max(500),
    /** Empty: all of them. */
    events: z.array(webhookEvent),
    isActive: z.boolean(),
    createdAt: instant,
    /** Of the newest delivery: 2xx is taken; null when there was none, or no answer came. */
    lastStatus: z.number().int().nullable(),
    lastAt: instant.nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhook>;
const webhookInput = webhook.pick({ url: true }).extend({
  events: z.array(webhookEvent).default([]),
  isActive: z.boolean().default(true),
});

export const listWebhooks = endpoint('GET /webhooks', {
  summary: 'Where other systems are told what happens, with the outcome of the newest delivery',
  permission: 'settings.write',
  returns: z.object({ items: z.array(webhook) }),
});
export const createWebhook = endpoint('POST /webhooks', {
  summary: 'Tell another system; the secret that signs (Standard Webhooks) is shown once',
  permission: 'settings.write',
  body: webhookInput,
  returns: webhook.extend({ secret: z.string() }),
});
export const updateWebhook = endpoint('PUT /webhooks/:id', {
  summary: 'Change a webhook',
  permission: 'settings.write',
  params: byId,
  body: webhookInput,
  returns: webhook,
});
export const deleteWebhook = endpoint('DELETE /webhooks/:id', {
  summary: 'Remove a webhook',
  permission: 'settings.write',
  params: byId,
  returns: nothing,
});

export const exportSpecifications = endpoint('GET /production/export', {
  summary: 'Handed-off specifications, one row an item, for an ERP: JSON, CSV or Excel; nothing of the buyer in it',
  permission: 'production.read',
  query: z.object({
    format: z.enum(['json', 'csv', 'xlsx']).default('json'),
    state: specificationState.optional(),
    /** Changed since then. */
    since: instant.optional(),
    /** Of the column headings in CSV and Excel. */
    language: languageTag.optional(),
  }),
  returns: binary,
});

export const importStatus = endpoint('POST /production/status', {
  summary: 'Set the state of many specifications by their numbers, as an ERP knows them; each row has its own outcome',
  permission: 'production.write',
  body: z.object({
    items: z
      .array(
        z.object({
          number: z.number().int(),
          to: specificationState,
          note: z.string().max(2000).default(''),
          tracking: z.string().max(200).optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  returns: z.object({
    items: z.array(
      z.object({
        number: z.number().int(),
        ok: z.boolean(),
        state: specificationState.nullable(),
        code: z.string().nullable(),
      }),
    ),
  }),
});
