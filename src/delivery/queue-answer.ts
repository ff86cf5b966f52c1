import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { type DeliveryFinding, deliveryFinding } from '../../libs/contracts/index.ts';
import { Clock, Jobs } from '../platform/index.ts';
import { type MessageForDelivery, ReadForDelivery, SetDeliveryState } from '../tickets/index.ts';
import { automaticObstacle } from './automatic-limits.ts';
import { ComposeAnswer } from './compose-answer.ts';

/** The last attempt of a job that cannot put a mail together is told to a person. */
const mostAttempts = 5;

export const sendJob = (messageId: string) => ({ name: 'delivery.send', key: `send:${messageId}` });

/** From the message a person wrote to the mail in the outbox: composed once, so that every try sends the same bytes. */
@Injectable()
export class QueueAnswer implements OnModuleInit {
  private readonly log = new Logger(QueueAnswer.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly messages: ReadForDelivery,
    private readonly states: SetDeliveryState,
    private readonly composing: ComposeAnswer,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ messageId: string }>('delivery.queue', ({ messageId }, { attempt }) =>
      this.queue(messageId, attempt >= mostAttempts),
    );
  }

  /**
   * Running it twice changes nothing.
   * @param isLast when it cannot be composed now either, it is parked as failed
   */
  async queue(messageId: string, isLast = false): Promise<void> {
    try {
      await this.source.transaction((db) => this.compose(db, messageId));
    } catch (error) {
      if (!isLast) throw error;
      const said = error instanceof Error ? error.message : String(error);
      this.log.error(`${messageId} could not be composed: ${said}`);
      await this.source.transaction((db) => this.park(db, messageId, 'failed', 'notComposed', said));
    }
  }

  private async compose(db: EntityManager, messageId: string): Promise<void> {
    const message = await this.messages.read(db, messageId);
    if (message.state !== 'queued') return;
    const { channelId } = message;
    if (!channelId) return this.park(db, messageId, 'failed', 'noChannel');
    const obstacle = message.isAutomatic ? await this.obstacle(db, channelId, message) : null;
    if (obstacle) return this.park(db, messageId, 'cancelled', obstacle);
    const { raw, messageIdHeader, envelope } = await this.composing.compose(messageId, message);
    await db.query(
      `INSERT INTO outbox (message_id, channel_id, envelope_from, envelope_to, raw, is_automatic) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (message_id) DO NOTHING`,
      [messageId, channelId, envelope.from, envelope.to, raw, message.isAutomatic],
    );
    await db.query('UPDATE messages SET message_id_header = $2 WHERE id = $1', [messageId, messageIdHeader]);
    const { name, key } = sendJob(messageId);
    await this.jobs.add(db, name, { messageId }, { key });
  }

  private obstacle(db: EntityManager, channelId: string, m: MessageForDelivery) {
    const to = [...m.to, ...m.cc].map((p) => p.address);
    return automaticObstacle(db, { channelId, to, answersAutomatic: m.answersAutomatic });
  }

  private park(
    db: EntityManager,
    messageId: string,
    state: 'failed' | 'cancelled',
    finding: DeliveryFinding,
    said?: string,
  ): Promise<void> {
    return this.states.set(db, { messageId, state, detail: deliveryFinding(finding, said), at: this.clock.now() });
  }
}
