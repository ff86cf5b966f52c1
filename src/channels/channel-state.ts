import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Channel } from '../../libs/contracts/index.ts';
import { Events } from '../platform/index.ts';
import { faultKindOf, wordsOf } from './fault-kind.ts';

/** How a channel is doing, as the administrator sees it. */
@Injectable()
export class ChannelState {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  async set(channelId: string, state: Channel['state']): Promise<void> {
    await this.source.query('UPDATE channels SET state = $2 WHERE id = $1', [channelId, state]);
    await this.events.publishNow({ type: 'channel.state', channelId, state });
  }

  async succeeded(channelId: string): Promise<void> {
    await this.source.query(
      'UPDATE channels SET last_success_at = now(), last_error = NULL, last_error_kind = NULL WHERE id = $1',
      [channelId],
    );
  }

  async failed(channelId: string, error: unknown): Promise<void> {
    await this.source.query(
      `UPDATE channels SET state = 'failing', last_error_at = now(), last_error_kind = $2, last_error = $3 WHERE id = $1`,
      [channelId, faultKindOf(error), wordsOf(error)],
    );
    await this.events.publishNow({ type: 'channel.state', channelId, state: 'failing' });
  }
}
