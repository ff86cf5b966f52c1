import { ImapFlow } from 'imapflow';
import type { z } from 'zod';
import type { imapSettings } from '../../../libs/contracts/index.ts';

export type ImapSettings = z.output<typeof imapSettings>;

/**
 * An open, signed-in IMAP connection. With XOAUTH2 the secret is a refresh token (with the client's secret after a blank
 * where the server wants one) that is first exchanged for an access token.
 * @throws the network's or the server's error
 */
export async function connectMailbox(settings: ImapSettings, secret: string): Promise<ImapFlow> {
  const accessToken = settings.auth === 'xoauth2' ? await exchange(settings, secret) : undefined;
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    ...(settings.security === 'none'
      ? { doSTARTTLS: false }
      : settings.security === 'starttls'
        ? { doSTARTTLS: true }
        : {}),
    auth: accessToken ? { user: settings.user, accessToken } : { user: settings.user, pass: secret },
    logger: false,
    qresync: true,
    // RFC 2177: IDLE is ended and begun anew before the server drops it; a dead line shows itself then.
    maxIdleTime: 4 * 60_000,
    connectionTimeout: 30_000,
    greetingTimeout: 15_000,
    socketTimeout: 6 * 60_000,
    disableAutoIdle: true,
  });
  // Without a listener a late socket error would end the process; the caller sees `close`.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function exchange(settings: ImapSettings, secret: string): Promise<string> {
  if (!settings.tokenUrl) throw Object.assign(new Error('no token URL for XOAUTH2'), { authenticationFailed: true });
  const [refreshToken, clientSecret] = secret.split(' ');
  const response = await fetch(settings.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken ?? '',
      ...(settings.clientId ? { client_id: settings.clientId } : {}),
      ...(clientSecret ? { client_secret: clientSecret } : {}),
    }),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = (await response.json().catch(() => ({}))) as {
    access_token?: string;
    error?: string;
    error_description?: string;
  };
  if (!answer.access_token)
    throw Object.assign(
      new Error(answer.error_description ?? answer.error ?? `token server answered ${response.status}`),
      { authenticationFailed: true },
    );
  return answer.access_token;
}
