import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { RawMessages, ReceiveMessage } from '../channels/index.ts';
import { Clock, Config, Events } from '../platform/index.ts';
import { SettingsService } from '../settings/index.ts';
import type { Claimed, Read } from './batch.ts';
import { DecideBatch } from './decide-batch.ts';
import { ReadingPool } from './reading-pool.ts';
import { WriteBatch } from './write-batch.ts';

const batchSize = 200;
const pollMs = 1_000;

/**
 * The main line inwards: received → read → identify → thread → understand → route → commit → announce. Batches of what has
 * arrived meanwhile are committed in one transaction; the next batch is read while one is being written. A message that
 * breaks its batch is taken alone, and if it still fails becomes a ticket that says so: nothing is dropped.
 */
@Injectable()
export class Intake implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Intake.name);
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly receiving: ReceiveMessage,
    private readonly raw: RawMessages,
    private readonly settings: SettingsService,
    private readonly reading: ReadingPool,
    private readonly deciding: DecideBatch,
    private readonly writing: WriteBatch,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.get('RUN_JOBS')) return;
    await this.reading.start();
    this.receiving.stored.subscribe(() => this.wake());
    this.events.subscribe('message.received', () => this.wake());
    this.timer = setInterval(() => this.wake(), pollMs).unref();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Resolves when nothing received is waiting. */
  async settle(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  private wake(): void {
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
      if (this.again && !this.stopped) this.wake();
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while (!this.stopped && (await this.takeBatch(batchSize))) this.again = true;
      } catch (error) {
        this.log.warn(`a batch is taken apart: ${error instanceof Error ? error.message : error}`);
        await this.takeApart();
      }
    }
  }

  /** @returns whether anything was waiting */
  private async takeBatch(size: number, asUnreadable = false): Promise<boolean> {
    return this.source.transaction(async (db) => {
      const claimed = await this.claim(db, size);
      if (claimed.length === 0) return false;
      const own = await ownAddresses(db);
      const items = asUnreadable
        ? claimed.map((c): Read => ({ ...c, mail: null, fault: 'it could not be taken in' }))
        : await this.read(claimed, own);
      const now = this.clock.now();
      const { followUpAfterDays } = await this.settings.get();
      const outcomes = await this.deciding.decide(db, items, new Set(own), now, followUpAfterDays);
      await this.writing.write(db, outcomes, now);
      return true;
    });
  }

  /** One by one; what fails even alone is kept as a ticket with its raw message. The database being away is nobody's fault. */
  private async takeApart(): Promise<void> {
    for (let taken = 0; taken < batchSize && !this.stopped; taken++) {
      try {
        if (!(await this.takeBatch(1))) return;
      } catch (error) {
        if (isConnectionFault(error)) {
          await new Promise((resolve) => setTimeout(resolve, pollMs));
          return;
        }
        this.log.error(
          `a message became a ticket that says it could not be read: ${error instanceof Error ? error.message : error}`,
        );
        if (!(await this.takeBatch(1, true))) return;
      }
    }
    this.again = true;
  }

  private claim(db: EntityManager, size: number): Promise<Claimed[]> {
    return db.query(
      `SELECT r.id, r.channel_id AS "channelId", c.store_id AS "storeId", coalesce(s.default_language || s.languages, '{}') AS "storeLanguages", s.country AS "storeCountry",
              r.sha256, r.raw, r.blob_key AS "blobKey", ARRAY(SELECT jsonb_array_elements_text(r.envelope->'to')) AS "envelopeTo",
              r.is_history AS "isHistory", r.received_at AS "receivedAt", r.attempts
       FROM received_messages r JOIN channels c ON c.id = r.channel_id LEFT JOIN stores s ON s.id = c.store_id
       WHERE r.state = 'received' ORDER BY r.id LIMIT $1 FOR UPDATE OF r SKIP LOCKED`,
      [size],
    );
  }

  private read(claimed: readonly Claimed[], own: readonly string[]): Promise<Read[]> {
    return Promise.all(
      claimed.map(async (c): Promise<Read> => {
        try {
          const raw = c.raw ?? (await this.raw.read(c.id));
          const mail = await this.reading.read({
            raw,
            ownAddresses: own,
            storeLanguages: c.storeLanguages,
            storeCountry: null,
          });
          return { ...c, mail, fault: null };
        } catch (error) {
          return { ...c, mail: null, fault: error instanceof Error ? error.message : String(error) };
        }
      }),
    );
  }
}

/** Addresses of ours: stores and channels. */
async function ownAddresses(db: EntityManager): Promise<string[]> {
  const rows: { address: string }[] = await db.query(
    'SELECT lower(sender_address) AS address FROM stores UNION SELECT unnest(addresses) FROM channels',
  );
  return rows.map((r) => r.address);
}

const isConnectionFault = (error: unknown): boolean =>
  /ECONN|terminat|Connection|shutdown|starting up/i.test(error instanceof Error ? error.message : String(error));
