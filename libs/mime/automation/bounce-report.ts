import { messageIdList, normaliseMessageId } from '../message-ids.ts';
import type { AutomationVerdict, BounceRecipient, BounceReport, MailHeaders } from '../types.ts';
import { recipientsIn, returnedWords, statusIn, wordsAbout } from './bounce-text.ts';
import type { MailReport } from './report-parts.ts';
import { readSesNotification } from './ses-notification.ts';

export interface BounceInput {
  verdict: AutomationVerdict;
  headers: MailHeaders;
  text: string;
  report: MailReport | null;
  /** Addresses the report itself was sent to. */
  own: readonly string[];
}

const NOTHING: BounceRecipient = { recipient: '', action: '', status: '', diagnostic: '' };

function fromHeader(headers: MailHeaders, text: string, own: readonly string[]): BounceRecipient[] {
  const listed =
    headers
      .get('x-failed-recipients')
      ?.slice(0, 20_000)
      .split(/[\s,;<>]+/) ?? [];
  const failed = listed.filter((word) => /^[^@]+@[^@]+$/.test(word));
  if (failed.length === 0) return recipientsIn(text, own);
  const told = recipientsIn(text, own);
  return failed.slice(0, 100).map((recipient) => {
    const known = told.find((r) => r.recipient.toLowerCase() === recipient.toLowerCase());
    return (
      known ?? { recipient, action: 'failed', status: told[0]?.status ?? '', diagnostic: told[0]?.diagnostic ?? '' }
    );
  });
}

function recipientsOf(input: BounceInput): BounceRecipient[] {
  const stated = input.report?.recipients ?? [];
  if (stated.some((r) => r.recipient !== '')) return stated;
  const ses = readSesNotification(input.text);
  if (ses && ses.recipients.length > 0) return ses.recipients;
  const told = fromHeader(input.headers, input.text, input.own);
  const first = stated[0];
  return first ? told.map((r) => ({ ...r, action: first.action || r.action, status: first.status || r.status })) : told;
}

/** Message-ID of what came back: from the returned header, else from its copy in the text, else what the notice answers. */
function originalId(input: BounceInput): string | null {
  if (input.report?.originalMessageId) return input.report.originalMessageId;
  const copy = /^[>\s]{0,6}message-id:[ \t]{0,4}(<[^<>\s]{3,500}>)/im.exec(returnedWords(input.text))?.[1];
  if (copy) return normaliseMessageId(copy);
  return (
    readSesNotification(input.text)?.originalMessageId ??
    messageIdList(input.headers.get('in-reply-to'))[0] ??
    messageIdList(input.headers.get('references')).at(-1) ??
    null
  );
}

function originalSubject(input: BounceInput): string | null {
  if (input.report?.originalSubject) return input.report.originalSubject;
  return /^[>\s]{0,6}subject:[ \t]{0,4}(.{1,500})$/im.exec(returnedWords(input.text))?.[1]?.trim() ?? null;
}

// Some systems write 5.0.0 and leave the remote server's own code in its words.
function preciseStatus({ status, diagnostic }: BounceRecipient): string {
  if (status !== '' && !status.endsWith('.0.0')) return status;
  const told = statusIn(diagnostic);
  return told !== '' && (status === '' || told[0] === status[0]) ? told : status;
}

/** What a bounce or delay notice reports; null for other mail. */
export function readBounce(input: BounceInput): BounceReport | null {
  const { kind } = input.verdict;
  if (kind !== 'bounce' && kind !== 'delayed' && kind !== 'delivered') return null;
  const recipients = recipientsOf(input).map((r) => ({
    ...r,
    action: r.action || (kind === 'bounce' ? 'failed' : kind),
    status: preciseStatus(r),
    // What the machine-readable part leaves out, a server's letter often says.
    diagnostic: r.diagnostic || (r.recipient ? wordsAbout(input.text, r.recipient) : ''),
  }));
  const first =
    recipients.find((r) => r.action.startsWith('fail') || r.status.startsWith('5')) ?? recipients[0] ?? NOTHING;
  return { ...first, recipients, originalMessageId: originalId(input), originalSubject: originalSubject(input) };
}
