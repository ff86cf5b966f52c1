import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Events } from '../../platform/index.ts';
import type { Source } from '../channel.ts';
import { ChannelState } from '../channel-state.ts';
import { wordsOf } from '../fault-kind.ts';
import { ImapMailbox } from './imap-mailbox.ts';
import { MailboxLeases } from './mailbox-leases.ts';
import { MailboxReader } from './mailbox-reader.ts';
import { OAuthTokens } from './oauth-tokens.ts';
import { OpenMailbox } from './open-mailbox.ts';

const renewMs = 5_000;

/** Keeps every mailbox this worker holds a lease of connected; each runs by itself, so that a bad one stops no other. */
@Injectable()
export class Mailboxes implements Source, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Mailboxes.name);
  private readonly running = new Map<string, ImapMailbox>();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly leases: MailboxLeases,
    private readonly opening: OpenMailbox,
    private readonly tokens: OAuthTokens,
    private readonly reader: MailboxReader,
    private readonly state: ChannelState,
    private readonly events: Events,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.get('RUN_JOBS')) await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async listen(): Promise<void> {
    this.events.subscribe('channel.changed', (event) => this.restart(String(event['channelId'])));
    this.timer = setInterval(() => void this.renew(), renewMs).unref();
    await this.renew();
  }

  async close(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = undefined;
    await this.turn;
    await Promise.all([...this.running.values()].map((m) => m.stop()));
    this.running.clear();
    await this.leases.release().catch(() => undefined);
  }

  private renew(): Promise<void> {
    this.turn = this.turn
      .then(() => this.claim())
      .catch((error: unknown) => this.log.warn(`leases not renewed: ${wordsOf(error)}`));
    return this.turn;
  }

  private async claim(): Promise<void> {
    if (!this.timer) return;
    const held = new Set(await this.leases.claim());
    for (const [id, mailbox] of this.running) {
      if (held.has(id)) continue;
      this.running.delete(id);
      void mailbox.stop();
    }
    for (const id of held) {
      if (this.running.has(id)) continue;
      const mailbox = new ImapMailbox(id, this.opening, this.reader, this.state);
      this.running.set(id, mailbox);
      mailbox.start();
    }
  }

  /** New settings: connect anew with them. */
  private async restart(id: string): Promise<void> {
    this.tokens.forget(id);
    const mailbox = this.running.get(id);
    this.running.delete(id);
    await mailbox?.stop();
    await this.renew();
  }
}
