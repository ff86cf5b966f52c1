import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type {
  AttributeValue,
  ModelFaultKind,
  ModelReading,
  SpecificationItem,
  SpecificationValue,
  ValueProposal,
} from '../../libs/contracts/index.ts';
import { type Pack, valueText } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { modelFaultText } from '../language-model/index.ts';
import { Clock, ensure } from '../platform/index.ts';

interface OpenProposal {
  id: string;
  itemId: string;
  attribute: string;
  model: string;
  /** As it would stand in the draft, before anybody accepts it. */
  asValue: SpecificationValue & { source: NonNullable<SpecificationValue['source']> };
}

interface Row extends Omit<OpenProposal, 'asValue'> {
  value: AttributeValue;
  unit: string | null;
  stated: string;
  messageId: string;
  start: number;
  end: number;
  confidence: number;
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a language model proposed for a draft. Proposals stand beside it: until a person accepts one it changes neither the
 * drawing nor what is missing, and nothing of it can be handed off.
 */
@Injectable()
export class ValueProposals {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async open(db: EntityManager, specificationId: string): Promise<OpenProposal[]> {
    const rows: Row[] = await db.query(
      `SELECT id, item_id AS "itemId", attribute, value, unit, stated, message_id AS "messageId", start_at AS start, end_at AS "end", confidence, model
       FROM value_proposals WHERE specification_id = $1 AND state = 'open' ORDER BY start_at, id`,
      [specificationId],
    );
    return rows.map(({ value, unit, stated, messageId, start, end, confidence, ...rest }) => ({
      ...rest,
      asValue: {
        value,
        unit,
        stated,
        source: { messageId, start, end },
        state: 'candidate',
        confidence: Math.round(confidence * 100) / 100,
        by: null,
      },
    }));
  }

  /**
   * Which messages a model was asked about, and those of its proposals that say something the draft does not: a value that
   * nothing was found for, or another than the one found.
   */
  async of(specificationId: string, items: readonly SpecificationItem[], pack: Pack, language: string) {
    // In this order: of a reading that has ended, the proposals are there.
    const modelReadings = await this.readings(specificationId, language);
    const open = await this.open(this.source.manager, specificationId);
    const proposals = open.flatMap(({ asValue, ...p }): ValueProposal[] => {
      const item = items.find((i) => i.id === p.itemId);
      if (!item || !saysMore(item.values[p.attribute], asValue.value)) return [];
      const { value, unit, stated, source, confidence } = asValue;
      return [
        {
          ...p,
          value,
          text: valueText(pack, p.attribute, value, language, unit),
          unit,
          stated: stated ?? '',
          source,
          confidence: confidence ?? 0,
        },
      ];
    });
    return { modelReadings, proposals };
  }

  private async readings(specificationId: string, language: string): Promise<ModelReading[]> {
    const rows: (Omit<ModelReading, 'said' | 'at'> & { fault: ModelFaultKind | null; at: Date })[] =
      await this.source.query(
        `SELECT r.message_id AS "messageId", r.state, r.fault, r.model, r.left_out AS "leftOut", coalesce(r.ended_at, r.asked_at) AS at, (
           SELECT count(*)::int FROM value_proposals p WHERE p.specification_id = r.specification_id AND p.message_id = r.message_id) AS proposed
         FROM model_readings r WHERE r.specification_id = $1 ORDER BY r.asked_at`,
        [specificationId],
      );
    return rows.map(({ fault, at, ...r }) => ({
      ...r,
      said: fault && modelFaultText(fault, language),
      at: at.toISOString(),
    }));
  }

  /** What a save says of open proposals: accepted where it holds their value, turned down where a person set another. */
  async settle(
    db: EntityManager,
    open: readonly OpenProposal[],
    items: readonly SpecificationItem[],
    by: Principal,
  ): Promise<void> {
    for (const { id, itemId, attribute, asValue } of open) {
      const item = items.find((i) => i.id === itemId);
      const value = item?.values[attribute];
      if (item && value?.state !== 'confirmed') continue;
      await this.decide(db, id, value && isEqual(value.value, asValue.value) ? 'accepted' : 'rejected', by);
    }
  }

  /** @returns id of the specification @throws AppError specification.proposalNotFound */
  async reject(id: string, isRejected: boolean, by: Principal): Promise<string> {
    return this.decide(this.source.manager, id, isRejected ? 'rejected' : 'open', by);
  }

  private async decide(
    db: EntityManager,
    id: string,
    state: 'open' | 'accepted' | 'rejected',
    by: Principal,
  ): Promise<string> {
    const [rows]: [{ specificationId: string }[], number] = await db.query(
      `UPDATE value_proposals SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1 AND state <> 'accepted' RETURNING specification_id AS "specificationId"`,
      [id, state, by.userId, this.clock.now()],
    );
    ensure(rows[0], 'specification.proposalNotFound');
    return rows[0].specificationId;
  }
}

/** A person's word is not doubted, and texts and lists differ in too many ways that mean the same. */
export const saysMore = (known: SpecificationValue | undefined, proposed: AttributeValue): boolean =>
  known === undefined ||
  (known.state === 'candidate' &&
    !isEqual(known.value, proposed) &&
    (typeof proposed === 'number' || typeof proposed === 'boolean' || typeof proposed === 'string'));
