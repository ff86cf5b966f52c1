import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { largestEdge, mostPictures, type SpecificationPicture, type WishPicture } from '../../libs/contracts/index.ts';
import { cleanPicture } from '../../libs/pictures/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, BlobStore, BlobsUnavailable, Clock, Events, ensure, newId } from '../platform/index.ts';
import { type SpecificationRecord, SpecificationStore } from './specification.store.ts';
import { TellSales } from './tell-sales.ts';

interface Row {
  id: string;
  kind: 'wish' | 'work';
  attachmentId: string | null;
  width: number;
  height: number;
  caption: string;
  isChosen: boolean;
  addedBy: string;
  addedAt: Date;
}

/** A picture's bytes, their fingerprint, and of what kind they are. */
export interface PictureFile {
  bytes: Buffer;
  sha256: string;
  type: string;
}

/**
 * Pictures that go with a wish, and photos of the work. Production sees a buyer's picture only when it was chosen for a
 * released version, under a name of ours and without what the camera wrote into it.
 */
@Injectable()
export class Pictures {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly sales: TellSales,
  ) {}

  async of(specificationId: string): Promise<{ pictures: WishPicture[]; photos: SpecificationPicture[] }> {
    const rows: Row[] = await this.source.query(
      `SELECT p.id, p.kind, p.attachment_id AS "attachmentId", p.width, p.height, p.caption, p.is_chosen AS "isChosen", u.name AS "addedBy", p.added_at AS "addedAt"
       FROM specification_pictures p JOIN users u ON u.id = p.added_by WHERE p.specification_id = $1 ORDER BY p.added_at, p.id`,
      [specificationId],
    );
    const shown = rows.map(({ kind, addedAt, ...row }) => ({ kind, ...row, addedAt: addedAt.toISOString() }));
    return {
      pictures: shown.filter((p) => p.kind === 'wish').map(({ kind: _, ...p }) => p),
      photos: shown.filter((p) => p.kind === 'work').map(({ kind: _, attachmentId: _a, isChosen: _c, ...p }) => p),
    };
  }

  /**
   * Chooses a picture for the next version; one that was put aside is chosen again.
   * @throws AppError specification.pictureInvalid, specification.pictureTooLarge, specification.tooManyPictures
   */
  async add(
    specificationId: string,
    bytes: Buffer,
    input: { attachmentId?: string | undefined; caption: string },
    by: Principal,
  ): Promise<void> {
    await this.insert(specificationId, bytes, { kind: 'wish', ...input }, by, async (db, record) => {
      const chosen = await this.store.chosenPictures(specificationId, db);
      if (chosen.length > mostPictures) throw new AppError('specification.tooManyPictures', { most: mostPictures });
      await this.changed(db, record);
    });
  }

  /** A photo of the work; the ticket's agent hears of it. @throws AppError as `add` */
  async addPhoto(specificationId: string, bytes: Buffer, caption: string, by: Principal): Promise<void> {
    await this.insert(specificationId, bytes, { kind: 'work', caption }, by, (db, record) =>
      this.sales.announce(db, record, record.state, 'photo'),
    );
  }

  /** @throws AppError specification.pictureNotFound, specification.tooManyPictures */
  async change(
    specificationId: string,
    pictureId: string,
    changes: { isChosen?: boolean | undefined; caption?: string | undefined },
  ): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(specificationId, db);
      const [rows]: [{ id: string }[], number] = await db.query(
        `UPDATE specification_pictures SET is_chosen = coalesce($3, is_chosen), caption = coalesce($4, caption) WHERE specification_id = $1 AND id = $2 AND kind = 'wish' RETURNING id`,
        [specificationId, pictureId, changes.isChosen ?? null, changes.caption ?? null],
      );
      ensure(rows[0], 'specification.pictureNotFound');
      const chosen = await this.store.chosenPictures(specificationId, db);
      if (chosen.length > mostPictures) throw new AppError('specification.tooManyPictures', { most: mostPictures });
      await this.changed(db, record);
    });
  }

  /** For sales: every picture. @throws AppError specification.pictureNotFound */
  async read(specificationId: string, pictureId: string): Promise<PictureFile> {
    return this.file(specificationId, pictureId, 'true');
  }

  /** For production: photos of the work, and what a released version holds. @throws AppError specification.pictureNotFound */
  async readForProduction(specificationId: string, pictureId: string): Promise<PictureFile> {
    return this.file(
      specificationId,
      pictureId,
      `(p.kind = 'work' OR EXISTS (SELECT FROM specification_versions v, jsonb_array_elements(v.content->'pictures') e WHERE v.specification_id = p.specification_id AND e->>'id' = p.id::text))`,
    );
  }

  /** Of one version. @throws AppError specification.pictureNotFound */
  async readOfVersion(specificationId: string, version: number, pictureId: string): Promise<PictureFile> {
    const { content } = await this.store.version(specificationId, version);
    ensure(
      content.pictures?.some((p) => p.id === pictureId),
      'specification.pictureNotFound',
    );
    return this.file(specificationId, pictureId, 'true');
  }

  /** All of a version by id, for printing; one whose bytes cannot be had now is left out. */
  async ofVersion(specificationId: string, version: number): Promise<ReadonlyMap<string, PictureFile>> {
    const { content } = await this.store.version(specificationId, version);
    const found = new Map<string, PictureFile>();
    for (const { id } of content.pictures ?? []) {
      try {
        found.set(id, await this.file(specificationId, id, 'true'));
      } catch (error) {
        if (!(error instanceof BlobsUnavailable)) throw error;
      }
    }
    return found;
  }

  private async file(specificationId: string, pictureId: string, condition: string): Promise<PictureFile> {
    const rows: { key: string; type: string; sha256: string }[] = await this.source.query(
      `SELECT p.blob_key AS key, p.type, p.sha256 FROM specification_pictures p WHERE p.specification_id = $1 AND p.id = $2 AND ${condition}`,
      [specificationId, pictureId],
    );
    ensure(rows[0], 'specification.pictureNotFound');
    const { key, ...file } = rows[0];
    return { bytes: await this.blobs.get(key), ...file };
  }

  private async insert(
    specificationId: string,
    given: Buffer,
    input: { kind: Row['kind']; attachmentId?: string | undefined; caption: string },
    by: Principal,
    then: (db: EntityManager, record: SpecificationRecord) => Promise<void>,
  ): Promise<void> {
    const picture = cleanPicture(given);
    ensure(picture, 'specification.pictureInvalid');
    const { bytes, type, width, height } = picture;
    if (Math.max(width, height) > largestEdge)
      throw new AppError('specification.pictureTooLarge', { pixels: largestEdge });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `pictures/${sha256.slice(0, 2)}/${sha256}`;
    await this.store.find(specificationId);
    await this.blobs.put(key, bytes);
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(specificationId, db);
      await db.query(
        `INSERT INTO specification_pictures (id, specification_id, kind, attachment_id, sha256, blob_key, type, width, height, caption, added_by, added_at)
         VALUES ($1, $2, $3, (SELECT a.id FROM attachments a JOIN messages m ON m.id = a.message_id WHERE a.id = $4 AND m.ticket_id = $13), $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (specification_id, kind, sha256) DO UPDATE SET is_chosen = true`,
        [
          newId(),
          specificationId,
          input.kind,
          input.attachmentId ?? null,
          sha256,
          key,
          type,
          width,
          height,
          input.caption,
          by.userId,
          this.clock.now(),
          record.ticketId,
        ],
      );
      await then(db, record);
    });
  }

  private changed(db: EntityManager, { id, ticketId, state }: SpecificationRecord): Promise<void> {
    return this.events.publish(db, { type: 'specification.changed', specificationId: id, ticketId, state });
  }
}
