import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Attachment } from '../../libs/contracts/index.ts';
import { parseMessage } from '../../libs/mime/index.ts';
import { RawMessages } from '../channels/index.ts';
import { BlobStore, ensure, newId } from '../platform/index.ts';

/** Stands for the message itself, as it came. */
export const wholeMessagePart = -1;

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/**
 * Bytes of attachments. What came by mail is not stored a second time: it is taken out of the raw message when somebody
 * looks at it; what people here upload has a blob of its own.
 */
@Injectable()
export class AttachmentsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blobs: BlobStore,
    private readonly raw: RawMessages,
  ) {}

  async upload(bytes: Buffer, name: string, type: string, userId: string): Promise<Attachment> {
    const id = newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const blobKey = `uploads/${sha256.slice(0, 2)}/${sha256}`;
    await this.blobs.put(blobKey, bytes);
    const safeType = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.toLowerCase() : 'application/octet-stream';
    await this.source.query(
      'INSERT INTO attachments (id, uploaded_by, name, type, size, sha256, blob_key) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, userId, name, safeType, bytes.length, sha256, blobKey],
    );
    return {
      id,
      name,
      type: safeType,
      size: bytes.length,
      isInline: false,
      contentId: null,
      preview: pictures.includes(safeType) ? 'image' : safeType === 'application/pdf' ? 'pdf' : 'none',
    };
  }

  async read(id: string): Promise<{ name: string; type: string; bytes: Buffer; canShow: boolean }> {
    const rows: {
      name: string;
      type: string;
      blobKey: string | null;
      part: number | null;
      received: string | null;
      sha256: string;
    }[] = await this.source.query(
      `SELECT a.name, a.type, a.blob_key AS "blobKey", a.part, a.sha256, m.received_message_id AS received
       FROM attachments a LEFT JOIN messages m ON m.id = a.message_id WHERE a.id = $1`,
      [id],
    );
    const row = rows[0];
    ensure(row, 'ticket.attachmentNotFound');
    const bytes = row.blobKey ? await this.blobs.get(row.blobKey) : await this.fromRaw(row);
    return {
      name: row.name,
      type: row.type,
      bytes,
      canShow: pictures.includes(row.type) || row.type === 'application/pdf',
    };
  }

  /** By place, or by content where a newer parser counts parts differently. */
  private async fromRaw(row: { received: string | null; part: number | null; sha256: string }): Promise<Buffer> {
    ensure(row.received, 'ticket.attachmentNotFound');
    const raw = await this.raw.read(row.received);
    if (row.part === wholeMessagePart) return raw;
    const parsed = parseMessage(raw, { sanitize: false });
    const byPlace = row.part === null ? undefined : parsed.attachments[row.part];
    const found = byPlace?.sha256 === row.sha256 ? byPlace : parsed.attachments.find((a) => a.sha256 === row.sha256);
    ensure(found, 'ticket.attachmentNotFound');
    return found.content;
  }
}
