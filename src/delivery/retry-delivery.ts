import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { type DeliveryState, deliveryFinding } from '../../libs/contracts/index.ts';
import { AppError, Clock, ensure, Jobs } from '../platform/index.ts';
import { SetDeliveryState } from '../tickets/index.ts';
import { sendJob } from './queue-answer.ts';

/** What a person decides about an answer that did not simply leave. */
@Injectable()
export class RetryDelivery {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly states: SetDeliveryState,
  ) {}

  /** A failed or uncertain answer again; an uncertain one may then arrive twice. @throws AppError delivery.notRetryable */
  retry(messageId: string): Promise<DeliveryState> {
    return this.source.transaction(async (db) => {
      const [, requeued] = await db.query(
        `UPDATE outbox SET state = 'queued', attempts = 0, refused = NULL, next_attempt_at = NULL, sending_by = NULL, created_at = now()
         WHERE message_id = $1 AND state IN ('failed', 'uncertain')`,
        [messageId],
      );
      // Never composed: from the beginning.
      const isNew = !requeued && (await this.neverLeftHouse(db, messageId));
      if (!requeued && !isNew) await this.refuse(db, messageId, 'delivery.notRetryable');
      await this.states.set(db, { messageId, state: 'queued', detail: null, at: this.clock.now() });
      const { name, key } = isNew ? { name: 'delivery.queue', key: `delivery:${messageId}` } : sendJob(messageId);
      await this.jobs.add(db, name, { messageId }, { key });
      return 'queued' as const;
    });
  }

  /** No more tries. @throws AppError delivery.notStoppable when it is being sent or has ended */
  stop(messageId: string): Promise<DeliveryState> {
    return this.source.transaction(async (db) => {
      const [rows]: [{ last_response: string | null }[], number] = await db.query(
        `UPDATE outbox SET state = 'failed', next_attempt_at = NULL WHERE message_id = $1 AND state = 'queued' RETURNING last_response`,
        [messageId],
      );
      if (!rows[0]) await this.refuse(db, messageId, 'delivery.notStoppable');
      const detail = deliveryFinding('stopped', rows[0]?.last_response ?? '');
      await this.jobs.cancel(db, sendJob(messageId).key);
      await this.states.set(db, { messageId, state: 'failed', detail, at: this.clock.now() });
      return 'failed' as const;
    });
  }

  private async neverLeftHouse(db: EntityManager, messageId: string): Promise<boolean> {
    const rows = await db.query(
      `SELECT 1 FROM messages m WHERE m.id = $1 AND m.delivery_state = 'failed' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.message_id = m.id)`,
      [messageId],
    );
    return rows.length > 0;
  }

  private async refuse(
    db: EntityManager,
    messageId: string,
    code: 'delivery.notRetryable' | 'delivery.notStoppable',
  ): Promise<never> {
    const there = await db.query(`SELECT 1 FROM messages WHERE id = $1 AND direction = 'out'`, [messageId]);
    ensure(there.length, 'delivery.notFound');
    throw new AppError(code);
  }
}
