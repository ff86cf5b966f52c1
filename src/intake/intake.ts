import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { RawMessages, ReceiveMessage } from '../channels/index.ts';
import { BlobsUnavailable, Clock, Config, Events } from '../platform/index.ts';
import { SettingsService } from '../settings/index.ts';
import type { Claimed, Read } from './batch.ts';
import { claim, ownAddresses, type Pick } from './claim.ts';
import { DecideBatch } from './decide-batch.ts';
import { ReadingPool } from './reading-pool.ts';
import { WriteBatch } from './write-batch.ts';

const batchSize = 200;
const pollMs = 1_000;
/** Claims follow each other no faster: under load a batch costs the same for thirty messages as for one. A lone message never waits. */
const gatherMs = 40;
/** A message whose bytes cannot be fetched now is tried again this much later. */
const laterMs = 15_000;
/** Any number known to nobody else: batches are written one after the other, also across processes. */
const writeLock = 4_011_702_317;

/**
 * The main line inwards: received → read → identify → thread → understand → route → commit → announce. Batches of what has
 * arrived meanwhile are committed in one transaction; one batch is read while another is being written. Batches are written
 * in turn, so that an answer finds the message it answers, and one message through two mailboxes is one. A message that
 * breaks its batch is taken alone, and if it still fails becomes a ticket that says so: nothing is dropped.
 */
