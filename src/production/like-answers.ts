import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Feasibility, LikeAnswer } from '../../libs/contracts/index.ts';
import { attributeLabel, type Pack, productTypeLabel, traitsOf, valueLabel } from '../../libs/specification/index.ts';
import { Clock, newId } from '../platform/index.ts';
import { packOf } from './product-packs.ts';
import { plainValues, SpecificationStore, type VersionContent } from './specification.store.ts';

/** Below this share of common traits two wishes are not alike. */
const leastLikeness = 0.5;
const most = 5;

interface Row {
  specificationId: string;
  number: number;
  version: number;
  productType: string;
  traits: string[];
  answer: Feasibility;
  answeredAt: Date;
  likeness: number;
}

/** Production's answers, found again by what marks the wish: it does not matter in which language it was asked. */
@Injectable()
export class LikeAnswers {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the answer to a version; a second one to the same version replaces it. */
  async keep(
    db: EntityManager,
    wish: { specificationId: string; version: number; content: VersionContent },
    answer: Feasibility,
    answeredBy: string,
  ): Promise<void> {
    const pack = packOf(wish.content.packId);
    await db.query(
      `INSERT INTO feasibility_answers (id, specification_id, version, pack_id, product_type, traits, answer, answered_by, answered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (specification_id, version) DO UPDATE SET answer = excluded.answer, answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
      [
        newId(),
        wish.specificationId,
        wish.version,
        pack.id,
        wish.content.items[0]?.productType ?? pack.defaultProductType,
        traits(pack, wish.content.items),
        JSON.stringify(answer),
        answeredBy,
        this.clock.now(),
      ],
    );
  }

  /** @param language of the names of traits and titles */
  async find(id: string, language: string): Promise<LikeAnswer[]> {
    const record = await this.store.find(id);
    const pack = packOf(record.packId);
    const wanted = traits(pack, record.items);
    // A trait weighs by its rarity among the answers of the trade, as in inverse document frequency.
    const rows: Row[] = await this.source.query(
      `WITH wanted AS (
         SELECT trait, ln(1 + (SELECT count(*) FROM feasibility_answers WHERE pack_id = $2)::float8 / (1 + (SELECT count(*) FROM feasibility_answers WHERE pack_id = $2 AND traits @> ARRAY[trait]))) AS weight
         FROM unnest($1::text[]) AS trait
       )
       SELECT f.specification_id AS "specificationId", s.number::int AS number, f.version, f.product_type AS "productType", f.traits, f.answer, f.answered_at AS "answeredAt",
              sum(w.weight) / nullif((SELECT sum(weight) FROM wanted), 0) AS likeness
       FROM feasibility_answers f JOIN specifications s ON s.id = f.specification_id JOIN wanted w ON w.trait = ANY (f.traits)
       WHERE f.pack_id = $2 AND f.traits && $1 AND f.specification_id <> $3
       GROUP BY f.id, s.number ORDER BY likeness DESC, f.answered_at DESC LIMIT $4`,
      [wanted, record.packId, id, most],
    );
    const today = this.clock.now().toISOString().slice(0, 10);
    return rows
      .filter((r) => r.likeness >= leastLikeness)
      .map((r) => ({
        specificationId: r.specificationId,
        number: r.number,
        version: r.version,
        title: productTypeLabel(pack, r.productType, language),
        answeredAt: r.answeredAt.toISOString(),
        answer: r.answer,
        isExpired: r.answer.validUntil !== null && r.answer.validUntil < today,
        likeness: Math.min(1, Math.round(r.likeness * 100) / 100),
        shared: wanted.filter((t) => r.traits.includes(t)).map((t) => traitText(pack, t, language)),
        missing: wanted.filter((t) => !r.traits.includes(t)).map((t) => traitText(pack, t, language)),
      }));
  }
}

const traits = (pack: Pack, items: readonly { productType: string; values: Record<string, { value: unknown }> }[]) => [
  ...new Set(items.flatMap((i) => traitsOf(pack, i.productType, plainValues(i.values)))),
];

function traitText(pack: Pack, trait: string, language: string): string {
  const [name, value] = trait.split(/=(.*)/s) as [string, string];
  if (name === 'product_type') return productTypeLabel(pack, value, language);
  const label = attributeLabel(pack, name, language);
  return value === 'yes' ? label : `${label}: ${valueLabel(pack, value, language)}`;
}
