import { z } from 'zod';
import { binary, endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, emailAddress, id, instant, page, pageQuery } from './scalars.ts';

export const channelsErrors = {
  'channel.notFound': 404,
  'channel.addressTaken': 409,
  'channel.inUse': 409,
  'channel.receivedNotFound': 404,
  'channel.badSignature': 401,
  'channel.unreachable': 422,
} satisfies ErrorTable;

export const channelKind = z.enum(['smtp_listener', 'imap', 'webhook', 'file']);
export type ChannelKind = z.infer<typeof channelKind>;

/** How answers leave: an SMTP server, or the built-in sink that keeps them for the sent-mail viewer. */
export const outboundSettings = z.object({
  kind: z.enum(['smtp', 'sink', 'none']),
  host: z.string().max(255).optional(),
  port: z.number().int().min(1).max(65535).optional(),
  /** `tls`: encrypted from the start (465); `starttls`: must be upgraded (587); `none`: only on a trusted network. */
  security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
  user: z.string().max(320).optional(),
  /** With `xoauth2` the secret is a refresh token, exchanged at `tokenUrl` (RFC 6749 §6). */
  auth: z.enum(['password', 'xoauth2']).optional(),
  tokenUrl: z.url().optional(),
  clientId: z.string().max(300).optional(),
  /** What the provider allows, for example 30 with Microsoft 365; left out: no limit of ours. */
  perMinute: z.number().int().min(1).max(100_000).optional(),
});
export const imapSettings = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.number().int().min(1).max(65535).default(993),
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: z.string().trim().min(1).max(320),
  auth: z.enum(['password', 'xoauth2']).default('password'),
  folders: z.array(z.string().max(255)).min(1).default(['INBOX']),
  /** Mail received earlier is not taken in. */
  since: z.iso.date().nullable().default(null),
  /**
   * Mail received from this day on is live: it starts clocks and is routed. Earlier mail is history: closed, silent.
   * Null: live is what arrives after the mailbox was connected.
   */
  liveSince: z.iso.date().nullable().default(null),
  /** Marks on the server what was taken in as read; otherwise nothing there is changed. */
  markSeen: z.boolean().default(false),
  pollSeconds: z.number().int().min(5).max(3600).default(60),
  /** For XOAUTH2: where the secret, a refresh token, is exchanged (RFC 6749 §6); a client secret follows it after a blank. */
  tokenUrl: z.url().optional(),
  clientId: z.string().max(300).optional(),
});

/** What kind of fault a connection had; each has a text that says what to do. */
export const faultKind = z.enum([
  'host',
  'refused',
  'timeout',
  'certificate',
  'tls',
  'login',
  'folder',
  'throttled',
  'other',
]);
export type FaultKind = z.infer<typeof faultKind>;

export const channel = z
  .object({
    id,
    storeId: id.nullable(),
    kind: channelKind,
    name: z.string(),
    addresses: z.array(emailAddress),
    imap: imapSettings.nullable(),
    outbound: outboundSettings,
    hasSecret: z.boolean(),
    hasOutboundSecret: z.boolean(),
    isActive: z.boolean(),
    state: z.enum(['idle', 'connecting', 'connected', 'failing', 'off']),
    lastSuccessAt: instant.nullable(),
    lastErrorAt: instant.nullable(),
    lastErrorKind: faultKind.nullable(),
    /** In the caller's language: what failed and what to do. */
    lastError: z.string().nullable(),
    /** Mail on the server that is not here yet, and since when the oldest waits; null where nothing is behind. */
    lag: z.object({ messages: z.number().int(), seconds: z.number().int() }).nullable(),
    received: z.object({
      ticketed: z.number().int(),
      ignored: z.number().int(),
      failed: z.number().int(),
      waiting: z.number().int(),
    }),
  })
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof channel>;

const channelInput = z.object({
  storeId: id.nullable().default(null),
  kind: channelKind,
  name: z.string().trim().min(1).max(80),
  addresses: z.array(emailAddress).max(50).default([]),
  imap: imapSettings.nullable().default(null),
  outbound: outboundSettings.default({ kind: 'none', security: 'starttls' }),
  /** Password or refresh token of the mailbox, or the key of a webhook; left out, the stored one stays. */
  secret: z.string().max(4000).optional(),
  outboundSecret: z.string().max(4000).optional(),
  isActive: z.boolean().default(true),
});
export type ChannelInput = z.output<typeof channelInput>;

export const listChannels = endpoint('GET /channels', {
  summary: 'Channels with their state',
  permission: 'channel.read',
  returns: z.object({ items: z.array(channel) }),
});
export const createChannel = endpoint('POST /channels', {
  summary: 'Add a channel',
  permission: 'channel.write',
  body: channelInput,
  returns: channel,
});
export const updateChannel = endpoint('PUT /channels/:id', {
  summary: 'Change a channel',
  permission: 'channel.write',
  params: byId,
  body: channelInput,
  returns: channel,
});
export const deleteChannel = endpoint('DELETE /channels/:id', {
  summary: 'Remove a channel without messages',
  permission: 'channel.write',
  params: byId,
  returns: nothing,
});
export const testChannel = endpoint('POST /channels/:id/test', {
  summary: 'Try to connect, in and out, and say in words what is wrong',
  permission: 'channel.write',
  params: byId,
  returns: z.object({
    steps: z.array(z.object({ step: z.enum(['inbound', 'outbound']), isOk: z.boolean(), said: z.string() })),
  }),
});

