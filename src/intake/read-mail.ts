import { identifyLanguage, loadLanguageModels, regionHints } from '../../libs/language/index.ts';
import { type BounceReport, baseSubject, type MailAddress, parseMessage } from '../../libs/mime/index.ts';
import { guessIntent, type IntentGuess } from './intent.ts';
import { type IdentifiedSender, identifySender, orderIdOf } from './sender.ts';

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
  authentication: { spf: string | null; dkim: string | null; dmarc: string | null };
  spamScore: number | null;
  isSpam: boolean;
  language: string | null;
  languageConfidence: number;
  languageReason: unknown;
  country: string | null;
  region: string | null;
  regionReason: unknown;
  intent: IntentGuess;
  orderId: string | null;
  warnings: string[];
}

const nul = /\u0000/g;
/** PostgreSQL keeps no NUL in text, and lone surrogates are not UTF-8. */
const storable = (text: string): string => (text.isWellFormed() ? text : text.toWellFormed()).replace(nul, '\u2400');
const textLimit = 2_000_000;

/** Loads what `readMail` needs once per thread. */
export const prepareReading = (): Promise<void> => loadLanguageModels();

/** bytes → values: parsed, sender and order seen, language, country and intent guessed with their reasons. Never throws for bad mail. */
export async function readMail(request: ReadRequest): Promise<ReadMail> {
  const mail = await parseMessage(request.raw, { sanitize: false });
  const sender = identifySender(mail, new Set(request.ownAddresses));
  const isLegible = !mail.encrypted;
  const said = mail.replyText.trim() || mail.forwarded?.text || mail.text;
  const language = identifyLanguage(isLegible ? withSubject(said, mail.subject) : baseSubject(mail.subject), {
    storeLanguages: [...request.storeLanguages],
    country: request.storeCountry ?? undefined,
  });
  const region = regionHints({
    text: `${said}\n${mail.signature}`.slice(0, 20_000),
    email: sender?.kind === 'email' ? sender.value : undefined,
    marketplace: sender?.platform ? sender.value.slice(sender.value.indexOf('@') + 1) : undefined,
    timeZoneOffsetMinutes: offsetOf(mail.headers.get('date')),
    language: language.variant ?? language.language ?? undefined,
    storeCountry: request.storeCountry ?? undefined,
  });
  const { automation } = mail;
  return {
    sender: sender
      ? { ...sender, name: storable(sender.name).slice(0, 200), value: storable(sender.value).slice(0, 320) }
      : null,
    subject: storable(mail.subject).slice(0, 1_000),
    from: mail.from[0] ? clean(mail.from[0]) : null,
    to: mail.to.slice(0, 100).map(clean),
    cc: mail.cc.slice(0, 100).map(clean),
    replyToAddress: mail.replyTo[0]?.address ? storable(mail.replyTo[0].address) : null,
    recipients: [...mail.to, ...mail.cc, ...mail.bcc]
      .map((a) => a.address)
      .concat(mail.headers.all('delivered-to'), mail.headers.all('x-original-to')),
    messageId: mail.messageId ? storable(mail.messageId).slice(0, 900) : null,
    inReplyTo: mail.inReplyTo ? storable(mail.inReplyTo).slice(0, 900) : null,
    references: mail.references.slice(-100).map((r) => storable(r).slice(0, 900)),
    threadRoot: mail.threadIndex,
    date:
      mail.date && Number.isFinite(mail.date.getTime()) && Math.abs(mail.date.getUTCFullYear() - 2020) < 60
        ? mail.date
        : null,
    text: storable(mail.text).slice(0, textLimit),
    replyText: storable(mail.replyText).slice(0, textLimit),
    quotedText: mail.quotedText ? storable(mail.quotedText).slice(0, textLimit) : null,
    signature: mail.signature ? storable(mail.signature).slice(0, 20_000) : null,
    forwarded: mail.forwarded
      ? {
          from: mail.forwarded.from ?? null,
          subject: mail.forwarded.subject ?? null,
          date: mail.forwarded.date ?? null,
          text: storable(mail.forwarded.text).slice(0, textLimit),
        }
      : null,
    html: mail.html ? storable(mail.html).slice(0, textLimit * 2) : null,
    attachments: mail.attachments.map((a, part) => ({
      part,
      name: storable(a.name).slice(0, 300),
      type: storable(a.type).slice(0, 120),
      size: a.size,
      sha256: a.sha256,
      isInline: a.inline,
      contentId: a.contentId ? storable(a.contentId).slice(0, 300) : null,
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
    bounce: mail.bounce,
    authentication: { spf: mail.authentication.spf, dkim: mail.authentication.dkim, dmarc: mail.authentication.dmarc },
    spamScore: mail.spam.score,
    isSpam: mail.spam.flagged,
    language:
      language.variant && /^(zh|pt)-/.test(language.variant) ? chosenVariant(language.variant) : language.language,
    languageConfidence: language.language ? language.confidence : 0,
    languageReason: language.reason,
    country: region.country,
    region: region.region,
    regionReason: region.reason,
    intent: guessIntent(mail.subject, said),
    orderId: orderIdOf(mail.subject, said),
    warnings: mail.warnings.slice(0, 20).map((w) => storable(w).slice(0, 300)),
  };
}

const clean = (a: MailAddress): MailAddress => ({
  name: storable(a.name).slice(0, 200),
  address: storable(a.address).slice(0, 320),
});

/** Variants our canned replies know: zh-CN, zh-TW, pt-BR. */
function chosenVariant(variant: string): string {
  if (variant === 'zh-Hant') return 'zh-TW';
  if (variant.startsWith('zh')) return 'zh-CN';
  return variant === 'pt-BR' ? 'pt-BR' : 'pt';
}

/** A very short text says little by itself: the subject helps, without its Re: and references. */
const withSubject = (text: string, subject: string): string =>
  text.trim().length < 40 ? `${baseSubject(subject)}\n${text}` : text;

/** Minutes east of UTC from the Date header; +0000 says nothing about the place. */
function offsetOf(date: string | undefined): number | undefined {
  const match = /([+-])(\d{2})(\d{2})\b(?!.*[+-]\d{4}\b)/.exec(date ?? '');
  if (!match) return undefined;
  const minutes = (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1);
  return minutes === 0 ? undefined : minutes;
}
