import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { AttributeValue, SpecificationItem } from '../../libs/contracts/index.ts';
import { attributeLabel, extractSpecification, question, readAnswer } from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Events, newId } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { packOf } from './product-packs.ts';
import { type SpecificationRecord, SpecificationStore } from './specification.store.ts';
import { splitNumbered } from './split-numbered.ts';

interface Asked {
  id: string;
  number: number;
  itemId: string;
  attribute: string;
}

interface Answering {
  id: string;
  text: string;
  language: string | null;
  country: string | null;
}

/** Questions to the buyer about open points: asked with numbers, and matched to what comes back. */
@Injectable()
export class BuyerQuestions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @returns the letter's questions, ready to be sent from the ticket */
  async ask(
    id: string,
    points: readonly { itemId: string; attribute: string; code: string }[],
    by: Principal,
  ): Promise<{ text: string; language: string }> {
    return this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      const pack = packOf(record.packId);
      const [ticket]: { language: string | null }[] = await db.query('SELECT language FROM tickets WHERE id = $1', [
        record.ticketId,
      ]);
      const language = ticket?.language ?? 'en';
      const asked = points.flatMap((p) => {
        const item = record.items.find((i) => i.id === p.itemId);
        return item ? [{ ...p, text: question(pack, { ...p, productType: item.productType }, language) }] : [];
      });
      if (asked.length === 0) throw new AppError('specification.nothingToAsk');
      // Asked again is asked anew: the numbers of the last letter count.
      await db.query('DELETE FROM buyer_questions WHERE specification_id = $1 AND answered_at IS NULL', [id]);
      const texts = [...new Set(asked.map((a) => a.text))];
      for (const a of asked) {
        await db.query(
          `INSERT INTO buyer_questions (id, specification_id, number, item_id, attribute, code, text, language, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            newId(),
            id,
            texts.indexOf(a.text) + 1,
            a.itemId,
            a.attribute,
            a.code,
            a.text,
            language,
            by.userId,
            this.clock.now(),
          ],
        );
      }
      await recordEvent(db, record.ticketId, by.userId, 'buyerAsked', {
        specificationId: id,
        number: record.number,
        count: texts.length,
      });
      await this.announce(db, record);
      return { text: texts.map((t, i) => `${i + 1}. ${t}`).join('\n'), language };
    });
  }

  /** The buyer's message against what is open: by the value it says, else by the number it answers to. */
  async match(db: EntityManager, record: SpecificationRecord, message: Answering): Promise<void> {
    const open: Asked[] = await db.query(
      `SELECT id, number, item_id AS "itemId", attribute FROM buyer_questions WHERE specification_id = $1 AND answered_at IS NULL ORDER BY number`,
      [record.id],
    );
    if (open.length === 0) return;
    const pack = packOf(record.packId);
    const { items } = extractSpecification({
      text: message.text,
      language: message.language ?? undefined,
      country: message.country ?? undefined,
      pack,
      isContinuation: true,
    });
    const numbered = splitNumbered(message.text);
    const isOnly = new Set(open.map((q) => q.number)).size === 1;
    const values = new Map<string, Record<string, SpecificationItem['values'][string]>>();
    let answered = 0;
    for (const asked of open) {
      const said = asked.attribute
        .split('|')
        .flatMap((name) => items.flatMap((i) => (i.attributes[name] ? [{ name, ...i.attributes[name] }] : [])))[0];
      const segment = numbered.get(asked.number) ?? (isOnly ? { text: message.text.trim(), start: 0 } : undefined);
      const read = said ? null : segment && readAnswer(pack, asked.attribute, segment.text, message.language ?? 'en');
      if (!said && !segment) continue;
      const found = said
        ? { name: said.name, value: said.value, unit: said.unit, ...said.source }
        : read && {
            name: read.attribute,
            value: read.value,
            unit: read.unit,
            start: segment!.start + read.start,
            end: segment!.start + read.end,
          };
      const words = found ? message.text.slice(found.start, found.end) : segment!.text;
      await db.query('UPDATE buyer_questions SET answer = $2, answer_message_id = $3, answered_at = $4 WHERE id = $1', [
        asked.id,
        words.slice(0, 2000),
        message.id,
        this.clock.now(),
      ]);
      answered += 1;
      if (!found) continue;
      const known = values.get(asked.itemId) ?? {};
      known[found.name] = {
        value: found.value as AttributeValue,
        stated: words,
        unit: found.unit,
        source: { messageId: message.id, start: found.start, end: found.end },
        state: 'candidate',
        confidence: 0.85,
        by: null,
      };
      values.set(asked.itemId, known);
    }
    if (answered === 0) return;
    record.items = record.items.map((item) => ({ ...item, values: { ...item.values, ...values.get(item.id) } }));
    await db.query('UPDATE specifications SET items = $2, revision = revision + 1, updated_at = $3 WHERE id = $1', [
      record.id,
      JSON.stringify(record.items),
      this.clock.now(),
    ]);
    await recordEvent(db, record.ticketId, null, 'buyerAnswered', {
      specificationId: record.id,
      number: record.number,
      count: answered,
    });
    await this.announce(db, record);
  }

  /** Labels in the reader's language. */
  async of(id: string, packId: string, language: string) {
    const rows: (Asked & {
      text: string;
      askedAt: Date;
      answer: string | null;
      answerMessageId: string | null;
      answeredAt: Date | null;
    })[] = await this.source.query(
      `SELECT id, number, item_id AS "itemId", attribute, text, asked_at AS "askedAt", answer, answer_message_id AS "answerMessageId", answered_at AS "answeredAt"
         FROM buyer_questions WHERE specification_id = $1 ORDER BY asked_at, number`,
      [id],
    );
    const pack = packOf(packId);
    return rows.map((r) => ({
      ...r,
      label: attributeLabel(pack, r.attribute.split('|')[0]!, language),
      askedAt: r.askedAt.toISOString(),
      answeredAt: r.answeredAt?.toISOString() ?? null,
    }));
  }

  private announce(db: EntityManager, record: SpecificationRecord): Promise<void> {
    return this.events.publish(
      db,
      { type: 'specification.changed', specificationId: record.id, ticketId: record.ticketId, state: record.state },
      { type: 'ticket.changed', ticketId: record.ticketId },
    );
  }
}
