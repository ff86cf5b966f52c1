import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { TicketRow, TicketView } from '../../libs/contracts/index.ts';
import { ensure } from '../platform/index.ts';
import { conditionsOf, sorts, type TicketFilter } from './ticket-filter.ts';
import { presentRow, rowColumns, type TicketRowRaw } from './ticket-row.ts';

const countedUpTo = 100;
const countedViews: TicketView[] = [
  'mine',
  'unassigned',
  'team',
  'open',
  'waiting',
  'snoozed',
  'mentions',
  'wishes',
  'spam',
];

/** The list: pages by keyset, counts capped, one statement a page. */
@Injectable()
export class TicketQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async list(
    filter: TicketFilter & { after?: string; limit: number },
    userId: string,
  ): Promise<{ items: TicketRow[]; next: string | null }> {
    const conditions = conditionsOf(filter, userId);
    const { column, direction, compare } = sorts[filter.sort];
    if (filter.sort !== 'newest') conditions.add(`${column} IS NOT NULL`);
    const cursor = readCursor(filter.after);
    if (cursor) {
      const [at, id] = [conditions.values.push(cursor.at), conditions.values.push(cursor.id)];
      conditions.add(`(${column}, t.id) ${compare} ($${at}::timestamptz, $${id}::uuid)`);
    }
    const me = conditions.values.push(userId);
    const limit = conditions.values.push(filter.limit + 1);
    const rows: (TicketRowRaw & { isUnread: boolean; cursor: string })[] = await this.source.query(
      `SELECT ${rowColumns}, (r.read_at IS NULL OR r.read_at < t.last_message_at) AS "isUnread",
              to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS cursor
       FROM tickets t LEFT JOIN ticket_reads r ON r.ticket_id = t.id AND r.user_id = $${me}
       WHERE ${conditions.where} ORDER BY ${column} ${direction}, t.id ${direction} LIMIT $${limit}`,
      conditions.values,
    );
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    return {
      items: items.map(presentRow),
      next: rows.length > filter.limit && last ? `${last.cursor}_${last.id}` : null,
    };
  }

  /** Rows by id, for what travels by socket. */
  async rows(ids: readonly string[], manager: EntityManager = this.source.manager): Promise<TicketRow[]> {
    if (ids.length === 0) return [];
    const rows: TicketRowRaw[] = await manager.query(`SELECT ${rowColumns} FROM tickets t WHERE t.id = ANY ($1)`, [
      ids,
    ]);
    return rows.map(presentRow);
  }

  async row(id: string, manager?: EntityManager): Promise<TicketRow> {
    const [row] = await this.rows([id], manager);
    ensure(row, 'ticket.notFound');
    return row;
  }

  async counts(userId: string): Promise<{ counts: Record<string, number>; unread: number }> {
    const counts: Record<string, number> = {};
    await Promise.all(
      countedViews.map(async (view) => {
        const c = conditionsOf({ view, sort: 'newest' }, userId);
        counts[view] = await this.capped(`SELECT 1 FROM tickets t WHERE ${c.where}`, c.values);
      }),
    );
    const mine = conditionsOf({ view: 'mine', sort: 'newest' }, userId);
    const me = mine.values.push(userId);
    const unread = await this.capped(
      `SELECT 1 FROM tickets t LEFT JOIN ticket_reads r ON r.ticket_id = t.id AND r.user_id = $${me}
       WHERE ${mine.where} AND (r.read_at IS NULL OR r.read_at < t.last_message_at)`,
      mine.values,
    );
    return { counts, unread };
  }

  async tags(): Promise<string[]> {
    const rows: { tag: string }[] = await this.source.query(
      `SELECT DISTINCT unnest(tags) AS tag FROM (SELECT tags FROM tickets WHERE tags <> '{}' ORDER BY last_message_at DESC LIMIT 5000) recent ORDER BY 1 LIMIT 200`,
    );
    return rows.map((r) => r.tag);
  }

  private async capped(sql: string, values: unknown[]): Promise<number> {
    const rows: { n: number }[] = await this.source.query(
      `SELECT count(*)::int AS n FROM (${sql} LIMIT ${countedUpTo}) capped`,
      values,
    );
    return rows[0]?.n ?? 0;
  }
}

/** `<moment>_<id>` as handed out with the page before; anything else begins anew. */
function readCursor(after: string | undefined): { at: string; id: string } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { at: match[1]!, id: match[2]! } : null;
}
