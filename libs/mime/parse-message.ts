import { createHash } from 'node:crypto';
import { type AddressObject, simpleParser } from 'mailparser';
import { classifyAutomation } from './classify-automation.ts';
import { htmlToText } from './html-to-text.ts';
import { messageIdList, normaliseMessageId, threadIndexRoot } from './message-ids.ts';
import { sanitizeMailHtml } from './sanitize-html.ts';
import type { HeaderField, MailAddress, MailHeaders, ParsedMessage, ParseOptions } from './types.ts';

function addresses(value: AddressObject | AddressObject[] | undefined): MailAddress[] {
  return [value ?? []]
    .flat()
    .flatMap((list) => list.value.map((a) => ({ name: a.name ?? '', address: a.address ?? '' })));
}

function headerAccess(fields: HeaderField[]): MailHeaders {
  const all = (name: string) => fields.filter((f) => f.name.toLowerCase() === name.toLowerCase()).map((f) => f.value);
  return { fields, all, get: (name) => all(name)[0], has: (name) => all(name).length > 0 };
}

/** Reads a raw message into values; never throws for bad input. */
export async function parseMessage(raw: Uint8Array, options: ParseOptions = {}): Promise<ParsedMessage> {
  const mail = await simpleParser(Buffer.from(raw), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const headers = headerAccess(
    mail.headerLines.map(({ line }) => ({
      name: line.slice(0, line.indexOf(':')),
      value: line
        .slice(line.indexOf(':') + 1)
        .replace(/\s+/g, ' ')
        .trim(),
    })),
  );
  const html = mail.html || null;
  const text = mail.text ?? (html ? htmlToText(html) : '');
  const safe = html && options.sanitize !== false ? sanitizeMailHtml(html) : null;
  return {
    messageId: normaliseMessageId(mail.messageId),
    inReplyTo: messageIdList(headers.get('in-reply-to'))[0] ?? null,
    references: messageIdList(headers.get('references')),
    date: mail.date ?? null,
    subject: mail.subject ?? '',
    from: addresses(mail.from),
    sender: null,
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    bcc: addresses(mail.bcc),
    replyTo: addresses(mail.replyTo),
    returnPath: headers.get('return-path')?.replace(/[<>]/g, '') ?? null,
    headers,
    text,
    replyText: text,
    quotedText: '',
    signature: '',
    forwarded: null,
    html,
    safeHtml: safe?.html ?? null,
    blockedImages: safe?.blockedImages ?? 0,
    attachments: mail.attachments.map((a) => ({
      name: a.filename ?? 'attachment',
      named: a.filename !== undefined,
      type: a.contentType,
      size: a.size,
      inline: a.related || a.contentDisposition === 'inline',
      contentId: a.cid ?? null,
      content: a.content,
      sha256: createHash('sha256').update(a.content).digest('hex'),
    })),
    automation: classifyAutomation(headers),
    bounce: null,
    authentication: { authservId: null, spf: null, dkim: null, dmarc: null, arc: null, results: [] },
    spam: { score: null, flagged: false, source: '' },
    threadIndex: threadIndexRoot(headers.get('thread-index')),
    threadTopic: headers.get('thread-topic') ?? null,
    listId: headers.get('list-id') ?? null,
    calendar: null,
    signed: null,
    encrypted: null,
    warnings: [],
  };
}
