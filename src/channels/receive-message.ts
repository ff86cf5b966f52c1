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
  envelope: { from: string | null; to: string[]; remoteAddress?: string; tls?: boolean };
  /** Old mail: becomes a ticket that starts no clock, tells nobody and sends nothing. */
  isHistory?: boolean;
  receivedAt?: Date;
}

export interface Receipt {
  id: string;
  isDuplicate: boolean;
}

interface Waiting {
  row: {
    id: string;
    channel_id: string;
    external_id: string;
    sha256: Buffer;
    size: number;
    raw: Buffer | null;
    blob_key: string | null;
    envelope: string;
    is_history: boolean;
    received_at: Date;
  };
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

/** Up to this size the bytes lie in the row: one write, one place to back up. */
const inlineLimit = 256 * 1024;
const batchLimit = 200;

/**
 * The only way in. Stores the bytes once, keyed by channel and external id; when it resolves they are durable, and only
 * then may the source be told so. Calls that come while a batch is being committed share the next one (group commit).
 */
@Injectable()
export class ReceiveMessage {
  /** Fires after every commit that stored something new. */
  readonly stored = new Subject<void>();
  private queue: Waiting[] = [];
  private isWriting = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blobs: BlobStore,
    private readonly events: Events,
  ) {}

  /** @throws BlobsUnavailable, or the database's error: nothing was stored and the source must keep its copy */
  async receive(incoming: Incoming): Promise<Receipt> {
    const id = newId();
    const sha256 = createHash('sha256').update(incoming.raw).digest();
    const isLarge = incoming.raw.length > inlineLimit;
    const blobKey = isLarge ? `raw/${sha256.toString('hex').slice(0, 2)}/${sha256.toString('hex')}` : null;
    if (blobKey) await this.blobs.put(blobKey, incoming.raw);
    return new Promise((resolve, reject) => {
      this.queue.push({
        row: {
          id,
          channel_id: incoming.channelId,
          external_id: incoming.externalId.slice(0, 1000),
          sha256,
          size: incoming.raw.length,
          raw: isLarge ? null : incoming.raw,
          blob_key: blobKey,
          envelope: JSON.stringify(incoming.envelope),
          is_history: incoming.isHistory ?? false,
          received_at: incoming.receivedAt ?? new Date(),
        },
        resolve,
        reject,
      });
      if (!this.isWriting) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, batchLimit);
      try {
        await this.insert(batch);
      } catch (error) {
        for (const w of batch) w.reject(error);
      }
    }
    this.isWriting = false;
  }

  private async insert(batch: Waiting[]): Promise<void> {
    const column = <K extends keyof Waiting['row']>(key: K) => batch.map((w) => w.row[key]);
    const rows: { id: string; channel_id: string; external_id: string }[] = await this.source.query(
      `INSERT INTO received_messages (id, channel_id, external_id, sha256, size, raw, blob_key, envelope, is_history, received_at)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::int[], $6::bytea[], $7::text[], $8::jsonb[], $9::boolean[], $10::timestamptz[])
       ON CONFLICT (channel_id, external_id) DO NOTHING RETURNING id, channel_id, external_id`,
      [
        column('id'),
        column('channel_id'),
        column('external_id'),
        column('sha256'),
        column('size'),
        column('raw'),
        column('blob_key'),
        column('envelope'),
        column('is_history'),
        column('received_at'),
      ],
    );
    const fresh = new Set(rows.map((r) => r.id));
    if (fresh.size > 0) {
      this.stored.next();
      // For intake in other processes; missing it costs a second at most, because they also look by themselves.
      void this.events.publishNow({ type: 'message.received' }).catch(() => undefined);
    }
    const known =
      fresh.size < batch.length
        ? await this.idsOf(batch.filter((w) => !fresh.has(w.row.id)))
        : new Map<string, string>();
    for (const w of batch) {
      const isDuplicate = !fresh.has(w.row.id);
      w.resolve({
        id: isDuplicate ? (known.get(`${w.row.channel_id} ${w.row.external_id}`) ?? w.row.id) : w.row.id,
        isDuplicate,
      });
    }
  }

  private async idsOf(batch: Waiting[]): Promise<Map<string, string>> {
    const rows: { id: string; channel_id: string; external_id: string }[] = await this.source.query(
      `SELECT id, channel_id, external_id FROM received_messages
       WHERE (channel_id, external_id) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
      [batch.map((w) => w.row.channel_id), batch.map((w) => w.row.external_id)],
    );
    return new Map(rows.map((r) => [`${r.channel_id} ${r.external_id}`, r.id]));
  }
}
