import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Config, newId } from '../platform/index.ts';

const beatMs = 10_000;
/** A process that hands over says so every ten seconds; one silent for this long is gone. */
export const silentSeconds = 45;

/** What this process is handing over right now, made known to the others while it lasts. */
@Injectable()
export class Handovers implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly processId = newId();
  private readonly log = new Logger(Handovers.name);
  private readonly running = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.get('RUN_JOBS')) return;
    this.timer = setInterval(() => {
      if (this.running.size > 0) void this.beat();
    }, beatMs).unref();
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    clearInterval(this.timer);
  }

  isRunning(messageId: string): boolean {
    return this.running.has(messageId);
  }

  async during<T>(messageId: string, work: () => Promise<T>): Promise<T> {
    this.running.add(messageId);
    try {
      return await work();
    } finally {
      this.running.delete(messageId);
    }
  }

  /** Repeats work until it succeeds or the process ends. */
  async insist(work: () => Promise<void>): Promise<void> {
    for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
      try {
        return await work();
      } catch (error) {
        if (this.isStopped) throw error;
        this.log.warn(`an outcome is not written yet: ${error instanceof Error ? error.message : error}`);
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  private async beat(): Promise<void> {
    await this.source
      .query(
        `UPDATE outbox SET sending_seen_at = now() WHERE state = 'sending' AND sending_by = $1 AND message_id = ANY ($2)`,
        [this.processId, [...this.running]],
      )
      .catch((error: unknown) => this.log.warn(error instanceof Error ? error.message : String(error)));
  }
}
