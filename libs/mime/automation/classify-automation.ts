import { hasReplyPrefix } from '../subject.ts';
import type { AutomationKind, AutomationVerdict, MailAddress, MailHeaders } from '../types.ts';
import { ABSENCE_WORDS, AUTO_REPLY_SUBJECT, CHALLENGE_SUBJECT } from './auto-reply-phrases.ts';
import { BOUNCE_SUBJECT, DELAY_WORDS, FAILURE_TEXT, FINAL_WORDS, REASON_TEXT } from './bounce-phrases.ts';
import { reportWords, statusIn } from './bounce-text.ts';
import type { MailReport } from './report-parts.ts';
import { isBuyerRelay, isMailDaemon, isNoReply, isPostmaster } from './senders.ts';
import { readSesNotification } from './ses-notification.ts';

export interface AutomationInput {
  headers: MailHeaders;
  from: readonly MailAddress[];
  replyTo: readonly MailAddress[];
  /** '' for the null sender, null when unknown. */
  returnPath: string | null;
  subject: string;
  /** Readable text of the body. */
  text: string;
  report: MailReport | null;
  /** iTIP method of an invitation in the message (RFC 5546), upper case. */
  calendarMethod?: string;
}

const PERSON: AutomationVerdict = { kind: 'none', isAutoReply: false, isBounce: false, automated: false, reason: '' };

function verdict(kind: AutomationKind, reason: string): AutomationVerdict {
  const isAutoReply = kind === 'auto_reply' || kind === 'out_of_office' || kind === 'challenge';
  return { kind, isAutoReply, isBounce: kind === 'bounce', automated: true, reason };
}

const spaced = (text: string) => text.replace(/\s+/g, ' ');

function fromStatusReport(input: AutomationInput, report: MailReport): AutomationVerdict {
  const actions = new Set(report.recipients.map((r) => r.action));
  const classes = new Set(report.recipients.map((r) => r.status[0]));
  if (actions.has('failed') || actions.has('failure') || classes.has('5')) {
    return verdict('bounce', 'delivery status report: failed');
  }
  if (actions.has('delayed')) return verdict('delayed', 'delivery status report: delayed');
  if (actions.has('delivered') || actions.has('relayed') || actions.has('expanded')) {
    return verdict('delivered', 'delivery status report: delivered');
  }
  const words = spaced(`${input.subject}\n${reportWords(input.text)}`);
  if (DELAY_WORDS.test(words) && !FINAL_WORDS.test(words))
    return verdict('delayed', 'delivery status report: still trying');
  if (classes.has('2')) return verdict('delivered', 'delivery status report: class 2');
  return verdict('bounce', 'delivery status report');
}

function fromReport(input: AutomationInput): AutomationVerdict | null {
  const { report } = input;
  switch (report?.kind) {
    case 'delivery-status':
      return fromStatusReport(input, report);
    case 'disposition':
      return verdict('mdn', `disposition notification: ${report.detail || 'read receipt'}`);
    case 'feedback':
      return verdict('arf', `feedback report: ${report.detail || 'abuse'}`);
    case 'tls':
      return verdict('tls_report', 'TLS report (RFC 8460)');
    default:
      return null;
  }
}

// fml, a list server of Japan, answers refused mail under its administrator's address.
function fromListServer(input: AutomationInput): AutomationVerdict | null {
  const refused =
    /not member|reject(?:ed)? (?:mail|post)|spammer is rejected|fml system error|loop (?:alert|back)|security alert/i;
  return input.headers.has('x-mlserver') && refused.test(input.subject)
    ? verdict('bounce', 'list server refused the message')
    : null;
}

