import { identifyLanguage, type LanguageIdentification } from '../../libs/language/index.ts';
import {
  htmlToText,
  type ParsedMessage,
  parseMessage,
  sanitizeMailHtml,
  separateReply,
} from '../../libs/mime/index.ts';

export type InputKind = 'mime' | 'plain' | 'html' | 'utterance';

/** One object of `dragoman parse`: the same keys whatever the input was. */
export interface ParsedLine {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  date: string | null;
  subject: string;
  from: ParsedMessage['from'];
  to: ParsedMessage['to'];
  cc: ParsedMessage['cc'];
  replyTo: ParsedMessage['replyTo'];
  text: string;
  replyText: string;
  quotedText: string;
  signature: string;
  forwarded: ParsedMessage['forwarded'];
  html: string | null;
  attachments: { name: string; type: string; size: number; inline: boolean }[];
  isAutoReply: boolean;
  isBounce: boolean;
  automated: boolean;
  /** The same under the name that the corpus scorer knows. */
  isAutomated: boolean;
  reason: string;
  bounce: { recipient: string; status: string } | null;
  language: string | null;
  confidence: number;
  warnings: string[];
}

const EMPTY: Omit<ParsedLine, 'text' | 'replyText' | 'language' | 'confidence'> = {
  messageId: null,
  inReplyTo: null,
  references: [],
  date: null,
  subject: '',
  from: [],
  to: [],
  cc: [],
  replyTo: [],
  quotedText: '',
  signature: '',
  forwarded: null,
  html: null,
  attachments: [],
  isAutoReply: false,
  isBounce: false,
  automated: false,
  isAutomated: false,
  reason: '',
  bounce: null,
  warnings: [],
};

// The words of the person decide; where there are none (everything quoted), what is there.
function languageOf(...texts: string[]): Pick<LanguageIdentification, 'language' | 'confidence'> {
  const text = texts.find((candidate) => /\p{L}{2}/u.test(candidate)) ?? '';
  const { language, confidence } = identifyLanguage(text);
  return { language, confidence };
}

function fromMime(raw: Uint8Array): ParsedLine {
  const mail = parseMessage(raw);
  return {
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    date: mail.date?.toISOString() ?? null,
    subject: mail.subject,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    text: mail.text,
    replyText: mail.replyText,
    quotedText: mail.quotedText,
    signature: mail.signature,
    forwarded: mail.forwarded,
    html: mail.safeHtml,
    attachments: mail.attachments.map(({ name, type, size, inline }) => ({ name, type, size, inline })),
    isAutoReply: mail.automation.isAutoReply,
    isBounce: mail.automation.isBounce,
    automated: mail.automation.automated,
    isAutomated: mail.automation.automated,
    reason: mail.automation.reason,
    bounce: mail.bounce && { recipient: mail.bounce.recipient, status: mail.bounce.status },
    ...languageOf(mail.replyText, mail.text, mail.subject),
    warnings: mail.warnings,
  };
}

function fromBody(text: string, html: string | null): ParsedLine {
  const letter = { text, html };
  const { replyText, quotedText, signature, forwarded } = separateReply(letter);
  return {
    ...EMPTY,
    text,
    replyText,
    quotedText,
    signature,
    forwarded,
    html: html === null ? null : sanitizeMailHtml(html).html,
    ...languageOf(replyText, text),
  };
}

/**
 * Reads one input as `dragoman parse` prints it.
 * @param kind mime: a raw message · plain, html: a decoded body · utterance: a short text, for its language only
 */
export function parseLine(kind: InputKind, raw: Uint8Array): ParsedLine {
  if (kind === 'mime') return fromMime(raw);
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8');
  if (kind === 'plain') return fromBody(text, null);
  if (kind === 'html') return fromBody(htmlToText(text), text);
  return { ...EMPTY, text, replyText: text, ...languageOf(text) };
}
