import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { SpecificationAlarm } from '../../libs/contracts/index.ts';
import { attributeLabel, valueText } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { Clock, Events, ensure } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { packOf } from './product-packs.ts';
import { SpecificationStore } from './specification.store.ts';
import type { StoredTouch } from './watch-messages.ts';

interface Row {
  id: string;
  version: number;
  messageId: string;
  touches: StoredTouch[];
  raisedAt: Date;
  acknowledgedAt: Date | null;
  escalatedAt: Date | null;
  settled: 'released' | 'dismissed' | null;
}

/** Messages after release that touch what was released: shown, acknowledged, settled by the next version or by a word of sales. */
@Injectable()
export class Alarms {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * @param language of labels and values
   * @param side production sees the values and the buyer's words for them, not the message, and only what is open
   */
  async of(id: string, language: string, side: 'sales' | 'production'): Promise<SpecificationAlarm[]> {
    const rows: Row[] = await this.source.query(
      `SELECT id, version, message_id AS "messageId", touches, raised_at AS "raisedAt", acknowledged_at AS "acknowledgedAt", escalated_at AS "escalatedAt", settled
       FROM specification_alarms WHERE specification_id = $1 AND ($2 OR settled IS NULL) ORDER BY raised_at`,
      [id, side === 'sales'],
    );
    if (rows.length === 0) return [];
    const record = await this.store.find(id);
    const pack = packOf(record.packId);
    const text = (name: string, value: StoredTouch['after']) =>
      value === null ? null : valueText(pack, name, value, language);
    return rows.map((r) => ({
      id: r.id,
      version: r.version,
      messageId: side === 'sales' ? r.messageId : null,
      touches: r.touches.map((t) => ({
        itemId: t.itemId,
        itemNumber:
          Math.max(
            0,
            record.items.findIndex((i) => i.id === t.itemId),
          ) + 1,
        attribute: t.attribute,
        label: attributeLabel(pack, t.attribute, language),
        before: text(t.attribute, t.before),
        after: text(t.attribute, t.after),
        stated: t.stated,
        part: t.part,
      })),
      raisedAt: r.raisedAt.toISOString(),
      acknowledgedAt: r.acknowledgedAt?.toISOString() ?? null,
      escalatedAt: r.escalatedAt?.toISOString() ?? null,
      settled: r.settled,
    }));
  }

  /** The workshop has seen it; the work on the touched values waits for sales. */
  async acknowledge(db: EntityManager, specificationId: string, by: Principal): Promise<void> {
    await db.query(
      'UPDATE specification_alarms SET acknowledged_at = $2, acknowledged_by = $3 WHERE specification_id = $1 AND acknowledged_at IS NULL',
      [specificationId, this.clock.now(), by.userId],
    );
  }

  /** The next version holds what the messages said. */
  async release(db: EntityManager, specificationId: string, by: Principal): Promise<void> {
    await db.query(
      `UPDATE specification_alarms SET settled = 'released', settled_at = $2, settled_by = $3 WHERE specification_id = $1 AND settled IS NULL`,
      [specificationId, this.clock.now(), by.userId],
    );
  }

  /**
   * Nothing is changed: candidates of the message go, the released values stand again.
   * @returns id of the specification
   * @throws AppError specification.alarmNotFound
   */
  async dismiss(alarmId: string, by: Principal): Promise<string> {
    return this.source.transaction(async (db) => {
      const [found]: { id: string }[] = await db.query(
        'SELECT specification_id AS id FROM specification_alarms WHERE id = $1 AND settled IS NULL',
        [alarmId],
      );
      ensure(found, 'specification.alarmNotFound');
      const record = await this.store.lock(found.id, db);
      const [alarm]: [Row, ...unknown[]] = await db.query(
        `SELECT touches, message_id AS "messageId", version FROM specification_alarms WHERE id = $1`,
        [alarmId],
      );
      const { content } = await this.store.version(record.id, alarm.version, db);
      const items = record.items.map((item) => {
        const values = { ...item.values };
        for (const touch of alarm.touches.filter((t) => t.itemId === item.id)) {
          if (values[touch.attribute]?.state === 'confirmed') continue;
          const stood = content.items.find((i) => i.id === item.id)?.values[touch.attribute];
          if (stood)
            values[touch.attribute] = {
              value: stood.value as never,
              stated: stood.stated,
              unit: stood.unit,
              source: stood.source,
              state: 'confirmed',
              confidence: null,
              by: stood.by,
            };
          else delete values[touch.attribute];
        }
        return { ...item, values };
      });
      await db.query(
        `UPDATE specification_alarms SET settled = 'dismissed', settled_at = $2, settled_by = $3 WHERE id = $1`,
        [alarmId, this.clock.now(), by.userId],
      );
      await db.query(
        `UPDATE specifications SET items = $2, revision = revision + 1, updated_at = $3,
           needs_acknowledgement = needs_acknowledgement AND EXISTS (SELECT FROM specification_alarms WHERE specification_id = $1 AND settled IS NULL AND acknowledged_at IS NULL) WHERE id = $1`,
        [record.id, JSON.stringify(items), this.clock.now()],
      );
      await recordEvent(db, record.ticketId, by.userId, 'changeDismissed', {
        specificationId: record.id,
        number: record.number,
      });
      await this.events.publish(
        db,
        { type: 'specification.changed', specificationId: record.id, ticketId: record.ticketId, state: record.state },
        { type: 'ticket.changed', ticketId: record.ticketId },
      );
      return record.id;
    });
  }
}
