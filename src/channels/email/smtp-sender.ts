import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Channel } from '../../../libs/contracts/index.ts';
import { Events } from '../../platform/index.ts';
import { ChannelsService } from '../channels.service.ts';

type SmtpPool = ReturnType<typeof openPool>;

/** What became of a hand-over to the next server. */
export type SendOutcome =
  | { kind: 'accepted'; said: string }
  /** It certainly did not take it, and may later (4xx, no connection). */
  | { kind: 'later'; said: string }
  /** It will never take it (5xx). */
  | { kind: 'refused'; said: string }
  /** The connection broke after the message was handed over and before the answer: it may have left. */
  | { kind: 'uncertain'; said: string };

export interface OutgoingEnvelope {
  from: string;
  to: string[];
}

/** Sends finished messages through the SMTP server of a channel; one pool a channel. */
@Injectable()
export class SmtpSender implements OnApplicationShutdown {
  private readonly pools = new Map<string, Promise<SmtpPool>>();

  constructor(
    private readonly channels: ChannelsService,
    events: Events,
  ) {
    events.subscribe('channel.changed', (event) => this.forget(String(event['channelId'])));
  }

  async send(channelId: string, envelope: OutgoingEnvelope, raw: Buffer): Promise<SendOutcome> {
    let transport: SmtpPool;
    try {
      transport = await this.pool(channelId);
    } catch (error) {
      return { kind: 'refused', said: error instanceof Error ? error.message : String(error) };
    }
    try {
      const info = await transport.sendMail({ envelope: { ...envelope }, raw });
      return { kind: 'accepted', said: info.response };
    } catch (error) {
      return classify(error as SmtpError);
    }
  }

  /** Connects and signs in without sending. @throws the server's or the network's error */
  async verify(channelId: string): Promise<void> {
    await (await this.pool(channelId)).verify();
  }

  onApplicationShutdown(): void {
    for (const id of [...this.pools.keys()]) this.forget(id);
  }

  private pool(channelId: string): Promise<SmtpPool> {
    const known = this.pools.get(channelId);
    if (known) return known;
    const made = this.connect(channelId);
    this.pools.set(channelId, made);
    made.catch(() => this.pools.delete(channelId));
    return made;
  }

  private async connect(channelId: string): Promise<SmtpPool> {
    const { outbound } = await this.channels.find(channelId);
    const { outbound: password } = await this.channels.secrets(channelId);
    if (outbound.kind !== 'smtp' || !outbound.host)
      throw new Error('this channel has no server for outgoing mail; add one in its settings');
    return openPool(outbound as typeof outbound & { host: string }, password);
  }

  private forget(channelId: string): void {
    const pool = this.pools.get(channelId);
    this.pools.delete(channelId);
    void pool?.then((t) => t.close()).catch(() => undefined);
  }
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Only an answer of the server, or a fault before the message was handed over, is certain. */
function classify(error: SmtpError): SendOutcome {
  const said = error.response ?? error.message;
  if (error.responseCode && error.responseCode >= 500) return { kind: 'refused', said };
  if (error.responseCode && error.responseCode >= 400) return { kind: 'later', said };
  if (error.code === 'EAUTH') return { kind: 'refused', said };
  const before =
    error.command !== undefined &&
    /^(CONN|EHLO|HELO|AUTH|STARTTLS|MAIL FROM|RCPT TO|API|API_GREETING)/i.test(error.command);
  const noConnection = [
    'ECONNREFUSED',
    'EDNS',
    'ENOTFOUND',
    'ETLS',
    'EENVELOPE',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ].includes(error.code ?? '');
  return before || noConnection ? { kind: 'later', said } : { kind: 'uncertain', said };
}

const openPool = (outbound: Channel['outbound'] & { host: string }, password: string | null) =>
  createTransport({
    pool: true,
    maxConnections: 3,
    host: outbound.host,
    port: outbound.port ?? (outbound.security === 'tls' ? 465 : 587),
    secure: outbound.security === 'tls',
    requireTLS: outbound.security === 'starttls',
    ignoreTLS: outbound.security === 'none',
    ...(outbound.user ? { auth: { user: outbound.user, pass: password ?? '' } } : {}),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    // RFC 5321 §4.5.3.2.6: ten minutes for the answer to the final dot.
    socketTimeout: 10 * 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
