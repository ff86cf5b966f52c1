import { createHash } from 'node:crypto';
import { identifyLanguage, loadLanguageModels, regionHints } from '../../libs/language/index.ts';
import {
  type BounceReport,
  baseSubject,
  type MailAddress,
  messageIdList,
  type ParsedMessage,
  parseMessage,
} from '../../libs/mime/index.ts';
import { guessIntent, type IntentGuess } from './intent.ts';
import { itemNumberIn, orderNumbersIn } from './relay-senders.ts';
import { type IdentifiedSender, identifySender } from './sender.ts';

export interface ReadRequest {
  raw: Uint8Array;
  ownAddresses: readonly string[];
  storeLanguages: readonly string[];
  storeCountry: string | null;
}

/** A message as intake works with it: plain values only, so that it can come from another thread. */
export interface ReadMail {
  sender: IdentifiedSender | null;
  subject: string;
  from: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  replyToAddress: string | null;
  /** Every address the message was sent to, for signed reply addresses. */
  recipients: string[];
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  /** Ids this message answers, the nearest first. */
  parents: string[];
  /** First mail of the thread by its ids, whether it ever came here or not; of a platform's notices, the order they name. */
  parentRoot: string | null;
  threadRoot: string | null;
  date: Date | null;
  text: string;
  replyText: string;
  quotedText: string | null;
  signature: string | null;
  forwarded: { from: string | null; subject: string | null; date: string | null; text: string } | null;
  html: string | null;
  attachments: {
    part: number;
    name: string;
    type: string;
    size: number;
    sha256: string;
    isInline: boolean;
    contentId: string | null;
  }[];
  automation: { kind: string; reason: string; isAutomatic: boolean; isBounce: boolean; isAutoReply: boolean } | null;
  bounce: BounceReport | null;
  authentication: { spf: string | null; dkim: string | null; dmarc: string | null; arc: string | null };
  spamScore: number | null;
  isSpam: boolean;
  language: string | null;
  languageConfidence: number;
  languageReason: unknown;
  country: string | null;
  countryConfidence: number;
  countryReason: unknown;
  intent: IntentGuess;
  /** An order number of a marketplace's own form. */
  orderId: string | null;
  /** What stands behind the word "order" in some language: one only where such an order is known. */
  possibleOrders: string[];
  /** What a marketplace's subject says the talk is about. */
  itemNumber: string | null;
  /** Of a message without Message-ID: a digest of everything it says. */
  fingerprint: string | null;
  warnings: string[];
}

/** Before the order that a platform's notices are about. */
export const noticesOf = 'order ';

const nul = /\u0000/g;
/** PostgreSQL keeps no NUL in text, and lone surrogates are not UTF-8. */
const storable = (text: string): string => (text.isWellFormed() ? text : text.toWellFormed()).replace(nul, '\u2400');
/** Cut first: a cut through a surrogate pair would leave half a letter. */
const kept = (text: string, limit: number): string => storable(text.slice(0, limit));
const textLimit = 2_000_000;
/** More text does not make the language any surer. */
const languageSample = 300;
/** Places, phones and forms of address stand at the beginning and at the end of a letter. */
const regionSample = 500;

/** No address to answer and no threading header: what holds a platform's notices together is the order in their subject. */
function noticeRoot(sender: IdentifiedSender | null, subject: string): string | null {
  if (!sender?.isRobot) return null;
  const { certain, likely } = orderNumbersIn(subject, '');
  const order = certain[0] ?? likely[0];
  return order ? `${noticesOf}${order}` : null;
}

/** Loads what `readMail` needs once per thread. */
export const prepareReading = (): Promise<void> => loadLanguageModels();

