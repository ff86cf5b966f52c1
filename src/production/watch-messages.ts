import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { AttributeValue, SpecificationItem } from '../../libs/contracts/index.ts';
import { changesIn, extractSpecification, type KnownItem, type Pack } from '../../libs/specification/index.ts';
import { Clock, type DomainEvent, Events, Jobs, newId } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { BuyerQuestions } from './buyer-questions.ts';
import { newLinesOf } from './new-lines.ts';
import { packOf } from './product-packs.ts';
import {
  plainValues,
  type SpecificationRecord,
  SpecificationStore,
  type VersionContent,
} from './specification.store.ts';

/** From here on production works by what was released. */
const released: readonly string[] = ['new', 'questions', 'accepted', 'in_production', 'ready'];
/** Production answers an alarm within this time, or those above hear of it. */
export const escalateAfterMinutes = 30;

export interface StoredTouch {
  itemId: string;
  attribute: string;
  before: AttributeValue | null;
  after: AttributeValue | null;
  part: 'text' | 'quoted' | 'attachment';
  stated: string;
  /** In the newly written text; null elsewhere. */
  source: { start: number; end: number } | null;
}

interface Message {
  id: string;
  ticketId: string;
  text: string;
  quoted: string | null;
  language: string | null;
  country: string | null;
  attachments: string[];
}

