import { z } from 'zod';
import { binary, endpoint } from './endpoint.ts';
import { byId, id, instant, languageTag } from './scalars.ts';
import { sheet } from './sheet.ts';
import {
  buyerApproval,
  feasibility,
  likeAnswer,
  productionQuestion,
  specification,
  specificationAlarm,
  specificationItem,
  specificationPicture,
  specificationState,
  statusEvent,
  versionSummary,
} from './specification-shapes.ts';

export * from './sheet.ts';
export * from './specification-shapes.ts';

/** What production sees: no name, address, mail or telephone of the buyer. */
export const productionView = z
  .object({
    id,
    number: z.number().int(),
    state: specificationState,
    currentVersion: z.number().int(),
    country: z.string().nullable(),
    store: z.string().nullable(),
    agent: z.string().nullable(),
    dueDate: z.iso.date().nullable(),
    promisedDate: z.iso.date().nullable(),
    sheet,
    /** Of the work. */
    photos: z.array(specificationPicture),
    versions: z.array(versionSummary),
    questions: z.array(productionQuestion),
    /** Only those that still wait for a version or a word of sales. */
    alarms: z.array(specificationAlarm),
    feasibility: feasibility.nullable(),
    tracking: z.string().nullable(),
    history: z.array(statusEvent),
    moves: z.array(specificationState),
    needsAcknowledgement: z.boolean(),
    isApprovedByBuyer: z.boolean(),
  })
  .meta({ id: 'ProductionView' });
export type ProductionView = z.infer<typeof productionView>;

const versionParams = z.object({ id, version: z.coerce.number().int().min(1) });
const languageQuery = z.object({ language: languageTag.optional() });

export const createSpecification = endpoint('POST /tickets/:id/specifications', {
  summary: 'Mark a message as special wish: candidates are found in it, each with its place in the text',
  permission: 'specification.write',
  params: byId,
  body: z.object({
    messageId: id,
    /** The trade; without it that of the ticket's store. */ packId: z.string().max(60).optional(),
  }),
  returns: specification,
});
export const listTicketSpecifications = endpoint('GET /tickets/:id/specifications', {
  summary: 'Specifications of a ticket',
  permission: 'specification.read',
  params: byId,
  returns: z.object({ items: z.array(specification) }),
});
export const getSpecification = endpoint('GET /specifications/:id', {
  summary: 'A specification with draft, versions and questions',
  permission: 'specification.read',
  params: byId,
  returns: specification,
});
export const saveSpecification = endpoint('PUT /specifications/:id/draft', {
  summary: 'Save the draft; refused when somebody saved since `revision`',
  permission: 'specification.write',
  params: byId,
  body: z.object({
    revision: z.number().int(),
    items: z.array(specificationItem).min(1).max(50),
    dueDate: z.iso.date().nullable().optional(),
  }),
  returns: specification,
});
export const readMessage = endpoint('POST /specifications/:id/read', {
  summary: 'Look for values in another message of the ticket; found ones become candidates beside what is confirmed',
  permission: 'specification.write',
  params: byId,
  body: z.object({ messageId: id }),
  returns: specification,
});
export const askModel = endpoint('POST /specifications/:id/model-readings', {
  summary: 'Ask the language model, where one is set up, about a message (again)',
  permission: 'specification.write',
  params: byId,
  body: z.object({ messageId: id }),
  returns: specification,
});
export const decideProposal = endpoint('PATCH /value-proposals/:id', {
  summary: 'Turn down what a language model proposed, or take that back; accepting is saving the draft with its value',
  permission: 'specification.write',
  params: byId,
  body: z.object({ isRejected: z.boolean() }),
  returns: specification,
});
export const handOff = endpoint('POST /specifications/:id/hand-off', {
  summary: 'Hand the draft to production as the next version; mandatory values must be there and every value confirmed',
  permission: 'specification.write',
  params: byId,
  body: z.object({
    note: z.string().max(2000).default(''),
    /** Hand off although mandatory values are missing; they stand on the sheet as not said. */
    withMissing: z.boolean().default(false),
  }),
  returns: specification,
});
export const cancelSpecification = endpoint('POST /specifications/:id/cancel', {
  summary: 'Withdraw a specification',
  permission: 'specification.write',
  params: byId,
  body: z.object({ reason: z.string().trim().min(1).max(2000) }),
  returns: specification,
});
export const answerQuestion = endpoint('POST /specification-questions/:id/answer', {
  summary: "Answer production's question",
  permission: 'specification.write',
  params: byId,
  body: z.object({ text: z.string().trim().min(1).max(4000) }),
  returns: specification,
});
export const forwardQuestion = endpoint('POST /specification-questions/:id/forward', {
  summary: 'Note that the question went to the buyer; the reply itself is sent from the ticket',
  permission: 'specification.write',
  params: byId,
  returns: specification,
});
export const getSheet = endpoint('GET /specifications/:id/versions/:version/sheet', {
  summary: 'The sheet of a version in a language',
  permission: 'specification.read',
  params: versionParams,
  query: languageQuery,
  returns: sheet,
});
export const getSheetPdf = endpoint('GET /specifications/:id/versions/:version/sheet.pdf', {
  summary: 'The sheet of a version as PDF',
  permission: 'specification.read',
  params: versionParams,
  query: languageQuery,
  returns: binary,
});
export const askForApproval = endpoint('POST /specifications/:id/approval-link', {
  summary: 'A signed, expiring link for the buyer to see and approve the current version',
  permission: 'specification.write',
  params: byId,
  returns: z.object({ url: z.string(), expiresAt: instant, text: z.string(), language: languageTag }),
});

