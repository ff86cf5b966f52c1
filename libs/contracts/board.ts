import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { errorBody } from './errors.ts';
import { id, instant, languageTag } from './scalars.ts';
import { feasibility, specificationState } from './specification-shapes.ts';

/** What production sees: no name, address, mail or telephone of the buyer. */
export const boardCard = z
  .object({
    id,
    number: z.number().int(),
    version: z.number().int(),
    state: specificationState,
    /** Where production may move it from here. */
    moves: z.array(specificationState),
    title: z.string(),
    productType: z.string(),
    /** Of the first item. */
    quantity: z.number().nullable(),
    /** Of all items together, as capacity counts them. */
    pieces: z.number().int(),
    size: z.string(),
    /** What stands beside the size: how it opens, what it is made of. */
    facts: z.string().nullable(),
    country: z.string().nullable(),
    store: z.string().nullable(),
    /** What the buyer wants. */
    dueDate: z.iso.date().nullable(),
    /** What production promised when it accepted. */
    promisedDate: z.iso.date().nullable(),
    openQuestions: z.number().int(),
    answeredQuestions: z.number().int(),
    needsAcknowledgement: z.boolean(),
    /** A later message of the buyer touches what was released. */
    hasAlarm: z.boolean(),
    isApprovedByBuyer: z.boolean(),
    drawing: z.string(),
    updatedAt: instant,
    handedOverAt: instant,
  })
  .meta({ id: 'BoardCard' });
export type BoardCard = z.infer<typeof boardCard>;

export const getBoard = endpoint('GET /production/board', {
  summary: 'Cards of the board by column',
  permission: 'production.read',
  query: z.object({
    language: languageTag.optional(),
    limit: z.coerce.number().int().min(1).max(2000).default(2000),
  }),
  returns: z.object({
    cards: z.array(boardCard),
    /** Older ones are not among the cards; what is shipped goes first. */
    hasMore: z.boolean(),
  }),
});

/** How many cards one request moves at most. */
export const mostMoved = 200;
/** What became of one card: moved, or left where it was with the reason. */
export const moveResult = z
  .object({
    id,
    /** Null where there is no such specification. */
    number: z.number().int().nullable(),
    from: specificationState.nullable(),
    isMoved: z.boolean(),
    /** The move back is one that production may make. */
    canUndo: z.boolean(),
    error: errorBody.nullable(),
  })
  .meta({ id: 'MoveResult' });
export type MoveResult = z.infer<typeof moveResult>;
export const moveSpecifications = endpoint('POST /production/specifications/move', {
  summary: 'Move many in one transaction; what may not be moved is left, each with its reason',
  permission: 'production.write',
  body: z.object({
    ids: z.array(id).min(1).max(mostMoved),
    to: specificationState,
    note: z.string().max(2000).default(''),
    feasibility: feasibility.optional(),
    tracking: z.string().max(200).optional(),
  }),
  returns: z.object({ results: z.array(moveResult) }),
});
