import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/intake.ts';
import { AppError, Events, Input, Serve } from '../platform/index.ts';

@Controller('api/v1')
export class IntakeController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  @Serve(contract.getIntakeState)
  async state() {
    const rows: { waiting: number; oldest: Date | null; failed: number }[] = await this.source.query(
      `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM received_messages WHERE state = 'received' LIMIT 10000) w) AS waiting,
              (SELECT received_at FROM received_messages WHERE state = 'received' ORDER BY id LIMIT 1) AS oldest,
              (SELECT count(*)::int FROM received_messages WHERE state = 'failed') AS failed`,
    );
    const { waiting, oldest, failed } = rows[0]!;
    return { waiting, failed, oldestWaitingAt: oldest?.toISOString() ?? null };
  }

  @Serve(contract.retryReceived)
  async retry(@Input(contract.retryReceived) { params }: InputOf<typeof contract.retryReceived>): Promise<void> {
    const [, affected] = await this.source.query(
      `UPDATE received_messages r SET state = 'received', reason = NULL WHERE id = $1 AND state IN ('failed', 'ignored')
         AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.received_message_id = r.id)`,
      [params.id],
    );
    if (!affected) {
      const there = await this.source.query('SELECT 1 FROM received_messages WHERE id = $1', [params.id]);
      throw new AppError(there.length ? 'intake.notRetryable' : 'channel.receivedNotFound');
    }
    await this.events.publishNow({ type: 'message.received' });
  }
}
