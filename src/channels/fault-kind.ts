import type { FaultKind } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';

interface ConnectionFault {
  code?: string;
  originalCode?: string;
  message?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  response?: unknown;
  responseText?: string;
  serverResponseCode?: string;
}

/** What kind of fault a connection had; `channel:fault.*` says in words what to do. */
export function faultKindOf(error: unknown): FaultKind {
  const e = error as ConnectionFault;
  const said = typeof e.response === 'string' ? e.response : '';
  const words = [
    e.code,
    e.originalCode,
    e.serverResponseCode,
    responseCode(e.response),
    e.message,
    e.responseText,
    said,
  ].join(' ');
  if (
    /THROTTL|\bLIMIT\b|OVERQUOTA|too many|maximum number of connections|connection limit|not connected|UNAVAILABLE|bandwidth|\b421\b|try again later/i.test(
      words,
    )
  )
    return 'throttled';
  if (e.authenticationFailed || /EAUTH|AUTHENTICATIONFAILED|invalid credentials|login failed|\b535\b/i.test(words))
    return 'login';
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(words)) return 'host';
  if (/certificate|self.signed|CERT_|UNABLE_TO_VERIFY/i.test(words)) return 'certificate';
  if (/wrong version number|packet length|EPROTO|ERR_SSL|STARTTLS|ETLS/i.test(words)) return 'tls';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(words)) return 'refused';
  if (/TIMEDOUT|TIMEOUT|timed out|Greeting never received|no longer answers/i.test(words)) return 'timeout';
  if (e.mailboxMissing || /NONEXISTENT|no such mailbox|doesn't exist/i.test(words)) return 'folder';
  return 'other';
}

interface ParsedResponse {
  attributes?: { section?: { value?: unknown }[] }[];
}

/** The code in brackets of an IMAP answer (RFC 3501 §7.1), which imapflow leaves in the parsed answer. */
function responseCode(response: unknown): string {
  const section = (response as ParsedResponse | undefined)?.attributes?.[0]?.section;
  return typeof section?.[0]?.value === 'string' ? section[0].value : '';
}

/** The server's own words, or the network's. */
export function wordsOf(error: unknown): string {
  const e = error as ConnectionFault;
  const said = e.responseText || (typeof e.response === 'string' ? e.response : '') || e.message || String(error);
  return said.replace(/\s+/g, ' ').slice(0, 300);
}

/** What went wrong and what to do, in a language. */
export const faultText = (error: unknown, language: string): string =>
  translator(language)(`channel:fault.${faultKindOf(error)}`, { said: wordsOf(error) });
