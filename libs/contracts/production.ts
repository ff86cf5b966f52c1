import { z } from 'zod';
import { binary, endpoint } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, id, instant, languageTag } from './scalars.ts';

export const productionErrors = {
  'specification.notFound': 404,
  'specification.versionNotFound': 404,
  'specification.questionNotFound': 404,
  'specification.packNotFound': 404,
  'specification.incomplete': 409,
  'specification.unconfirmed': 409,
  'specification.unchanged': 409,
  'specification.changedMeanwhile': 409,
  'specification.notAllowedNow': 409,
  'specification.reasonNeeded': 400,
  'specification.invalidValue': 400,
  'specification.linkInvalid': 404,
  'specification.linkExpired': 410,
} satisfies ErrorTable;

/** States of a specification; the table of moves is src/production/specification-status.ts. */
export const specificationStates = [
  'draft',
  'new',
  'questions',
  'accepted',
  'refused',
  'in_production',
  'ready',
  'shipped',
  'cancelled',
] as const;
export const specificationState = z.enum(specificationStates);
export type SpecificationState = z.infer<typeof specificationState>;
/** Columns of the production board, left to right. */
export const boardColumns = ['new', 'questions', 'accepted', 'refused', 'in_production', 'ready', 'shipped'] as const;

export const attributeValue: z.ZodType<AttributeValue> = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z
    .array(
      z.union([z.string().max(500), z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))]),
    )
    .max(50),
]);
export type AttributeValue = string | number | boolean | (string | Record<string, string | number | boolean | null>)[];

/** A value of an attribute with where it comes from: the buyer's words (message and span) or a person here. */
export const specificationValue = z
  .object({
    value: attributeValue,
    /** As the buyer wrote it, unit and all; null when a person here set it. */
    stated: z.string().max(2000).nullable(),
    unit: z.string().max(20).nullable(),
    source: z.object({ messageId: id, start: z.number().int().min(0), end: z.number().int().min(0) }).nullable(),
    state: z.enum(['candidate', 'confirmed']),
    confidence: z.number().min(0).max(1).nullable(),
    /** The person who confirmed or set it. */
    by: id.nullable(),
  })
  .meta({ id: 'SpecificationValue' });
export type SpecificationValue = z.infer<typeof specificationValue>;

export const specificationItem = z
  .object({ id, productType: z.string().max(60), values: z.record(z.string().max(60), specificationValue) })
  .meta({ id: 'SpecificationItem' });
export type SpecificationItem = z.infer<typeof specificationItem>;

/** What is still open, each with a question ready to be sent to the buyer. */
export const openPoint = z
  .object({
    itemId: id,
    attribute: z.string(),
    /** `missing`, or an ambiguity code such as `handing_convention`. */
    code: z.string(),
    isBlocking: z.boolean(),
    /** In the agent's language, and in the buyer's. */
    question: z.string(),
    buyerQuestion: z.string(),
  })
  .meta({ id: 'OpenPoint' });
export type OpenPoint = z.infer<typeof openPoint>;

