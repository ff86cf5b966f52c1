import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ReadMail, ReadRequest } from './read-mail.ts';
import type { ReadAnswer, ReadTask } from './read-worker.ts';

/** A mail that could not be read, and why. */
export type Reading = { mail: ReadMail; fault: null } | { mail: null; fault: string };

/** No task may hold up the others longer than this; a single message takes less than two seconds by far. */
const limitMs = 20_000;
const chunkMessages = 25;
const chunkBytes = 4 * 1024 * 1024;

interface Chunk {
  requests: readonly ReadRequest[];
  resolve(readings: Reading[]): void;
}
interface Thread {
  worker: Worker;
  isReady: boolean;
  current: (Chunk & { id: number; timer: NodeJS.Timeout }) | null;
}

/**
 * Reads mail in threads of its own, so that parsing and language models take nothing from those who wait for a page. A
 * message that kills or blocks its thread is found by reading its companions one by one, and is the only one to fail.
 */
@Injectable()
export class ReadingPool implements OnApplicationShutdown {
  private readonly log = new Logger(ReadingPool.name);
  private readonly threads: Thread[] = [];
  private readonly queue: Chunk[] = [];
  private nextId = 0;
  private stopped = false;

  /** Starts the threads; their language models take a second or two to load, the first messages wait for them. */
  start(): void {
    // The main thread and the database want a core too.
    const size = Math.max(1, Math.min(4, availableParallelism() - 1));
    while (this.threads.length < size) this.threads.push(this.spawn());
  }

  /** Never rejects: what cannot be read says why. In the order of the requests. */
  async read(requests: readonly ReadRequest[]): Promise<Reading[]> {
    if (this.threads.length === 0) this.start();
    return (await Promise.all(inChunks(requests).map((chunk) => this.enqueue(chunk)))).flat();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const t of this.threads) if (t.current) clearTimeout(t.current.timer);
    await Promise.all(this.threads.map((t) => t.worker.terminate()));
  }

  private enqueue(requests: readonly ReadRequest[]): Promise<Reading[]> {
    return new Promise((resolve) => {
      this.queue.push({ requests, resolve });
      this.feed();
    });
  }

  private spawn(): Thread {
    // From sources (tests) the very same thread runs: Node reads TypeScript as it is.
    const worker = new Worker(new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url));
    const thread: Thread = { worker, isReady: false, current: null };
    worker.on('message', (message: ReadAnswer | { ready: true }) => {
      if ('ready' in message) thread.isReady = true;
      else this.settle(thread, message);
      this.feed();
    });
    worker.on('error', (error) => this.replace(thread, error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.replace(thread, 'the reading thread ended'));
    return thread;
  }

  private feed(): void {
    for (const thread of this.threads) {
      const chunk = thread.isReady && !thread.current ? this.queue.shift() : undefined;
      if (!chunk) continue;
      const id = this.nextId++;
      const timer = setTimeout(() => this.replace(thread, `not read within ${limitMs / 1000} s`), limitMs);
      thread.current = { ...chunk, id, timer };
      const task = taskOf(id, chunk.requests);
      thread.worker.postMessage(task, [task.bytes]);
    }
  }

  private settle(thread: Thread, { id, results }: ReadAnswer): void {
    const { current } = thread;
    if (!current || current.id !== id) return;
    thread.current = null;
    clearTimeout(current.timer);
    current.resolve(results.map((r) => ('mail' in r ? { mail: r.mail, fault: null } : { mail: null, fault: r.fault })));
  }

  private replace(thread: Thread, why: string): void {
    const at = this.threads.indexOf(thread);
    if (at < 0 || this.stopped) return;
    this.log.warn(`a reading thread is replaced: ${why}`);
    this.threads[at] = this.spawn();
    void thread.worker.terminate();
    const { current } = thread;
    if (!current) return;
    clearTimeout(current.timer);
    if (current.requests.length === 1) current.resolve([{ mail: null, fault: why }]);
    else
      void Promise.all(current.requests.map((r) => this.enqueue([r]))).then((readings) =>
        current.resolve(readings.flat()),
      );
  }
}

function inChunks(requests: readonly ReadRequest[]): ReadRequest[][] {
  const chunks: ReadRequest[][] = [];
  let bytes = 0;
  for (const request of requests) {
    const last = chunks.at(-1);
    if (!last || last.length >= chunkMessages || bytes + request.raw.length > chunkBytes) {
      chunks.push([request]);
      bytes = request.raw.length;
    } else {
      last.push(request);
      bytes += request.raw.length;
    }
  }
  return chunks;
}

function taskOf(id: number, requests: readonly ReadRequest[]): ReadTask {
  const all = new Uint8Array(requests.reduce((sum, r) => sum + r.raw.length, 0));
  let at = 0;
  for (const { raw } of requests) {
    all.set(raw, at);
    at += raw.length;
  }
  return {
    id,
    bytes: all.buffer,
    messages: requests.map((r) => ({
      length: r.raw.length,
      storeLanguages: r.storeLanguages,
      storeCountry: r.storeCountry,
    })),
    ownAddresses: requests[0]?.ownAddresses ?? [],
  };
}
