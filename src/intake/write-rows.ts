import type { EntityManager } from 'typeorm';
import { newId } from '../platform/index.ts';
import { wholeMessagePart } from '../tickets/index.ts';
import type { Appended, Opened } from './batch.ts';
import type { ReadMail } from './read-mail.ts';

type Kept = Opened | Appended;

export interface TicketInsert {
  id: string;
  subject: string;
  status: string;
  priority: string;
  store_id: string | null;
  channel_id: string;
  contact_id: string | null;
  team_id: string | null;
  assignee_id: string | null;
  language: string | null;
  language_confidence: number;
  language_reason: unknown;
  country: string | null;
  country_confidence: number;
  country_reason: unknown;
  region: string | null;
  intent: string | null;
  order_id: string | null;
  tags: string[];
  is_special_wish: boolean;
  is_spam: boolean;
  is_history: boolean;
  follow_up_of: string | null;
  route_reason: unknown;
  contact_name: string;
  snippet: string;
  last_message_at: Date;
  last_direction: string;
  waiting_since: Date | null;
  next_deadline_at: Date | null;
  next_deadline_kind: string | null;
  resolved_at: Date | null;
}

const ticketColumns: Record<keyof TicketInsert, string> = {
  id: 'uuid',
  subject: 'text',
  status: 'text',
  priority: 'text',
  store_id: 'uuid',
  channel_id: 'uuid',
  contact_id: 'uuid',
  team_id: 'uuid',
  assignee_id: 'uuid',
  language: 'text',
  language_confidence: 'real',
  language_reason: 'jsonb',
  country: 'text',
  country_confidence: 'real',
  country_reason: 'jsonb',
  region: 'text',
  intent: 'text',
  order_id: 'text',
  tags: 'text[]',
  is_special_wish: 'boolean',
  is_spam: 'boolean',
  is_history: 'boolean',
  follow_up_of: 'uuid',
  route_reason: 'jsonb',
  contact_name: 'text',
  snippet: 'text',
  last_message_at: 'timestamptz',
  last_direction: 'text',
  waiting_since: 'timestamptz',
  next_deadline_at: 'timestamptz',
  next_deadline_kind: 'text',
  resolved_at: 'timestamptz',
};

export async function insertTickets(db: EntityManager, tickets: readonly TicketInsert[]): Promise<void> {
  if (tickets.length > 0) await insertRecords(db, 'tickets', ticketColumns, tickets, { message_count: '1' });
}

export const messageColumns = {
  id: 'uuid',
  ticket_id: 'uuid',
  direction: 'text',
  channel_id: 'uuid',
  from_name: 'text',
  from_address: 'text',
  to_people: 'jsonb',
  cc_people: 'jsonb',
  reply_to_address: 'text',
  subject: 'text',
  message_id_header: 'text',
  in_reply_to: 'text',
  reference_ids: 'text[]',
  parent_root: 'text',
  thread_root: 'text',
  fingerprint: 'text',
  threading: 'jsonb',
  text: 'text',
  reply_text: 'text',
  quoted_text: 'text',
  signature: 'text',
  forwarded: 'jsonb',
  html: 'text',
  language: 'text',
  language_reason: 'jsonb',
  automation: 'jsonb',
  authentication: 'jsonb',
  spam_score: 'real',
  warnings: 'text[]',
  is_unreadable: 'boolean',
  received_message_id: 'uuid',
  sent_at: 'timestamptz',
  received_at: 'timestamptz',
};

export async function insertMessages(db: EntityManager, kept: readonly Kept[], now: Date): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ item, messageId, ticketId, language, direction, reason }) => ({
    id: messageId,
    ticket_id: ticketId,
    direction,
    channel_id: item.channelId,
    threading: reason,
    ...(item.mail ? readColumns(item.mail) : unreadColumns(item.fault)),
    language: language.language,
    language_reason: language.reason ?? null,
    received_message_id: item.id,
    received_at: item.isHistory ? (item.mail?.date ?? item.receivedAt) : now,
  }));
  await insertRecords(db, 'messages', messageColumns, rows, {});
}

/** What the reader alone decides: a newer one may decide otherwise, and be replayed. */
export const readColumns = (mail: ReadMail) => ({
  from_name: mail.sender?.name || mail.from?.name || null,
  from_address: mail.sender?.value ?? mail.from?.address.toLowerCase() ?? null,
  to_people: mail.to,
  cc_people: mail.cc,
  reply_to_address:
    mail.sender && mail.sender.address.toLowerCase() !== mail.sender.value ? mail.sender.address : mail.replyToAddress,
  subject: mail.subject,
  message_id_header: mail.messageId,
  in_reply_to: mail.inReplyTo,
  reference_ids: mail.references,
  parent_root: mail.parentRoot,
  thread_root: mail.threadRoot,
  fingerprint: mail.fingerprint,
  text: mail.text,
  reply_text: mail.replyText || (mail.forwarded || mail.quotedText ? '' : mail.text),
  quoted_text: mail.quotedText,
  signature: mail.signature,
  forwarded: mail.forwarded,
  html: mail.html,
  automation: mail.automation && { kind: mail.automation.kind, reason: mail.automation.reason },
  authentication: mail.authentication,
  spam_score: mail.spamScore,
  warnings: mail.warnings,
  is_unreadable: false,
  sent_at: mail.date,
});

