import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import { BlobStore, Events, newId } from '../platform/index.ts';

export interface Incoming {
  channelId: string;
  /** Unique within the channel: the same one twice is the same message. */
  externalId: string;
  raw: Buffer;
  envelope: { from: string | null; to: string[]; remoteAddress?: string; helo?: string; tls?: boolean };
  /** Old mail: becomes a ticket that starts no clock, tells nobody and sends nothing. */
  isHistory?: boolean;
  receivedAt?: Date;
}

export interface Receipt {
  id: string;
  isDuplicate: boolean;
}

interface Waiting {
  id: string;
  channelId: string;
  externalId: string;
  sha256: Buffer;
  size: number;
  raw: Buffer | null;
  blobKey: string | null;
  envelope: string;
  isHistory: boolean;
  receivedAt: Date;
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

/** Up to this size the bytes lie in the row: one write, one place to back up. */
const inlineLimit = 256 * 1024;
const batchLimit = { rows: 200, bytes: 8 * 1024 * 1024 };
const columns = 10;
/** Other processes hear of what was received no more often than this: every message would cost a round trip of its own. */
const tellEveryMs = 100;

/**
 * The only way in. Stores the bytes once, keyed by channel and external id; when it resolves they are durable, and only
 * then may the source be told so. Calls that come while a batch is being committed share the next one (group commit).
 */
@Injectable()
export class ReceiveMessage {
  /** Fires after every commit that stored something new. */
  readonly stored = new Subject<void>();
  private readonly queue: Waiting[] = [];
  private isWriting = false;
  private toldAt = Number.NEGATIVE_INFINITY;
  private telling: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blobs: BlobStore,
    private readonly events: Events,
  ) {}

  /** @throws BlobsUnavailable, or the database's error: nothing was stored and the source must keep its copy */
  async receive(incoming: Incoming): Promise<Receipt> {
    const sha256 = createHash('sha256').update(incoming.raw).digest();
    const isLarge = incoming.raw.length > inlineLimit;
    const blobKey = isLarge ? `raw/${sha256.toString('hex').slice(0, 2)}/${sha256.toString('hex')}` : null;
    if (blobKey) await this.blobs.put(blobKey, incoming.raw);
    return new Promise((resolve, reject) => {
      this.queue.push({
        id: newId(),
        channelId: incoming.channelId,
        externalId: storable(incoming.externalId).slice(0, 1000),
        sha256,
        size: incoming.raw.length,
        raw: isLarge ? null : incoming.raw,
        blobKey,
        envelope: JSON.stringify(incoming.envelope).replaceAll('\\u0000', ''),
        isHistory: incoming.isHistory ?? false,
        receivedAt: incoming.receivedAt ?? new Date(),
        resolve,
        reject,
      });
      if (!this.isWriting) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.queue.length > 0) {
      const batch = this.nextBatch();
      try {
        await this.insert(batch);
      } catch (error) {
        // A row the database does not take must not cost its neighbours their answer.
        if (batch.length > 1) await Promise.all(batch.map((w) => this.insert([w]).catch(w.reject)));
        else batch[0]!.reject(error);
      }
    }
    this.isWriting = false;
  }

  private nextBatch(): Waiting[] {
    let bytes = 0;
    let rows = 0;
    while (rows < this.queue.length && rows < batchLimit.rows) {
      bytes += this.queue[rows]!.raw?.length ?? 0;
      if (rows > 0 && bytes > batchLimit.bytes) break;
      rows += 1;
    }
    return this.queue.splice(0, rows);
  }

  private async insert(batch: Waiting[]): Promise<void> {
    // VALUES and not unnest: so the driver sends the bytes as they are instead of writing them out in hex.
    const places = batch.map((_, row) => `(${Array.from({ length: columns }, (_, i) => `$${row * columns + i + 1}`)})`);
    const rows: { id: string }[] = await this.source.query(
      `INSERT INTO received_messages (id, channel_id, external_id, sha256, size, raw, blob_key, envelope, is_history, received_at)
       VALUES ${places} ON CONFLICT (channel_id, external_id) DO NOTHING RETURNING id`,
      batch.flatMap((w) => [
        w.id,
        w.channelId,
        w.externalId,
        w.sha256,
        w.size,
        w.raw,
        w.blobKey,
        w.envelope,
        w.isHistory,
        w.receivedAt,
      ]),
    );
    const fresh = new Set(rows.map((r) => r.id));
    if (fresh.size > 0) {
      this.stored.next();
      this.tellOthers();
    }
    const again = batch.filter((w) => !fresh.has(w.id));
    const known = again.length > 0 ? await this.idsOf(again) : new Map<string, string>();
    for (const w of batch) {
      const isDuplicate = !fresh.has(w.id);
      const id = isDuplicate ? (known.get(`${w.channelId} ${w.externalId}`) ?? w.id) : w.id;
      w.resolve({ id, isDuplicate });
    }
  }

  /** For intake in other processes; missing it costs a second at most, because they also look by themselves. */
  private tellOthers(): void {
    this.telling ??= setTimeout(
      () => {
        this.telling = undefined;
        this.toldAt = performance.now();
        void this.events.publishNow({ type: 'message.received' }).catch(() => undefined);
      },
      Math.max(0, this.toldAt + tellEveryMs - performance.now()),
    ).unref();
  }

  private async idsOf(batch: Waiting[]): Promise<Map<string, string>> {
    const rows: { id: string; channel_id: string; external_id: string }[] = await this.source.query(
      `SELECT id, channel_id, external_id FROM received_messages
       WHERE (channel_id, external_id) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
      [batch.map((w) => w.channelId), batch.map((w) => w.externalId)],
    );
    return new Map(rows.map((r) => [`${r.channel_id} ${r.external_id}`, r.id]));
  }
}

/** PostgreSQL's text takes no NUL. */
const storable = (text: string): string => text.replaceAll('\0', '');
