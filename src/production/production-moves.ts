import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Feasibility, SpecificationState } from '../../libs/contracts/index.ts';
import { isPossible } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, type DomainEvent, Events, ensure, newId } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { Alarms } from './alarms.ts';
import { LikeAnswers } from './like-answers.ts';
import { packOf } from './product-packs.ts';
import { type SpecificationRecord, SpecificationStore } from './specification.store.ts';
import { canMove, needsReason } from './specification-status.ts';

/** What production does with a handed-off specification, and what sales answers. */
@Injectable()
export class ProductionMoves {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly answers: LikeAnswers,
    private readonly alarms: Alarms,
  ) {}

  /** @throws AppError specification.notAllowedNow, specification.reasonNeeded */
  async move(
    id: string,
    input: { to: SpecificationState; note: string; feasibility?: Feasibility; tracking?: string },
    by: Principal,
  ): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      if (!canMove(record.state, input.to, 'production'))
        throw new AppError('specification.notAllowedNow', { state: record.state });
      const why = input.note.trim() || input.feasibility?.reason.trim() || input.feasibility?.reasonCode;
      if (needsReason(record.state, input.to, 'production')) ensure(why, 'specification.reasonNeeded');
      if (input.to === 'in_production') refuseUnapproved(record);
      if (input.to === 'accepted') await this.refuseUncosted(db, record, input.feasibility);
      if (input.feasibility) await this.keepAnswer(db, record, input.feasibility, by);
      await db.query(
        `UPDATE specifications SET state = $2, feasibility = coalesce($3, feasibility), tracking = coalesce($4, tracking), needs_acknowledgement = CASE WHEN $2 = 'accepted' THEN false ELSE needs_acknowledgement END, updated_at = now() WHERE id = $1`,
        [id, input.to, input.feasibility ? JSON.stringify(input.feasibility) : null, input.tracking ?? null],
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
      await this.announce(db, record, input.to, `moved.${input.to}`);
    });
  }

  async ask(
    id: string,
    input: { text: string; itemId: string | null; attribute: string | null },
    by: Principal,
  ): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      if (!canMove(record.state, 'questions', 'production'))
        throw new AppError('specification.notAllowedNow', { state: record.state });
      await db.query(
        `INSERT INTO specification_questions (id, specification_id, version, item_id, attribute, text, language, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          id,
          record.currentVersion,
          input.itemId,
          input.attribute,
          input.text,
          by.language,
          by.userId,
          this.clock.now(),
        ],
      );
      await db.query(`UPDATE specifications SET state = 'questions', updated_at = now() WHERE id = $1`, [id]);
      await this.store.recordMove(db, {
        id,
        by: by.userId,
        from: record.state,
        to: 'questions',
        version: record.currentVersion,
        note: input.text,
      });
      await recordEvent(db, record.ticketId, null, 'productionAsked', {
        specificationId: id,
        number: record.number,
        text: input.text,
        attribute: input.attribute,
      });
      await this.announce(db, record, 'questions', 'question');
    });
  }

  /** When the last open question is answered, production looks again: back to `new`. */
  async answer(questionId: string, text: string, by: Principal): Promise<string> {
    return this.source.transaction(async (db) => {
      const id = await this.ofQuestion(db, questionId);
      const record = await this.store.lock(id, db);
      await db.query(
        'UPDATE specification_questions SET answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1',
        [questionId, text, by.userId, this.clock.now()],
      );
      const [{ open }] = await db.query(
        'SELECT count(*)::int AS open FROM specification_questions WHERE specification_id = $1 AND answer IS NULL',
        [id],
      );
      let state = record.state;
      if (open === 0 && record.state === 'questions') {
        state = 'new';
        await db.query(`UPDATE specifications SET state = 'new', updated_at = now() WHERE id = $1`, [id]);
        await this.store.recordMove(db, {
          id,
          by: by.userId,
          from: 'questions',
          to: 'new',
          version: record.currentVersion,
          note: text,
        });
      }
      await recordEvent(db, record.ticketId, by.userId, 'questionAnswered', {
        specificationId: id,
        number: record.number,
        text,
      });
      await this.announce(db, record, state, 'answer', false);
      return id;
    });
  }

  async noteForwarded(questionId: string): Promise<string> {
    return this.source.transaction(async (db) => {
      const id = await this.ofQuestion(db, questionId);
      const record = await this.store.lock(id, db);
      await db.query(
        'UPDATE specification_questions SET forwarded_to_buyer_at = coalesce(forwarded_to_buyer_at, $2) WHERE id = $1',
        [questionId, this.clock.now()],
      );
      await this.announce(db, record, record.state, 'forwarded', false);
      return id;
    });
  }

  async acknowledge(id: string, by: Principal): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      await this.acknowledgeVersion(db, record, by);
      await this.alarms.acknowledge(db, id, by);
      await db.query('UPDATE specifications SET needs_acknowledgement = false, updated_at = now() WHERE id = $1', [id]);
      await this.announce(db, record, record.state, 'acknowledged', false);
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

  private async acknowledgeVersion(db: EntityManager, record: SpecificationRecord, by: Principal): Promise<void> {
    await db.query(
      'UPDATE specification_versions SET acknowledged_at = coalesce(acknowledged_at, $3), acknowledged_by = coalesce(acknowledged_by, $4) WHERE specification_id = $1 AND version = $2',
      [record.id, record.currentVersion, this.clock.now(), by.userId],
    );
  }

  private async ofQuestion(db: EntityManager, questionId: string): Promise<string> {
    const rows: { id: string }[] = await db.query(
      'SELECT specification_id AS id FROM specification_questions WHERE id = $1',
      [questionId],
    );
    ensure(rows[0], 'specification.questionNotFound');
    return rows[0].id;
  }

  /** The ticket's agent hears what production did. */
  private async announce(
    db: EntityManager,
    record: SpecificationRecord,
    state: SpecificationState,
    kind: string,
    tellsAgent = true,
  ): Promise<void> {
    const events: DomainEvent[] = [
      { type: 'specification.changed', specificationId: record.id, ticketId: record.ticketId, state },
      { type: 'ticket.changed', ticketId: record.ticketId },
    ];
    const [ticket]: { assignee_id: string | null }[] = await db.query('SELECT assignee_id FROM tickets WHERE id = $1', [
      record.ticketId,
    ]);
    const agent = ticket?.assignee_id ?? record.agentId;
    if (tellsAgent && agent) {
      events.push({
        type: 'notification',
        userId: agent,
        kind: `production.${kind}`,
        ticketId: record.ticketId,
        specificationId: record.id,
        params: { number: record.number },
      });
    }
    await this.events.publish(db, ...events);
  }
}

/** What the buyer was asked to approve is not begun before they did. */
function refuseUnapproved(record: SpecificationRecord): void {
  if (record.approvalState !== 'none' && record.approvalState !== 'approved')
    throw new AppError('specification.buyerFirst');
}
