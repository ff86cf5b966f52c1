import { ImapFlow, type MailboxLockObject } from 'imapflow';
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
