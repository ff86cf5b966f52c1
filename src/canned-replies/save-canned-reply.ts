import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { CannedReply, CannedReplyInput } from '../../libs/contracts/index.ts';
import { AppError, ensure, inTransaction, newId } from '../platform/index.ts';
import { CannedRepliesQueries } from './canned-replies.queries.ts';
import { unknownVariables } from './fill-in.ts';

/** Writes a reply with all its variants; a changed source text marks the other variants stale until they are saved again. */
@Injectable()
export class SaveCannedReply {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly queries: CannedRepliesQueries,
  ) {}

  create(input: CannedReplyInput, joined?: EntityManager): Promise<CannedReply> {
    return this.save(newId(), input, joined);
  }

  async update(id: string, input: CannedReplyInput): Promise<CannedReply> {
    await this.queries.find(id);
    return this.save(id, input);
  }

  async remove(id: string): Promise<void> {
    const [, affected] = await this.source.query('DELETE FROM canned_replies WHERE id = $1', [id]);
    ensure(affected, 'cannedReply.notFound');
  }

  private save(id: string, input: CannedReplyInput, joined?: EntityManager): Promise<CannedReply> {
    check(input);
    return inTransaction(
      this.source,
      async (db) => {
        const taken = await db.query('SELECT 1 FROM canned_replies WHERE lower(shortcut) = lower($1) AND id <> $2', [
          input.shortcut,
          id,
        ]);
        if (taken.length > 0) throw new AppError('cannedReply.shortcutTaken', { shortcut: input.shortcut });
        await db.query(
          `INSERT INTO canned_replies (id, shortcut, title, category, store_ids, source_language, is_active) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (id) DO UPDATE SET shortcut = $2, title = $3, category = $4, store_ids = $5, source_language = $6, is_active = $7`,
          [id, input.shortcut, input.title, input.category, input.storeIds, input.sourceLanguage, input.isActive],
        );
        await this.saveVariants(db, id, input);
        return this.queries.find(id, db);
      },
      joined,
    );
  }

  private async saveVariants(db: EntityManager, id: string, input: CannedReplyInput): Promise<void> {
    const rows = input.variants.map((v) => ({ id: newId(), ...v }));
    await db.query(
      `DELETE FROM canned_reply_variants v WHERE reply_id = $1
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS n (language text, country text) WHERE n.language = v.language AND n.country IS NOT DISTINCT FROM v.country)`,
      [id, JSON.stringify(rows)],
    );
    // The source first: the others note which revision of it they were written against.
    for (const isSource of [true, false]) {
      await db.query(
        `INSERT INTO canned_reply_variants AS v (id, reply_id, language, country, subject, body, source_revision)
         SELECT n.id, $1, n.language, n.country, n.subject, n.body,
                coalesce((SELECT revision FROM canned_reply_variants s WHERE s.reply_id = $1 AND s.language = $3 AND s.country IS NULL), 1)
         FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, language text, country text, subject text, body text)
         WHERE (n.language = $3 AND n.country IS NULL) = $4
         ON CONFLICT (reply_id, language, country) DO UPDATE SET
           subject = excluded.subject, body = excluded.body, updated_at = now(), revision = v.revision + 1, source_revision = excluded.source_revision
           WHERE (v.subject, v.body) IS DISTINCT FROM (excluded.subject, excluded.body)`,
        [id, JSON.stringify(rows), input.sourceLanguage, isSource],
      );
    }
  }
}

function check(input: CannedReplyInput): void {
  const seen = new Set<string>();
  for (const v of input.variants) {
    const key = `${v.language} ${v.country ?? ''}`;
    if (seen.has(key)) throw new AppError('cannedReply.variantTwice', { language: key.trim() });
    seen.add(key);
    const [variable] = unknownVariables(`${v.subject ?? ''} ${v.body}`);
    if (variable) throw new AppError('cannedReply.unknownVariable', { variable });
  }
}