export const productionQuestion = z
  .object({
    id,
    itemId: id.nullable(),
    attribute: z.string().nullable(),
    text: z.string(),
    language: languageTag,
    askedBy: z.string(),
    askedAt: instant,
    version: z.number().int(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: instant.nullable(),
    forwardedToBuyerAt: instant.nullable(),
  })
  .meta({ id: 'ProductionQuestion' });
export type ProductionQuestion = z.infer<typeof productionQuestion>;

export const valueChange = z
  .object({
    itemId: id,
    itemNumber: z.number().int(),
    attribute: z.string(),
    label: z.string(),
    kind: z.enum(['added', 'removed', 'changed']),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: 'ValueChange' });
export type ValueChange = z.infer<typeof valueChange>;

export const versionSummary = z
  .object({
    version: z.number().int(),
    hash: z.string(),
    note: z.string(),
    createdBy: z.string(),
    createdAt: instant,
    acknowledgedAt: instant.nullable(),
    buyerApprovedAt: instant.nullable(),
  })
  .meta({ id: 'VersionSummary' });

export const feasibility = z
  .object({
    answer: z.enum(['yes', 'no', 'alternative']),
    price: z.number().nonnegative().nullable(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
    leadTimeDays: z.number().int().min(0).max(1000).nullable(),
    validUntil: z.iso.date().nullable(),
    reason: z.string().max(2000),
    alternative: z.string().max(2000),
  })
  .meta({ id: 'Feasibility' });
export type Feasibility = z.infer<typeof feasibility>;

export const statusEvent = z
  .object({
    at: instant,
    by: z.string(),
    from: specificationState.nullable(),
    to: specificationState,
    note: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'StatusEvent' });

export const buyerApproval = z.enum(['none', 'asked', 'approved', 'change_requested', 'outdated']);

/** The agent's view: everything. */
export const specification = z
  .object({
    id,
    number: z.number().int(),
    ticketId: id,
    packId: z.string(),
    packVersion: z.string(),
    state: specificationState,
    currentVersion: z.number().int(),
    /** Counts saves of the draft; a save names the one it started from. */
    revision: z.number().int(),
    items: z.array(specificationItem),
    openPoints: z.array(openPoint),
    hasUnreleasedChanges: z.boolean(),
    versions: z.array(versionSummary),
    questions: z.array(productionQuestion),
    feasibility: feasibility.nullable(),
    tracking: z.string().nullable(),
    history: z.array(statusEvent),
    approval: z.object({
      state: buyerApproval,
      at: instant.nullable(),
      version: z.number().int().nullable(),
      comment: z.string().nullable(),
    }),
    buyerLanguage: languageTag.nullable(),
    dueDate: z.iso.date().nullable(),
  })
  .meta({ id: 'Specification' });
export type Specification = z.infer<typeof specification>;

/** One line of a sheet: numbers are the stored ones in any language; what was not said is said to be so. */
export const sheetRow = z.object({
  attribute: z.string(),
  label: z.string(),
  text: z.string(),
  stated: z.string().nullable(),
  state: z.enum(['confirmed', 'assumed', 'open', 'not_said']),
  isMandatory: z.boolean(),
  change: z.enum(['none', 'added', 'changed', 'removed']),
  before: z.string().nullable(),
});
export const sheetItem = z.object({
  itemId: id,
  number: z.number().int(),
  productType: z.string(),
  title: z.string(),
  quantity: z.number().nullable(),
  groups: z.array(z.object({ group: z.string(), label: z.string(), rows: z.array(sheetRow) })),
  /** The elevation and plan as SVG, drawn to scale by us. */
  drawing: z.string(),
});
export const sheet = z
  .object({
    specificationId: id,
    number: z.number().int(),
    version: z.number().int(),
    hash: z.string(),
    language: languageTag,
    title: z.string(),
    state: specificationState,
    createdAt: instant,
    dueDate: z.iso.date().nullable(),
    items: z.array(sheetItem),
    changes: z.array(valueChange),
  })
  .meta({ id: 'Sheet' });
export type Sheet = z.infer<typeof sheet>;

/** What production sees: no name, address, mail or telephone of the buyer. */
export const boardCard = z
  .object({
    id,
    number: z.number().int(),
    version: z.number().int(),
    state: specificationState,
    title: z.string(),
    productType: z.string(),
    quantity: z.number().nullable(),
    size: z.string(),
    handing: z.string().nullable(),
    country: z.string().nullable(),
    store: z.string().nullable(),
    dueDate: z.iso.date().nullable(),
    openQuestions: z.number().int(),
    answeredQuestions: z.number().int(),
    needsAcknowledgement: z.boolean(),
    isApprovedByBuyer: z.boolean(),
    drawing: z.string(),
    updatedAt: instant,
    handedOverAt: instant,
  })
  .meta({ id: 'BoardCard' });
export type BoardCard = z.infer<typeof boardCard>;

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
    sheet,
    versions: z.array(versionSummary),
    questions: z.array(productionQuestion),
    feasibility: feasibility.nullable(),
    tracking: z.string().nullable(),
    history: z.array(statusEvent),
    moves: z.array(specificationState),
    needsAcknowledgement: z.boolean(),
    isApprovedByBuyer: z.boolean(),
    attachments: z.array(z.object({ id, name: z.string(), type: z.string(), size: z.number().int() })),
  })
  .meta({ id: 'ProductionView' });
export type ProductionView = z.infer<typeof productionView>;

const versionParams = z.object({ id, version: z.coerce.number().int().min(1) });
const languageQuery = z.object({ language: languageTag.optional() });

export const createSpecification = endpoint('POST /tickets/:id/specifications', {
  summary: 'Mark a message as special wish: candidates are found in it, each with its place in the text',
  permission: 'specification.write',
  params: byId,
  body: z.object({ messageId: id, packId: z.string().default('doors-and-windows') }),
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

export const getBoard = endpoint('GET /production/board', {
  summary: 'Cards of the board by column',
  permission: 'production.read',
  query: z.object({
    language: languageTag.optional(),
    q: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(2000).default(500),
  }),
  returns: z.object({ cards: z.array(boardCard) }),
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
  .object({ sheet, storeName: z.string(), state: buyerApproval, isCurrent: z.boolean(), expiresAt: instant })
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
export const listPacks = endpoint('GET /packs', {
  summary: 'Product packs',
  permission: 'signedIn',
  returns: z.object({ items: z.array(z.object({ id: z.string(), version: z.string(), name: z.string() })) }),
});
