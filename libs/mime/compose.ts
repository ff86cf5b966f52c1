import MailComposer from 'nodemailer/lib/mail-composer';
import { normaliseMessageId } from './message-ids.ts';
import type { MailAddress } from './types.ts';

export interface OutgoingAttachment {
  name: string;
  type: string;
  content: Uint8Array;
  /** Bare Content-ID: the picture is shown in the HTML where it says cid:…. */
  contentId?: string;
}

export interface OutgoingMail {
  /** Bare, from signMessageId; kept over retries. */
  messageId: string;
  date?: Date;
  from: MailAddress;
  sender?: MailAddress;
  to: MailAddress[];
  cc?: MailAddress[];
  replyTo?: MailAddress[];
  subject: string;
  text: string;
  /** Left out: plain text only, except that right-to-left languages get an HTML part that says so. */
  html?: string;
  inReplyTo?: string | null;
  /** The parent's References and the parent's Message-ID, oldest first. */
  references?: string[];
  /** BCP 47; sets Content-Language and the direction of the HTML part. */
  language?: string;
  attachments?: OutgoingAttachment[];
  /** Only on mail that no person wrote (RFC 3834 §5). */
  autoSubmitted?: 'auto-replied' | 'auto-generated';
  /** Asks Exchange not to answer automatically (MS-OXCMAIL 2.1.3.2.20). */
  suppressAutoResponse?: boolean;
  /** Further fields, for example a store's own; line breaks are removed. */
  headers?: Record<string, string>;
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'ku-arab']);
// Enough for any client to thread by, short enough for servers that refuse long fields.
const MAX_REFERENCES = 24;
const KEEP_FIRST = 2;

/** True for languages written from right to left (BCP 47 tag, region ignored). */
export function isRightToLeft(language: string | undefined): boolean {
  const tag = language?.toLowerCase() ?? '';
  return RIGHT_TO_LEFT.has(tag) || RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '');
}

/** References of an answer: bare ids without repeats, the middle left out where there are many (RFC 5322 §3.6.4). */
export function trimReferences(ids: readonly string[]): string[] {
  const unique = [...new Set(ids.map(normaliseMessageId).filter((id) => id !== null))];
  if (unique.length <= MAX_REFERENCES) return unique;
  return [...unique.slice(0, KEEP_FIRST), ...unique.slice(KEEP_FIRST - MAX_REFERENCES)];
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

function htmlPart(mail: OutgoingMail): string | undefined {
  if (!isRightToLeft(mail.language)) return mail.html;
  const inner = mail.html ?? escapeHtml(mail.text).replace(/\r?\n/g, '<br>\n');
  return `<div dir="rtl" lang="${escapeHtml(mail.language ?? '')}">${inner}</div>`;
}

// A fixed transfer encoding keeps nodemailer from choosing format=flowed, whose soft breaks join lines of an order list.
function transferEncoding(text: string): 'quoted-printable' | 'base64' {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) wide++;
  return wide * 4 > text.length ? 'base64' : 'quoted-printable';
}

function automaticHeaders(mail: OutgoingMail): Record<string, string> {
  return {
    ...(mail.autoSubmitted ? { 'Auto-Submitted': mail.autoSubmitted } : {}),
    ...(mail.suppressAutoResponse ? { 'X-Auto-Response-Suppress': 'All' } : {}),
    ...(mail.language ? { 'Content-Language': mail.language } : {}),
  };
}

function ownHeaders(headers: Record<string, string> = {}): Record<string, string> {
  const safe = Object.entries(headers).filter(([name]) => /^[!-9;-~]+$/.test(name));
  return Object.fromEntries(safe.map(([name, value]) => [name, value.replace(/[\r\n]+/g, ' ')]));
}

/**
 * The bytes of an outgoing message: text with an HTML alternative, pictures in place, attachments, threading headers
 * (RFC 5322), everything in UTF-8. Bcc is a matter of the envelope and never written.
 */
export function composeMessage(mail: OutgoingMail): Promise<Buffer> {
  const html = htmlPart(mail);
  const references = trimReferences(mail.references ?? (mail.inReplyTo ? [mail.inReplyTo] : []));
  const composer = new MailComposer({
    messageId: `<${normaliseMessageId(mail.messageId)}>`,
    date: mail.date ?? new Date(),
    from: mail.from,
    sender: mail.sender,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    subject: mail.subject,
    inReplyTo: mail.inReplyTo ? `<${normaliseMessageId(mail.inReplyTo)}>` : undefined,
    references: references.map((id) => `<${id}>`),
    text: mail.text,
    html,
    textEncoding: transferEncoding(mail.text),
    headers: { ...ownHeaders(mail.headers), ...automaticHeaders(mail) },
    attachments: (mail.attachments ?? []).map((a) => ({
      filename: a.name,
      contentType: a.type,
      content: Buffer.from(a.content.buffer, a.content.byteOffset, a.content.byteLength),
      ...(a.contentId ? { cid: a.contentId, contentDisposition: 'inline' } : {}),
    })),
    // RFC 5322 §2.3: lines end in CRLF, in the body too.
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(Buffer.from(message))));
  });
}
