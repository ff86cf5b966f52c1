import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, countryCode, id, instant, languageTag } from './scalars.ts';

export const contactsErrors = {
  'contact.notFound': 404,
  'contact.sameContact': 409,
} satisfies ErrorTable;

/** `relay`: an alias of a marketplace that stands for the buyer; `platform`: an identity without an address. */
export const contactAddress = z.object({
  kind: z.enum(['email', 'relay', 'platform']),
  value: z.string(),
  bouncedAt: instant.nullable(),
});

export const contact = z
  .object({
    id,
    name: z.string(),
    company: z.string().nullable(),
    language: languageTag.nullable(),
    country: countryCode.nullable(),
    timeZone: z.string().nullable(),
    notes: z.string(),
    addresses: z.array(contactAddress),
    createdAt: instant,
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof contact>;

/** What is customary where the buyer lives; tendencies, never a default for production. */
export const contactCulture = z
  .object({
    localTime: z.string(),
    isDay: z.boolean(),
    isWorkingDay: z.boolean(),
    holiday: z.string().nullable(),
    units: z.string().nullable(),
    salutation: z.string().nullable(),
    closing: z.string().nullable(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'ContactCulture' });

export const order = z
  .object({
    id,
    storeId: id.nullable(),
    externalId: z.string(),
    placedAt: instant,
    status: z.string(),
    currency: z.string().nullable(),
    total: z.number().nullable(),
    tracking: z.string().nullable(),
    lines: z.array(
      z.object({
        title: z.string(),
        sku: z.string().nullable(),
        quantity: z.number(),
        options: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof order>;

export const contactTicket = z.object({
  id,
  number: z.number().int(),
  subject: z.string(),
  status: z.string(),
  lastMessageAt: instant,
});

export const getContact = endpoint('GET /contacts/:id', {
  summary: 'A buyer with orders, tickets and what is customary there now',
  permission: 'contact.read',
  params: byId,
  returns: z.object({
    contact,
    orders: z.array(order),
    tickets: z.array(contactTicket),
    culture: contactCulture.nullable(),
  }),
});
export const updateContact = endpoint('PATCH /contacts/:id', {
  summary: 'Correct what is known of a buyer; corrections outrank what is guessed later',
  permission: 'contact.write',
  params: byId,
  body: z.object({
    name: z.string().trim().min(1).max(200).optional(),
    company: z.string().max(200).nullable().optional(),
    language: languageTag.nullable().optional(),
    country: countryCode.nullable().optional(),
    timeZone: z.string().max(64).nullable().optional(),
    notes: z.string().max(10_000).optional(),
  }),
  returns: contact,
});
export const mergeContacts = endpoint('POST /contacts/:id/merge', {
  summary: 'The other contact is the same person: addresses, tickets and orders move here',
  permission: 'contact.write',
  params: byId,
  body: z.object({ otherId: id }),
  returns: contact,
});
