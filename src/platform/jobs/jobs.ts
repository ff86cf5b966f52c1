import { EventEmitter } from 'node:events';
import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { parseCronItems, type Runner, run, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { GiveUp } from '../errors/app-error.ts';
import { DeadProcesses } from './dead-processes.ts';

export interface JobOptions {
  /** Not before this moment. */
  runAt?: Date;
  /** A second job with the same key replaces the first while that one has not started. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  maxAttempts?: number;
}

const concurrency = 8;

type Handler = (payload: never, context: { attempt: number; maxAttempts: number }) => Promise<void>;

/**
 * Durable work after commit: `add` belongs to the caller's transaction, a worker process runs it, a crash repeats it.
 * Handlers must therefore bear being run twice. Rooms register theirs in `onModuleInit`.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers = new Map<string, Handler>();
  private readonly timers: { name: string; pattern: string }[] = [];
  private runner: Runner | undefined;
  private pool: pg.Pool | undefined;

  constructor(
    private readonly config: Config,
    private readonly url: DatabaseUrl,
    private readonly dead: DeadProcesses,
  ) {}

  handle<Payload>(
    name: string,
    handler: (payload: Payload, context: { attempt: number; maxAttempts: number }) => Promise<void>,
  ): void {
    if (this.handlers.has(name)) throw new Error(`two handlers for job ${name}`);
    this.handlers.set(name, handler as Handler);
  }

  /** Runs job `name` at every match of a cron pattern (five fields, UTC). */
  every(pattern: string, name: string): void {
    this.timers.push({ name, pattern });
  }

  async add(manager: EntityManager, name: string, payload: object, options: JobOptions = {}): Promise<void> {
    await manager.query(
      `SELECT graphile_worker.add_job($1, payload := $2::json, run_at := $3, job_key := $4, queue_name := $5, max_attempts := $6)`,
      [
        name,
        JSON.stringify(payload),
        options.runAt ?? null,
        options.key ?? null,
        options.queue ?? null,
        options.maxAttempts ?? 25,
      ],
    );
  }

  /** Takes a job that has not started out of the queue. */
  async cancel(manager: EntityManager, key: string): Promise<void> {
    await manager.query('SELECT graphile_worker.remove_job($1)', [key]);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.get('RUN_JOBS')) return;
    this.pool = this.openPool();
    const events: WorkerEvents = new EventEmitter();
    let poolId = '';
    events.on('pool:create', ({ workerPool }) => {
      poolId = workerPool.id;
    });
    this.runner = await run({
      events,
      pgPool: this.pool,
      concurrency,
      pollInterval: 2_000,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(this.timers.map((t) => ({ task: t.name, match: t.pattern, identifier: t.name }))),
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.warn(message);
      }),
      taskList: Object.fromEntries(
        [...this.handlers].map(([name, handler]) => [
          name,
          async (payload: unknown, helpers) => {
            try {
              await handler(payload as never, { attempt: helpers.job.attempts, maxAttempts: helpers.job.max_attempts });
            } catch (error) {
              if (!(error instanceof GiveUp)) throw error;
              // Parked by its room; trying again cannot help.
              this.log.warn(`${name} gave up: ${error.message}`);
            }
          },
        ]),
      ),
    });
    this.runner.promise.catch((error: unknown) =>
      this.log.error(error instanceof Error ? error : new Error(String(error))),
    );
    await this.dead.watch(poolId);
  }

  async onApplicationShutdown(): Promise<void> {
    this.dead.close();
    await this.runner?.stop().catch(() => undefined);
    await this.pool?.end().catch(() => undefined);
  }

  /** A pool of our own: the worker's is not waited for at the end, and stops listening to faults before its connections are closed. */
  private openPool(): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.url.value,
      max: concurrency + 2,
      application_name: 'dragoman jobs',
    });
    const told = (error: Error) => this.log.warn(`connection to the database: ${error.message}`);
    pool.on('error', told);
    pool.on('connect', (client) => client.on('error', told));
    return pool;
  }
}
