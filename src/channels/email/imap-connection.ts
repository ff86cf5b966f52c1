import { ImapFlow } from 'imapflow';
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
