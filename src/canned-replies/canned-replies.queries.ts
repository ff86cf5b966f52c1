import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { CannedReply } from '../../libs/contracts/index.ts';
import { interfaceLanguages } from '../../libs/i18n/index.ts';
import { ensure } from '../platform/index.ts';

type Row = Omit<CannedReply, 'missingLanguages' | 'usedAt'> & { usedAt: Date | null };

const select = `
  SELECT r.id, r.shortcut, r.title, r.category, r.store_ids AS "storeIds", r.source_language AS "sourceLanguage", r.is_active AS "isActive",
         r.used_count AS "usedCount", r.used_at AS "usedAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'language', v.language, 'country', v.country, 'subject', v.subject, 'body', v.body,
                   'isStale', v.language <> r.source_language AND v.source_revision < s.revision,
                   'updatedAt', to_char(v.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY v.language, v.country NULLS FIRST), '[]')
          FROM canned_reply_variants v WHERE v.reply_id = r.id) AS variants
  FROM canned_replies r
  LEFT JOIN LATERAL (SELECT revision FROM canned_reply_variants v WHERE v.reply_id = r.id AND v.language = r.source_language AND v.country IS NULL) s ON true`;

/** Read models of canned replies. There are hundreds of them at most: searching reads them all. */
@Injectable()
export class CannedRepliesQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async list(filter: { search?: string; category?: string; storeId?: string; limit: number }): Promise<CannedReply[]> {
    const pattern = filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null;
    const rows: Row[] = await this.source.query(
      `${select}
       WHERE ($1::text IS NULL OR r.category = $1)
         AND ($2::uuid IS NULL OR r.store_ids = '{}' OR $2 = ANY (r.store_ids))
         AND ($3::text IS NULL OR r.title ILIKE $3 OR r.shortcut ILIKE $3 OR r.category ILIKE $3
              OR EXISTS (SELECT 1 FROM canned_reply_variants v WHERE v.reply_id = r.id AND (v.body ILIKE $3 OR v.subject ILIKE $3)))
       ORDER BY r.used_count DESC, r.title LIMIT $4`,
      [filter.category ?? null, filter.storeId ?? null, pattern, filter.limit],
    );
    return this.present(this.source.manager, rows);
  }

  async find(id: string, manager: EntityManager = this.source.manager): Promise<CannedReply> {
    const rows: Row[] = await manager.query(`${select} WHERE r.id = $1`, [id]);
    ensure(rows[0], 'cannedReply.notFound');
    return (await this.present(manager, rows))[0]!;
  }

  async categories(): Promise<string[]> {
    const rows: { category: string }[] = await this.source.query(
      `SELECT DISTINCT category FROM canned_replies WHERE category <> '' ORDER BY 1`,
    );
    return rows.map((r) => r.category);
  }

  private async present(manager: EntityManager, rows: Row[]): Promise<CannedReply[]> {
    const stores: { id: string; languages: string[] }[] = await manager.query(
      'SELECT id, languages FROM stores WHERE is_active',
    );
    return rows.map((r) => {
      const wanted = new Set<string>(interfaceLanguages);
      for (const s of stores)
        if (r.storeIds.length === 0 || r.storeIds.includes(s.id)) for (const l of s.languages) wanted.add(l);
      const has = (language: string) => r.variants.some((v) => v.language.split('-')[0] === language.split('-')[0]);
      return { ...r, usedAt: r.usedAt?.toISOString() ?? null, missingLanguages: [...wanted].filter((l) => !has(l)) };
    });
  }
}
