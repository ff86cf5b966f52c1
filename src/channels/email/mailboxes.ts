import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Events } from '../../platform/index.ts';
import { ImapMailbox } from './imap-mailbox.ts';
import { MailboxLeases } from './mailbox-leases.ts';
import { MailboxReader } from './mailbox-reader.ts';

const renewMs = 5_000;

/** Keeps every mailbox this worker holds a lease of connected; each runs by itself, so that a bad one stops no other. */
@Injectable()
export class Mailboxes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Mailboxes.name);
  private readonly running = new Map<string, ImapMailbox>();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly leases: MailboxLeases,
    private readonly reader: MailboxReader,
    private readonly events: Events,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.get('RUN_JOBS')) return;
    this.events.subscribe('channel.changed', (event) => void this.restart(String(event['channelId'])));
    this.timer = setInterval(() => void this.renew(), renewMs).unref();
    void this.renew();
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.turn;
    await Promise.all([...this.running.values()].map((m) => m.stop()));
    await this.leases.release().catch(() => undefined);
  }

  private renew(): Promise<void> {
    this.turn = this.turn
      .then(() => this.claim())
      .catch((error: unknown) =>
        this.log.warn(`leases not renewed: ${error instanceof Error ? error.message : error}`),
      );
    return this.turn;
  }

  private async claim(): Promise<void> {
    const held = new Set(await this.leases.claim());
    for (const [id, mailbox] of this.running) {
      if (held.has(id)) continue;
      this.running.delete(id);
      void mailbox.stop();
    }
    for (const id of held) {
      if (this.running.has(id)) continue;
      const mailbox = new ImapMailbox(id, this.reader);
      this.running.set(id, mailbox);
      mailbox.start();
    }
  }

  /** New settings: connect anew with them. */
  private async restart(id: string): Promise<void> {
    const mailbox = this.running.get(id);
    this.running.delete(id);
    await mailbox?.stop();
    await this.renew();
  }
}
