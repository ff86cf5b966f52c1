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
const groupLimit = { messages: 50, bytes: 8 * 1024 * 1024 };

/** Groups to fetch in one command; a suspect stands alone. */
export function groupsOf(messages: readonly Listed[], isSuspect: (m: Listed) => boolean): Listed[][] {
  const groups: Listed[][] = [];
  let open: Listed[] = [];
  let bytes = 0;
  const close = () => {
    if (open.length > 0) groups.push(open);
    open = [];
    bytes = 0;
  };
  for (const message of messages) {
    const isAlone = isSuspect(message);
    if (isAlone || open.length >= groupLimit.messages || bytes + message.size > groupLimit.bytes) close();
    open.push(message);
    bytes += message.size;
    if (isAlone) close();
  }
  close();
  return groups;
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
  return message.internalDate !== null && message.internalDate < channel.createdAt;
}
