import { ImapFlow, type MailboxLockObject, type SearchObject } from 'imapflow';
import type { ImapSettings } from '../channel-settings.ts';

/**
 * An open, signed-in IMAP connection.
 * @param credentials a password, or an access token for XOAUTH2
 * @throws the network's or the server's error
 */
export async function connectMailbox(
  settings: ImapSettings,
  credentials: { pass: string } | { accessToken: string },
): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    ...(settings.security === 'tls' ? {} : { doSTARTTLS: settings.security === 'starttls' }),
    auth: { user: settings.user, ...credentials },
    logger: false,
    // RFC 2177: IDLE is ended and begun anew before the server drops it; a dead line shows itself then.
    maxIdleTime: 4 * 60_000,
    disableAutoIdle: true,
    connectionTimeout: 30_000,
    greetingTimeout: 15_000,
    socketTimeout: 3 * 60_000,
  });
  // Without a listener a late socket error would end the process; the caller sees `close`.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/**
 * Selects a folder; release the lock when done with it.
 * @param isReadOnly nothing on the server changes
 * @throws Error with `mailboxMissing` when the server refuses the folder
 */
export async function selectFolder(client: ImapFlow, folder: string, isReadOnly: boolean): Promise<MailboxLockObject> {
  try {
    return await client.getMailboxLock(folder, { readOnly: isReadOnly });
  } catch (error) {
    const isRefused = /^(NO|BAD)$/.test((error as { responseStatus?: string }).responseStatus ?? '');
    throw isRefused ? Object.assign(error as Error, { mailboxMissing: true }) : error;
  }
}

/**
 * UIDs of the selected folder, ascending.
 * @param query empty: all of them
 * @throws Error when the server refuses to search
 */
export async function searchFolder(client: ImapFlow, query: SearchObject): Promise<number[]> {
  if (!client.mailbox || client.mailbox.exists === 0) return [];
  const found = await client.search(Object.keys(query).length > 0 ? query : { all: true }, { uid: true });
  if (!found) throw new Error('the server refused to search the folder');
  return found.sort((a, b) => a - b);
}

/** A UID set with runs drawn together: a server's command line has an end. */
export function rangeOf(uids: readonly number[]): string {
  const runs: string[] = [];
  let first = uids[0]!;
  let last = first;
  for (const uid of [...uids.slice(1), Number.NaN]) {
    if (uid === last + 1) {
      last = uid;
      continue;
    }
    runs.push(first === last ? String(first) : `${first}:${last}`);
    first = uid;
    last = uid;
  }
  return runs.join(',');
}
