/** What kind of fault a connection had, as a key of `channel:fault.*`: the text says what to do. */
export type FaultCode =
  | 'host'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'tls'
  | 'login'
  | 'folder'
  | 'throttled'
  | 'other';

export function faultCode(error: unknown): FaultCode {
  const e = error as {
    code?: string;
    authenticationFailed?: boolean;
    message?: string;
    responseText?: string;
    responseStatus?: string;
    mailboxMissing?: boolean;
  };
  const words = `${e.code ?? ''} ${e.message ?? ''} ${e.responseText ?? ''}`;
  if (e.authenticationFailed || /EAUTH|AUTHENTICATIONFAILED|invalid credentials|login failed|\b535\b/i.test(words))
    return 'login';
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(words)) return 'host';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(words)) return 'refused';
  if (/certificate|self.signed|CERT_|UNABLE_TO_VERIFY/i.test(words)) return 'certificate';
  if (/wrong version number|ESOCKET.*SSL|EPROTO|STARTTLS|ETLS/i.test(words)) return 'tls';
  if (/ETIMEDOUT|ETIMEOUT|timeout|timed out/i.test(words)) return 'timeout';
  if (/too many|LIMIT|THROTTL|not connected/i.test(words)) return 'throttled';
  if (e.mailboxMissing || /NONEXISTENT|no such mailbox/i.test(words)) return 'folder';
  return 'other';
}
