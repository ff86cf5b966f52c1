import type { RefusedRecipient, SendOutcome } from '../channel.ts';

/** What nodemailer says of a fault. */
export interface SmtpFault {
  code?: string;
  message: string;
  /** Three digits, where it was an answer of the server. */
  responseCode?: number;
  response?: string;
  recipient?: string;
}

/**
 * What a fault means for the message. Certain is only an answer of the server, or a fault before the message had been handed
 * over to its end; whatever broke later may have left (RFC 5321 §4.5.3.2.6, RFC 1047).
 * @param mayHaveLeft whether the end of the message was given to the connection
 */
export function outcomeOfFault(fault: SmtpFault, mayHaveLeft: boolean): SendOutcome {
  const said = oneLine(fault.response ?? fault.message);
  const code = fault.responseCode ?? 0;
  if (code >= 500) return { kind: 'refused', said };
  if (code >= 400) return { kind: 'later', said };
  if (mayHaveLeft) return { kind: 'uncertain', said };
  // Found by the client itself: no valid address, larger than the server takes, no way to sign in.
  if (/^(EENVELOPE|EMESSAGE|EAUTH|ENOAUTH)$/.test(fault.code ?? '')) return { kind: 'refused', said };
  return { kind: 'later', said };
}

export const refusedRecipient = (fault: SmtpFault): RefusedRecipient => ({
  address: fault.recipient ?? '',
  said: oneLine(fault.response ?? fault.message),
  isFinal: (fault.responseCode ?? 500) >= 500,
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 1000);
