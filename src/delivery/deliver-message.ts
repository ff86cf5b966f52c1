import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { type DeliveryState, deliveryFinding } from '../../libs/contracts/index.ts';
import { ChannelsService, type SendOutcome, SmtpSender } from '../channels/index.ts';
import { Clock, Jobs } from '../platform/index.ts';
import { SetDeliveryState } from '../tickets/index.ts';
import { Handovers } from './handovers.ts';
import { sendJob } from './queue-answer.ts';
import { nextTry } from './retry-delays.ts';
import { SentMail } from './sent-mail.ts';

interface OutboxRow {
  channel_id: string;
  envelope_from: string;
  envelope_to: string[];
  raw: Buffer;
  attempts: number;
  created_at: Date;
  refused: string | null;
}

/**
 * The main line outwards: outbox → next server → state on the message. "sending" is committed before the hand-over begins;
 * whatever is found in that state without an outcome may have left, is shown as uncertain, and waits for a person.
 */
@Injectable()
export class DeliverMessage implements OnModuleInit {
  private readonly log = new Logger(DeliverMessage.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly states: SetDeliveryState,
    private readonly channels: ChannelsService,
    private readonly sender: SmtpSender,
    private readonly sink: SentMail,
    private readonly handovers: Handovers,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ messageId: string }>('delivery.send', ({ messageId }) => this.send(messageId));
  }

  async send(messageId: string): Promise<void> {
    if (this.handovers.isRunning(messageId)) return;
    await this.handovers.during(messageId, async () => {
      const row = await this.begin(messageId);
      if (!row) return;
      const outcome = await this.handOver(messageId, row);
      // The outcome is known and must not be lost to a database that is away for a moment.
      await this.handovers.insist(() => this.source.transaction((db) => this.settle(db, messageId, row, outcome)));
    });
  }

  /**
   * Commits "sending". A row that says so of this very process, which is not handing it over, was never handed over: the
   * connection broke while it was being committed.
   * @returns null when it is not to be sent now
   */
  private begin(messageId: string): Promise<OutboxRow | null> {
    return this.source.transaction(async (db) => {
      const wait = await this.waitForRate(db, messageId);
      if (wait) {
        await this.schedule(db, messageId, wait);
        return null;
      }
      const [rows]: [OutboxRow[], number] = await db.query(
        `UPDATE outbox SET state = 'sending', attempts = attempts + 1, attempted_at = now(), next_attempt_at = NULL, sending_by = $2, sending_seen_at = now()
         WHERE message_id = $1 AND (state = 'queued' OR (state = 'sending' AND sending_by = $2))
         RETURNING channel_id, envelope_from, envelope_to, raw, attempts, created_at, refused`,
        [messageId, this.handovers.processId],
      );
      if (rows[0]) await this.states.set(db, { messageId, state: 'sending', detail: null, at: this.clock.now() });
      return rows[0] ?? null;
    });
  }

  /** When the channel has sent as much within a minute as its provider allows: until then. */
  private async waitForRate(db: EntityManager, messageId: string): Promise<Date | null> {
    const [row]: { limit: number | null; sent: number; oldest: Date | null }[] = await db.query(
      `SELECT (c.outbound->>'perMinute')::int AS limit, r.sent, r.oldest FROM outbox o JOIN channels c ON c.id = o.channel_id
       LEFT JOIN LATERAL (SELECT count(*)::int AS sent, min(attempted_at) AS oldest FROM outbox p
                          WHERE p.channel_id = c.id AND p.attempted_at > now() - interval '1 minute') r ON c.outbound ? 'perMinute'
       WHERE o.message_id = $1 AND o.state = 'queued'`,
      [messageId],
    );
    if (!row?.limit || row.sent < row.limit || !row.oldest) return null;
    return new Date(row.oldest.getTime() + 60_500);
  }

  private async handOver(messageId: string, row: OutboxRow): Promise<SendOutcome> {
    try {
      const { kind } = await this.channels.outbound(row.channel_id);
      if (kind === 'sink') return await this.sink.keep(messageId, row);
    } catch (error) {
      return { kind: 'later', said: error instanceof Error ? error.message : String(error) };
    }
    const envelope = { from: row.envelope_from, to: row.envelope_to, envelopeId: messageId };
    return this.sender.deliver(row.channel_id, envelope, row.raw);
  }

  private async settle(db: EntityManager, messageId: string, row: OutboxRow, outcome: SendOutcome): Promise<void> {
    const at = this.clock.now();
    const deferred = outcome.kind === 'accepted' ? (outcome.refused ?? []).filter((r) => !r.isFinal) : [];
    const refused = [
      ...(row.refused ? [row.refused] : []),
      ...(outcome.kind === 'accepted' ? (outcome.refused ?? []) : [])
        .filter((r) => r.isFinal)
        .map((r) => `${r.address}: ${r.said}`),
    ].join('; ');
    const mustWait = outcome.kind === 'later' || deferred.length > 0;
    const next = mustWait ? nextTry(row.attempts, row.created_at, at) : null;
    const { state, detail } = next
      ? { state: 'queued' as const, detail: deferred[0]?.said ?? outcome.said }
      : finalState(outcome, [refused, ...deferred.map((r) => `${r.address}: ${r.said}`)].filter(Boolean).join('; '));
    const [, affected] = await db.query(
      `UPDATE outbox SET state = $2, last_response = $3, next_attempt_at = $4, refused = $5, sending_by = NULL, sending_seen_at = NULL,
         sent_at = CASE WHEN $2 = 'sent' THEN now() END, envelope_to = CASE WHEN $6::text[] <> '{}' THEN $6::text[] ELSE envelope_to END
       WHERE message_id = $1 AND attempts = $7 AND state IN ('sending', 'uncertain')`,
      [
        messageId,
        state === 'bounced' ? 'failed' : state,
        detail,
        next,
        refused || null,
        deferred.map((r) => r.address),
        row.attempts,
      ],
    );
    if (!affected) return;
    await this.states.set(db, { messageId, state, detail, at });
    if (!next) return;
    await this.schedule(db, messageId, next);
    // The server's words may repeat the letter's; they stand on the message.
    this.log.warn(
      `${messageId} is not taken yet (${/^\d{3}/.exec(outcome.said)?.[0] ?? 'no answer'}): next try at ${next.toISOString()}`,
    );
  }

  private async schedule(db: EntityManager, messageId: string, at: Date): Promise<void> {
    await db.query('UPDATE outbox SET next_attempt_at = $2 WHERE message_id = $1', [messageId, at]);
    const { name, key } = sendJob(messageId);
    await this.jobs.add(db, name, { messageId }, { key, runAt: at });
  }
}

/** How it ends when it is not tried again. @param refused who was not taken although others were */
function finalState(outcome: SendOutcome, refused: string): { state: DeliveryState; detail: string } {
  switch (outcome.kind) {
    case 'accepted':
      return refused ? { state: 'bounced', detail: refused } : { state: 'sent', detail: outcome.said };
    case 'later':
      return { state: 'failed', detail: deliveryFinding('expired', outcome.said) };
    case 'refused':
      return { state: 'failed', detail: outcome.said };
    case 'uncertain':
      return { state: 'uncertain', detail: outcome.said };
  }
}