/** Non-delivery messages that carry no report part, by who sends them and what they say. */
function fromBounceWords(input: AutomationInput): AutomationVerdict | null {
  if (input.headers.has('x-failed-recipients')) {
    return DELAY_WORDS.test(input.subject)
      ? verdict('delayed', 'delay notice')
      : verdict('bounce', 'X-Failed-Recipients');
  }
  const daemon = isMailDaemon(input.from[0]);
  const postmaster = isPostmaster(input.from[0]);
  const nullSender = input.returnPath === '' || /^(?:mailer-daemon|null$)/i.test(input.returnPath ?? '');
  if ((!daemon && !postmaster && !nullSender) || hasReplyPrefix(input.subject)) return null;
  const words = spaced(reportWords(input.text));
  const fails = FAILURE_TEXT.test(words);
  const titled = BOUNCE_SUBJECT.test(input.subject);
  const coded = /^5/.test(statusIn(words));
  if (DELAY_WORDS.test(`${input.subject} ${words}`) && !FINAL_WORDS.test(words)) {
    return verdict('delayed', 'delay notice of a mail system');
  }
  const says = fails || coded || REASON_TEXT.test(words);
  const bounced = daemon
    ? titled || says
    : postmaster
      ? titled || fails || (coded && nullSender)
      : (titled && says) || (fails && coded);
  if (bounced)
    return verdict('bounce', `non-delivery notice of ${daemon || postmaster ? 'a mail system' : 'the null sender'}`);
  return daemon && nullSender ? verdict('notification', 'message of a mail system') : null;
}

// Providers' complaint notices without the standard's report part (Hotmail's JMRP, X-ARF).
function fromComplaint(input: AutomationInput): AutomationVerdict | null {
  const xarf = ['x-xarf', 'x-arf'].find((name) => input.headers.has(name));
  if (xarf) return verdict('arf', xarf);
  if (/^\s*complaint about message from \[?[\d.:a-f]{3,45}\]?/i.test(input.subject))
    return verdict('arf', 'subject of a complaint notice');
  if (/^report domain:/i.test(input.subject) && /report-id/i.test(input.subject)) {
    return verdict('dmarc_report', 'DMARC aggregate report');
  }
  return null;
}

function fromInvitation(input: AutomationInput): AutomationVerdict | null {
  return input.calendarMethod === 'REPLY' ? verdict('calendar', 'answer to an invitation') : null;
}

function fromSes(input: AutomationInput): AutomationVerdict | null {
  const notice = readSesNotification(input.text);
  if (!notice) return null;
  if (notice.kind === 'bounce') return verdict('bounce', 'Amazon SES bounce notification');
  return notice.kind === 'complaint'
    ? verdict('arf', 'Amazon SES complaint notification')
    : verdict('delivered', 'Amazon SES delivery notification');
}

const MACHINE_FIELDS: [name: string, pattern: RegExp][] = [
  ['x-autoreply', /^(?!no\b)/i],
  ['x-autorespond', /^(?!no\b)/i],
  ['x-autoresponder', /^(?!no\b)/i],
  ['x-auto-reply', /^(?!no\b)/i],
  ['x-autoreply-from', /./],
  ['x-mail-autoreply', /./],
  ['x-autogenerated', /reply|respon|vacation|oof/i],
  ['x-apple-action', /vacation/i],
  ['x-vacation', /./],
  ['x-fc-machinegenerated', /true/i],
  ['x-post-messageclass', /autoresponder/i],
  ['delivered-to', /^autoresponder/i],
  ['preference', /auto[-_ ]?reply/i],
  ['precedence', /^auto[-_ ]?reply/i],
  ['x-precedence', /^auto[-_ ]?reply/i],
  ['x-ms-exchange-generated-message-source', /mailbox rules agent|vacation|oof/i],
  ['x-ms-exchange-inbox-rules-loop', /./],
  ['auto-submitted', /^auto-(?:replied|answered|responded)/i],
];

function automaticField(headers: MailHeaders): string | null {
  for (const [name, pattern] of MACHINE_FIELDS) {
    const value = headers.all(name).find((candidate) => pattern.test(candidate.trim()));
    if (value !== undefined) return `${name}: ${value.trim().slice(0, 60)}`;
  }
  return null;
}

