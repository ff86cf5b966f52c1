import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ChannelsService, type SendOutcome, SmtpSender } from '../channels/index.ts';
import { AppError, Clock, Config, ensure, Jobs, newId } from '../platform/index.ts';
import { ReadForDelivery, SetDeliveryState } from '../tickets/index.ts';
import { ComposeAnswer } from './compose-answer.ts';
import { SentMail } from './sent-mail.ts';

/** RFC 5321 §4.5.4.1: keep trying for four to five days, half an hour apart after quick first tries. */
const delaysMinutes = [1, 5, 15, 30, 30, 60, 60, 120, 120];
const giveUpAfterMs = 5 * 86_400_000;
/** A hand-over that takes longer than the slowest server may is not running any more. */
const handOverLimitMinutes = 15;

interface OutboxRow {
  channel_id: string;
  envelope_from: string;
  envelope_to: string[];
  raw: Buffer;
  attempts: number;
  created_at: Date;
}

/**
 * The main line outwards: outbox → next server → state on the message. "sending" is committed before the hand-over begins;
 * whatever is found in that state without an outcome may have left, is shown as uncertain, and waits for a person.
 */
@Injectable()
export class DeliverMessage implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger(DeliverMessage.name);
  private readonly processId = newId();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly messages: ReadForDelivery,
    private readonly states: SetDeliveryState,
    private readonly composing: ComposeAnswer,
    private readonly channels: ChannelsService,
    private readonly sender: SmtpSender,
    private readonly sink: SentMail,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ messageId: string }>('delivery.queue', ({ messageId }) => this.queue(messageId));
    this.jobs.handle<{ messageId: string }>('delivery.send', ({ messageId }) => this.send(messageId));
    this.jobs.handle('delivery.findAbandoned', () => this.findAbandoned());
    this.jobs.every('* * * * *', 'delivery.findAbandoned');
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.get('RUN_JOBS') && !this.config.get('DATABASE_URL')) await this.findAbandoned(true);
  }

  /** Composes the mail once and puts it into the outbox; running it twice changes nothing. */
  async queue(messageId: string): Promise<void> {
    await this.source.transaction(async (db) => {
      const message = await this.messages.read(db, messageId);
      if (message.state !== 'queued') return;
      const { raw, messageIdHeader, envelope } = await this.composing.compose(db, messageId, message);
      ensure(message.channelId, 'delivery.notFound');
      await db.query(
        `INSERT INTO outbox (message_id, channel_id, envelope_from, envelope_to, raw) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (message_id) DO NOTHING`,
        [messageId, message.channelId, envelope.from, envelope.to, raw],
      );
      await db.query('UPDATE messages SET message_id_header = $2 WHERE id = $1', [messageId, messageIdHeader]);
      await this.jobs.add(db, 'delivery.send', { messageId }, { key: `send:${messageId}` });
    });
  }

  async send(messageId: string): Promise<void> {
    const row = await this.begin(messageId);
    if (!row) return;
    const outcome = await this.handOver(messageId, row);
    await this.source.transaction((db) => this.settle(db, messageId, row, outcome));
  }

  /** A failed or uncertain answer again, because a person decided so. */
  async retry(messageId: string): Promise<string> {
    await this.source.transaction(async (db) => {
      const [, affected] = await db.query(
        `UPDATE outbox SET state = 'queued', attempts = 0, created_at = now() WHERE message_id = $1 AND state IN ('failed', 'uncertain')`,
        [messageId],
      );
      if (!affected) {
        const there = await db.query('SELECT 1 FROM messages WHERE id = $1', [messageId]);
        throw new AppError(there.length ? 'delivery.notRetryable' : 'delivery.notFound');
      }
      await this.states.set(db, { messageId, state: 'queued', detail: null, at: this.clock.now() });
      await this.jobs.add(db, 'delivery.send', { messageId }, { key: `send:${messageId}` });
    });
    return 'queued';
  }

  private async begin(messageId: string): Promise<OutboxRow | null> {
    return this.source.transaction(async (db) => {
      const [rows]: [OutboxRow[], number] = await db.query(
        `UPDATE outbox SET state = 'sending', attempts = attempts + 1, sending_since = now(), sending_by = $2 WHERE message_id = $1 AND state = 'queued'
         RETURNING channel_id, envelope_from, envelope_to, raw, attempts, created_at`,
        [messageId, this.processId],
      );
      if (rows[0]) await this.states.set(db, { messageId, state: 'sending', detail: null, at: this.clock.now() });
      return rows[0] ?? null;
    });
  }

  private async handOver(messageId: string, row: OutboxRow): Promise<SendOutcome> {
    const { outbound } = await this.channels.find(row.channel_id);
    if (outbound.kind === 'sink') return this.sink.keep(messageId, row);
    return this.sender.send(row.channel_id, { from: row.envelope_from, to: row.envelope_to }, row.raw);
  }

  private async settle(db: EntityManager, messageId: string, row: OutboxRow, outcome: SendOutcome): Promise<void> {
    const at = this.clock.now();
    const tooLong = at.getTime() - row.created_at.getTime() > giveUpAfterMs;
    const state =
      outcome.kind === 'accepted'
        ? 'sent'
        : outcome.kind === 'uncertain'
          ? 'uncertain'
          : outcome.kind === 'refused' || tooLong
            ? 'failed'
            : 'queued';
    await db.query(
      `UPDATE outbox SET state = $2, last_response = $3, sending_since = NULL, sent_at = CASE WHEN $2 = 'sent' THEN now() END WHERE message_id = $1`,
      [messageId, state, outcome.said],
    );
    await this.states.set(db, { messageId, state, detail: outcome.said, at });
    if (state !== 'queued') return;
    const minutes = delaysMinutes[Math.min(row.attempts - 1, delaysMinutes.length - 1)]!;
    await this.jobs.add(
      db,
      'delivery.send',
      { messageId },
      { key: `send:${messageId}`, runAt: new Date(at.getTime() + minutes * 60_000) },
    );
    this.log.warn(`${messageId}: next try in ${minutes} min: ${outcome.said}`);
  }

  /**
   * Answers whose hand-over began and has no outcome.
   * @param allOthers right after start with an embedded database nobody else can be sending: no need to wait
   */
  private async findAbandoned(allOthers = false): Promise<void> {
    await this.source.transaction(async (db) => {
      const [rows]: [{ message_id: string }[], number] = await db.query(
        `UPDATE outbox SET state = 'uncertain', last_response = 'the hand-over was interrupted' WHERE state = 'sending' AND sending_by <> $1
           AND ($2 OR sending_since < now() - interval '${handOverLimitMinutes} minutes') RETURNING message_id`,
        [this.processId, allOthers],
      );
      for (const { message_id: messageId } of rows) {
        await this.states.set(db, {
          messageId,
          state: 'uncertain',
          detail: 'the hand-over was interrupted',
          at: this.clock.now(),
        });
      }
      // A job lost with a crash between commit and start is found again here.
      const waiting: { message_id: string }[] = await db.query(
        `SELECT o.message_id FROM outbox o WHERE o.state = 'queued' AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'send:' || o.message_id)`,
      );
      for (const { message_id: messageId } of waiting)
        await this.jobs.add(db, 'delivery.send', { messageId }, { key: `send:${messageId}` });
    });
  }
}
