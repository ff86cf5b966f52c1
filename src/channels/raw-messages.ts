import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { InputOf, listReceived, ReturnsOf } from '../../libs/contracts/index.ts';
import { BlobStore, ensure } from '../platform/index.ts';

/** What came in, and the bytes as they came. */
@Injectable()
export class RawMessages {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** The ledger of received messages, newest first. */
  async list(query: InputOf<typeof listReceived>['query']): Promise<ReturnsOf<typeof listReceived>> {
    const rows: (ReturnsOf<typeof listReceived>['items'][number] & { receivedAt: string | Date })[] =
      await this.source.query(
        `SELECT id, channel_id AS "channelId", external_id AS "externalId", size, encode(sha256, 'hex') AS sha256, state, reason,
                received_at AS "receivedAt", is_history AS "isHistory"
         FROM received_messages WHERE ($1::uuid IS NULL OR channel_id = $1) AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3)
         ORDER BY id DESC LIMIT $4`,
        [query.channelId ?? null, query.state ?? null, query.after ?? null, query.limit + 1],
      );
    const items = rows.slice(0, query.limit).map((r) => ({ ...r, receivedAt: new Date(r.receivedAt).toISOString() }));
    return { items, next: rows.length > query.limit ? items.at(-1)!.id : null };
  }

  /** @throws AppError channel.receivedNotFound; BlobsUnavailable; Error when the bytes no longer have their checksum */
  async read(id: string): Promise<Buffer> {
    const rows: { raw: Buffer | null; blob_key: string | null; sha256: Buffer }[] = await this.source.query(
      'SELECT raw, blob_key, sha256 FROM received_messages WHERE id = $1',
      [id],
    );
    const row = rows[0];
    ensure(row, 'channel.receivedNotFound');
    const bytes = row.raw ?? (await this.blobs.get(row.blob_key!));
    if (!createHash('sha256').update(bytes).digest().equals(row.sha256))
      throw new Error(`raw message ${id} does not have its checksum any more`);
    return bytes;
  }
}
