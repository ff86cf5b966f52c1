import { Logger } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import type { ChannelState } from '../channel-state.ts';
import { faultKindOf, wordsOf } from '../fault-kind.ts';
import type { MailboxReader } from './mailbox-reader.ts';
import type { ConnectedMailbox, OpenMailbox } from './open-mailbox.ts';

const backOffMs = { first: 1_000, most: 120_000 };
/** Wrong passwords are not repeated quickly: servers lock accounts for it. A change of settings tries at once. */
const backOffLoginMs = { first: 60_000, most: 30 * 60_000 };
const answerWithinMs = 20_000;

/**
 * One mailbox, kept connected: reads what is new, then waits by IDLE, and looks by itself from time to time because IDLE can
 * die silently. Connects anew with growing delays; whatever was missed meanwhile is read then, however long it took.
 */
export class ImapMailbox {
  private readonly log = new Logger(ImapMailbox.name);
  private client: ImapFlow | undefined;
  private isStopped = false;
  private hasNews = false;
  private hasProgress = false;
  private done: Promise<void> = Promise.resolve();
  private wake: (() => void) | undefined;

  constructor(
    private readonly channelId: string,
    private readonly opening: OpenMailbox,
    private readonly reader: MailboxReader,
    private readonly state: ChannelState,
  ) {}

  start(): void {
    this.done = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake?.();
    this.client?.close();
    await this.done;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.isStopped) {
      const began = Date.now();
      this.hasProgress = false;
      let limits = backOffMs;
      try {
        await this.session();
      } catch (error) {
        if (this.isStopped) return;
        if (faultKindOf(error) === 'login') limits = backOffLoginMs;
        await this.state.failed(this.channelId, error).catch(() => undefined);
        this.log.warn(`mailbox ${this.channelId}: ${wordsOf(error)}`);
      }
      // A connection that held for a while, or brought something, was a good one: begin again with a short delay.
      if (this.hasProgress || Date.now() - began > 60_000) failures = 0;
      const delay = Math.min(limits.first * 2 ** failures, limits.most);
      failures += 1;
      await this.sleep(delay * (0.75 + Math.random() / 2));
    }
  }

  private async session(): Promise<void> {
    await this.state.set(this.channelId, 'connecting');
    const mailbox = await this.opening.open(this.channelId);
    const { client } = mailbox;
    this.client = client;
    const closed = new Promise<never>((_, reject) =>
      client.once('close', () => reject(new Error('connection closed by the server'))),
    );
    closed.catch(() => undefined);
    try {
      if (this.isStopped) return;
      await this.state.set(this.channelId, 'connected');
      // Also what comes while a folder is being read must not wait for the next look.
      client.on('exists', () => {
        this.hasNews = true;
        this.wake?.();
      });
      while (!this.isStopped) {
        this.hasNews = false;
        await Promise.race([this.readAll(mailbox), closed]);
        await this.state.succeeded(this.channelId);
        if (this.isStopped) return;
        await Promise.race([this.waitForNews(client, mailbox.channel.imap.pollSeconds * 1000), closed]);
      }
    } finally {
      this.client = undefined;
      client.close();
    }
  }

  /** The first folder last: IDLE then listens to it. */
  private async readAll({ channel, client }: ConnectedMailbox): Promise<void> {
    const [first, ...others] = channel.imap.folders;
    const onProgress = () => {
      this.hasProgress = true;
    };
    for (const folder of [...others, first!]) await this.reader.read(channel, client, folder, onProgress);
  }

  /** Until the server says something, or the time for looking by ourselves has come. */
  private async waitForNews(client: ImapFlow, pollMs: number): Promise<void> {
    if (this.hasNews) return;
    const idle = client.idle().catch(() => undefined);
    await this.sleep(pollMs);
    if (this.isStopped) return;
    // Any command ends IDLE; a dead line shows itself by not answering.
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the server no longer answers')), Math.min(answerWithinMs, pollMs));
    });
    await Promise.race([client.noop(), silence]).finally(() => clearTimeout(timer));
    await idle;
  }

  private async sleep(ms: number): Promise<void> {
    if (this.isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
