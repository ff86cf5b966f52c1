import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseMessage, sanitizeMailHtml } from '../../libs/mime/index.ts';
import type { SendOutcome } from '../channels/index.ts';
import { ensure, newId } from '../platform/index.ts';

interface SentRow {
  id: string;
  messageId: string | null;
  from: string;
  to: string[];
  subject: string;
  sentAt: Date;
  size: number;
}

const columns = `id, message_id AS "messageId", envelope_from AS "from", envelope_to AS "to", subject, sent_at AS "sentAt", length(raw) AS size`;

/** The built-in sink: answers go here instead of out into the world, so that the whole loop can be seen without an account. */
@Injectable()
export class SentMail {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async keep(
    messageId: string,
    mail: { envelope_from: string; envelope_to: string[]; raw: Buffer },
  ): Promise<SendOutcome> {
    const { subject } = await parseMessage(mail.raw);
    await this.source.query(
      'INSERT INTO sent_mail (id, message_id, envelope_from, envelope_to, subject, raw) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), messageId, mail.envelope_from, mail.envelope_to, subject, mail.raw],
    );
    return { kind: 'accepted', said: '250 kept in the sent-mail viewer' };
  }

  async list(after: string | undefined, limit: number) {
    const rows: SentRow[] = await this.source.query(
      `SELECT ${columns} FROM sent_mail WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map((r) => ({ ...r, sentAt: r.sentAt.toISOString() }));
    return { items, next: rows.length > limit ? items.at(-1)!.id : null };
  }

  async find(id: string) {
    const rows: (SentRow & { raw: Buffer })[] = await this.source.query(
      `SELECT ${columns}, raw FROM sent_mail WHERE id = $1`,
      [id],
    );
    const row = rows[0];
    ensure(row, 'delivery.notFound');
    const { raw, ...mail } = row;
    const parsed = await parseMessage(raw);
    return {
      ...mail,
      sentAt: mail.sentAt.toISOString(),
      text: parsed.text,
      html: parsed.html ? sanitizeMailHtml(parsed.html, {}).html : null,
      headers: parsed.headers.fields.map(({ name, value }) => ({ name, value })),
      attachments: parsed.attachments.map(({ name, type, size }) => ({ name, type, size })),
    };
  }

  async raw(id: string): Promise<Buffer> {
    const rows: { raw: Buffer }[] = await this.source.query('SELECT raw FROM sent_mail WHERE id = $1', [id]);
    ensure(rows[0], 'delivery.notFound');
    return rows[0].raw;
  }
}
