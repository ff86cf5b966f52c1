import type { ChannelSettings } from '../channel-settings.ts';
import type { FolderCursor } from './mailbox-ledger.ts';

/** A message as the server lists it, before its bytes are asked for. */
export interface Listed {
  uid: number;
  size: number;
  /** When the server received it, by the server's clock. */
  internalDate: Date | null;
  identity: string | null;
}

/** So much is asked for at once: bounds memory whatever the sizes of the messages. */
const groupBytes = 8 * 1024 * 1024;
/** Messages in one command; fewer after each connection that died without giving any, until the culprit stands alone. */
const groupSizes = [50, 5, 1];

/** The next messages to fetch in one command. @param caution 0: all went well; 2: one at a time */
export function nextGroup(messages: readonly Listed[], caution: number): Listed[] {
  const most = groupSizes[Math.min(Math.ceil(caution), groupSizes.length - 1)]!;
  let bytes = 0;
  const over = messages.findIndex((m, i) => {
    bytes += m.size;
    return i > 0 && (i >= most || bytes > groupBytes);
  });
  return messages.slice(0, over < 0 ? messages.length : over);
}

/** Message-ID of a header block or a whole message, bare; null where there is none. */
export function messageIdOf(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 64 * 1024).toString('latin1');
  return /^message-id:[ \t]*(?:\r?\n[ \t]+)?<?([^>\s]+)/im.exec(head)?.[1] ?? null;
}

/** What a message is found again by after the server renumbered; null where it could be another's. */
export const identityOf = (messageId: string | null, size: number): string | null =>
  messageId ? `${messageId.replaceAll('\0', '').slice(0, 300)} ${size}` : null;

/**
 * Whether a message is from before the mailbox was connected: it becomes a closed ticket that starts no clock and sends
 * nothing. By UID at first sight, so that no clock matters; after renumbering by the server's date.
 */
export function isHistory(
  message: Listed,
  cursor: Pick<FolderCursor, 'liveFromUid' | 'isRenumbered'>,
  channel: Pick<ChannelSettings, 'imap' | 'createdAt'>,
): boolean {
  const { liveSince } = channel.imap!;
  if (liveSince) return message.internalDate !== null && message.internalDate < new Date(liveSince);
  if (!cursor.isRenumbered) return message.uid < cursor.liveFromUid;
  // The server counts in seconds, by its own clock.
  return message.internalDate !== null && message.internalDate.getTime() < channel.createdAt.getTime() - 60_000;
}
