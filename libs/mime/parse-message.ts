import { readBounce } from './automation/bounce-report.ts';
import { classifyAutomation } from './automation/classify-automation.ts';
import { readReport } from './automation/report-parts.ts';
import { readAddresses } from './header/addresses.ts';
import { readAuthentication, readSpamMark } from './header/authentication.ts';
import { readMailDate } from './header/mail-date.ts';
import { HeaderFields } from './header/mail-headers.ts';
import { htmlToText } from './html/html-to-text.ts';
import { sanitizeMailHtml } from './html/sanitize-mail-html.ts';
import { messageIdList, normaliseMessageId, threadIndexRoot } from './message-ids.ts';
import { separateReply } from './quote/index.ts';
import { collectAttachments } from './structure/attachments.ts';
import { selectBody } from './structure/body-selection.ts';
import { readForwardedMessage } from './structure/forwarded-message.ts';
import { allParts, readMarks } from './structure/marks.ts';
import { readBody } from './structure/message-body.ts';
import type { Part } from './structure/part.ts';
import { readPartTree } from './structure/part-tree.ts';
import type { MailAddress, ParsedMessage, ParseOptions } from './types.ts';

// Old Macintosh line ends only: made LF once, so that the readers know one kind of line.
function withLineFeeds(raw: Buffer): Buffer {
  if (raw.indexOf(10) >= 0 || raw.indexOf(13) < 0) return raw;
  const copy = Buffer.from(raw);
  for (let i = 0; i < copy.length; i++) if (copy[i] === 13) copy[i] = 10;
  return copy;
}

/** Charset the message names for its text: the best guess for 8-bit bytes that have no label of their own. */
function charsetHint(root: Part): string | null {
  for (const part of allParts(root)) {
    const label = part.type.startsWith('text/') ? part.params.get('charset') : undefined;
    if (label && !/^(?:us-ascii|utf-?8)$/i.test(label)) return label;
  }
  // Else what the encoded words of the header are in.
  const words = `${root.headers.raw('subject') ?? ''} ${root.headers.raw('from') ?? ''}`;
  return /=\?(?!us-ascii|utf-?8)([A-Za-z0-9_-]{3,40})[?*]/i.exec(words)?.[1] ?? null;
}

function returnPathOf(headers: HeaderFields): string | null {
  const value = headers.raw('return-path')?.trim();
  return value === undefined ? null : value.replace(/[<>\s]/g, '');
}

function originatorsOf(headers: HeaderFields, hint: string | null) {
  const read = (name: string) =>
    readAddresses(
      headers.allRaw(name).find((value) => value !== ''),
      hint,
    );
  const lists = (name: string) => headers.allRaw(name).flatMap((value) => readAddresses(value, hint));
  return {
    from: read('from'),
    sender: read('sender')[0] ?? null,
    to: lists('to'),
    cc: lists('cc'),
    bcc: lists('bcc'),
    replyTo: lists('reply-to'),
  };
}

interface Letter {
  text: string;
  html: string | null;
  subject: string;
  from: string | undefined;
}

// A report's returned message is no quotation; a message attached as a message is a forward.
function separateWords(root: Part, letter: Letter, isReport: boolean) {
  if (isReport) return { replyText: letter.text, quotedText: '', signature: '', forwarded: null };
  const { replyText, quotedText, signature, forwarded } = separateReply(letter);
  return { replyText, quotedText, signature, forwarded: forwarded ?? readForwardedMessage(root) };
}

// Group addresses and list servers rewrite From: the person stands elsewhere then.
function authorOf(headers: HeaderFields, people: { from: MailAddress[]; replyTo: MailAddress[] }): MailAddress | null {
  const original = readAddresses(headers.raw('x-original-sender') ?? headers.raw('x-original-from'))[0];
  const replyTo = people.replyTo.find((a) => a.address !== '');
  if (original && original.address !== '') {
    const name = original.name || people.from[0]?.name.replace(/ via .{1,100}$/, '') || '';
    return headers.has('x-original-sender') || !replyTo ? { name, address: original.address } : replyTo;
  }
  const from = people.from.find((a) => a.address !== '') ?? readAddresses(headers.raw('sender'))[0];
  const returnPath = returnPathOf(headers);
  return replyTo ?? from ?? (returnPath ? { name: '', address: returnPath } : null);
}

/**
 * Reads a raw message (RFC 5322, MIME) into values. Never throws for bad input and never takes more than linear time;
 * what was odd about the message is said in `warnings`.
 */
export function parseMessage(raw: Uint8Array, options: ParseOptions = {}): ParsedMessage {
  const warnings: string[] = [];
  const root = readPartTree(withLineFeeds(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)), warnings);
  const hint = charsetHint(root);
  const headers = new HeaderFields(root.headers.fields, hint);
  const chosen = selectBody(root);
  const body = readBody(chosen, hint, warnings);
  const { attachments, wrapped } = collectAttachments(chosen, body.files, body.html, warnings);
  const empty = body.text.trim() === '';
  const html = body.html ?? (empty ? (wrapped?.html ?? null) : null);
  const text = empty && wrapped ? wrapped.text || htmlToText(wrapped.html ?? '') : body.text;
  const people = originatorsOf(headers, hint);
  const subject = headers.get('subject')?.trim() ?? '';
  const returnPath = returnPathOf(headers);
  const report = readReport(root);
  const { from, replyTo } = people;
  const marks = readMarks(root, text);
  const calendarMethod = marks.calendar?.method;
  const automation = classifyAutomation({ headers, from, replyTo, returnPath, subject, text, report, calendarMethod });
  const own = [...people.to, ...people.cc].map((a) => a.address);
  const safe = html !== null && options.sanitize !== false ? sanitizeMailHtml(html) : null;
  const letter = { text, html, subject, from: from[0]?.name || from[0]?.address };
  return {
    messageId: normaliseMessageId(headers.raw('message-id')),
    inReplyTo: messageIdList(headers.raw('in-reply-to'))[0] ?? null,
    references: messageIdList(headers.raw('references')),
    date: readMailDate(headers.raw('date')),
    subject,
    ...people,
    author: authorOf(headers, people),
    returnPath,
    headers,
    text,
    ...separateWords(root, letter, report !== null),
    html,
    safeHtml: safe?.html ?? null,
    blockedImages: safe?.blockedImages ?? 0,
    attachments,
    automation,
    bounce: readBounce({ verdict: automation, headers, text, report, own }),
    authentication: readAuthentication(headers, options.authservId),
    spam: readSpamMark(headers),
    threadIndex: threadIndexRoot(headers.raw('thread-index')),
    threadTopic: headers.get('thread-topic') ?? null,
    listId: headers.get('list-id') ?? null,
    ...marks,
    signed: marks.signed ?? (body.clearSigned ? 'pgp' : null),
    warnings: [...new Set(warnings)],
  };
}