/** Reads what the buyer writes after release: a value that differs stops the workshop before it is built wrongly. */
@Injectable()
export class WatchMessages implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly questions: BuyerQuestions,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ messageIds: string[] }>('messages.continued', async ({ messageIds }) => {
      for (const id of messageIds) await this.read(id);
    });
    this.jobs.handle<{ alarmId: string }>('production.escalate', ({ alarmId }) => this.escalate(alarmId));
  }

  async read(messageId: string): Promise<void> {
    const message = await this.message(messageId);
    if (!message) return;
    for (const { id } of await this.specificationsOf(message.ticketId)) {
      await this.source.transaction(async (db) => {
        const record = await this.store.lock(id, db);
        await this.questions.match(db, record, message);
        if (released.includes(record.state) && record.currentVersion > 0) await this.compare(db, record, message);
      });
    }
  }

  private async compare(db: EntityManager, record: SpecificationRecord, message: Message): Promise<void> {
    const { content } = await this.store.version(record.id, record.currentVersion, db);
    const touches = await this.touchesOf(message, packOf(record.packId), content);
    if (touches.length === 0) return;
    const alarmId = newId();
    const inserted: unknown[] = await db.query(
      `INSERT INTO specification_alarms (id, specification_id, version, message_id, touches, raised_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (specification_id, message_id) DO NOTHING RETURNING id`,
      [alarmId, record.id, record.currentVersion, message.id, JSON.stringify(touches), this.clock.now()],
    );
    if (inserted.length === 0) return;
    await db.query(
      'UPDATE specifications SET items = $2, needs_acknowledgement = true, revision = revision + 1, updated_at = $3 WHERE id = $1',
      [record.id, JSON.stringify(withCandidates(record.items, touches, message.id)), this.clock.now()],
    );
    await recordEvent(db, record.ticketId, null, 'changeNoticed', {
      specificationId: record.id,
      number: record.number,
      version: record.currentVersion,
    });
    const runAt = new Date(this.clock.now().getTime() + escalateAfterMinutes * 60_000);
    await this.jobs.add(db, 'production.escalate', { alarmId }, { runAt, key: `escalate:${alarmId}` });
    await this.tell(db, record, 'changeNoticed', ['production']);
  }

  private async touchesOf(message: Message, pack: Pack, content: VersionContent): Promise<StoredTouch[]> {
    const known: KnownItem[] = content.items.map((i) => ({
      id: i.id,
      productType: i.productType,
      values: plainValues(i.values),
    }));
    const parts: [StoredTouch['part'], string][] = [
      ['text', message.text],
      ['quoted', await this.newInQuotation(message)],
      ['attachment', message.attachments.map((n) => n.replace(/\.\w{2,4}$/, '').replace(/[_+]+/g, ' ')).join('\n')],
    ];
    const touches: StoredTouch[] = [];
    for (const [part, text] of parts) {
      if (text.trim() === '') continue;
      const { items } = extractSpecification({
        text,
        language: message.language ?? undefined,
        country: message.country ?? undefined,
        pack,
        isContinuation: true,
      });
      const found = items.map((i) => ({
        productType: i.product_type,
        values: Object.fromEntries(
          Object.entries(i.attributes).map(([name, v]) => [
            name,
            {
              value: v.value as AttributeValue,
              ...v.source,
              isImplied: v.derivation === 'implied' || v.confidence < 0.6,
            },
          ]),
        ),
      }));
      for (const { start, end, ...change } of changesIn(pack, known, found)) {
        if (touches.some((t) => t.itemId === change.itemId && t.attribute === change.attribute)) continue;
        touches.push({
          ...change,
          part,
          stated: text.slice(start, end),
          source: part === 'text' ? { start, end } : null,
        });
      }
    }
    return touches;
  }

  /** Lines between the quoted ones that stand in no earlier message of the ticket: somebody wrote into the quotation. */
  private async newInQuotation(message: Message): Promise<string> {
    if (!message.quoted) return '';
    const earlier: { text: string }[] = await this.source.query(
      `SELECT text FROM messages WHERE ticket_id = $1 AND id < $2 AND direction <> 'note' ORDER BY id DESC LIMIT 50`,
      [message.ticketId, message.id],
    );
    return newLinesOf(
      message.quoted,
      earlier.map((m) => m.text),
    );
  }

  /** Nobody has said that they saw it. */
  async escalate(alarmId: string): Promise<void> {
    await this.source.transaction(async (db) => {
      const [alarm]: { specification_id: string }[][] = await db.query(
        'UPDATE specification_alarms SET escalated_at = $2 WHERE id = $1 AND acknowledged_at IS NULL AND settled IS NULL AND escalated_at IS NULL RETURNING specification_id',
        [alarmId, this.clock.now()],
      );
      const id = alarm?.[0]?.specification_id;
      if (!id) return;
      await this.tell(db, await this.store.find(id, db), 'changeUnacknowledged', [
        'production',
        'lead',
        'administrator',
      ]);
    });
  }

  /** The ticket's agent, and everybody of the roles. */
  private async tell(db: EntityManager, record: SpecificationRecord, kind: string, roles: string[]): Promise<void> {
    const people: { id: string }[] = await db.query(
      `SELECT id FROM users WHERE is_active AND (role = ANY ($1) OR id = coalesce((SELECT assignee_id FROM tickets WHERE id = $2), $3))`,
      [roles, record.ticketId, record.agentId],
    );
    const notices = people.map(
      ({ id }): DomainEvent => ({
        type: 'notification',
        userId: id,
        kind: `production.${kind}`,
        ticketId: record.ticketId,
        specificationId: record.id,
        params: { number: record.number },
      }),
    );
    await this.events.publish(
      db,
      { type: 'specification.changed', specificationId: record.id, ticketId: record.ticketId, state: record.state },
      { type: 'ticket.changed', ticketId: record.ticketId },
      ...notices,
    );
  }

  private async message(id: string): Promise<Message | null> {
    const rows: Message[] = await this.source.query(
      `SELECT m.id, m.ticket_id AS "ticketId", coalesce(nullif(m.reply_text, ''), m.text) AS text, m.quoted_text AS quoted, coalesce(m.language, t.language) AS language, t.country,
              ARRAY(SELECT a.name FROM attachments a WHERE a.message_id = m.id AND NOT a.is_inline ORDER BY a.id) AS attachments
       FROM messages m JOIN tickets t ON t.id = m.ticket_id WHERE m.id = $1 AND m.direction = 'in'`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Of the ticket, of the one it follows, and of the same order. */
  private specificationsOf(ticketId: string): Promise<{ id: string }[]> {
    return this.source.query(
      `SELECT s.id FROM tickets t JOIN tickets o ON o.id = t.id OR o.id = t.follow_up_of OR o.merged_into = t.id OR (o.order_id = t.order_id AND o.contact_id = t.contact_id)
       JOIN specifications s ON s.ticket_id = o.id WHERE t.id = $1 AND s.state <> 'cancelled' ORDER BY s.number`,
      [ticketId],
    );
  }
}

/** The draft holds what the message says as candidates: the next version is open, and a person decides. */
function withCandidates(
  items: readonly SpecificationItem[],
  touches: readonly StoredTouch[],
  messageId: string,
): SpecificationItem[] {
  return items.map((item) => ({
    ...item,
    values: {
      ...item.values,
      ...Object.fromEntries(
        touches
          .filter((t) => t.itemId === item.id && t.after !== null)
          .map((t): [string, SpecificationItem['values'][string]] => [
            t.attribute,
            {
              value: t.after!,
              stated: t.stated,
              unit: null,
              source: t.source ? { messageId, ...t.source } : null,
              state: 'candidate',
              confidence: 0.8,
              by: null,
            },
          ]),
      ),
    },
  }));
}