/** bytes → values: parsed, sender and order seen, language, country and intent guessed with their reasons. Never throws for bad mail. */
export function readMail(request: ReadRequest): ReadMail {
  const mail = parseMessage(request.raw, { sanitize: false });
  // Without a single header field it is no message (RFC 5322 §3.6): it becomes a ticket that says so.
  if (mail.headers.fields.length === 0) throw new Error('no header field: this is not an e-mail message');
  const sender = identifySender(mail, new Set(request.ownAddresses));
  const isLegible = !mail.encrypted;
  const said = mail.replyText.trim() || mail.forwarded?.text || mail.text;
  const language = identifyLanguage(
    isLegible ? withSubject(said.slice(0, languageSample), mail.subject) : baseSubject(mail.subject),
    {
      storeLanguages: [...request.storeLanguages],
      country: request.storeCountry ?? undefined,
    },
  );
  const region = regionHints({
    text: withoutName(bothEnds(`${said}\n${mail.signature.slice(0, regionSample)}`), mail.from[0]?.name ?? ''),
    email: sender?.kind === 'email' ? sender.value : undefined,
    marketplace: sender?.platform ? sender.value.slice(sender.value.indexOf('@') + 1) : undefined,
    timeZoneOffsetMinutes: offsetOf(mail.headers.get('date')),
    language: language.variant ?? language.language ?? undefined,
    storeCountry: request.storeCountry ?? undefined,
  });
  const { automation } = mail;
  const orders = orderNumbersIn(mail.subject, said);
  const references = mail.references.slice(-100).map(storedId);
  const answered = messageIdList(mail.headers.get('in-reply-to')).slice(0, 10).map(storedId);
  return {
    sender: sender
      ? {
          ...sender,
          name: kept(sender.name, 200),
          value: kept(sender.value, 320),
          address: kept(sender.address, 320),
        }
      : null,
    subject: kept(mail.subject, 1_000),
    from: mail.from[0] ? clean(mail.from[0]) : null,
    to: mail.to.slice(0, 100).map(clean),
    cc: mail.cc.slice(0, 100).map(clean),
    replyToAddress: mail.replyTo[0]?.address ? kept(mail.replyTo[0].address, 320) : null,
    recipients: [...mail.to, ...mail.cc, ...mail.bcc]
      .map((a) => a.address)
      .concat(mail.headers.all('delivered-to'), mail.headers.all('x-original-to'))
      .slice(0, 200)
      .map((a) => a.slice(0, 400)),
    messageId: mail.messageId ? storedId(mail.messageId) : null,
    inReplyTo: answered[0] ?? null,
    references,
    parents: [...new Set([...answered, ...references.toReversed()])],
    parentRoot: mail.references[0] ? storedId(mail.references[0]) : (answered[0] ?? noticeRoot(sender, mail.subject)),
    threadRoot: mail.threadIndex,
    date:
      mail.date && Number.isFinite(mail.date.getTime()) && Math.abs(mail.date.getUTCFullYear() - 2020) < 60
        ? mail.date
        : null,
    text: kept(mail.text, textLimit),
    replyText: kept(mail.replyText, textLimit),
    quotedText: mail.quotedText ? kept(mail.quotedText, textLimit) : null,
    signature: mail.signature ? kept(mail.signature, 20_000) : null,
    forwarded: mail.forwarded
      ? {
          from: mail.forwarded.from ?? null,
          subject: mail.forwarded.subject ?? null,
          date: mail.forwarded.date ?? null,
          text: kept(mail.forwarded.text, textLimit),
        }
      : null,
    html: mail.html ? kept(mail.html, textLimit * 2) : null,
    attachments: mail.attachments.map((a, part) => ({
      part,
      name: kept(a.name, 300),
      type: kept(a.type, 120),
      size: a.size,
      sha256: a.sha256,
      isInline: a.inline,
      contentId: a.contentId ? kept(a.contentId, 300) : null,
    })),
    automation:
      automation.kind === 'none'
        ? null
        : {
            kind: automation.kind,
            reason: automation.reason,
            isAutomatic: automation.automated,
            isBounce: automation.isBounce,
            isAutoReply: automation.isAutoReply,
          },
    bounce: mail.bounce && {
      ...mail.bounce,
      originalMessageId: mail.bounce.originalMessageId && storedId(mail.bounce.originalMessageId),
      recipient: kept(mail.bounce.recipient, 320),
      status: kept(mail.bounce.status, 40),
      diagnostic: kept(mail.bounce.diagnostic, 2_000),
    },
    authentication: {
      spf: mail.authentication.spf,
      dkim: mail.authentication.dkim,
      dmarc: mail.authentication.dmarc,
      arc: mail.authentication.arc,
    },
    spamScore: mail.spam.score,
    isSpam: mail.spam.flagged,
    language:
      language.variant && /^(zh|pt)-/.test(language.variant) ? chosenVariant(language.variant) : language.language,
    languageConfidence: language.language ? language.confidence : 0,
    languageReason: language.reason,
    country: region.country,
    countryConfidence: region.confidence,
    countryReason: region.reason,
    intent: guessIntent(mail.subject, said),
    orderId: orders.certain[0] ?? null,
    possibleOrders: orders.likely,
    itemNumber: itemNumberIn(mail.subject),
    fingerprint: mail.messageId ? null : fingerprintOf(mail),
    warnings: mail.warnings.slice(0, 20).map((w) => kept(w, 300)),
  };
}

const clean = (a: MailAddress): MailAddress => ({
  name: kept(a.name, 200),
  address: kept(a.address, 320),
});

/** A Message-ID as it is kept and compared: one longer than an index takes is kept by its digest. */
const storedId = (id: string): string =>
  id.length <= 500 ? storable(id) : `${createHash('sha256').update(id).digest('hex')}@long.invalid`;

/** Everything a message says, and nothing of the way it took: the same one through two mailboxes has the same digest. */
function fingerprintOf(mail: ParsedMessage): string {
  const said = [
    mail.from[0]?.address,
    mail.date?.toISOString(),
    mail.subject,
    mail.text,
    ...mail.attachments.map((a) => a.sha256),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** Variants our canned replies know: zh-CN, zh-TW, pt-BR. */
function chosenVariant(variant: string): string {
  if (variant === 'zh-Hant') return 'zh-TW';
  if (variant.startsWith('zh')) return 'zh-CN';
  return variant === 'pt-BR' ? 'pt-BR' : 'pt';
}

/** A very short text says little by itself: the subject helps, without its Re: and references. */
const withSubject = (text: string, subject: string): string =>
  text.trim().length < 40 ? `${baseSubject(subject)}\n${text}` : text;

const bothEnds = (text: string): string =>
  text.length <= 2 * regionSample ? text : `${text.slice(0, regionSample)}\n${text.slice(-regionSample)}`;

/** A person may be called Maurice, Chad or Jordan and live elsewhere. */
function withoutName(text: string, name: string): string {
  const words = name.match(/\p{L}{3,}/gu) ?? [];
  return words.length === 0
    ? text
    : text.replace(new RegExp(`(?<!\\p{L})(?:${words.slice(0, 6).join('|')})(?!\\p{L})`, 'gu'), ' ');
}

/** Minutes east of UTC from the Date header; +0000 says nothing about the place. */
function offsetOf(date: string | undefined): number | undefined {
  const match = /([+-])(\d{2})(\d{2})\b(?!.*[+-]\d{4}\b)/.exec(date ?? '');
  if (!match) return undefined;
  const minutes = (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1);
  return minutes === 0 ? undefined : minutes;
}
