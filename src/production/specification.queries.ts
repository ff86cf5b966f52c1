import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type {
  OpenPoint,
  ProductionQuestion,
  Specification,
  statusEvent,
  versionSummary,
} from '../../libs/contracts/index.ts';
import { checkItem, drawing, type Pack, question } from '../../libs/specification/index.ts';
import { Alarms } from './alarms.ts';
import { BuyerQuestions } from './buyer-questions.ts';
import { HandOff } from './hand-off.ts';
import { offerLines } from './offer-text.ts';
import { Pictures } from './pictures.ts';
import { packOf } from './product-packs.ts';
import { plainValues, type SpecificationRecord, SpecificationStore } from './specification.store.ts';
import { ValueProposals } from './value-proposals.ts';

type Version = z.infer<typeof versionSummary>;
type StatusEvent = z.infer<typeof statusEvent>;
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A specification as the sales side sees it. */
@Injectable()
export class SpecificationQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly alarms: Alarms,
    private readonly asked: BuyerQuestions,
    private readonly pictures: Pictures,
    private readonly proposed: ValueProposals,
  ) {}

  async find(id: string, language: string): Promise<Specification> {
    const record = await this.store.find(id);
    const pack = packOf(record.packId);
    const [versions, questions, history, buyerLanguage, hasUnreleasedChanges, alarms, buyerQuestions, proposed] =
      await Promise.all([
        this.versions(id),
        this.questions(id),
        this.history(id),
        this.buyerLanguage(record.ticketId),
        HandOff.isChanged(this.store, record),
        this.alarms.of(id, language, 'sales'),
        this.asked.of(id, record.packId, language),
        this.proposed.of(id, record.items, pack, language),
      ]);
    return {
      id,
      number: record.number,
      ticketId: record.ticketId,
      packId: record.packId,
      packVersion: record.packVersion,
      state: record.state,
      currentVersion: record.currentVersion,
      revision: record.revision,
      items: record.items,
      drawings: drawingsOf(pack, record, language),
      openPoints: openPointsOf(pack, record, language, buyerLanguage ?? 'en'),
      hasUnreleasedChanges,
      versions,
      questions,
      alarms,
      buyerQuestions,
      ...proposed,
      feasibility: record.feasibility,
      feasibilityText: record.feasibility
        ? offerLines(pack, record.feasibility, buyerLanguage ?? 'en', versions[0]?.kind === 'change_order').join('\n')
        : null,
      tracking: record.tracking,
      history,
      approval: {
        state: record.approvalState,
        at: record.approvalAt?.toISOString() ?? null,
        version: record.approvalVersion,
        comment: record.approvalComment,
      },
      buyerLanguage,
      dueDate: record.dueDate,
      promisedDate: record.promisedDate,
      ...(await this.pictures.of(id)),
    };
  }

  async ofTicket(ticketId: string, language: string): Promise<Specification[]> {
    return Promise.all((await this.store.idsOfTicket(ticketId)).map((id) => this.find(id, language)));
  }

  versions(id: string): Promise<Version[]> {
    return this.source.query(
      `SELECT v.version, v.kind, v.hash, v.note, u.name AS "createdBy", ${iso('v.created_at')} AS "createdAt", ${iso('v.acknowledged_at')} AS "acknowledgedAt", ${iso('v.buyer_approved_at')} AS "buyerApprovedAt"
       FROM specification_versions v JOIN users u ON u.id = v.created_by WHERE v.specification_id = $1 ORDER BY v.version DESC`,
      [id],
    );
  }

  questions(id: string): Promise<ProductionQuestion[]> {
    return this.source.query(
      `SELECT q.id, q.item_id AS "itemId", q.attribute, q.text, q.language, a.name AS "askedBy", ${iso('q.asked_at')} AS "askedAt", q.version, q.answer, b.name AS "answeredBy",
              ${iso('q.answered_at')} AS "answeredAt", ${iso('q.forwarded_to_buyer_at')} AS "forwardedToBuyerAt"
       FROM specification_questions q JOIN users a ON a.id = q.asked_by LEFT JOIN users b ON b.id = q.answered_by WHERE q.specification_id = $1 ORDER BY q.asked_at`,
      [id],
    );
  }

  history(id: string): Promise<StatusEvent[]> {
    return this.source.query(
      `SELECT ${iso('e.at')} AS at, CASE WHEN e.by_buyer THEN '—' ELSE coalesce(u.name, '—') END AS by, e.from_state AS "from", e.to_state AS "to", e.note, e.version
       FROM specification_events e LEFT JOIN users u ON u.id = e.by_user_id WHERE e.specification_id = $1 ORDER BY e.at`,
      [id],
    );
  }

  private async buyerLanguage(ticketId: string): Promise<string | null> {
    const rows: { language: string | null }[] = await this.source.query('SELECT language FROM tickets WHERE id = $1', [
      ticketId,
    ]);
    return rows[0]?.language ?? null;
  }
}

const drawingsOf = (pack: Pack, record: SpecificationRecord, language: string): { itemId: string; svg: string }[] =>
  record.items.flatMap((item) => {
    const svg = drawing(pack, item.productType, plainValues(item.values), language);
    return svg ? [{ itemId: item.id, svg }] : [];
  });

/** Missing and ambiguous points, each with its ready question; what blocks production first. */
function openPointsOf(pack: Pack, record: SpecificationRecord, language: string, buyerLanguage: string): OpenPoint[] {
  return record.items.flatMap((item) => {
    const plain = plainValues(item.values);
    const point = (attribute: string, code: string, isBlocking: boolean): OpenPoint => ({
      itemId: item.id,
      attribute,
      code,
      isBlocking,
      question: question(pack, { attribute, code, productType: item.productType }, language),
      buyerQuestion: question(pack, { attribute, code, productType: item.productType }, buyerLanguage),
    });
    const { missing } = checkItem(pack, item.productType, plain);
    return [
      ...missing.map((m) => point(m.split('|')[0]!, 'missing', true)),
      ...record.ambiguities
        .filter((a) => a.itemId === item.id && !missing.includes(a.attribute))
        .map((a) => point(a.attribute, a.code, a.code === 'conflicting_values')),
    ];
  });
}
