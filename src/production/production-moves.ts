import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { dayIn } from '../../libs/business-time/index.ts';
import type { Feasibility, MoveResult, SpecificationState } from '../../libs/contracts/index.ts';
import { isPossible } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, describeError, ensure } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { Alarms } from './alarms.ts';
import { LikeAnswers } from './like-answers.ts';
import { packOf } from './product-packs.ts';
import { promisedDate } from './promised-date.ts';
import { type SpecificationRecord, SpecificationStore } from './specification.store.ts';
import { canMove, canUndo, needsReason } from './specification-status.ts';
import { TellSales } from './tell-sales.ts';

interface MoveInput {
  to: SpecificationState;
  note: string;
  feasibility?: Feasibility | undefined;
  tracking?: string | undefined;
}

/** Where production moves a handed-off specification, one or many. */
@Injectable()
export class ProductionMoves {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly sales: TellSales,
    private readonly clock: Clock,
    private readonly answers: LikeAnswers,
    private readonly alarms: Alarms,
  ) {}

  /** @throws AppError specification.notAllowedNow, specification.reasonNeeded, specification.buyerFirst, specification.costNeeded */
  async move(id: string, input: MoveInput, by: Principal): Promise<void> {
    await this.source.transaction((db) => this.moveOne(db, id, input, by));
  }

  /**
   * Many in one transaction, each behind a savepoint: what may not be moved stays where it is and says why.
   * @returns one result a card, in the order asked
   */
  async moveMany(ids: readonly string[], input: MoveInput, by: Principal): Promise<MoveResult[]> {
    const results = new Map<string, MoveResult>();
    await this.source.transaction(async (db) => {
      // In one order everywhere, so that two such requests wait for each other instead of blocking each other.
      for (const id of [...new Set(ids)].sort()) {
        try {
          const { number, state: from } = await db.transaction((inner) => this.moveOne(inner, id, input, by));
          results.set(id, { id, number, from, isMoved: true, canUndo: canUndo(from, input.to), error: null });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          const [left]: { number: number; from: SpecificationState }[] = await db.query(
            'SELECT number::int AS number, state AS "from" FROM specifications WHERE id = $1',
            [id],
          );
          results.set(id, {
            id,
            number: left?.number ?? null,
            from: left?.from ?? null,
            isMoved: false,
            canUndo: false,
            error: describeError(error, by.language),
          });
        }
      }
    });
    return [...new Set(ids)].map((id) => results.get(id)!);
  }

  /** @returns the specification as it was before */
  private async moveOne(db: EntityManager, id: string, input: MoveInput, by: Principal): Promise<SpecificationRecord> {
    const record = await this.store.lock(id, db);
    if (!canMove(record.state, input.to, 'production'))
      throw new AppError('specification.notAllowedNow', { state: record.state });
    const why = input.note.trim() || input.feasibility?.reason.trim() || input.feasibility?.reasonCode;
    if (needsReason(record.state, input.to, 'production')) ensure(why, 'specification.reasonNeeded');
    if (input.to === 'in_production') refuseUnapproved(record);
    if (input.to === 'accepted') await this.refuseUncosted(db, record, input.feasibility);
    if (input.feasibility) await this.keepAnswer(db, record, input.feasibility, by);
    const promised = await this.promise(db, record, input, by);
    await db.query(
      `UPDATE specifications SET state = $2, feasibility = coalesce($3, feasibility), tracking = coalesce($4, tracking), promised_date = $5, needs_acknowledgement = CASE WHEN $2 = 'accepted' THEN false ELSE needs_acknowledgement END, updated_at = now() WHERE id = $1`,
      [id, input.to, input.feasibility ? JSON.stringify(input.feasibility) : null, input.tracking ?? null, promised],
    );
    if (input.to === 'accepted') await this.acknowledgeVersion(db, record, by);
    await this.store.recordMove(db, {
      id,
      by: by.userId,
      from: record.state,
      to: input.to,
      version: record.currentVersion,
      note: input.note,
    });
    await recordEvent(db, record.ticketId, null, 'productionMoved', {
      specificationId: id,
      number: record.number,
      to: input.to,
      note: input.note,
    });
    await this.sales.announce(db, record, input.to, `moved.${input.to}`);
    return record;
  }

  async acknowledge(id: string, by: Principal): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      await this.acknowledgeVersion(db, record, by);
      await this.alarms.acknowledge(db, id, by);
      await db.query('UPDATE specifications SET needs_acknowledgement = false, updated_at = now() WHERE id = $1', [id]);
      await this.sales.announce(db, record, record.state, 'acknowledged', false);
    });
  }

  /** A change order is accepted only with what it costs, be it nothing. */
  private async refuseUncosted(db: EntityManager, record: SpecificationRecord, answer?: Feasibility): Promise<void> {
    const { kind, feasibility } = await this.store.version(record.id, record.currentVersion, db);
    const cost = answer ?? feasibility;
    if (kind === 'change_order' && (cost?.surcharge == null || cost.extraDays == null))
      throw new AppError('specification.costNeeded');
  }

  private async keepAnswer(
    db: EntityManager,
    record: SpecificationRecord,
    answer: Feasibility,
    by: Principal,
  ): Promise<void> {
    const { content } = await this.store.version(record.id, record.currentVersion, db);
    const pack = packOf(record.packId);
    for (const { attribute, value } of answer.alternativeValues) {
      if (!isPossible(pack, attribute, value)) throw new AppError('specification.invalidValue', { attribute });
    }
    await db.query('UPDATE specification_versions SET feasibility = $3 WHERE specification_id = $1 AND version = $2', [
      record.id,
      record.currentVersion,
      JSON.stringify(answer),
    ]);
    const wish = { specificationId: record.id, version: record.currentVersion, content };
    await this.answers.keep(db, wish, answer, by.userId);
  }

  /** @returns the day that stands as promised after the move */
  private async promise(
    db: EntityManager,
    record: SpecificationRecord,
    input: MoveInput,
    by: Principal,
  ): Promise<string | null> {
    // Put back on the plan, the promise stands.
    if (input.to !== 'accepted' || record.state === 'in_production') return record.promisedDate;
    const { content } = await this.store.version(record.id, record.currentVersion, db);
    const before =
      record.currentVersion > 1 ? await this.store.version(record.id, record.currentVersion - 1, db) : null;
    return promisedDate(dayIn(this.clock.now(), by.timeZone), input.feasibility, {
      dueDate: content.dueDate,
      before: record.promisedDate,
      isDueDateNew: before !== null && before.content.dueDate !== content.dueDate,
    });
  }

  private async acknowledgeVersion(db: EntityManager, record: SpecificationRecord, by: Principal): Promise<void> {
    await db.query(
      'UPDATE specification_versions SET acknowledged_at = coalesce(acknowledged_at, $3), acknowledged_by = coalesce(acknowledged_by, $4) WHERE specification_id = $1 AND version = $2',
      [record.id, record.currentVersion, this.clock.now(), by.userId],
    );
  }
}

/** What the buyer was asked to approve is not begun before they did. */
function refuseUnapproved(record: SpecificationRecord): void {
  if (record.approvalState !== 'none' && record.approvalState !== 'approved')
    throw new AppError('specification.buyerFirst');
}
