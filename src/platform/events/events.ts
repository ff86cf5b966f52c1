import { Injectable, Logger, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { DatabaseUrl } from '../database/database-url.ts';

/** What happened, small: ids and what a subscriber needs to decide whether it cares. Rooms declare their own types. */
export interface DomainEvent {
  type: string;
  [key: string]: unknown;
}

type Subscriber = (event: DomainEvent) => void | Promise<void>;

const channel = 'dragoman_events';
/** PostgreSQL refuses a notification of 8,000 bytes or more. */
const limit = 7_900;

/**
 * Tells every process what happened, strictly after commit: PostgreSQL delivers a NOTIFY when its transaction commits and
 * drops it when it rolls back. A process that is away misses events: whatever must happen goes through a job instead.
 */
@Injectable()
export class Events implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(Events.name);
  private readonly subscribers = new Map<string, Subscriber[]>();
  private listener: pg.Client | undefined;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly url: DatabaseUrl,
  ) {}

  /** Announces events as part of the caller's transaction; one round trip for all of them. */
  async publish(manager: EntityManager, ...events: DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    const batches: string[] = [];
    let batch: string[] = [];
    let size = 2;
    for (const text of events.map((e) => JSON.stringify(e))) {
      const bytes = Buffer.byteLength(text) + 1;
      if (bytes > limit) throw new Error(`event of ${bytes} bytes: send ids, not content`);
      if (size + bytes > limit) {
        batches.push(`[${batch.join(',')}]`);
        batch = [];
        size = 2;
      }
      batch.push(text);
      size += bytes;
    }
    batches.push(`[${batch.join(',')}]`);
    await manager.query(`SELECT pg_notify('${channel}', payload) FROM unnest($1::text[]) AS payload`, [batches]);
  }

  /** Announces outside any transaction. */
  publishNow(...events: DomainEvent[]): Promise<void> {
    return this.publish(this.source.manager, ...events);
  }

  /** `type` is an event's type, or `*` for all. A subscriber that fails is logged and does not stop the others. */
  subscribe(type: string, subscriber: Subscriber): void {
    this.subscribers.set(type, [...(this.subscribers.get(type) ?? []), subscriber]);
  }

  async onModuleInit(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.listener?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url.value, application_name: 'dragoman events' });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.stopped) void this.reconnect();
    });
    client.on('notification', (n) => this.deliver(n.payload ?? '[]'));
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    this.listener = client;
  }

  private async reconnect(): Promise<void> {
    for (let wait = 100; !this.stopped; wait = Math.min(wait * 2, 5_000)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      if (this.stopped) return;
      try {
        await this.listen();
        this.deliver(JSON.stringify([{ type: 'events.reconnected' }]));
        return;
      } catch {
        this.log.warn('the database is away; events will follow when it is back');
      }
    }
  }

  private deliver(payload: string): void {
    for (const event of JSON.parse(payload) as DomainEvent[]) {
      for (const subscriber of [...(this.subscribers.get(event.type) ?? []), ...(this.subscribers.get('*') ?? [])]) {
        Promise.resolve()
          .then(() => subscriber(event))
          .catch((error: unknown) => this.log.error(error instanceof Error ? error : new Error(String(error))));
      }
    }
  }
}
