import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, countryCode, id, instant, languageTag } from './scalars.ts';

export const cannedRepliesErrors = {
  'cannedReply.notFound': 404,
  'cannedReply.shortcutTaken': 409,
  'cannedReply.noVariant': 409,
  'cannedReply.variantTwice': 400,
  'cannedReply.unknownVariable': 400,
} satisfies ErrorTable;

/** Variables a reply may use, written `{{contact.name}}`. */
export const replyVariables = [
  'contact.name',
  'contact.firstName',
  'contact.company',
  'order.number',
  'order.date',
  'order.status',
  'order.tracking',
  'store.name',
  'agent.name',
  'ticket.number',
  'ticket.subject',
  'specification.number',
  'specification.version',
  'specification.summary',
] as const;
export type ReplyVariable = (typeof replyVariables)[number];

export const replyVariant = z
  .object({
    id,
    language: languageTag,
    /** Narrows the variant to one country; without it the variant serves the whole language. */
    country: countryCode.nullable(),
    subject: z.string().nullable(),
    body: z.string(),
    /** The reply's source variant was changed after this one was last saved. */
    isStale: z.boolean(),
    updatedAt: instant,
  })
  .meta({ id: 'ReplyVariant' });

export const cannedReply = z
  .object({
    id,
    shortcut: z.string(),
    title: z.string(),
    category: z.string(),
    storeIds: z.array(id),
    sourceLanguage: languageTag,
    isActive: z.boolean(),
    variants: z.array(replyVariant),
    /** Interface languages and languages of the stores it has no variant for. */
    missingLanguages: z.array(languageTag),
    usedCount: z.number().int(),
    usedAt: instant.nullable(),
  })
  .meta({ id: 'CannedReply' });
export type CannedReply = z.infer<typeof cannedReply>;

const variantInput = z.object({
  language: languageTag,
  country: countryCode.nullable().default(null),
  subject: z.string().max(300).nullable().default(null),
  body: z.string().trim().min(1).max(20_000),
});
const cannedReplyInput = z.object({
  shortcut: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_-]{1,40}$/u),
  title: z.string().trim().min(1).max(120),
  category: z.string().trim().max(60).default(''),
  storeIds: z.array(id).default([]),
  sourceLanguage: languageTag.default('en'),
  isActive: z.boolean().default(true),
  variants: z.array(variantInput).min(1).max(60),
});
export type CannedReplyInput = z.output<typeof cannedReplyInput>;

export const listCannedReplies = endpoint('GET /canned-replies', {
  summary: 'Canned replies; `search` looks into titles, shortcuts and texts of every language',
  permission: 'cannedReply.read',
  query: z.object({
    search: z.string().max(200).optional(),
    category: z.string().max(60).optional(),
    storeId: id.optional(),
    language: languageTag.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  returns: z.object({ items: z.array(cannedReply), categories: z.array(z.string()) }),
});
export const createCannedReply = endpoint('POST /canned-replies', {
  summary: 'Add a canned reply',
  permission: 'cannedReply.write',
  body: cannedReplyInput,
  returns: cannedReply,
});
export const updateCannedReply = endpoint('PUT /canned-replies/:id', {
  summary: 'Change a canned reply',
  permission: 'cannedReply.write',
  params: byId,
  body: cannedReplyInput,
  returns: cannedReply,
});
export const deleteCannedReply = endpoint('DELETE /canned-replies/:id', {
  summary: 'Remove a canned reply',
  permission: 'cannedReply.write',
  params: byId,
  returns: nothing,
});

/** A reply filled in for one ticket, in the buyer's language or the one asked for. */
export const renderedReply = z
  .object({
    replyId: id,
    language: languageTag,
    country: countryCode.nullable(),
    subject: z.string().nullable(),
    body: z.string(),
    /** Wanted was another language and no variant of it exists: shown, never hidden. */
    isFallback: z.boolean(),
    wantedLanguage: languageTag,
    isStale: z.boolean(),
    /** Variables without a value; they stand in the body as `⟨contact.name⟩`. */
    missingVariables: z.array(z.string()),
  })
  .meta({ id: 'RenderedReply' });
export type RenderedReply = z.infer<typeof renderedReply>;
export const renderCannedReply = endpoint('POST /canned-replies/:id/render', {
  summary: 'Fill a canned reply in for a ticket',
  permission: 'ticket.reply',
  params: byId,
  body: z.object({ ticketId: id, language: languageTag.optional(), use: z.boolean().default(false) }),
  returns: renderedReply,
});
