import { Logger } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import type { MailboxReader } from './mailbox-reader.ts';

const backOffMs = { first: 1_000, most: 120_000 };

/**
 * One mailbox, kept connected: reads what is new, then waits by IDLE, and looks by itself from time to time because IDLE can
 * die silently. Connects anew with growing delays; whatever was missed meanwhile is read then, however long it took.
 */
export class ImapMailbox {
  private readonly log = new Logger(ImapMailbox.name);
  private client: ImapFlow | undefined;
  private isStopped = false;
  private done: Promise<void> = Promise.resolve();
  private wake: (() => void) | undefined;

  constructor(
    private readonly channelId: string,
    private readonly reader: MailboxReader,
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
    let delay = backOffMs.first;
    while (!this.isStopped) {
      const began = Date.now();
      try {
        await this.session();
      } catch (error) {
        if (this.isStopped) return;
        await this.reader.noteFailure(this.channelId, error).catch(() => undefined);
        this.log.warn(`mailbox ${this.channelId}: ${error instanceof Error ? error.message : error}`);
      }
      // A connection that held for a while was a good one: begin again with a short delay.
      if (Date.now() - began > 60_000) delay = backOffMs.first;
      await this.sleep(delay * (0.75 + Math.random() / 2));
      delay = Math.min(delay * 2, backOffMs.most);
    }
  }

  private async session(): Promise<void> {
    const settings = await this.reader.settings(this.channelId);
    const client = await this.reader.connect(this.channelId);
    this.client = client;
    const closed = new Promise<never>((_, reject) =>
      client.once('close', () => reject(new Error('connection closed'))),
    );
    closed.catch(() => undefined);
    try {
      for (;;) {
        for (const folder of settings.folders)
          await Promise.race([this.reader.read(this.channelId, client, folder), closed]);
        if (this.isStopped) return;
        await Promise.race([this.waitForNews(client, settings.pollSeconds * 1000), closed]);
        if (this.isStopped) return;
      }
    } finally {
      this.client = undefined;
      client.close();
    }
  }

  /** Until the server says something, or the time for looking by ourselves has come. */
  private async waitForNews(client: ImapFlow, pollMs: number): Promise<void> {
    let onExists: (() => void) | undefined;
    const news = new Promise<void>((resolve) => {
      onExists = () => resolve();
      client.once('exists', onExists);
    });
    const idle = client.idle().catch(() => undefined);
    await Promise.race([news, this.sleep(pollMs)]);
    if (onExists) client.removeListener('exists', onExists);
    // Any command ends IDLE; a dead line shows itself by not answering.
    await Promise.race([client.noop(), rejectAfter(20_000, 'the server no longer answers')]);
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

const rejectAfter = (ms: number, why: string): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(why)), ms).unref());
