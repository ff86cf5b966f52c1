import type { Authentication, AuthenticationResult, SpamMark } from '../types.ts';
import type { HeaderFields } from './mail-headers.ts';

const RESULT = /(?:^|\s)(spf|dkim|dmarc|arc|dkim-adsp|iprev|auth|bimi|compauth)\s{0,3}=\s{0,3}([a-z]{2,20})/i;
const IDENTITY =
  /(?:header\.(?:d|from|i)|smtp\.(?:mailfrom|mfrom|helo)|envelope-from|policy\.oldest-pass)\s{0,3}=\s{0,3}"?([^\s;"()]{1,300})/i;

function readResults(value: string): AuthenticationResult[] {
  const results: AuthenticationResult[] = [];
  // Comments may hold semicolons; nested ones do not occur.
  for (const piece of value
    .slice(0, 20_000)
    .replace(/\([^()]*\)/g, ' ')
    .split(';')) {
    const match = RESULT.exec(piece);
    if (!match) continue;
    results.push({
      method: (match[1] as string).toLowerCase(),
      result: (match[2] as string).toLowerCase(),
      identity: IDENTITY.exec(piece)?.[1] ?? '',
    });
  }
  return results;
}

function serverOf(value: string): string {
  return /^\s*([^\s;]{1,255})/.exec(value)?.[1] ?? '';
}

const firstOf = (results: AuthenticationResult[], method: string) => {
  const all = results.filter((r) => r.method === method).map((r) => r.result);
  // Several DKIM signatures: one that passes is enough (RFC 6376 §6.1).
  return all.includes('pass') ? 'pass' : (all[0] ?? null);
};

/**
 * Results of SPF, DKIM, DMARC and ARC as the receiving server wrote them (RFC 8601; Received-SPF of RFC 7208 where
 * nothing else is there). Lower fields are older and may be forged: only one server's fields count.
 */
export function readAuthentication(headers: HeaderFields, trusted?: string): Authentication {
  const fields = headers.allRaw('authentication-results');
  const server = trusted ?? (fields[0] ? serverOf(fields[0]) : undefined);
  const own = fields.filter((value) => server !== undefined && serverOf(value).toLowerCase() === server.toLowerCase());
  const results = own.flatMap(readResults);
  const received = headers.raw('received-spf')?.trim().split(/[\s(]/, 1)[0]?.toLowerCase();
  const spf = firstOf(results, 'spf') ?? (fields.length === 0 && received ? received : null);
  return {
    authservId: own.length > 0 ? (server ?? null) : null,
    spf,
    dkim: firstOf(results, 'dkim'),
    dmarc: firstOf(results, 'dmarc'),
    arc: firstOf(results, 'arc'),
    results,
  };
}

const SCORES: [header: string, pattern: RegExp][] = [
  ['x-spam-score', /^\s*([-+]?\d{1,6}(?:\.\d{1,6})?)/],
  ['x-spam-status', /score\s{0,3}=\s{0,3}([-+]?\d{1,6}(?:\.\d{1,6})?)/i],
  ['x-spamd-result', /\[\s{0,3}([-+]?\d{1,6}(?:\.\d{1,6})?)\s{0,3}\//],
  ['x-rspamd-score', /^\s*([-+]?\d{1,6}(?:\.\d{1,6})?)/],
  ['x-ms-exchange-organization-scl', /^\s*(-?\d{1,2})/],
  ['x-spam-level', /^\s*(\*{1,99})/],
];
const FLAGS: [header: string, pattern: RegExp][] = [
  ['x-spam-flag', /^\s*yes/i],
  ['x-spam-status', /^\s*yes/i],
  ['x-spam', /^\s*(?:yes|true)/i],
  ['x-spam-action', /^\s*reject/i],
  ['x-ms-exchange-organization-scl', /^\s*[5-9]/],
  ['x-forefront-antispam-report', /\bSFV:SPM\b/],
];

/** Score and verdict of the spam filter that the message passed. */
export function readSpamMark(headers: HeaderFields): SpamMark {
  const mark: SpamMark = { score: null, flagged: false, source: '' };
  for (const [name, pattern] of SCORES) {
    const value = headers.raw(name);
    const match = value === undefined ? null : pattern.exec(value);
    if (!match) continue;
    const text = match[1] as string;
    mark.score = name === 'x-spam-level' ? text.length : Number(text);
    mark.source = name;
    break;
  }
  const flag = FLAGS.find(([name, pattern]) => pattern.test(headers.raw(name) ?? ''));
  if (flag) {
    mark.flagged = true;
    mark.source ||= flag[0];
  }
  return mark;
}