/** One folder of a mailbox: what the server has, and how each of it ended here. */
export const mailboxFolder = z
  .object({
    folder: z.string(),
    /** As the server names it; `17~2` when it renumbered without saying so. */
    uidValidity: z.string(),
    lastUid: z.number().int(),
    /** Messages in the folder from the start date on, when the counts were last compared. */
    onServer: z.number().int().nullable(),
    comparedAt: instant.nullable(),
    /** Of those on the server, how many had ended here; equal to `onServer` when nothing is missing. */
    accounted: z.number().int().nullable(),
    /** Ended here and no longer in the folder, or from before a start date that was moved. */
    expunged: z.number().int(),
    taken: z.number().int(),
    /** Known from before the server renumbered. */
    known: z.number().int(),
    /** The server does not deliver them. */
    undeliverable: z.number().int(),
    /** On the server and not here yet. */
    waiting: z.number().int(),
    failures: z.array(z.object({ uid: z.number().int(), reason: z.string(), at: instant })),
  })
  .meta({ id: 'MailboxFolder' });
export type MailboxFolder = z.infer<typeof mailboxFolder>;
export const listFolders = endpoint('GET /channels/:id/folders', {
  summary: 'Folders of a mailbox, reconciled with the server',
  permission: 'channel.read',
  params: byId,
  returns: z.object({ items: z.array(mailboxFolder) }),
});

export const surveyedFolder = z
  .object({
    folder: z.string(),
    /** Whether the channel reads this folder. */
    isRead: z.boolean(),
    /** From the start date on, like everything else here. */
    messages: z.number().int(),
    bytes: z.number().int(),
    /** Larger than what is taken in. */
    tooLarge: z.number().int(),
    /** Would be routed and start clocks; all others come as history. */
    live: z.number().int(),
    oldest: instant.nullable(),
    newest: instant.nullable(),
    years: z.array(z.object({ year: z.number().int(), messages: z.number().int() })),
  })
  .meta({ id: 'SurveyedFolder' });
export type SurveyedFolder = z.infer<typeof surveyedFolder>;
export const mailboxSurvey = z
  .object({
    folders: z.array(surveyedFolder),
    /** To be read, and not in the mailbox. */
    missing: z.array(z.string()),
    /** Messages looked into for the two below, spread over the folders that are read. */
    sampled: z.number().int(),
    automatic: z.number().int(),
    languages: z.array(z.object({ language: z.string().nullable(), messages: z.number().int() })),
  })
  .meta({ id: 'MailboxSurvey' });
export type MailboxSurvey = z.infer<typeof mailboxSurvey>;
export const surveyChannel = endpoint('POST /channels/:id/survey', {
  summary: 'What connecting a mailbox would bring; stores nothing, sends nothing, changes nothing on the server',
  permission: 'channel.write',
  params: byId,
  returns: mailboxSurvey,
});

export const receivedMessage = z
  .object({
    id,
    channelId: id,
    externalId: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    state: z.enum(['received', 'ticketed', 'ignored', 'failed']),
    reason: z.string().nullable(),
    receivedAt: instant,
    isHistory: z.boolean(),
  })
  .meta({ id: 'ReceivedMessage' });
export const listReceived = endpoint('GET /received-messages', {
  summary: 'The ledger: every message that came in and what became of it, newest first',
  permission: 'channel.read',
  query: pageQuery.extend({
    channelId: id.optional(),
    state: z.enum(['received', 'ticketed', 'ignored', 'failed']).optional(),
  }),
  returns: page(receivedMessage),
});
export const getReceivedRaw = endpoint('GET /received-messages/:id/raw', {
  summary: 'A received message byte for byte',
  permission: 'channel.read',
  params: byId,
  returns: binary,
});

/** What another system sends in through a webhook channel. */
export const webhookMessage = z.object({
  externalId: z.string().min(1).max(300),
  from: z.object({ address: emailAddress, name: z.string().max(200).default('') }),
  subject: z.string().max(500).default(''),
  text: z.string().max(500_000),
  html: z.string().max(2_000_000).optional(),
  orderId: z.string().max(120).optional(),
  sentAt: instant.optional(),
});
export const receiveWebhook = endpoint('POST /hooks/:id', {
  summary: 'A message from another system; header `x-dragoman-signature: sha256=<hex HMAC-SHA-256 of the body>`',
  permission: 'public',
  params: byId,
  body: webhookMessage,
  returns: z.object({ id, isDuplicate: z.boolean() }),
});