/** Auto-Submitted (RFC 3834 §5): no and auto-forwarded (a person's mail passed on) do not count. */
function submittedBy(headers: MailHeaders): string | null {
  const value = headers.all('auto-submitted').map(
    (v) =>
      v
        .trim()
        .toLowerCase()
        .split(/[\s;(]/, 1)[0] ?? '',
  );
  return value.find((v) => v !== '' && v !== 'no' && v !== 'auto-forwarded') ?? null;
}

function answerKind(input: AutomationInput): AutomationKind {
  if (CHALLENGE_SUBJECT.test(input.subject)) return 'challenge';
  return ABSENCE_WORDS.test(spaced(`${input.subject}\n${input.text.slice(0, 2_000)}`)) ? 'out_of_office' : 'auto_reply';
}

function fromAnswerMarks(input: AutomationInput): AutomationVerdict | null {
  const { headers } = input;
  const field = automaticField(headers);
  if (field) return verdict(answerKind(input), field);
  const answers = headers.has('in-reply-to') || headers.has('references') || hasReplyPrefix(input.subject);
  const submitted = submittedBy(headers);
  // A machine that refers to another message answers it, whatever keyword it chose.
  if (submitted && (answers || AUTO_REPLY_SUBJECT.test(input.subject))) {
    return verdict(answerKind(input), `Auto-Submitted: ${submitted}, in answer to a message`);
  }
  if (AUTO_REPLY_SUBJECT.test(input.subject)) return verdict(answerKind(input), 'subject of an automatic reply');
  if (CHALLENGE_SUBJECT.test(input.subject) && (submitted || headers.has('precedence') || isNoReply(input.from[0]))) {
    return verdict('challenge', 'asks the sender to prove to be a person');
  }
  return null;
}

function precedenceOf(headers: MailHeaders): string | null {
  const values = [...headers.all('precedence'), ...headers.all('x-precedence')].map((v) => v.trim().toLowerCase());
  return values.find((v) => /^(?:bulk|junk|list)\b/.test(v)) ?? null;
}

function hasOtherReplyAddress(input: AutomationInput): boolean {
  const from = input.from[0]?.address.toLowerCase();
  return input.replyTo.some((a) => a.address !== '' && a.address.toLowerCase() !== from && !isNoReply(a));
}

function fromBulkMarks(input: AutomationInput): AutomationVerdict | null {
  const { headers } = input;
  if (isBuyerRelay(input.from[0])) return null;
  const submitted = submittedBy(headers);
  const precedence = precedenceOf(headers);
  const list = ['list-id', 'list-post', 'mailing-list', 'x-mailing-list', 'x-mailinglist'].find((name) =>
    headers.has(name),
  );
  const group = headers.has('x-google-group-id') || headers.has('x-original-sender');
  if (list && headers.has('list-unsubscribe') && precedence !== 'list' && !headers.has('list-post')) {
    return verdict('newsletter', 'List-Unsubscribe');
  }
  // A group address that passes a person's mail on to us looks like a list.
  if (list && !group) return verdict('list', list);
  if (submitted) return verdict('notification', `Auto-Submitted: ${submitted}`);
  if (headers.has('list-unsubscribe')) return verdict('newsletter', 'List-Unsubscribe');
  if (precedence && !group)
    return verdict(precedence === 'list' ? 'list' : 'notification', `Precedence: ${precedence}`);
  if (/notification/i.test(headers.get('x-amazon-mail-relay-type') ?? '')) {
    return verdict('notification', 'X-AMAZON-MAIL-RELAY-TYPE');
  }
  if (headers.has('feedback-id') && isNoReply(input.from[0]) && !hasOtherReplyAddress(input)) {
    return verdict('notification', 'bulk sender without a reply address');
  }
  if (isNoReply(input.from[0]) && !hasOtherReplyAddress(input))
    return verdict('notification', 'sender takes no replies');
  return null;
}

/**
 * Whether a person or a machine wrote a message and what kind of machine: reports by structure first (RFC 3464, 8098,
 * 5965), then non-delivery notices by their words, automatic answers (RFC 3834 and older marks), bulk mail last.
 */
export function classifyAutomation(input: AutomationInput): AutomationVerdict {
  return (
    fromReport(input) ??
    fromSes(input) ??
    fromComplaint(input) ??
    fromListServer(input) ??
    fromBounceWords(input) ??
    fromInvitation(input) ??
    fromAnswerMarks(input) ??
    fromBulkMarks(input) ??
    PERSON
  );
}
