import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  type BoardCard,
  boardColumns,
  type ProductionView,
  type SpecificationState,
} from '../../libs/contracts/index.ts';
import { productTypeLabel } from '../../libs/specification/index.ts';
import { Alarms } from './alarms.ts';
import { factsOf, type StoredCard, sizeOf } from './board-card.ts';
import { Pictures } from './pictures.ts';
import { packOf } from './product-packs.ts';
import { RenderSheet } from './render-sheet.ts';
import { SpecificationQueries } from './specification.queries.ts';
import { SpecificationStore } from './specification.store.ts';
import { movesFrom } from './specification-status.ts';

interface Row {
  id: string;
  number: number;
  packId: string;
  version: number;
  state: SpecificationState;
  card: StoredCard;
  country: string | null;
  store: string | null;
  dueDate: string | null;
  promisedDate: string | null;
  pieces: number;
  openQuestions: number;
  answeredQuestions: number;
  needsAcknowledgement: boolean;
  hasAlarm: boolean;
  approvalState: string;
  updatedAt: Date;
  handedOverAt: Date;
}

/** What production sees. No statement in this file reads a buyer's name, address, mail or telephone. */
@Injectable()
export class BoardQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly sheets: RenderSheet,
    private readonly specifications: SpecificationQueries,
    private readonly alarms: Alarms,
    private readonly pictures: Pictures,
  ) {}

  /** What is open first, then the newest: nothing shipped takes the place of what waits. */
  async board(language: string, limit: number): Promise<{ cards: BoardCard[]; hasMore: boolean }> {
    const rows: Row[] = await this.source.query(
      `SELECT s.id, s.number::int AS number, s.pack_id AS "packId", s.current_version AS version, s.state, s.card, t.country, st.name AS store, s.due_date::text AS "dueDate", s.promised_date::text AS "promisedDate", s.pieces,
              q.open AS "openQuestions", q.answered AS "answeredQuestions", s.needs_acknowledgement AS "needsAcknowledgement", EXISTS (SELECT FROM specification_alarms a WHERE a.specification_id = s.id AND a.settled IS NULL) AS "hasAlarm", s.approval_state AS "approvalState",
              s.updated_at AS "updatedAt", s.handed_over_at AS "handedOverAt"
       FROM specifications s JOIN tickets t ON t.id = s.ticket_id LEFT JOIN stores st ON st.id = t.store_id
       CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE answer IS NULL)::int AS open, count(*) FILTER (WHERE answer IS NOT NULL)::int AS answered FROM specification_questions WHERE specification_id = s.id) q
       WHERE s.state = ANY ($1) AND s.current_version > 0 ORDER BY (s.state = 'shipped'), s.updated_at DESC LIMIT $2`,
      [[...boardColumns], limit + 1],
    );
    const cards = rows.slice(0, limit).map(({ packId, card, approvalState, updatedAt, handedOverAt, ...r }) => {
      const pack = packOf(packId);
      return {
        ...r,
        title: productTypeLabel(pack, card.productType, language),
        productType: card.productType,
        quantity: card.quantity,
        moves: movesFrom(r.state, 'production'),
        size: sizeOf(card),
        facts: factsOf(pack, card, language),
        drawing: card.drawing,
        isApprovedByBuyer: approvalState === 'approved',
        updatedAt: updatedAt.toISOString(),
        handedOverAt: handedOverAt.toISOString(),
      };
    });
    return { cards, hasMore: rows.length > limit };
  }

  async view(id: string, language: string, version?: number): Promise<ProductionView> {
    const record = await this.store.find(id);
    const [sheet, versions, questions, history, place, alarms] = await Promise.all([
      this.sheets.render(id, version ?? record.currentVersion, language),
      this.specifications.versions(id),
      this.specifications.questions(id),
      this.specifications.history(id),
      this.place(record.ticketId, record.agentId),
      this.alarms.of(id, language, 'production'),
    ]);
    return {
      id,
      number: record.number,
      state: record.state,
      currentVersion: record.currentVersion,
      ...place,
      dueDate: record.dueDate,
      promisedDate: record.promisedDate,
      sheet,
      photos: (await this.pictures.of(id)).photos,
      versions,
      questions,
      alarms,
      feasibility: record.feasibility,
      tracking: record.tracking,
      history,
      moves: movesFrom(record.state, 'production'),
      needsAcknowledgement: record.needsAcknowledgement,
      isApprovedByBuyer: record.approvalState === 'approved',
    };
  }

  private async place(
    ticketId: string,
    agentId: string | null,
  ): Promise<{ country: string | null; store: string | null; agent: string | null }> {
    const rows: { country: string | null; store: string | null; agent: string | null }[] = await this.source.query(
      `SELECT t.country, st.name AS store, (SELECT name FROM users WHERE id = $2) AS agent FROM tickets t LEFT JOIN stores st ON st.id = t.store_id WHERE t.id = $1`,
      [ticketId, agentId],
    );
    return rows[0] ?? { country: null, store: null, agent: null };
  }
}
