import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, ensure, newId } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { SpecificationStore } from './specification.store.ts';
import { canMove } from './specification-status.ts';
import { TellSales } from './tell-sales.ts';

/** What production asks, on one attribute or in general, and what sales answers. */
@Injectable()
export class ProductionQuestions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly sales: TellSales,
    private readonly clock: Clock,
  ) {}

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
      await this.sales.announce(db, record, 'questions', 'question');
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
      await this.sales.announce(db, record, state, 'answer', false);
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
      await this.sales.announce(db, record, record.state, 'forwarded', false);
      return id;
    });
  }

  private async ofQuestion(db: EntityManager, questionId: string): Promise<string> {
    const rows: { id: string }[] = await db.query(
      'SELECT specification_id AS id FROM specification_questions WHERE id = $1',
      [questionId],
    );
    ensure(rows[0], 'specification.questionNotFound');
    return rows[0].id;
  }
}
