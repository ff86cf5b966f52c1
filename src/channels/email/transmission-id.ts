import { createHash } from 'node:crypto';

const headerScan = 64 * 1024;

/**
 * A sender that did not hear our "250" transmits again, with new trace lines at most: Message-ID and everything below the
 * trace lines identify the message. Two different mails with one Message-ID stay two.
 */
export function transmissionId(raw: Buffer): string {
  const head = raw.subarray(0, headerScan).toString('latin1');
  const messageId = /^message-id:[ \t]*(?:\r?\n[ \t]+)?<?([^>\s]+)/im.exec(head)?.[1] ?? '';
  const withoutTrace = head.replace(
    /^(?:(?:received|return-path|delivered-to|x-received|x-original-to):[^\n]*\n(?:[ \t][^\n]*\n)*)+/i,
    '',
  );
  const hash = createHash('sha256').update(withoutTrace, 'latin1');
  if (raw.length > headerScan) hash.update(raw.subarray(headerScan));
  return `${messageId.slice(0, 300)} ${hash.digest('base64url')}`;
}
