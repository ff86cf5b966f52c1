import { decodeWords } from '../decode/encoded-words.ts';
import { readHeaderBlock } from '../header/header-block.ts';
import { HeaderFields } from '../header/mail-headers.ts';
import { normaliseMessageId } from '../message-ids.ts';
import { allParts } from '../structure/marks.ts';
import type { Part } from '../structure/part.ts';
import { decodePart } from '../structure/part-content.ts';
import type { BounceRecipient } from '../types.ts';

export type ReportKind = 'delivery-status' | 'disposition' | 'feedback' | 'tls';

/** The machine-readable side of a multipart/report (RFC 6522) or of its look-alikes. */
export interface MailReport {
  kind: ReportKind;
  recipients: BounceRecipient[];
  /** Disposition (RFC 8098) or Feedback-Type (RFC 5965), lower case. */
  detail: string;
  originalMessageId: string | null;
  originalSubject: string | null;
}

const MAX_REPORT = 400_000;
const MAX_GROUPS = 500;
const RETURNED = /^(?:message\/(?:rfc822|global|rfc822-headers|global-headers|partial)|text\/rfc822-headers?)$/;

function behindEmptyLine(bytes: Buffer, from: number, limit: number): number {
  const ends = [bytes.indexOf('\n\n', from) + 2, bytes.indexOf('\n\r\n', from) + 3].filter((at) => at > from);
  return Math.min(limit, ...ends);
}

/** Groups of fields divided by empty lines (RFC 3464 §2.1). */
function fieldGroups(bytes: Buffer): HeaderFields[] {
  const groups: HeaderFields[] = [];
  const limit = Math.min(bytes.length, MAX_REPORT);
  let at = 0;
  while (at < limit && groups.length < MAX_GROUPS) {
    const { fields, bodyStart } = readHeaderBlock(bytes, at, limit);
    if (fields.length > 0) groups.push(new HeaderFields(fields));
    // What is no field ends the block without being consumed: go on behind the next empty line.
    at = bodyStart > at ? bodyStart : behindEmptyLine(bytes, at, limit);
  }
  return groups;
}

// "rfc822; user@host" (RFC 3464 §2.1.2)
function typedValue(value: string | undefined): string {
  if (!value) return '';
  const semicolon = value.indexOf(';');
  return decodeWords(semicolon >= 0 && semicolon < 40 ? value.slice(semicolon + 1) : value).trim();
}

function bareAddress(value: string): string {
  return (/<([^<>]{1,400})>/.exec(value)?.[1] ?? value.split(/\s/, 1)[0] ?? '').replace(/^<|>$/g, '');
}

function recipientOf(fields: HeaderFields): BounceRecipient | null {
  const address = fields.raw('final-recipient') ?? fields.raw('original-recipient') ?? fields.raw('x-actual-recipient');
  const action = fields.raw('action')?.toLowerCase() ?? '';
  if (address === undefined && action === '') return null;
  return {
    recipient: bareAddress(typedValue(address)),
    action: /[a-z]+/.exec(action)?.[0] ?? '',
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.raw('status') ?? '')?.[0] ?? '',
    diagnostic: typedValue(fields.raw('diagnostic-code')).replace(/\s+/g, ' '),
  };
}

function reportKind(root: Part, parts: Part[]): { kind: ReportKind; part: Part | null } | null {
  const find = (pattern: RegExp) => parts.find((part) => pattern.test(part.type)) ?? null;
  const status = find(/^message\/(?:global-)?delivery-status$/);
  if (status) return { kind: 'delivery-status', part: status };
  const disposition = find(/^message\/(?:global-)?disposition-notification$/);
  if (disposition) return { kind: 'disposition', part: disposition };
  const feedback = find(/^message\/feedback-report$/);
  if (feedback) return { kind: 'feedback', part: feedback };
  if (find(/^application\/tlsrpt\+/)) return { kind: 'tls', part: null };
  if (root.type !== 'multipart/report') return null;
  switch (root.params.get('report-type')?.toLowerCase()) {
    case 'delivery-status':
      return { kind: 'delivery-status', part: null };
    case 'disposition-notification':
      return { kind: 'disposition', part: null };
    case 'feedback-report':
      return { kind: 'feedback', part: null };
    case 'tlsrpt':
      return { kind: 'tls', part: null };
    default:
      return null;
  }
}

/** Message-ID and Subject of the returned message or of its header. */
function returnedMessage(parts: Part[]): { id: string | null; subject: string | null } {
  const part = parts.find((candidate) => RETURNED.test(candidate.type));
  if (!part) return { id: null, subject: null };
  const bytes = decodePart(part);
  const { fields } = readHeaderBlock(bytes, 0, Math.min(bytes.length, MAX_REPORT));
  const headers = new HeaderFields(fields);
  return { id: normaliseMessageId(headers.raw('message-id')), subject: headers.get('subject') ?? null };
}

/** The report a message carries; null for ordinary mail. */
export function readReport(root: Part): MailReport | null {
  if (root.children.length === 0 && !root.type.startsWith('message/')) return null;
  const parts = allParts(root);
  const found = reportKind(root, parts);
  if (!found) return null;
  const groups = found.part ? fieldGroups(decodePart(found.part)) : [];
  const returned = returnedMessage(parts);
  const first = (name: string) => groups.map((g) => g.raw(name)).find((value) => value !== undefined);
  const detail = found.kind === 'disposition' ? first('disposition') : first('feedback-type');
  return {
    kind: found.kind,
    recipients: found.kind === 'delivery-status' ? groups.map(recipientOf).filter((r) => r !== null) : [],
    detail: detail?.toLowerCase() ?? '',
    originalMessageId:
      returned.id ?? normaliseMessageId(first('original-message-id') ?? first('x-original-message-id')) ?? null,
    originalSubject: returned.subject,
  };
}
