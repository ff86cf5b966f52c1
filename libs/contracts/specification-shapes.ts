import { z } from 'zod';
import type { ErrorTable } from './error-table.ts';
import { id, instant, languageTag } from './scalars.ts';

export const productionErrors = {
  'specification.notFound': 404,
  'specification.versionNotFound': 404,
  'specification.questionNotFound': 404,
  'specification.packNotFound': 404,
  'specification.packChangedMeanwhile': 409,
  'specification.incomplete': 409,
  'specification.unconfirmed': 409,
  'specification.unchanged': 409,
  'specification.changedMeanwhile': 409,
  'specification.notAllowedNow': 409,
  'specification.reasonNeeded': 400,
  'specification.costNeeded': 400,
  'specification.productionFirst': 409,
  'specification.buyerFirst': 409,
  'specification.noAlternative': 409,
  'specification.alarmNotFound': 404,
  'specification.nothingToAsk': 400,
  'specification.invalidValue': 400,
  'specification.modelOff': 409,
  'specification.proposalNotFound': 404,
  'specification.pictureNotFound': 404,
  'specification.pictureInvalid': 400,
  'specification.pictureTooLarge': 413,
  'specification.tooManyPictures': 409,
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

/** A value that a language model pointed at and our own reading took from the words there; nothing until a person accepts it. */
export const valueProposal = z
  .object({
    id,
    itemId: id,
    attribute: z.string(),
    value: attributeValue,
    /** The value in the reader's language. */
    text: z.string(),
    unit: z.string().nullable(),
    stated: z.string(),
    source: z.object({ messageId: id, start: z.number().int().min(0), end: z.number().int().min(0) }),
    confidence: z.number().min(0).max(1),
    model: z.string(),
  })
  .meta({ id: 'ValueProposal' });
export type ValueProposal = z.infer<typeof valueProposal>;

/** A message that a language model was asked about, and what became of it. */
export const modelReading = z
  .object({
    messageId: id,
    state: z.enum(['waiting', 'done', 'failed']),
    /** What went wrong and what to do, in the reader's language; while it waits: the last time. */
    said: z.string().nullable(),
    model: z.string(),
    /** Proposals that held, whatever became of them. */
    proposed: z.number().int(),
    /** Proposals that did not hold: not in the text, or no value of the pack. */
    leftOut: z.number().int(),
    at: instant,
  })
  .meta({ id: 'ModelReading' });
export type ModelReading = z.infer<typeof modelReading>;

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
    /** A change order changes what the buyer had approved: production says what it costs, then the buyer approves again. */
    kind: z.enum(['first', 'revision', 'change_order']),
    hash: z.string(),
    note: z.string(),
    createdBy: z.string(),
    createdAt: instant,
    acknowledgedAt: instant.nullable(),
    buyerApprovedAt: instant.nullable(),
  })
  .meta({ id: 'VersionSummary' });

/** Why production cannot do it as asked; a code, so that it reads in every language. */
export const feasibilityReasons = [
  'size',
  'weight',
  'material',
  'strength',
  'certificate',
  'tooling',
  'supply',
  'other',
] as const;

/** Production's answer to a version: figures and codes only reach the buyer, free text stays in the house. */
export const feasibility = z
  .object({
    answer: z.enum(['yes', 'no', 'alternative']),
    /** Of the whole specification. */
    price: z.number().nonnegative().nullable().default(null),
    /** Added by this version to what was agreed before; of a change order, and of a wish that costs extra. */
    surcharge: z.number().nullable().default(null),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .default(null),
    leadTimeDays: z.number().int().min(0).max(1000).nullable().default(null),
    extraDays: z.number().int().min(0).max(1000).nullable().default(null),
    validUntil: z.iso.date().nullable().default(null),
    reasonCode: z.enum(feasibilityReasons).nullable().default(null),
    reason: z.string().max(2000).default(''),
    alternative: z.string().max(2000).default(''),
    /** What production can make instead, as values. */
    alternativeValues: z
      .array(z.object({ itemId: id, attribute: z.string().max(60), value: attributeValue }))
      .max(50)
      .default([]),
  })
  .refine((f) => f.currency !== null || (f.price === null && !f.surcharge), {
    path: ['currency'],
    message: 'an amount needs its currency',
  })
  .meta({ id: 'Feasibility' });
