import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';

const pulseMs = 10_000;
/** A process that has not been heard of for so long is dead; what it had in hand is done again by another. */
const silentSeconds = 60;

/** Frees the jobs of processes that died: nobody else may take a locked one for four hours. */
@Injectable()
export class DeadProcesses {
  private readonly log = new Logger(DeadProcesses.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
  ) {}

  /** @param poolId under which this process locks its jobs */
  async watch(poolId: string): Promise<void> {
    // Nobody else works on an embedded database: what is locked right after the start is of a former run.
    await this.pulse(poolId, this.config.get('DATABASE_URL') ? silentSeconds : 0);
    this.timer = setInterval(() => {
      this.pulse(poolId, silentSeconds).catch((error: unknown) =>
        this.log.warn(`not said to be alive: ${error instanceof Error ? error.message : error}`),
      );
    }, pulseMs).unref();
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Says that this process lives, and frees what those hold who said so no more. */
  private async pulse(poolId: string, silent: number): Promise<void> {
    await this.source.transaction(async (db) => {
      await db.query(
        `INSERT INTO job_pools (id, seen_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
        [poolId],
      );
      await db.query(`DELETE FROM job_pools WHERE id <> $1 AND seen_at < now() - make_interval(secs => $2)`, [
        poolId,
        silent,
      ]);
      await db.query(
        `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT j.locked_by)) FROM graphile_worker.jobs j
         WHERE j.locked_at < now() - make_interval(secs => $1) AND NOT EXISTS (SELECT 1 FROM job_pools p WHERE p.id = j.locked_by)`,
        [silent],
      );
    });
  }
}
