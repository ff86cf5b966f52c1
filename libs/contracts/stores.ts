import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, countryCode, emailAddress, id, languageTag } from './scalars.ts';

export const storesErrors = {
  'store.notFound': 404,
  'store.nameTaken': 409,
  'store.inUse': 409,
} satisfies ErrorTable;

/** A brand or shop the company sells under. */
export const store = z
  .object({
    id,
    name: z.string(),
    /** Name and address that buyers see as sender. */
    senderName: z.string(),
    senderAddress: emailAddress,
    defaultLanguage: languageTag,
    languages: z.array(languageTag),
    currency: z.string().regex(/^[A-Z]{3}$/),
    country: countryCode,
    timeZone: z.string(),
    /** Plain text by language; `{{agent.name}}` and `{{store.name}}` are filled in. */
    signatures: z.record(languageTag, z.string().max(2000)),
    /** email, amazon, ebay, mirakl …: where its buyers come from. */
    platform: z.string(),
    color: z.string(),
    /** The trade of what is sold here. */
    packId: z.string(),
    isActive: z.boolean(),
  })
  .meta({ id: 'Store' });
export type Store = z.infer<typeof store>;

/** The trade of a store of which nothing else was said. */
export const defaultPackId = 'doors-and-windows';

const storeInput = z.object({
  name: z.string().trim().min(1).max(80),
  senderName: z.string().trim().min(1).max(120),
  senderAddress: emailAddress,
  defaultLanguage: languageTag.default('en'),
  languages: z.array(languageTag).default([]),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  country: countryCode.default('CN'),
  timeZone: z.string().min(1).max(64).default('Asia/Shanghai'),
  signatures: z.record(languageTag, z.string().max(2000)).default({}),
  platform: z.string().max(40).default('email'),
  color: z.string().max(20).default('blue'),
  packId: z.string().max(60).default(defaultPackId),
  isActive: z.boolean().default(true),
});
export type StoreInput = z.output<typeof storeInput>;

export const listStores = endpoint('GET /stores', {
  summary: 'Stores',
  permission: 'store.read',
  returns: z.object({ items: z.array(store) }),
});
export const createStore = endpoint('POST /stores', {
  summary: 'Add a store',
  permission: 'store.write',
  body: storeInput,
  returns: store,
});
export const updateStore = endpoint('PUT /stores/:id', {
  summary: 'Change a store',
  permission: 'store.write',
  params: byId,
  body: storeInput,
  returns: store,
});
export const deleteStore = endpoint('DELETE /stores/:id', {
  summary: 'Remove a store that has no tickets',
  permission: 'store.write',
  params: byId,
  returns: nothing,
});
