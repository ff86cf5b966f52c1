import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { WebhookEvent } from '../../libs/contracts/index.ts';
import { Clock, Jobs, SecretBox, TryLater } from '../platform/index.ts';
import { signedHeaders } from './sign-webhook.ts';
import { SpecificationRecords } from './specification-records.ts';

/** Another system answers within this time or is asked again. */
const answerMs = 10_000;
/** With the job queue's growing pauses some three days. */
const mostAttempts = 18;

interface Moved {
  id: string;
  specificationId: string;
  at: Date;
  from: string | null;
  to: string;
  byBuyer: boolean;
  version: number;
  note: string;
}

/** Every move of a specification becomes an event for the systems that asked for it: at least once each, signed, with its id. */
@Injectable()
export class SendWebhooks implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly records: SpecificationRecords,
    private readonly jobs: Jobs,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ eventId: string }>('specification.moved', ({ eventId }) => this.fanOut(eventId));
    this.jobs.handle<{ webhookId: string; eventId: string }>('webhook.deliver', (payload) => this.deliver(payload));
  }

  /** One job a webhook, so that a slow one keeps nobody waiting. */
  private async fanOut(eventId: string): Promise<void> {
    const moved = await this.moved(eventId);
    const type = moved && typeOf(moved);
    if (!type) return;
    const hooks: { id: string }[] = await this.source.query(
      `SELECT id FROM webhooks WHERE is_active AND (events = '{}' OR $1 = ANY (events))`,
      [type],
    );
    for (const { id } of hooks) {
      const payload = { webhookId: id, eventId };
      await this.jobs.add(this.source.manager, 'webhook.deliver', payload, {
        key: `webhook:${id}:${eventId}`,
        maxAttempts: mostAttempts,
      });
    }
  }

  private async deliver({ webhookId, eventId }: { webhookId: string; eventId: string }): Promise<void> {
    const [hook]: { url: string; secret: Buffer }[] = await this.source.query(
      'SELECT url, secret FROM webhooks WHERE id = $1 AND is_active',
      [webhookId],
    );
    const moved = hook && (await this.moved(eventId));
    const type = moved && typeOf(moved);
    if (!hook || !moved || !type) return;
    const data = await this.records.one(moved.specificationId, moved.version);
    const body = JSON.stringify({ type, timestamp: moved.at.toISOString(), data: { ...data, note: moved.note } });
    const { status, error } = await this.post(hook.url, this.box.open(hook.secret), eventId, body);
    await this.source.query('UPDATE webhooks SET last_status = $2, last_at = $3, last_error = $4 WHERE id = $1', [
      webhookId,
      status,
      this.clock.now(),
      error,
    ]);
    // Gone (410) is the way of the specification to say: never again.
    if (status === 410) await this.source.query('UPDATE webhooks SET is_active = false WHERE id = $1', [webhookId]);
    else if (error) throw new TryLater(`webhook ${webhookId}: ${error}`);
  }

  private async post(
    url: string,
    secret: string,
    id: string,
    body: string,
  ): Promise<{ status: number | null; error: string | null }> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signedHeaders(secret, id, this.clock.now(), body) },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(answerMs),
      });
      await response.body?.cancel();
      return { status: response.status, error: response.ok ? null : `HTTP ${response.status}` };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return { status: null, error: cause instanceof Error ? cause.message.slice(0, 300) : String(cause) };
    }
  }

  private async moved(eventId: string): Promise<Moved | null> {
    const rows: Moved[] = await this.source.query(
      `SELECT id, specification_id AS "specificationId", at, from_state AS "from", to_state AS "to", by_buyer AS "byBuyer", version, note FROM specification_events WHERE id = $1`,
      [eventId],
    );
    return rows[0] ?? null;
  }
}

function typeOf({ to, byBuyer, note, version, from }: Moved): WebhookEvent | null {
  if (byBuyer) return note === 'approved' ? 'specification.approved' : 'specification.change_requested';
  if (to === 'draft') return null;
  if (to === 'questions') return 'specification.questioned';
  // Answered questions bring it back to new without a new version.
  if (to === 'new')
    return from === 'questions' ? null : version === 1 ? 'specification.handed_off' : 'specification.changed';
  return `specification.${to as 'accepted'}`;
}