const unreadColumns = (fault: string | null) => ({
  to_people: [],
  cc_people: [],
  subject: '',
  reference_ids: [],
  text: '',
  reply_text: '',
  warnings: fault ? [fault.slice(0, 1_000)] : [],
  is_unreadable: true,
});

export const attachmentColumns = {
  id: 'uuid',
  message_id: 'uuid',
  name: 'text',
  type: 'text',
  size: 'bigint',
  sha256: 'text',
  part: 'integer',
  is_inline: 'boolean',
  content_id: 'text',
};

export async function insertAttachments(db: EntityManager, kept: readonly Kept[]): Promise<void> {
  const rows = kept.flatMap(({ item, messageId }) => {
    const parts = item.mail ? item.mail.attachments : [wholeMessage(item)];
    return parts.map((a) => ({
      id: newId(),
      message_id: messageId,
      name: a.name,
      type: a.type,
      size: a.size,
      sha256: a.sha256,
      part: a.part,
      is_inline: a.isInline,
      content_id: a.contentId,
    }));
  });
  if (rows.length > 0) await insertRecords(db, 'attachments', attachmentColumns, rows, {});
}

/** What could not be read is attached as it came. */
const wholeMessage = ({ size }: { size: number }) => ({
  name: 'message.eml',
  type: 'message/rfc822',
  size,
  sha256: '',
  part: wholeMessagePart,
  isInline: false,
  contentId: null,
});

export interface TicketTouch {
  id: string;
  snippet: string;
  at: Date;
  direction: string;
  reopens: boolean;
  wakes: boolean;
  /** A machine wrote it: the list row stays as people made it. */
  isQuiet: boolean;
  language: string | null;
  order_id: string | null;
  is_special_wish: boolean;
}

/** Several messages of one batch may touch one ticket: the last one's words stand in the list. */
export async function touchTickets(db: EntityManager, touches: readonly TicketTouch[]): Promise<void> {
  if (touches.length === 0) return;
  const merged = new Map<string, TicketTouch & { n: number }>();
  for (const t of touches) {
    const known = merged.get(t.id);
    const told = known && t.isQuiet ? known : t;
    merged.set(t.id, {
      ...told,
      n: (known?.n ?? 0) + 1,
      reopens: t.reopens || known?.reopens === true,
      wakes: t.wakes || known?.wakes === true,
      is_special_wish: t.is_special_wish || known?.is_special_wish === true,
      language: t.language ?? known?.language ?? null,
      order_id: t.order_id ?? known?.order_id ?? null,
    });
  }
  await db.query(
    `UPDATE tickets t SET message_count = t.message_count + n.n,
       snippet = CASE WHEN n."isQuiet" OR n.at < t.last_message_at THEN t.snippet ELSE n.snippet END,
       last_direction = CASE WHEN n."isQuiet" OR n.at < t.last_message_at THEN t.last_direction ELSE n.direction END,
       last_message_at = CASE WHEN n."isQuiet" THEN t.last_message_at ELSE greatest(t.last_message_at, n.at) END,
       status = CASE WHEN n.reopens OR (n.wakes AND t.status IN ('pending', 'on_hold')) THEN 'open' ELSE t.status END,
       resolved_at = CASE WHEN n.reopens THEN NULL ELSE t.resolved_at END, snoozed_until = CASE WHEN n.wakes THEN NULL ELSE t.snoozed_until END,
       waiting_since = CASE WHEN n.wakes THEN coalesce(t.waiting_since, n.at) ELSE t.waiting_since END,
       language = coalesce(t.language, n.language), order_id = coalesce(t.order_id, n.order_id),
       is_special_wish = t.is_special_wish OR n.is_special_wish, updated_at = now()
     FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, snippet text, at timestamptz, direction text, reopens boolean, wakes boolean, "isQuiet" boolean, language text, order_id text, is_special_wish boolean, n integer)
     WHERE t.id = n.id`,
    [records([...merged.values()])],
  );
}

/** Many rows by one statement, typed by a JSON record set; `constants` are SQL of ours. */
export async function insertRecords(
  db: EntityManager,
  table: string,
  columns: Record<string, string>,
  rows: readonly object[],
  constants: Record<string, string>,
): Promise<void> {
  const names = Object.keys(columns);
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await db.query(
    `INSERT INTO ${table} (${[...names, ...Object.keys(constants)].join(', ')})
     SELECT ${[...names, ...Object.values(constants)].join(', ')} FROM jsonb_to_recordset($1::jsonb) AS n (${types.join(', ')})`,
    [records(rows)],
  );
}

/** PostgreSQL's JSON takes neither NUL nor half a surrogate pair; whatever slipped through becomes U+FFFD. */
export function records(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return json.includes('\\u') ? json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1\ufffd') : json;
}