export const dismissAlarm = endpoint('POST /specification-alarms/:id/dismiss', {
  summary: 'A person says that the message changes nothing; the draft has the released values again',
  permission: 'specification.write',
  params: byId,
  returns: specification,
});
export const askBuyer = endpoint('POST /specifications/:id/ask-buyer', {
  summary:
    "Questions for the open points, numbered, in the buyer's language; the answer is matched to them when it comes",
  permission: 'specification.write',
  params: byId,
  body: z.object({
    points: z
      .array(z.object({ itemId: id, attribute: z.string().max(60), code: z.string().max(60) }))
      .min(1)
      .max(50),
  }),
  returns: z.object({ text: z.string(), language: languageTag, specification }),
});
export const takeAlternative = endpoint('POST /specifications/:id/take-alternative', {
  summary: 'Put the values that production proposed into the draft',
  permission: 'specification.write',
  params: byId,
  returns: specification,
});
export const listLikeAnswers = endpoint('GET /specifications/:id/like-answers', {
  summary: "Production's earlier answers to like wishes, most alike first",
  permission: 'specification.read',
  params: byId,
  query: languageQuery,
  returns: z.object({ items: z.array(likeAnswer) }),
});
export const listLikeAnswersForProduction = endpoint('GET /production/specifications/:id/like-answers', {
  summary: 'What production answered to like wishes before',
  permission: 'production.read',
  params: byId,
  query: languageQuery,
  returns: z.object({ items: z.array(likeAnswer) }),
});

export const getProductionView = endpoint('GET /production/specifications/:id', {
  summary: 'A handed-off specification as production sees it',
  permission: 'production.read',
  params: byId,
  query: languageQuery.extend({ version: z.coerce.number().int().min(1).optional() }),
  returns: productionView,
});
export const getProductionPdf = endpoint('GET /production/specifications/:id/versions/:version/sheet.pdf', {
  summary: 'The sheet for the workshop',
  permission: 'production.read',
  params: versionParams,
  query: languageQuery,
  returns: binary,
});
export const askQuestion = endpoint('POST /production/specifications/:id/questions', {
  summary: 'Ask the sales side, on one attribute or in general',
  permission: 'production.write',
  params: byId,
  body: z.object({
    text: z.string().trim().min(1).max(4000),
    itemId: id.nullable().default(null),
    attribute: z.string().max(60).nullable().default(null),
  }),
  returns: productionView,
});
export const moveSpecification = endpoint('POST /production/specifications/:id/move', {
  summary: 'Accept, refuse, start, finish or ship',
  permission: 'production.write',
  params: byId,
  body: z.object({
    to: specificationState,
    note: z.string().max(2000).default(''),
    feasibility: feasibility.optional(),
    tracking: z.string().max(200).optional(),
  }),
  returns: productionView,
});
export const acknowledgeVersion = endpoint('POST /production/specifications/:id/acknowledge', {
  summary: 'Production has seen the changes of the current version',
  permission: 'production.write',
  params: byId,
  returns: productionView,
});

