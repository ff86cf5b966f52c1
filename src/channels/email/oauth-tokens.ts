import { Injectable } from '@nestjs/common';
import { type ChannelSettings, ReadSettings, type SecretName } from '../channel-settings.ts';

interface TokenClient {
  tokenUrl?: string | undefined;
  clientId?: string | undefined;
}

interface TokenAnswer {
  access_token?: string;
  refresh_token?: string;
  expires_in?: number;
  error?: string;
  error_description?: string;
}

/** Ended this long before its time, so that it does not run out between asking and using. */
const marginMs = 60_000;

/**
 * Access tokens for XOAUTH2, exchanged from the refresh token a channel keeps as its secret (RFC 6749 §6), with the client's
 * secret after a blank where the server wants one. A new refresh token in the answer replaces the old (Microsoft, rotation).
 */
@Injectable()
export class OAuthTokens {
  private readonly known = new Map<string, { token: string; until: number }>();

  constructor(private readonly settings: ReadSettings) {}

  /** @throws Error with `authenticationFailed` when the token server refuses */
  async accessToken(channel: ChannelSettings, which: SecretName): Promise<string> {
    const key = `${channel.id} ${which}`;
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return known.token;
    const client: TokenClient = (which === 'inbound' ? channel.imap : channel.outbound) ?? {};
    const secret = which === 'inbound' ? channel.inboundSecret : channel.outboundSecret || channel.inboundSecret;
    const [refreshToken = '', clientSecret] = secret.split(' ');
    const answer = await exchange(client, refreshToken, clientSecret);
    const token = answer.access_token!;
    this.known.set(key, { token, until: Date.now() + (answer.expires_in ?? 300) * 1000 - marginMs });
    if (answer.refresh_token && answer.refresh_token !== refreshToken) {
      const replaced = [answer.refresh_token, clientSecret].filter(Boolean).join(' ');
      await this.settings.replaceSecret(
        channel.id,
        which === 'outbound' && !channel.outboundSecret ? 'inbound' : which,
        replaced,
      );
    }
    return token;
  }

  /** Whether a token is kept from before, which may have been withdrawn since. */
  has(channelId: string, which: SecretName): boolean {
    return (this.known.get(`${channelId} ${which}`)?.until ?? 0) > Date.now();
  }

  /** After a refused sign-in or with new settings: ask anew. */
  forget(channelId: string): void {
    for (const key of [...this.known.keys()]) if (key.startsWith(channelId)) this.known.delete(key);
  }
}

async function exchange(client: TokenClient, refreshToken: string, clientSecret?: string): Promise<TokenAnswer> {
  if (!client.tokenUrl) throw refusedLogin('no token URL is set for XOAUTH2');
  const response = await fetch(client.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      ...(client.clientId ? { client_id: client.clientId } : {}),
      ...(clientSecret ? { client_secret: clientSecret } : {}),
    }),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = (await response.json().catch(() => ({}))) as TokenAnswer;
  if (answer.access_token) return answer;
  const said = answer.error_description ?? answer.error ?? `the token server answered ${response.status}`;
  // 5xx: the token server has a bad day, the token may be good.
  throw response.status >= 500 ? new Error(said) : refusedLogin(said);
}

const refusedLogin = (said: string): Error => Object.assign(new Error(said), { authenticationFailed: true });
