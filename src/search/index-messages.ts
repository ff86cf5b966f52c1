import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Config, Events } from '../platform/index.ts';
import { toVector } from './search-tokens.ts';

interface Row {
  message_id: string;
  ticket_id: string;
  body: string;
}

const batch = 200;
/** Longer texts are searchable by their beginning: a pasted log must not hold up everybody's mail. */
const maxCharacters = 200_000;

/**
 * Keeps the search documents up with the messages, off the intake's path: woken by events, at the latest every few seconds.
 * The list of pending messages is unlogged; after a crash of the database whatever has no document is noted again.
 */
@Injectable()
export class IndexMessages implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(IndexMessages.name);
  private running: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
    private readonly events: Events,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.get('RUN_JOBS')) return;
    this.events.subscribe('message.added', () => this.wake());
    this.timer = setInterval(() => this.wake(), 5_000).unref();
    await this.source.query(
      `INSERT INTO search_pending SELECT m.id FROM messages m LEFT JOIN search_documents d ON d.message_id = m.id WHERE d.message_id IS NULL ON CONFLICT DO NOTHING`,
    );
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Resolves when nothing is pending. */
  async settle(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  private wake(): void {
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while (!this.stopped && (await this.indexBatch()) === batch) {
          // Breathe: the event loop also serves people.
          await new Promise((resolve) => setImmediate(resolve));
        }
      } catch (error) {
        this.log.warn(`search index will catch up later: ${error instanceof Error ? error.message : error}`);
      }
    }
  }

  /** @returns how many messages were taken from the list */
  private indexBatch(): Promise<number> {
    return this.source.transaction(async (manager) => {
      const taken: { message_id: string }[] = await manager.query(
        `SELECT message_id FROM search_pending LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      );
      if (taken.length === 0) return 0;
      const ids = taken.map((t) => t.message_id);
      const rows: Row[] = await manager.query(
        `SELECT m.id AS message_id, m.ticket_id,
                left(concat_ws(E'\\n', t.number, t.subject, m.subject, t.contact_name, t.order_id, c.company,
                  (SELECT string_agg(a.value, ' ') FROM contact_addresses a WHERE a.contact_id = t.contact_id),
                  (SELECT string_agg(a.name, ' ') FROM attachments a WHERE a.message_id = m.id),
                  array_to_string(t.tags, ' '), m.text), ${maxCharacters}) AS body
         FROM messages m JOIN tickets t ON t.id = m.ticket_id LEFT JOIN contacts c ON c.id = t.contact_id WHERE m.id = ANY ($1)`,
        [ids],
      );
      const documents = rows.map((r) => ({
        message_id: r.message_id,
        ticket_id: r.ticket_id,
        lexemes: toVector(r.body),
      }));
      await manager.query(
        `INSERT INTO search_documents (message_id, ticket_id, lexemes)
         SELECT message_id, ticket_id, lexemes::tsvector FROM jsonb_to_recordset($1::jsonb) AS n (message_id uuid, ticket_id uuid, lexemes text)
         ON CONFLICT (message_id) DO UPDATE SET lexemes = excluded.lexemes, ticket_id = excluded.ticket_id`,
        [JSON.stringify(documents)],
      );
      await manager.query('DELETE FROM search_pending WHERE message_id = ANY ($1)', [ids]);
      return taken.length;
    });
  }
}