/** The buyer's page: what the signed link names and nothing else. */
export const buyerSheet = z
  .object({
    sheet,
    storeName: z.string(),
    state: buyerApproval,
    isCurrent: z.boolean(),
    expiresAt: instant,
    isChangeOrder: z.boolean(),
    /** Price, time and validity in the buyer's language; of a change order also what the change costs. */
    offer: z.array(z.string()),
  })
  .meta({ id: 'BuyerSheet' });
export const getBuyerSheet = endpoint('GET /approve/:token', {
  summary: 'The sheet behind a signed link',
  permission: 'public',
  params: z.object({ token: z.string().max(400) }),
  query: languageQuery,
  returns: buyerSheet,
});
export const decideBuyerSheet = endpoint('POST /approve/:token', {
  summary: 'The buyer approves the version or asks for a change',
  permission: 'public',
  params: z.object({ token: z.string().max(400) }),
  body: z.object({
    decision: z.enum(['approve', 'change']),
    comment: z.string().max(4000).default(''),
    name: z.string().max(120).default(''),
  }),
  returns: buyerSheet,
});

/** Names and rules of a product pack in one language, for the editor. */
export const packAttribute = z.object({
  name: z.string(),
  label: z.string(),
  group: z.string(),
  type: z.enum(['number', 'string', 'boolean', 'enum', 'list', 'object_list']),
  unit: z.string().nullable(),
  values: z.array(z.object({ value: z.string(), label: z.string() })),
});
const packTexts = z.record(languageTag, z.string().max(600));
const packAttributeSource = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  group: z.string(),
  type: z.enum(['number', 'string', 'boolean', 'enum', 'list', 'object_list']),
  unit: z.string().nullable().optional(),
  values: z.array(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _./+:-]*$/u)).optional(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  typical: z.tuple([z.number(), z.number()]).optional(),
});
export const packView = z
  .object({
    id: z.string(),
    version: z.string(),
    name: z.string(),
    groups: z.array(z.object({ id: z.string(), label: z.string() })),
    productTypes: z.array(z.object({ value: z.string(), label: z.string(), mandatory: z.array(z.string()) })),
    attributes: z.array(packAttribute),
  })
  .meta({ id: 'PackView' });
export type PackView = z.infer<typeof packView>;
export const getPack = endpoint('GET /packs/:packId', {
  summary: 'A product pack in a language',
  permission: 'signedIn',
  params: z.object({ packId: z.string().max(60) }),
  query: languageQuery,
  returns: packView,
});
/** What an administrator may change of a pack: names, questions, attributes; how its words are found in text stays as it is. */
export const packChange = z
  .object({
    attributes: z.array(packAttributeSource).min(1).max(400),
    mandatory: z.record(z.string(), z.array(z.string())),
    names: z.object({
      pack: packTexts,
      attributes: z.record(z.string(), packTexts),
      values: z.record(z.string(), packTexts),
      productTypes: z.record(z.string(), packTexts),
      groups: z.record(z.string(), packTexts),
    }),
    questions: z.record(z.string(), packTexts),
  })
  .meta({ id: 'PackChange' });
export type PackChange = z.infer<typeof packChange>;
export const packSource = packChange
  .extend({
    id: z.string(),
    version: z.string(),
    productTypes: z.array(z.string()),
    groups: z.array(z.string()),
    versions: z.array(z.object({ version: z.string(), at: instant, by: z.string().nullable(), note: z.string() })),
  })
  .meta({ id: 'PackSource' });
export type PackSource = z.infer<typeof packSource>;
export const getPackSource = endpoint('GET /packs/:packId/source', {
  summary: 'A product pack in every language, to be changed',
  permission: 'pack.write',
  params: z.object({ packId: z.string().max(60) }),
  returns: packSource,
});
export const savePack = endpoint('PUT /packs/:packId/source', {
  summary: 'Save a pack as its next version; with faults nothing is saved and each is named',
  permission: 'pack.write',
  params: z.object({ packId: z.string().max(60) }),
  body: packChange.extend({
    /** Version the change was made from. */
    base: z.string(),
    note: z.string().trim().max(300).default(''),
    isDryRun: z.boolean().default(false),
  }),
  returns: z.object({ version: z.string().nullable(), faults: z.array(z.string()) }),
});
export const listPacks = endpoint('GET /packs', {
  summary: 'Product packs',
  permission: 'signedIn',
  returns: z.object({ items: z.array(z.object({ id: z.string(), version: z.string(), name: z.string() })) }),
});