@Injectable()
export class Intake implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Intake.name);
  private running: Promise<void> | undefined;
  private stopped = false;
  /** Counts the calls to look: a lane that found nothing looks again when it has changed. */
  private calls = 0;
  private called = Promise.withResolvers<void>();
  private busy = 0;
  private timer: NodeJS.Timeout | undefined;
  /** Ends when the batch claimed last is committed. */
  private turn: Promise<unknown> = Promise.resolve();
  private claiming: Promise<unknown> = Promise.resolve();
  private claimedAt = 0;
  private readonly later = new Map<string, number>();

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

  onApplicationBootstrap(): void {
    if (!this.config.get('RUN_JOBS')) return;
    this.reading.start();
    this.receiving.stored.subscribe(() => this.wake());
    this.events.subscribe('message.received', () => this.wake());
    this.timer = setInterval(() => this.wake(), pollMs).unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.beforeApplicationShutdown();
  }

  /** Resolves when nothing received is waiting. */
  async settle(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  private wake(): void {
    this.calls += 1;
    this.called.resolve();
    this.called = Promise.withResolvers();
    if (!this.stopped) this.running ??= this.drain();
  }

  private async drain(): Promise<void> {
    let seen = -1;
    // Two lanes: while one writes, the other reads.
    while (seen !== this.calls && !this.stopped) seen = Math.max(...(await Promise.all([this.lane(), this.lane()])));
    this.running = undefined;
  }

  /** Takes batches until nothing is left and nobody is at work. @returns the last call it has heard */
  private async lane(): Promise<number> {
    while (!this.stopped) {
      const seen = this.calls;
      const taken: string[] = [];
      try {
        await this.gather();
        if ((await this.take({ limit: batchSize, except: this.postponed() }, taken)) > 0 || seen !== this.calls)
          continue;
        if (this.busy === 0) return seen;
        // The other lane is at work: what comes meanwhile is read before that one is done.
        await Promise.race([this.called.promise, this.turn]);
      } catch (error) {
        if (isConnectionFault(error) || taken.length === 0) {
          // The database is away; the poll comes again.
          this.log.warn(`intake waits: ${textOf(error)}`);
          return this.calls;
        }
        this.log.warn(`a batch of ${taken.length} is taken apart: ${textOf(error)}`);
        await this.takeApart(taken);
      }
    }
    return this.calls;
  }

  private async gather(): Promise<void> {
    const soon = this.claimedAt + gatherMs - performance.now();
    if (soon > 0) await new Promise((resolve) => setTimeout(resolve, soon));
  }

  /**
   * One transaction for a batch.
   * @param taken receives the ids claimed, for whoever has to clear up after a failure
   * @param fault take them in as unreadable, for this reason
   * @returns how many were claimed
   */
  private async take(pick: Pick, taken: string[] = [], fault?: string): Promise<number> {
    let finished: () => void = () => undefined;
    try {
      return await this.source.transaction(async (db) => {
        const { claimed, myTurn, done } = await this.claimInTurn(db, pick);
        finished = done;
        if (claimed.length === 0) return 0;
        taken.push(...claimed.map((c) => c.id));
        const own = await ownAddresses(db);
        const items = fault ? claimed.map((c): Read => ({ ...c, mail: null, fault })) : await this.read(claimed, own);
        const { followUpAfterDays } = await this.settings.get();
        await myTurn;
        // The received bytes are durable: losing this commit in a crash only means doing it again.
        await db.query(`SELECT pg_advisory_xact_lock(${writeLock}), set_config('synchronous_commit', 'off', true)`);
        const now = this.clock.now();
        const circumstances = { ownAddresses: new Set(own), now, followUpAfterDays };
        await this.writing.write(db, await this.deciding.decide(db, items, circumstances), now);
        return claimed.length;
      });
    } finally {
      finished();
    }
  }

  /** Claims of this process follow each other, and so do the turns to write. */
  private claimInTurn(
    db: EntityManager,
    pick: Pick,
  ): Promise<{ claimed: Claimed[]; myTurn: Promise<unknown>; done: () => void }> {
    const claiming = this.claiming.then(async () => {
      const claimed = await claim(db, pick);
      if (claimed.length === 0) return { claimed, myTurn: Promise.resolve(), done: () => undefined };
      this.claimedAt = performance.now();
      const myTurn = this.turn;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.turn = myTurn.then(() => promise);
      this.busy += 1;
      const done = () => {
        this.busy -= 1;
        resolve();
      };
      return { claimed, myTurn, done };
    });
    this.claiming = claiming.catch(() => undefined);
    return claiming;
  }

  /** One by one; what fails even alone is kept as a ticket with its raw message. */
  private async takeApart(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.stopped) return;
      try {
        await this.take({ ids: [id] });
      } catch (error) {
        if (isConnectionFault(error)) return;
        this.log.error(`message ${id} becomes a ticket that says it could not be read: ${textOf(error)}`);
        await this.take({ ids: [id] }, [], textOf(error)).catch((reason: unknown) => this.giveUp(id, reason));
      }
    }
  }

  /** Kept with its bytes and shown in the ledger; an administrator can have it tried again. */
  private async giveUp(id: string, reason: unknown): Promise<void> {
    if (isConnectionFault(reason)) return;
    this.log.error(`message ${id} could not be taken in: ${textOf(reason)}`);
    await this.source
      .query(`UPDATE received_messages SET state = 'failed', reason = $2, attempts = attempts + 1 WHERE id = $1`, [
        id,
        textOf(reason).slice(0, 1_000),
      ])
      .catch(() => undefined);
  }

  /** What cannot be fetched now (the blob store is away) is left for later. */
  private async read(claimed: readonly Claimed[], own: readonly string[]): Promise<Read[]> {
    const fetched: (Claimed & { raw: Buffer })[] = [];
    for (const c of claimed) {
      try {
        fetched.push({ ...c, raw: c.raw ?? (await this.raw.read(c.id)) });
      } catch (error) {
        if (!(error instanceof BlobsUnavailable)) throw error;
        this.log.warn(`message ${c.id} waits: ${error.message}`);
        this.later.set(c.id, Date.now() + laterMs);
      }
    }
    const readings = await this.reading.read(
      fetched.map((c) => ({ raw: c.raw, ownAddresses: own, storeLanguages: c.storeLanguages, storeCountry: null })),
    );
    return fetched.map((c, i) => ({ ...c, raw: null, ...readings[i]! }));
  }

  private postponed(): string[] {
    const now = Date.now();
    for (const [id, until] of this.later) if (until <= now) this.later.delete(id);
    return [...this.later.keys()];
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** The database or the way to it is away (SQLSTATE classes 08 and 57P, Node's socket errors): nobody's fault. */
const isConnectionFault = (error: unknown): boolean =>
  /^(08|57P|E[A-Z]+$)/.test(String((error as { code?: unknown }).code ?? '')) ||
  /connection terminated|not queryable|is closed|shutting down|QueryRunner already released|before initialized|DataSource is not/i.test(
    textOf(error),
  );
