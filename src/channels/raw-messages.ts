import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { BlobStore, ensure } from '../platform/index.ts';

/** The bytes as they came. */
@Injectable()
export class RawMessages {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws AppError channel.receivedNotFound; Error when the bytes no longer have their checksum */
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
