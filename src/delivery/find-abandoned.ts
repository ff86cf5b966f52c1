import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { deliveryFinding } from '../../libs/contracts/index.ts';
import { Clock, Config, Jobs } from '../platform/index.ts';
import { SetDeliveryState } from '../tickets/index.ts';
import { Handovers, silentSeconds } from './handovers.ts';
import { sendJob } from './queue-answer.ts';

/** Takes up what a dead process left: a begun hand-over becomes uncertain, everything else goes on. */
@Injectable()
export class FindAbandoned implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly states: SetDeliveryState,
    private readonly handovers: Handovers,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('delivery.findAbandoned', () => this.find());
    this.jobs.every('* * * * *', 'delivery.findAbandoned');
  }

  /** With an embedded database nobody else can be sending right after start: no need to wait. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.get('RUN_JOBS')) return;
    await this.find({ isAlone: !this.config.get('DATABASE_URL') });
  }

  async find({ isAlone = false } = {}): Promise<void> {
    await this.source.transaction(async (db) => {
      const detail = deliveryFinding('interrupted');
      const [rows]: [{ message_id: string }[], number] = await db.query(
        `UPDATE outbox SET state = 'uncertain', last_response = $3, sending_seen_at = NULL
         WHERE state = 'sending' AND sending_by <> $1 AND ($2 OR sending_seen_at < now() - interval '${silentSeconds} seconds') RETURNING message_id`,
        [this.handovers.processId, isAlone, detail],
      );
      for (const { message_id: messageId } of rows)
        await this.states.set(db, { messageId, state: 'uncertain', detail, at: this.clock.now() });
      const late = isAlone ? '0 seconds' : '1 minute';
      const waiting: { message_id: string }[] = await db.query(
        `SELECT message_id FROM outbox WHERE (state = 'queued' AND coalesce(next_attempt_at, created_at) < now() - interval '${late}')
           OR (state = 'sending' AND sending_by = $1 AND sending_seen_at < now() - interval '${silentSeconds} seconds')`,
        [this.handovers.processId],
      );
      for (const { message_id: messageId } of waiting) {
        const { name, key } = sendJob(messageId);
        await this.jobs.add(db, name, { messageId }, { key });
      }
    });
  }
}
