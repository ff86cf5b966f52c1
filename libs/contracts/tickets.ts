import { z } from 'zod';
import { binary, endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { reason } from './routing.ts';
import { byId, countryCode, emailAddress, id, instant, languageTag, page, pageQuery, regionCode } from './scalars.ts';

export const ticketsErrors = {
  'ticket.notFound': 404,
  'ticket.messageNotFound': 404,
  'ticket.attachmentNotFound': 404,
  'ticket.noRecipient': 409,
  'ticket.noChannel': 409,
  'ticket.mergeIntoItself': 409,
  'ticket.alreadyMerged': 409,
  'ticket.tooLateToUndo': 409,
  'ticket.nothingToSplit': 409,
  'ticket.unknownPerson': 400,
  'ticket.unknownTeam': 400,
  'ticket.attachmentTooLarge': 413,
} satisfies ErrorTable;

export const ticketStatuses = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'] as const;
export const ticketStatus = z.enum(ticketStatuses);
export type TicketStatus = z.infer<typeof ticketStatus>;
export const ticketPriority = z.enum(['low', 'normal', 'high', 'urgent']);
export type TicketPriority = z.infer<typeof ticketPriority>;
export const messageDirection = z.enum(['in', 'out', 'note']);
export const deliveryState = z.enum(['queued', 'sending', 'sent', 'failed', 'uncertain', 'bounced', 'cancelled']);
export type DeliveryState = z.infer<typeof deliveryState>;

/** One row of the list, two lines high. */
export const ticketRow = z
  .object({
    id,
    number: z.number().int(),
    subject: z.string(),
    status: ticketStatus,
    priority: ticketPriority,
    storeId: id.nullable(),
    channelId: id.nullable(),
    contactId: id.nullable(),
    contactName: z.string(),
    teamId: id.nullable(),
    assigneeId: id.nullable(),
    language: languageTag.nullable(),
    country: countryCode.nullable(),
    region: regionCode.nullable(),
    tags: z.array(z.string()),
    isSpecialWish: z.boolean(),
    isSpam: z.boolean(),
    snippet: z.string(),
    lastMessageAt: instant,
    lastDirection: messageDirection,
    waitingSince: instant.nullable(),
    nextDeadlineAt: instant.nullable(),
    nextDeadlineKind: z.string().nullable(),
    snoozedUntil: instant.nullable(),
    messageCount: z.number().int(),
    hasFailedDelivery: z.boolean(),
    /** For the person asking; absent in what travels by socket. */
    isUnread: z.boolean().optional(),
  })
  .meta({ id: 'TicketRow' });
export type TicketRow = z.infer<typeof ticketRow>;

export const ticketViews = [
  'mine',
  'unassigned',
  'team',
  'open',
  'waiting',
  'snoozed',
  'mentions',
  'wishes',
  'resolved',
  'spam',
  'all',
] as const;
export const ticketView = z.enum(ticketViews);
export type TicketView = z.infer<typeof ticketView>;

export const ticketFilter = z.object({
  view: ticketView.default('open'),
  sort: z.enum(['newest', 'oldest', 'deadline']).default('newest'),
  language: languageTag.optional(),
  country: countryCode.optional(),
  region: regionCode.optional(),
  storeId: id.optional(),
  channelId: id.optional(),
  teamId: id.optional(),
  assigneeId: id.optional(),
  status: ticketStatus.optional(),
  tag: z.string().max(60).optional(),
  hasSpecification: z.stringbool().optional(),
});

export const mailPerson = z.object({ name: z.string(), address: z.string() });

export const attachment = z
  .object({
    id,
    name: z.string(),
    type: z.string(),
    size: z.number().int(),
    isInline: z.boolean(),
    contentId: z.string().nullable(),
    preview: z.enum(['image', 'pdf', 'none']),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

export const message = z
  .object({
    id,
    ticketId: id,
    direction: messageDirection,
    authorId: id.nullable(),
    from: mailPerson.nullable(),
    to: z.array(mailPerson),
    cc: z.array(mailPerson),
    subject: z.string(),
    /** What the person newly wrote; the whole text where nothing could be told apart. */
    text: z.string(),
    /** Folded away, one key off: quoted mail, signature, forwarded mail. */
    quotedText: z.string().nullable(),
    signature: z.string().nullable(),
    forwarded: z
      .object({
        from: z.string().nullable(),
        subject: z.string().nullable(),
        date: z.string().nullable(),
        text: z.string(),
      })
      .nullable(),
    /** Whether `GET /messages/:id/html` has something to show. */
    hasHtml: z.boolean(),
    language: languageTag.nullable(),
    languageReason: z.unknown().nullable(),
    /** auto_reply, out_of_office, bounce …; null for what a person wrote. */
    automation: z.object({ kind: z.string(), reason: z.string() }).nullable(),
    authentication: z
      .object({
        spf: z.string().nullable(),
        dkim: z.string().nullable(),
        dmarc: z.string().nullable(),
        arc: z.string().nullable(),
        /** As the filter of the receiving server wrote it; filters differ in scale. */
        spamScore: z.number().nullable(),
      })
      .nullable(),
    /** Why it is in this ticket, with the sentence `intake:threading.<code>`; null for what people here wrote. */
    threading: reason.nullable(),
    warnings: z.array(z.string()),
    attachments: z.array(attachment),
    mentions: z.array(id),
    delivery: z
      .object({
        state: deliveryState,
        detail: z.string().nullable(),
        at: instant.nullable(),
        canUndoUntil: instant.nullable(),
      })
      .nullable(),
    isUnreadable: z.boolean(),
    receivedMessageId: id.nullable(),
    sentAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof message>;

/** A line in the conversation: assigned, status changed, routed … with its values. */
export const ticketEvent = z
  .object({ id, type: z.string(), at: instant, userId: id.nullable(), data: z.record(z.string(), z.unknown()) })
  .meta({ id: 'TicketEvent' });
export type TicketEvent = z.infer<typeof ticketEvent>;

export const draft = z
  .object({
    body: z.string(),
    kind: z.enum(['reply', 'note']),
    language: languageTag.nullable(),
    cc: z.array(z.string()),
    attachmentIds: z.array(id),
    savedAt: instant,
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

export const ticketDetail = z
  .object({
    ticket: ticketRow,
    languageConfidence: z.number().nullable(),
    languageReason: z.unknown().nullable(),
    countryConfidence: z.number().nullable(),
    /** Which clue told the country: `{ code, params }`. */
    countryReason: z.unknown().nullable(),
    routeReasons: z.array(reason),
    intent: z.string().nullable(),
    orderId: z.string().nullable(),
    mergedInto: z.object({ id, number: z.number().int() }).nullable(),
    followUpOf: z.object({ id, number: z.number().int() }).nullable(),
    similar: z.array(z.object({ id, number: z.number().int(), subject: z.string() })),
    messages: z.array(message),
    hasEarlier: z.boolean(),
    events: z.array(ticketEvent),
    drafts: z.array(draft),
    /** How an answer would go out: who to, from which address, in which language. */
    reply: z.object({
      to: mailPerson.nullable(),
      from: z.string().nullable(),
      language: languageTag,
      signature: z.string(),
    }),
  })
  .meta({ id: 'TicketDetail' });
export type TicketDetail = z.infer<typeof ticketDetail>;

export const listTickets = endpoint('GET /tickets', {
  summary: 'A page of the list',
  permission: 'ticket.read',
  query: ticketFilter.extend(pageQuery.shape),
  returns: page(ticketRow),
});
export const countTickets = endpoint('GET /ticket-counts', {
  summary: 'How many stand in each view; counted up to 100',
  permission: 'ticket.read',
  returns: z.object({ counts: z.partialRecord(ticketView, z.number().int()), unread: z.number().int() }),
});
export const getTicket = endpoint('GET /tickets/:id', {
  summary: 'A ticket with its newest messages',
  permission: 'ticket.read',
  params: byId,
  returns: ticketDetail,
});
export const listMessages = endpoint('GET /tickets/:id/messages', {
  summary: 'Earlier messages',
  permission: 'ticket.read',
  params: byId,
  query: z.object({ before: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  returns: z.object({ items: z.array(message), hasEarlier: z.boolean() }),
});
export const getMessageHtml = endpoint('GET /messages/:id/html', {
  summary: 'The message as a page of its own that can neither run nor phone home; remote pictures only when asked for',
  permission: 'ticket.read',
  params: byId,
  query: z.object({ images: z.stringbool().optional() }),
  returns: binary,
});
export const getMessageRaw = endpoint('GET /messages/:id/raw', {
  summary: 'The message as it came, byte for byte',
  permission: 'ticket.read',
  params: byId,
  returns: binary,
});
export const getAttachment = endpoint('GET /attachments/:id', {
  summary: 'An attachment',
  permission: 'ticket.read',
  params: byId,
  query: z.object({ download: z.stringbool().optional() }),
  returns: binary,
});
export const uploadAttachment = endpoint('POST /uploads', {
  summary: 'Upload a file to attach; the body is the file',
  permission: 'ticket.reply',
  query: z.object({ name: z.string().min(1).max(200), type: z.string().max(120).default('application/octet-stream') }),
  returns: attachment,
});

export const replyToTicket = endpoint('POST /tickets/:id/replies', {
  summary: 'Answer the buyer; it leaves after the undo time',
  permission: 'ticket.reply',
  params: byId,
  body: z.object({
    text: z.string().trim().min(1).max(100_000),
    language: languageTag.optional(),
    cc: z.array(emailAddress).max(20).default([]),
    attachmentIds: z.array(id).max(20).default([]),
    status: ticketStatus.optional(),
    cannedReplyId: id.optional(),
    /** The text in the agent's language, where the answer was translated. */
    original: z.object({ text: z.string().max(100_000), language: languageTag }).optional(),
  }),
  returns: message,
});
export const addNote = endpoint('POST /tickets/:id/notes', {
  summary: 'An internal note; mentioned people are told',
  permission: 'ticket.write',
  params: byId,
  body: z.object({
    text: z.string().trim().min(1).max(50_000),
    mentions: z.array(id).max(30).default([]),
    attachmentIds: z.array(id).max(20).default([]),
  }),
  returns: message,
});
export const undoReply = endpoint('POST /messages/:id/undo', {
  summary: 'Take an answer back before it leaves; it becomes the draft again',
  permission: 'ticket.reply',
  params: byId,
  returns: draft,
});
export const updateTicket = endpoint('PATCH /tickets/:id', {
  summary: 'Assign, move, tag, snooze, correct the language',
  permission: 'ticket.write',
  params: byId,
  body: z.object({
    assigneeId: id.nullable().optional(),
    teamId: id.nullable().optional(),
    status: ticketStatus.optional(),
    priority: ticketPriority.optional(),
    tags: z.array(z.string().trim().min(1).max(60)).max(30).optional(),
    snoozedUntil: instant.nullable().optional(),
    subject: z.string().trim().min(1).max(500).optional(),
    /** Remembered on the buyer: the next message is not guessed anew. */
    language: languageTag.optional(),
    country: countryCode.nullable().optional(),
    isSpam: z.boolean().optional(),
    isSpecialWish: z.boolean().optional(),
    storeId: id.optional(),
    orderId: z.string().max(120).nullable().optional(),
  }),
  returns: ticketRow,
});
export const updateTickets = endpoint('PATCH /tickets', {
  summary: 'The same change on many tickets',
  permission: 'ticket.write',
  body: z.object({ ids: z.array(id).min(1).max(500), changes: updateTicket.body }),
  returns: z.object({ items: z.array(ticketRow) }),
});
export const undoChange = endpoint('POST /tickets/:id/undo', {
  summary: 'Take the last own change of a ticket back',
  permission: 'ticket.write',
  params: byId,
  returns: ticketRow,
});
export const mergeTickets = endpoint('POST /tickets/:id/merge', {
  summary: 'Move everything of this ticket into another; later mail follows',
  permission: 'ticket.write',
  params: byId,
  body: z.object({ intoId: id }),
  returns: ticketRow,
});
export const splitTicket = endpoint('POST /tickets/:id/split', {
  summary: 'A message and what came after it become a ticket of their own',
  permission: 'ticket.write',
  params: byId,
  body: z.object({ messageId: id, subject: z.string().trim().max(500).optional() }),
  returns: ticketRow,
});
export const markRead = endpoint('PUT /tickets/:id/read', {
  summary: 'Read, or unread again',
  permission: 'ticket.read',
  params: byId,
  body: z.object({ isRead: z.boolean().default(true) }),
  returns: nothing,
});
export const saveDraft = endpoint('PUT /tickets/:id/draft', {
  summary: 'Keep what is being typed; an empty body removes it',
  permission: 'ticket.write',
  params: byId,
  body: z.object({
    kind: z.enum(['reply', 'note']),
    body: z.string().max(100_000),
    language: languageTag.nullable().default(null),
    cc: z.array(z.string().max(320)).max(20).default([]),
    attachmentIds: z.array(id).max(20).default([]),
  }),
  returns: z.object({ savedAt: instant }),
});
export const listTags = endpoint('GET /tags', {
  summary: 'Tags in use',
  permission: 'ticket.read',
  returns: z.object({ items: z.array(z.string()) }),
});
