import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

export interface SpecificationRecordOut {
  number: number;
  version: number;
  kind: string;
  hash: string;
  state: string;
  packId: string;
  packVersion: string;
  orderId: string | null;
  dueDate: string | null;
  tracking: string | null;
  updatedAt: Date;
  items: { item: number; productType: string; values: Record<string, unknown> }[];
}

const select = `
  SELECT s.number::int AS number, v.version, v.kind, v.hash, s.state, s.pack_id AS "packId", s.pack_version AS "packVersion", t.order_id AS "orderId",
         s.due_date::text AS "dueDate", s.tracking, s.updated_at AS "updatedAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('item', i.n, 'productType', i.item->>'productType',
            'values', (SELECT coalesce(jsonb_object_agg(e.key, e.value->'value'), '{}') FROM jsonb_each(i.item->'values') e)) ORDER BY i.n), '[]')
          FROM jsonb_array_elements(v.content->'items') WITH ORDINALITY AS i (item, n)) AS items
  FROM specifications s JOIN tickets t ON t.id = s.ticket_id JOIN specification_versions v ON v.specification_id = s.id`;

/** Released versions as other systems read them: canonical names and values, and nothing of the buyer. */
@Injectable()
export class SpecificationRecords {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async one(id: string, version: number): Promise<SpecificationRecordOut | null> {
    const rows: SpecificationRecordOut[] = await this.source.query(`${select} WHERE s.id = $1 AND v.version = $2`, [
      id,
      version,
    ]);
    return rows[0] ?? null;
  }

  /** Current versions, newest change first. */
  all(filter: { state?: string; since?: string }): Promise<SpecificationRecordOut[]> {
    return this.source.query(
      `${select} WHERE v.version = s.current_version AND ($1::text IS NULL OR s.state = $1) AND ($2::timestamptz IS NULL OR s.updated_at >= $2) ORDER BY s.updated_at DESC LIMIT 20000`,
      [filter.state ?? null, filter.since ?? null],
    );
  }
}
