import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SearchHit } from '../../libs/contracts/index.ts';
import { toQuery } from './search-tokens.ts';
import { snippetOf } from './snippet.ts';

type Row = Omit<SearchHit, 'snippet' | 'marks' | 'at' | 'number'> & { at: Date; number: string; text: string };

@Injectable()
export class SearchQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Newest match of each ticket, newest ticket first. Message ids are UUID v7: their order is that of time. */
  async search(typed: string, limit: number): Promise<{ items: SearchHit[]; hasMore: boolean }> {
    const query = toQuery(typed);
    if (query === null) return { items: [], hasMore: false };
    const rows: Row[] = await this.source.query(
      `WITH hits AS MATERIALIZED (
         SELECT DISTINCT ON (ticket_id) ticket_id, message_id FROM (
           SELECT ticket_id, message_id FROM search_documents WHERE lexemes @@ $1::tsquery ORDER BY message_id DESC LIMIT 2000
         ) found ORDER BY ticket_id, message_id DESC
       ), newest AS (SELECT * FROM hits ORDER BY message_id DESC LIMIT $2)
       SELECT t.id AS "ticketId", m.id AS "messageId", t.number, t.subject, t.status, t.contact_name AS "contactName", t.language, t.country,
              t.store_id AS "storeId", t.assignee_id AS "assigneeId", m.received_at AS at, left(m.text, 20000) AS text
       FROM newest n JOIN messages m ON m.id = n.message_id JOIN tickets t ON t.id = n.ticket_id ORDER BY m.id DESC`,
      [query, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ text, at, number, ...r }) => ({
      ...r,
      number: Number(number),
      at: at.toISOString(),
      ...snippetOf(text, typed),
    }));
    return { items, hasMore: rows.length > limit };
  }
}
