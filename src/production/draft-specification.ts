import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { AttributeValue, SpecificationItem, SpecificationValue } from '../../libs/contracts/index.ts';
import { type Extraction, extractSpecification, isPossible, type Pack } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Events, newId } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { readMessage } from './message-text.ts';
import { ProductPacks, packOf } from './product-packs.ts';
import { ProposeValues } from './propose-values.ts';
import { SpecificationStore } from './specification.store.ts';
import { ValueProposals } from './value-proposals.ts';

/** The draft: candidates found in messages, confirmed, corrected or set by a person. */
@Injectable()
export class DraftSpecification {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly packs: ProductPacks,
    private readonly events: Events,
    private readonly proposals: ValueProposals,
    private readonly proposing: ProposeValues,
  ) {}

  /** @returns id of the new specification */
  async create(ticketId: string, messageId: string, packId: string | undefined, by: Principal): Promise<string> {
    const pack = packOf(packId ?? (await this.packs.ofTicket(this.source.manager, ticketId)));
    const id = newId();
    await this.source.transaction(async (db) => {
      const message = await readMessage(db, ticketId, messageId);
      const found = extractSpecification({
        text: message.text,
        language: message.language ?? undefined,
        country: message.country ?? undefined,
        pack,
      });
      const items = toItems(found, message.text, messageId, pack);
      const ambiguities = found.ambiguities.flatMap((a) =>
        items[a.item] ? [{ itemId: items[a.item]!.id, attribute: a.attribute, code: a.code }] : [],
      );
      await db.query(
        `INSERT INTO specifications (id, ticket_id, pack_id, pack_version, items, ambiguities, agent_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, ticketId, pack.id, pack.version, JSON.stringify(items), JSON.stringify(ambiguities), by.userId],
      );
      await db.query('UPDATE tickets SET is_special_wish = true, updated_at = now() WHERE id = $1', [ticketId]);
      await recordEvent(db, ticketId, by.userId, 'specificationStarted', { specificationId: id });
      await this.store.recordMove(db, { id, by: by.userId, from: null, to: 'draft', version: 0 });
      await this.proposing.begin(db, id, messageId);
      await this.announce(db, id, ticketId, 'draft');
    });
    return id;
  }

  /** @throws AppError specification.changedMeanwhile when somebody saved since `revision` */
  async save(
    id: string,
    input: { revision: number; items: SpecificationItem[]; dueDate?: string | null },
    by: Principal,
  ): Promise<void> {
    await this.source.transaction(async (db) => {
      const known = await this.store.lock(id, db);
      if (known.revision !== input.revision) throw new AppError('specification.changedMeanwhile');
      if (known.state === 'cancelled' || known.state === 'shipped')
        throw new AppError('specification.notAllowedNow', { state: known.state });
      const pack = packOf(known.packId);
      const proposed = await this.proposals.open(db, id);
      const items = input.items.map((item) =>
        checked(
          pack,
          item,
          [
            known.items.find((i) => i.id === item.id)?.values ?? {},
            ...proposed.filter((p) => p.itemId === item.id).map((p) => ({ [p.attribute]: p.asValue })),
          ],
          by,
        ),
      );
      await this.proposals.settle(db, proposed, items, by);
      const kept = known.ambiguities.filter(
        (a) => items.find((i) => i.id === a.itemId)?.values[a.attribute]?.state !== 'confirmed',
      );
      await db.query(
        `UPDATE specifications SET items = $2, ambiguities = $3, due_date = $4, pack_version = $5, revision = revision + 1, updated_at = now() WHERE id = $1`,
        [
          id,
          JSON.stringify(items),
          JSON.stringify(kept),
          input.dueDate === undefined ? known.dueDate : input.dueDate,
          pack.version,
        ],
      );
      await this.announce(db, id, known.ticketId, known.state);
    });
  }

  /**
   * What production proposed becomes the draft's value, set by whoever takes it.
   * @throws AppError specification.noAlternative
   */
  async takeAlternative(id: string, by: Principal): Promise<void> {
    const known = await this.store.find(id);
    const proposed = known.feasibility?.alternativeValues ?? [];
    if (proposed.length === 0) throw new AppError('specification.noAlternative');
    const items = known.items.map((item) => ({
      ...item,
      values: {
        ...item.values,
        ...Object.fromEntries(
          proposed
            .filter((p) => p.itemId === item.id)
            .map(({ attribute, value }): [string, SpecificationValue] => [
              attribute,
              { value, stated: null, unit: null, source: null, state: 'confirmed', confidence: null, by: by.userId },
            ]),
        ),
      },
    }));
    await this.save(id, { revision: known.revision, items }, by);
  }

  /** Looks into a further message: new finds become candidates; what is confirmed stays, a differing find is an open conflict. */
  async read(id: string, messageId: string): Promise<void> {
    await this.source.transaction(async (db) => {
      const known = await this.store.lock(id, db);
      const pack = packOf(known.packId);
      const message = await readMessage(db, known.ticketId, messageId);
      const found = toItems(
        extractSpecification({
          text: message.text,
          language: message.language ?? undefined,
          country: message.country ?? undefined,
          pack,
        }),
        message.text,
        messageId,
        pack,
      );
      const ambiguities = [...known.ambiguities];
      const items = known.items.map((item, i) => {
        const values = { ...item.values };
        for (const [name, value] of Object.entries(found[i]?.values ?? {})) {
          const old = values[name];
          if (!old || old.state === 'candidate') values[name] = value;
          else if (JSON.stringify(old.value) !== JSON.stringify(value.value))
            ambiguities.push({ itemId: item.id, attribute: name, code: 'conflicting_values' });
        }
        return { ...item, values };
      });
      await db.query(
        'UPDATE specifications SET items = $2, ambiguities = $3, revision = revision + 1, updated_at = now() WHERE id = $1',
        [id, JSON.stringify(items), JSON.stringify(ambiguities)],
      );
      await this.proposing.begin(db, id, messageId);
      await this.announce(db, id, known.ticketId, known.state);
    });
  }

  private announce(db: EntityManager, specificationId: string, ticketId: string, state: string): Promise<void> {
    return this.events.publish(
      db,
      { type: 'specification.changed', specificationId, ticketId, state },
      { type: 'ticket.changed', ticketId },
    );
  }
}

/** Finds with their places; a message without any still gives one empty item to fill in. */
function toItems(found: Extraction, text: string, messageId: string, pack: Pack): SpecificationItem[] {
  const items = found.items.map((item) => ({
    id: newId(),
    productType: item.product_type,
    values: Object.fromEntries(
      Object.entries(item.attributes).map(([name, v]): [string, SpecificationValue] => [
        name,
        {
          value: v.value as AttributeValue,
          stated: text.slice(v.source.start, v.source.end),
          unit: v.unit,
          source: { messageId, start: v.source.start, end: v.source.end },
          state: 'candidate',
          confidence: v.confidence,
          by: null,
        },
      ]),
    ),
  }));
  return items.length > 0 ? items : [{ id: newId(), productType: pack.defaultProductType, values: {} }];
}

/**
 * Every value has a place in a message or a person behind it; a confirmed one always a person.
 * @param known what is known of the item's values: the draft as it was, then what was proposed
 */
function checked(
  pack: Pack,
  item: SpecificationItem,
  known: readonly SpecificationItem['values'][],
  by: Principal,
): SpecificationItem {
  const values = Object.fromEntries(
    Object.entries(item.values).map(([name, value]) => {
      if (!isPossible(pack, name, value.value)) throw new AppError('specification.invalidValue', { attribute: name });
      const old = known.map((k) => k[name]).find((k) => k && JSON.stringify(k.value) === JSON.stringify(value.value));
      const source = old?.source ?? null;
      const isConfirmed = value.state === 'confirmed' || !old;
      const person = isConfirmed ? (old?.state === 'confirmed' ? old.by : by.userId) : null;
      return [
        name,
        {
          ...value,
          source,
          stated: source ? old!.stated : (value.stated ?? null),
          confidence: source ? old!.confidence : null,
          state: isConfirmed ? 'confirmed' : 'candidate',
          by: person,
        } satisfies SpecificationValue,
      ];
    }),
  );
  return { id: item.id, productType: item.productType, values };
}
