import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { SpecificationState } from '../../libs/contracts/index.ts';
import { attributeLabel, checkItem, type Pack } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Events, ensure } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { Alarms } from './alarms.ts';
import { cardOf, piecesOf } from './board-card.ts';
import { packOf } from './product-packs.ts';
import {
  hashOf,
  plainValues,
  type SpecificationRecord,
  SpecificationStore,
  type VersionContent,
  type VersionPicture,
} from './specification.store.ts';
import { canMove, needsReason } from './specification-status.ts';

/** From the draft to production: version N, written once, in the state `new`. */
@Injectable()
export class HandOff {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly alarms: Alarms,
  ) {}

  /** @throws AppError specification.unconfirmed, specification.incomplete, specification.unchanged, specification.notAllowedNow */
  async handOff(id: string, input: { note: string; withMissing: boolean }, by: Principal): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      if (!canMove(record.state, 'new', 'sales'))
        throw new AppError('specification.notAllowedNow', { state: record.state });
      const pack = packOf(record.packId);
      this.refuseUnfit(record, pack, by.language, input.withMissing);
      const content = contentOf(record, await this.store.chosenPictures(id, db));
      const hash = hashOf(content);
      const previous = record.currentVersion > 0 ? await this.store.version(id, record.currentVersion, db) : null;
      if (previous?.hash === hash) throw new AppError('specification.unchanged', { version: record.currentVersion });
      const version = record.currentVersion + 1;
      await db.query(
        `INSERT INTO specification_versions (specification_id, version, kind, content, hash, note, created_by)
         SELECT $1, $2, CASE WHEN $2 = 1 THEN 'first' WHEN EXISTS (SELECT FROM specification_versions WHERE specification_id = $1 AND buyer_approved_at IS NOT NULL) THEN 'change_order' ELSE 'revision' END, $3, $4, $5, $6`,
        [id, version, JSON.stringify(content), hash, input.note, by.userId],
      );
      await db.query(
        `UPDATE specifications SET state = 'new', current_version = $2, card = $3, summary = $4, handed_over_at = coalesce(handed_over_at, $5), needs_acknowledgement = $6,
           approval_state = CASE WHEN approval_state = 'none' THEN 'none' ELSE 'outdated' END, agent_id = coalesce(agent_id, $7), pieces = $8, revision = revision + 1, updated_at = $5 WHERE id = $1`,
        [
          id,
          version,
          JSON.stringify(cardOf(pack, content)),
          cardOf(pack, content).summary,
          this.clock.now(),
          version > 1,
          by.userId,
          piecesOf(pack, content),
        ],
      );
      await this.alarms.release(db, id, by);
      await this.store.recordMove(db, { id, by: by.userId, from: record.state, to: 'new', version, note: input.note });
      await recordEvent(db, record.ticketId, by.userId, 'handedOff', {
        specificationId: id,
        number: record.number,
        version,
      });
      await this.announce(db, record, 'new', version > 1 ? 'versionChanged' : 'handedOff');
    });
  }

  async cancel(id: string, reason: string, by: Principal): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      if (!canMove(record.state, 'cancelled', 'sales'))
        throw new AppError('specification.notAllowedNow', { state: record.state });
      if (needsReason(record.state, 'cancelled', 'sales')) ensure(reason.trim(), 'specification.reasonNeeded');
      await db.query(`UPDATE specifications SET state = 'cancelled', updated_at = now() WHERE id = $1`, [id]);
      await this.store.recordMove(db, {
        id,
        by: by.userId,
        from: record.state,
        to: 'cancelled',
        version: record.currentVersion,
        note: reason,
      });
      await recordEvent(db, record.ticketId, by.userId, 'specificationCancelled', {
        specificationId: id,
        number: record.number,
      });
      await this.announce(db, record, 'cancelled', 'cancelled');
    });
  }

  /** Whether the draft says something production does not have yet. */
  static async isChanged(store: SpecificationStore, record: SpecificationRecord): Promise<boolean> {
    if (record.currentVersion === 0) return true;
    const { hash } = await store.version(record.id, record.currentVersion);
    return hashOf(contentOf(record, await store.chosenPictures(record.id))) !== hash;
  }

  private refuseUnfit(record: SpecificationRecord, pack: Pack, language: string, withMissing: boolean): void {
    const unconfirmed = record.items.flatMap((i) =>
      Object.entries(i.values).flatMap(([name, v]) =>
        v.state === 'confirmed' ? [] : [attributeLabel(pack, name, language)],
      ),
    );
    if (unconfirmed.length > 0)
      throw new AppError('specification.unconfirmed', { attributes: [...new Set(unconfirmed)].join(', ') });
    if (withMissing) return;
    const missing = record.items.flatMap((i) =>
      checkItem(pack, i.productType, plainValues(i.values)).missing.map((m) =>
        m
          .split('|')
          .map((a) => attributeLabel(pack, a, language))
          .join(' / '),
      ),
    );
    if (missing.length > 0)
      throw new AppError('specification.incomplete', { missing: [...new Set(missing)].join(', ') });
  }

  private announce(
    db: EntityManager,
    record: SpecificationRecord,
    state: SpecificationState,
    kind: string,
  ): Promise<void> {
    return this.events.publish(
      db,
      { type: 'specification.changed', specificationId: record.id, ticketId: record.ticketId, state },
      { type: 'ticket.changed', ticketId: record.ticketId },
      { type: 'production.news', specificationId: record.id, kind },
    );
  }
}

function contentOf(record: SpecificationRecord, pictures: VersionPicture[]): VersionContent {
  return {
    packId: record.packId,
    packVersion: record.packVersion,
    dueDate: record.dueDate,
    ...(pictures.length > 0 ? { pictures } : {}),
    items: record.items.map((i) => ({
      id: i.id,
      productType: i.productType,
      values: Object.fromEntries(
        Object.entries(i.values).map(([name, v]) => [
          name,
          { value: v.value, stated: v.stated, unit: v.unit, source: v.source, by: v.by },
        ]),
      ),
    })),
  };
}
