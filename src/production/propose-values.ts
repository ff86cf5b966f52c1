import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { modelRequest, readProposals, type VerifiedProposal, verifyProposals } from '../../libs/specification/index.ts';
import { LanguageModel, ModelFault } from '../language-model/index.ts';
import { AppError, Clock, Events, Jobs, newId } from '../platform/index.ts';
import { type MessageText, readMessage } from './message-text.ts';
import { packOf } from './product-packs.ts';
import { type SpecificationRecord, SpecificationStore } from './specification.store.ts';
import { saysMore } from './value-proposals.ts';

const job = 'production.proposeValues';
interface Reading {
  specificationId: string;
  messageId: string;
}

/** Seconds before the second, third and fourth time a model is asked that could not answer. */
const pauses = [20, 120, 900];
/** A server that wants more patience than this is not waited for. */
const longestPause = 3_600;
/** Readings at a time in one process: a model may think for minutes, and the workers are there for mail. */
const atOnce = 2;
/** Seconds until a reading that found no room is tried again. */
const wait = 3;

/**
 * Has a language model point at values that the rules missed, where one is set up: after the draft was made, in a job, so that
 * nobody waits for it. What it answers is verified against the text; what fails is told on the page and harms nothing.
 */
@Injectable()
export class ProposeValues implements OnModuleInit {
  private readonly log = new Logger(ProposeValues.name);
  private running = 0;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly model: LanguageModel,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Reading>(job, (reading, { attempt, maxAttempts }) => this.run(reading, attempt === maxAttempts));
  }

  /** Plans a reading as part of the caller's transaction; nothing where no model is switched on. @returns whether it did */
  async begin(db: EntityManager, specificationId: string, messageId: string): Promise<boolean> {
    if (!(await this.model.isOn(db))) return false;
    await db.query(
      `INSERT INTO model_readings (specification_id, message_id, state, asked_at) VALUES ($1, $2, 'waiting', $3)
       ON CONFLICT (specification_id, message_id) DO UPDATE SET state = 'waiting', attempts = 0, fault = NULL, left_out = 0, asked_at = $3, ended_at = NULL`,
      [specificationId, messageId, this.clock.now()],
    );
    await this.plan(db, { specificationId, messageId });
    return true;
  }

  /** @throws AppError specification.modelOff, ticket.messageNotFound */
  async again(specificationId: string, messageId: string): Promise<void> {
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(specificationId, db);
      await readMessage(db, record.ticketId, messageId);
      if (!(await this.begin(db, specificationId, messageId))) throw new AppError('specification.modelOff');
      await this.announce(db, record);
    });
  }

  private async run(reading: Reading, isLast: boolean): Promise<void> {
    if (this.running >= atOnce) return this.plan(this.source.manager, reading, this.inSeconds(wait));
    this.running += 1;
    try {
      await this.read(reading);
    } catch (error) {
      // Nobody is left waiting for what does not come.
      if (isLast) await this.giveUp(reading);
      throw error;
    } finally {
      this.running -= 1;
    }
  }

  private async read(reading: Reading): Promise<void> {
    const { specificationId, messageId } = reading;
    const waiting: unknown[] = await this.source.query(
      `UPDATE model_readings SET attempts = attempts + 1 WHERE specification_id = $1 AND message_id = $2 AND state = 'waiting' RETURNING attempts`,
      [specificationId, messageId],
    );
    const attempt = (waiting as [{ attempts: number }[], number])[0][0]?.attempts;
    if (attempt === undefined) return;
    const record = await this.store.find(specificationId);
    const message = await readMessage(this.source.manager, record.ticketId, messageId);
    try {
      const { found, leftOut, model } = await this.ask(record, message);
      await this.source.transaction((db) => this.keep(db, reading, { found, leftOut, model, items: record.items }));
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      await this.source.transaction((db) => this.fail(db, reading, attempt, error));
    }
  }

  private async ask({ packId, items }: SpecificationRecord, message: MessageText) {
    const pack = packOf(packId);
    const productTypes = items.map((i) => i.productType);
    const boundary = randomBytes(16).toString('hex');
    const { content, model } = await this.model.ask(modelRequest(pack, { text: message.text, productTypes, boundary }));
    const read = readProposals(content);
    if (!read) throw new ModelFault('form');
    const { accepted, refused } = verifyProposals({
      text: message.text,
      language: message.language ?? undefined,
      country: message.country ?? undefined,
      pack,
      productTypes,
      proposals: read.proposals,
    });
    const found = accepted.map((p) => ({ ...p, stated: message.text.slice(p.start, p.end) }));
    return { found, leftOut: refused.length + read.unfit, model };
  }

  /** Against the draft as it is by now; what a person turned down once is not proposed again. */
  private async keep(
    db: EntityManager,
    { specificationId, messageId }: Reading,
    answer: {
      found: readonly (VerifiedProposal & { stated: string })[];
      leftOut: number;
      model: string;
      /** Of the draft that the model was asked about. */
      items: SpecificationRecord['items'];
    },
  ): Promise<void> {
    const record = await this.store.lock(specificationId, db);
    const now = this.clock.now();
    await db.query(`DELETE FROM value_proposals WHERE specification_id = $1 AND message_id = $2 AND state = 'open'`, [
      specificationId,
      messageId,
    ]);
    for (const p of answer.found) {
      const item = record.items.find((i) => i.id === answer.items[p.item]?.id);
      if (!item || !saysMore(item.values[p.attribute], p.value)) continue;
      await db.query(
        `INSERT INTO value_proposals (id, specification_id, message_id, item_id, attribute, value, unit, stated, start_at, end_at, confidence, model, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
         WHERE NOT EXISTS (SELECT FROM value_proposals WHERE specification_id = $2 AND item_id = $4 AND attribute = $5 AND value = $6::jsonb AND state <> 'accepted')`,
        [
          newId(),
          specificationId,
          messageId,
          item.id,
          p.attribute,
          JSON.stringify(p.value),
          p.unit,
          p.stated,
          p.start,
          p.end,
          p.confidence,
          answer.model,
          now,
        ],
      );
    }
    await db.query(
      `UPDATE model_readings SET state = 'done', fault = NULL, left_out = $3, model = $4, ended_at = $5 WHERE specification_id = $1 AND message_id = $2`,
      [specificationId, messageId, answer.leftOut, answer.model, now],
    );
    await this.announce(db, record);
  }

  private async fail(db: EntityManager, reading: Reading, attempt: number, fault: ModelFault): Promise<void> {
    const record = await this.store.find(reading.specificationId, db);
    const pause = Math.max(pauses[attempt - 1] ?? 0, fault.after ?? 0);
    const isTriedAgain = fault.isPassing && attempt <= pauses.length && pause <= longestPause;
    await db.query(
      `UPDATE model_readings SET state = $3, fault = $4, ended_at = $5 WHERE specification_id = $1 AND message_id = $2`,
      [
        reading.specificationId,
        reading.messageId,
        isTriedAgain ? 'waiting' : 'failed',
        fault.kind,
        isTriedAgain ? null : this.clock.now(),
      ],
    );
    if (isTriedAgain) await this.plan(db, reading, this.inSeconds(pause));
    // Neither the letter nor what the server said of it.
    this.log.warn(`${fault.message}${isTriedAgain ? `, asked again in ${pause} s` : ''}`);
    await this.announce(db, record);
  }

  private plan(db: EntityManager, reading: Reading, runAt?: Date): Promise<void> {
    return this.jobs.add(db, job, reading, {
      key: `${job}:${reading.specificationId}:${reading.messageId}`,
      maxAttempts: 3,
      ...(runAt && { runAt }),
    });
  }

  private async giveUp({ specificationId, messageId }: Reading): Promise<void> {
    await this.source.query(
      `UPDATE model_readings SET state = 'failed', fault = NULL, ended_at = $3 WHERE specification_id = $1 AND message_id = $2 AND state = 'waiting'`,
      [specificationId, messageId, this.clock.now()],
    );
  }

  private inSeconds(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1000);
  }

  private announce(db: EntityManager, { id, ticketId, state }: SpecificationRecord): Promise<void> {
    return this.events.publish(db, { type: 'specification.changed', specificationId: id, ticketId, state });
  }
}