export type Feasibility = z.infer<typeof feasibility>;

/** A value of a released version that a later message speaks of. */
export const touch = z.object({
  itemId: id,
  itemNumber: z.number().int(),
  attribute: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  /** Null where the message speaks of it without a value that could be read. */
  after: z.string().nullable(),
  /** The buyer's words for it. */
  stated: z.string(),
  /** Where it stands: newly written, in an answer between quoted lines, in the name of an attachment. */
  part: z.enum(['text', 'quoted', 'attachment']),
});
export const specificationAlarm = z
  .object({
    id,
    version: z.number().int(),
    /** Null for production, which does not read the buyer's mail. */
    messageId: id.nullable(),
    touches: z.array(touch),
    raisedAt: instant,
    acknowledgedAt: instant.nullable(),
    escalatedAt: instant.nullable(),
    settled: z.enum(['released', 'dismissed']).nullable(),
  })
  .meta({ id: 'SpecificationAlarm' });
export type SpecificationAlarm = z.infer<typeof specificationAlarm>;

/** A point the buyer was asked about, and the answer once it came. */
export const buyerQuestion = z
  .object({
    id,
    number: z.number().int(),
    itemId: id,
    attribute: z.string(),
    label: z.string(),
    text: z.string(),
    askedAt: instant,
    answer: z.string().nullable(),
    answerMessageId: id.nullable(),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'BuyerQuestion' });
export type BuyerQuestion = z.infer<typeof buyerQuestion>;

/** An earlier answer to a like wish, in whatever language that was asked. */
export const likeAnswer = z
  .object({
    specificationId: id,
    number: z.number().int(),
    version: z.number().int(),
    title: z.string(),
    answeredAt: instant,
    answer: feasibility,
    isExpired: z.boolean(),
    /** Share of this wish's traits that the other has too, rare ones weighing more; 0 to 1. */
    likeness: z.number().min(0).max(1),
    shared: z.array(z.string()),
    missing: z.array(z.string()),
  })
  .meta({ id: 'LikeAnswer' });
export type LikeAnswer = z.infer<typeof likeAnswer>;

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

/** A picture that goes with the wish, or a photo of the work; its name never comes from the buyer. */
export const specificationPicture = z
  .object({
    id,
    width: z.number().int(),
    height: z.number().int(),
    caption: z.string(),
    addedBy: z.string(),
    addedAt: instant,
  })
  .meta({ id: 'SpecificationPicture' });
export type SpecificationPicture = z.infer<typeof specificationPicture>;
/** The same for sales: where it came from, and whether the next version has it. */
export const wishPicture = specificationPicture.extend({ attachmentId: id.nullable(), isChosen: z.boolean() });
export type WishPicture = z.infer<typeof wishPicture>;

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
    /** To scale, of each item whose size is known, with what is still to be confirmed. */
    drawings: z.array(z.object({ itemId: id, svg: z.string() })),
    openPoints: z.array(openPoint),
    hasUnreleasedChanges: z.boolean(),
    versions: z.array(versionSummary),
    questions: z.array(productionQuestion),
    alarms: z.array(specificationAlarm),
    buyerQuestions: z.array(buyerQuestion),
    /** Of a language model, where one is set up; they are no part of the draft. */
    proposals: z.array(valueProposal),
    modelReadings: z.array(modelReading),
    feasibility: feasibility.nullable(),
    /** Production's answer in the buyer's language, ready for the reply; figures and codes only. */
    feasibilityText: z.string().nullable(),
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
    /** What production promised when it accepted. */
    promisedDate: z.iso.date().nullable(),
    pictures: z.array(wishPicture),
    /** Of the work, by production. */
    photos: z.array(specificationPicture),
  })
  .meta({ id: 'Specification' });
export type Specification = z.infer<typeof specification>;
