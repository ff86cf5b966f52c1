import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { prepareReading, type ReadMail, type ReadRequest, readMail } from './read-mail.ts';

/** No message may hold up the others longer than this. */
const limitMs = 20_000;

interface Waiting {
  request: ReadRequest;
  resolve(mail: ReadMail): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  isReady: boolean;
  running: Map<number, Waiting & { timer: NodeJS.Timeout }>;
}

/**
 * Reads mail in threads of its own, so that parsing takes nothing from those who wait for a page. Run from sources (tests)
 * there are no threads: the same function runs in place.
 */
@Injectable()
export class ReadingPool implements OnApplicationShutdown {
  private readonly log = new Logger(ReadingPool.name);
  private readonly canThread = import.meta.url.endsWith('.js');
  private readonly threads: Thread[] = [];
  private readonly queue: Waiting[] = [];
  private nextId = 0;
  private stopped = false;

  /** Starts the threads; their language models take a second or two to load. */
  async start(): Promise<void> {
    if (!this.canThread) return prepareReading();
    const size = Math.max(1, Math.min(4, availableParallelism() - 1));
    while (this.threads.length < size) this.threads.push(this.spawn());
  }

  read(request: ReadRequest): Promise<ReadMail> {
    if (!this.canThread) return readMail(request);
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.feed();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.threads.map((t) => t.worker.terminate()));
  }

  private spawn(): Thread {
    const thread: Thread = {
      worker: new Worker(new URL('./read-worker.js', import.meta.url)),
      isReady: false,
      running: new Map(),
    };
    thread.worker.on('message', (message: { ready?: true; id: number; mail?: ReadMail; fault?: string }) => {
      if (message.ready) thread.isReady = true;
      else this.settle(thread, message);
      this.feed();
    });
    thread.worker.on('error', (error) =>
      this.replace(thread, error instanceof Error ? error : new Error(String(error))),
    );
    return thread;
  }

  /** A few at a time per thread, so that the next one is there when it is free. */
  private feed(): void {
    for (const thread of this.threads) {
      while (thread.isReady && thread.running.size < 4 && this.queue.length > 0) {
        const waiting = this.queue.shift()!;
        const id = this.nextId++;
        const timer = setTimeout(() => this.replace(thread, new Error(`not read within ${limitMs / 1000} s`)), limitMs);
        thread.running.set(id, { ...waiting, timer });
        thread.worker.postMessage({ id, request: waiting.request });
      }
    }
  }

  private settle(thread: Thread, { id, mail, fault }: { id: number; mail?: ReadMail; fault?: string }): void {
    const waiting = thread.running.get(id);
    if (!waiting) return;
    thread.running.delete(id);
    clearTimeout(waiting.timer);
    if (mail) waiting.resolve(mail);
    else waiting.reject(new Error(fault ?? 'unreadable'));
  }

  /** The first of its messages is the guilty one; the others are tried again in a fresh thread. */
  private replace(thread: Thread, error: Error): void {
    const at = this.threads.indexOf(thread);
    if (at < 0 || this.stopped) return;
    this.log.warn(`a reading thread was replaced: ${error.message}`);
    void thread.worker.terminate();
    const [guilty, ...innocent] = [...thread.running.values()];
    for (const waiting of thread.running.values()) clearTimeout(waiting.timer);
    thread.running.clear();
    this.queue.unshift(...innocent);
    this.threads[at] = this.spawn();
    guilty?.reject(error);
  }
}
