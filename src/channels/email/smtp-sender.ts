import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { deliveryFinding } from '../../../libs/contracts/index.ts';
import { Events } from '../../platform/index.ts';
import type { OutgoingEnvelope, Outlet, SendOutcome } from '../channel.ts';
import { type ChannelSettings, ReadSettings } from '../channel-settings.ts';
import { faultKindOf } from '../fault-kind.ts';
import { OAuthTokens } from './oauth-tokens.ts';
import { outcomeOfFault, type SmtpFault } from './send-outcome.ts';
import { SmtpSession } from './smtp-session.ts';

/** Microsoft 365 allows three connections at once, others more. */
const mostConnections = 3;
const mostMessages = 100;
const idleMs = 60_000;

interface Pool {
  idle: { session: SmtpSession; timer: NodeJS.Timeout }[];
  busy: number;
  waiting: (() => void)[];
}

/** Sends finished messages through the SMTP server of a channel; a few connections each, kept open for a while. */
@Injectable()
export class SmtpSender implements Outlet, OnApplicationShutdown {
  private readonly pools = new Map<string, Pool>();

  constructor(
    private readonly settings: ReadSettings,
    private readonly tokens: OAuthTokens,
    events: Events,
  ) {
    events.subscribe('channel.changed', (event) => this.forget(String(event['channelId'])));
  }

  async deliver(channelId: string, envelope: OutgoingEnvelope, raw: Buffer): Promise<SendOutcome> {
    const pool = this.poolOf(channelId);
    while (pool.busy >= mostConnections) await new Promise<void>((resolve) => pool.waiting.push(resolve));
    pool.busy += 1;
    try {
      const kept = this.takeIdle(pool);
      if (kept) {
        const outcome = await this.through(kept, pool, envelope, raw);
        // The server may have ended an idle connection; nothing of this message was sent then.
        if (outcome.kind !== 'later' || !kept.isClosed || /^4(?!21)\d\d/.test(outcome.said)) return outcome;
      }
      const channel = await this.settings.of(channelId);
      if (channel.outbound.kind !== 'smtp' || !channel.outbound.host)
        return { kind: 'refused', said: deliveryFinding('noServer') };
      return await this.through(await this.connect(channel), pool, envelope, raw);
    } catch (error) {
      if (faultKindOf(error) === 'login') this.tokens.forget(channelId);
      return outcomeOfFault(error as SmtpFault, false);
    } finally {
      pool.busy -= 1;
      pool.waiting.shift()?.();
    }
  }

  async identify(channelId: string): Promise<void> {
    (await this.connect(await this.settings.of(channelId))).quit();
  }

  close(): void {
    for (const id of [...this.pools.keys()]) this.forget(id);
  }

  onApplicationShutdown(): void {
    this.close();
  }

  private async through(session: SmtpSession, pool: Pool, envelope: OutgoingEnvelope, raw: Buffer) {
    const outcome = await session.send(envelope, raw);
    if (session.isClosed || session.sent >= mostMessages || !this.isCurrent(pool)) session.quit();
    else {
      const timer = setTimeout(() => {
        pool.idle = pool.idle.filter((i) => i.session !== session);
        session.quit();
      }, idleMs).unref();
      pool.idle.push({ session, timer });
    }
    return outcome;
  }

  private takeIdle(pool: Pool): SmtpSession | undefined {
    for (;;) {
      const kept = pool.idle.pop();
      if (!kept) return undefined;
      clearTimeout(kept.timer);
      if (!kept.session.isClosed) return kept.session;
    }
  }

  private async connect(channel: ChannelSettings): Promise<SmtpSession> {
    const { outbound } = channel;
    if (!outbound.user) return SmtpSession.open(outbound, null);
    if (outbound.auth !== 'xoauth2')
      return SmtpSession.open(outbound, { pass: channel.outboundSecret || channel.inboundSecret });
    const open = async () =>
      SmtpSession.open(outbound, { accessToken: await this.tokens.accessToken(channel, 'outbound') });
    const wasKept = this.tokens.has(channel.id, 'outbound');
    try {
      return await open();
    } catch (error) {
      // A kept token may have been withdrawn before its time (RFC 6749 §1.5): one more try with a new one.
      if (!wasKept || faultKindOf(error) !== 'login') throw error;
      this.tokens.forget(channel.id);
      return open();
    }
  }

  private poolOf(channelId: string): Pool {
    const known = this.pools.get(channelId);
    if (known) return known;
    const pool: Pool = { idle: [], busy: 0, waiting: [] };
    this.pools.set(channelId, pool);
    return pool;
  }

  private isCurrent(pool: Pool): boolean {
    return [...this.pools.values()].includes(pool);
  }

  /** New settings or the end: what is under way finishes, nothing is kept. */
  private forget(channelId: string): void {
    const pool = this.pools.get(channelId);
    this.pools.delete(channelId);
    for (const { session, timer } of pool?.idle ?? []) {
      clearTimeout(timer);
      session.quit();
    }
  }
}
