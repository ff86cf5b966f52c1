import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { RawMessages } from '../channels/index.ts';
import { Events, newId } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { ownAddresses } from './claim.ts';
import type { ReadMail } from './read-mail.ts';
import { ReadingPool } from './reading-pool.ts';
import { attachmentColumns, insertRecords, messageColumns, readColumns, records } from './write-rows.ts';

export interface ReplayedMessage {
  messageId: string;
  ticketNumber: number;
  changes: { field: string; before: unknown; after: unknown }[];
}

interface Stored {
  id: string;
  ticketId: string;
  number: string;
  receivedId: string;
  storeLanguages: string[];
  columns: Record<string, unknown>;
  attachments: { id: string; name: string; sha256: string; part: number | null }[];
}

const batchSize = 50;
/**
 * Re-reads stored raw messages with the reader of now. What the reader decides is replaced (texts, quotes, signature,
 * attachments, marks); what people did (ticket, assignment, tags, notes, corrected language) is not touched.
 */
@Injectable()
export class ReplayMessages {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly raw: RawMessages,
    private readonly reading: ReadingPool,
    private readonly events: Events,
  ) {}

  /** Yields what differs, message by message, and writes it where `apply` says so. */
  async *replay(options: { apply: boolean; channelId?: string; since?: Date }): AsyncGenerator<ReplayedMessage> {
    const own = await ownAddresses(this.source.manager);
    for (let after: string | null = null; ; ) {
      const batch = await this.page(after, options);
      if (batch.length === 0) return;
      after = batch.at(-1)!.id;
      const raws = await Promise.all(batch.map((m) => this.raw.read(m.receivedId)));
      const readings = await this.reading.read(
        batch.map((m, i) => ({
          raw: raws[i]!,
          ownAddresses: own,
          storeLanguages: m.storeLanguages,
          storeCountry: null,
        })),
      );
      for (const [i, stored] of batch.entries()) {
        const mail = readings[i]?.mail;
        const changes = mail ? difference(stored, mail) : [];
        if (!mail || changes.length === 0) continue;
        if (options.apply)
          await this.apply(
            stored,
            mail,
            changes.map((c) => c.field),
          );
        yield { messageId: stored.id, ticketNumber: Number(stored.number), changes };
      }
    }
  }

  private page(after: string | null, { channelId, since }: { channelId?: string; since?: Date }): Promise<Stored[]> {
    const columns = comparedColumns.map((c) => `'${c}', m.${c}`).join(', ');
    return this.source.query(
      `SELECT m.id, m.ticket_id AS "ticketId", t.number, m.received_message_id AS "receivedId", CASE WHEN s.id IS NULL THEN '{}' ELSE s.default_language || s.languages END AS "storeLanguages",
              jsonb_build_object(${columns}) AS columns,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'sha256', a.sha256, 'part', a.part) ORDER BY a.part, a.id), '[]') FROM attachments a WHERE a.message_id = m.id) AS attachments
       FROM messages m JOIN tickets t ON t.id = m.ticket_id LEFT JOIN stores s ON s.id = t.store_id
       WHERE m.received_message_id IS NOT NULL AND ($1::uuid IS NULL OR m.id > $1) AND ($2::uuid IS NULL OR m.channel_id = $2) AND ($3::timestamptz IS NULL OR m.received_at >= $3)
       ORDER BY m.id LIMIT ${batchSize}`,
      [after, channelId ?? null, since ?? null],
    );
  }

  private async apply(stored: Stored, mail: ReadMail, fields: string[]): Promise<void> {
    const columns = fields.filter((f) => f !== 'attachments');
    const values = readColumns(mail) as Record<string, unknown>;
    await this.source.transaction(async (db) => {
      if (columns.length > 0) {
        const types = columns.map((c) => `${c} ${(messageColumns as Record<string, string>)[c]}`).join(', ');
        await db.query(
          `UPDATE messages m SET ${columns.map((c) => `${c} = n.${c}`).join(', ')} FROM jsonb_to_recordset($2::jsonb) AS n (${types}) WHERE m.id = $1`,
          [stored.id, records([Object.fromEntries(columns.map((c) => [c, values[c] ?? null]))])],
        );
      }
      if (fields.includes('attachments')) await replaceAttachments(db, stored, mail);
      await db.query('INSERT INTO search_pending (message_id) VALUES ($1) ON CONFLICT DO NOTHING', [stored.id]);
      await recordEvent(db, stored.ticketId, null, 'replayed', { messageId: stored.id, fields });
      await this.events.publish(db, { type: 'ticket.changed', ticketId: stored.ticketId });
    });
  }
}

/** Not what threads it and not who wrote: a replay leaves a message where it stands. */
const comparedColumns = [
  'to_people',
  'cc_people',
  'reply_to_address',
  'subject',
  'text',
  'reply_text',
  'quoted_text',
  'signature',
  'forwarded',
  'html',
  'automation',
  'authentication',
  'spam_score',
  'warnings',
  'is_unreadable',
  'sent_at',
];

function difference(stored: Stored, mail: ReadMail): ReplayedMessage['changes'] {
  const now = readColumns(mail) as Record<string, unknown>;
  const changes = comparedColumns
    .map((field) => ({ field, before: stored.columns[field] ?? null, after: now[field] ?? null }))
    .filter(({ before, after }) => canonical(before) !== canonical(after));
  const before = stored.attachments.map(({ name, sha256 }) => ({ name, sha256 }));
  const after = mail.attachments.map(({ name, sha256 }) => ({ name, sha256 }));
  if (canonical(before) !== canonical(after)) changes.push({ field: 'attachments', before, after });
  return changes;
}

/** Equal values have equal texts: keys sorted, dates to the millisecond, numbers as the database keeps them. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, v: unknown) => {
    if (
      typeof v === 'string' &&
      (key === '' || key === 'sent_at') &&
      /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(v)
    )
      return new Date(v).toISOString();
    if (typeof v === 'number') return Math.fround(v);
    if (v && typeof v === 'object' && !Array.isArray(v))
      return Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)));
    return v;
  });
}

/** An attachment with the same bytes keeps its id: links to it go on working. */
async function replaceAttachments(db: EntityManager, stored: Stored, mail: ReadMail): Promise<void> {
  const left = [...stored.attachments];
  const rows = mail.attachments.map((a) => {
    const at = left.findIndex((s) => s.sha256 === a.sha256);
    const known = at < 0 ? undefined : left.splice(at, 1)[0];
    return {
      id: known?.id ?? newId(),
      message_id: stored.id,
      name: a.name,
      type: a.type,
      size: a.size,
      sha256: a.sha256,
      part: a.part,
      is_inline: a.isInline,
      content_id: a.contentId,
    };
  });
  await db.query('DELETE FROM attachments WHERE message_id = $1', [stored.id]);
  if (rows.length > 0) await insertRecords(db, 'attachments', attachmentColumns, rows, {});
}
