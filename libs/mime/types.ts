/** One mailbox of an address header. `address` is as written (case kept); '' where the header held only a name. */
export interface MailAddress {
  name: string;
  address: string;
}

/** One raw header field, unfolded; `value` is not yet decoded (see decodeWords). Names keep the sender's spelling. */
export interface HeaderField {
  name: string;
  value: string;
}

/** Read access to the fields of one message; names compare without case. */
export interface MailHeaders {
  /** First value, encoded words decoded; undefined when the field is missing. */
  get(name: string): string | undefined;
  /** Every value in order of appearance, encoded words decoded. */
  all(name: string): string[];
  has(name: string): boolean;
  /** Every field in order, raw (unfolded, not decoded). */
  readonly fields: readonly HeaderField[];
}

export interface ParsedAttachment {
  /** The sender's file name without path and control characters; one made from the type where the sender gave none. */
  name: string;
  /** False where `name` was made up here. */
  named: boolean;
  /** Lower-case media type. */
  type: string;
  /** Decoded bytes. */
  size: number;
  /** True where it is already shown in its place: a picture of the HTML body, a short inline text, a signature's mark. */
  inline: boolean;
  /** Content-ID without angle brackets. */
  contentId: string | null;
  content: Buffer;
  /** Lower-case hex. */
  sha256: string;
}

export type AutomationKind =
  | 'none'
  | 'auto_reply'
  | 'out_of_office'
  | 'bounce'
  | 'delayed'
  | 'delivered'
  | 'mdn'
  | 'arf'
  | 'challenge'
  | 'list'
  | 'newsletter'
  | 'notification'
  | 'calendar'
  | 'tls_report'
  | 'dmarc_report';

export interface AutomationVerdict {
  kind: AutomationKind;
  /** A machine answered something (vacation, receipt of a ticket, challenge …). */
  isAutoReply: boolean;
  /** Something that was sent finally failed to arrive. A delay is not a bounce. */
  isBounce: boolean;
  /** No person wrote this: never answer it automatically. */
  automated: boolean;
  /** Why, in English, for the log and the ticket's explanation; '' for 'none'. */
  reason: string;
}

export interface BounceRecipient {
  /** Address that failed, '' when the report does not say. */
  recipient: string;
  /** failed, delayed, delivered, relayed, expanded; '' when unknown. */
  action: string;
  /** Enhanced status code (RFC 3463) such as 5.1.1, '' when unknown. */
  status: string;
  /** The remote server's words, one line. */
  diagnostic: string;
}

export interface BounceReport extends BounceRecipient {
  /** Message-ID of the message that came back, bare. */
  originalMessageId: string | null;
  /** Its Subject, decoded. */
  originalSubject: string | null;
  /** Every recipient the report names; the first failed one is repeated in the fields above. */
  recipients: BounceRecipient[];
}

export interface AuthenticationResult {
  /** spf, dkim, dmarc, arc … */
  method: string;
  /** pass, fail, softfail, neutral, none, temperror, permerror … */
  result: string;
  /** Domain or address the result speaks of, '' when not given. */
  identity: string;
}

/** What the receiving server wrote (RFC 8601). Only as trustworthy as that server: see ParseOptions.authservId. */
export interface Authentication {
  authservId: string | null;
  spf: string | null;
  dkim: string | null;
  dmarc: string | null;
  arc: string | null;
  results: AuthenticationResult[];
}

export interface SpamMark {
  /** Score as the filter wrote it; filters differ in scale. */
  score: number | null;
  /** True where a header says spam in so many words. */
  flagged: boolean;
  /** Header the mark was read from, '' when none. */
  source: string;
}

export interface CalendarMark {
  /** REQUEST, REPLY, CANCEL …; '' when not given. */
  method: string;
  summary: string;
  uid: string;
  /** As in the invitation: iCalendar date-time with its TZID, '' when missing. */
  start: string;
  end: string;
  organizer: string;
}

export type ProtectionKind = 'pgp' | 'smime';

export interface ForwardedMail {
  from?: string;
  to?: string;
  subject?: string;
  date?: string;
  text: string;
}

export interface ParsedMessage {
  /** Bare (no angle brackets), null when missing. */
  messageId: string | null;
  /** First id of In-Reply-To, bare. */
  inReplyTo: string | null;
  /** Ids of References in order, bare, without repeats. */
  references: string[];
  /** Sender's claim; null when missing or unreadable. */
  date: Date | null;
  subject: string;
  from: MailAddress[];
  sender: MailAddress | null;
  /**
   * Whom an answer reaches and whose ticket it is: X-Original-Sender of a group address, Reply-To, From, in this order.
   * A Reply-To is only a claim: show From beside it where they differ.
   */
  author: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  replyTo: MailAddress[];
  /** Return-Path: '' for the null sender <>, null when the field is missing. */
  returnPath: string | null;
  headers: MailHeaders;
  /** Whole visible text: plain part, or the HTML part made readable. */
  text: string;
  /** What the person newly wrote. */
  replyText: string;
  quotedText: string;
  signature: string;
  forwarded: ForwardedMail | null;
  /** HTML body as sent, decoded; null when there is none. Never show it: show safeHtml. */
  html: string | null;
  /** HTML body made safe (see sanitizeMailHtml). Inline pictures keep their `cid:` address in data-cid. */
  safeHtml: string | null;
  /** Remote pictures taken out of safeHtml. */
  blockedImages: number;
  attachments: ParsedAttachment[];
  automation: AutomationVerdict;
  bounce: BounceReport | null;
  authentication: Authentication;
  spam: SpamMark;
  /** Conversation root of Outlook's Thread-Index (44 hex digits), see threadIndexRoot. */
  threadIndex: string | null;
  threadTopic: string | null;
  listId: string | null;
  calendar: CalendarMark | null;
  signed: ProtectionKind | null;
  encrypted: ProtectionKind | null;
  /** Faults met while reading, in English, one each. */
  warnings: string[];
}

export interface ParseOptions {
  /** Only Authentication-Results of this server count (RFC 8601 §5); without it the topmost field is taken. */
  authservId?: string;
  /** False skips safeHtml (bulk import of text only). */
  sanitize?: boolean;
}
