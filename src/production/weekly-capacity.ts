import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { dayIn, isoWeekOf, mondayOf, mondayOfWeek } from '../../libs/business-time/index.ts';
import type { Capacity, Feasibility, InputOf, RoomCheck, saveCapacity } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, ensure } from '../platform/index.ts';
import { promisedDate } from './promised-date.ts';
import { checkWeeks } from './room-check.ts';

/** Weeks that are looked through for room. */
const horizon = 60;

interface WeekRow {
  monday: string;
  capacity: number | null;
  isException: boolean;
  note: string;
  promised: number;
  asked: number;
}

/** What a week takes, what is promised for it, and where there is room. */
@Injectable()
export class WeeklyCapacity {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param from the week it is where the caller is, where undefined
   * @throws AppError request.invalid where the year has no such week
   */
  async read(by: Principal, from: string | undefined, weeks: number): Promise<Capacity> {
    const monday = from === undefined ? mondayOf(this.today(by)) : mondayOfWeek(from);
    ensure(monday, 'request.invalid');
    return this.weeksFrom(monday, weeks, []);
  }

  async save(input: InputOf<typeof saveCapacity>['body'], by: Principal): Promise<Capacity> {
    const weeks = input.weeks.map((w) => ({ ...w, monday: mondayOfWeek(w.week) }));
    if (weeks.some((w) => w.monday === null)) throw new AppError('request.invalid');
    await this.source.transaction(async (db) => {
      await db.query('UPDATE production_capacity SET per_week = $1, counts = $2', [input.perWeek, input.counts]);
      await db.query('DELETE FROM production_capacity_weeks WHERE monday = ANY ($1::date[])', [
        weeks.map((w) => w.monday),
      ]);
      await db.query(
        `INSERT INTO production_capacity_weeks (monday, capacity, note)
         SELECT monday, capacity, note FROM jsonb_to_recordset($1::jsonb) AS w (monday date, capacity integer, note text) WHERE capacity IS NOT NULL
         ON CONFLICT (monday) DO UPDATE SET capacity = excluded.capacity, note = excluded.note`,
        [JSON.stringify(weeks)],
      );
    });
    return this.read(by, undefined, 12);
  }

  /** Whether there is room for what would be promised by accepting these with the same answer; nothing is changed. */
  async check(
    ids: readonly string[],
    answer: Pick<Feasibility, 'leadTimeDays' | 'extraDays'>,
    by: Principal,
  ): Promise<RoomCheck> {
    const today = this.today(by);
    const rows: { dueDate: string | null; before: string | null; isDueDateNew: boolean; amount: number }[] =
      await this.source.query(
        `SELECT v.content->>'dueDate' AS "dueDate", s.promised_date::text AS before,
           coalesce(v.content->>'dueDate' IS DISTINCT FROM p.content->>'dueDate', false) AS "isDueDateNew",
           CASE c.counts WHEN 'pieces' THEN s.pieces ELSE 1 END AS amount
         FROM specifications s CROSS JOIN production_capacity c
         JOIN specification_versions v ON v.specification_id = s.id AND v.version = s.current_version
         LEFT JOIN specification_versions p ON p.specification_id = s.id AND p.version = s.current_version - 1
         WHERE s.id = ANY ($1)`,
        [ids],
      );
    const adding = new Map<string, number>();
    for (const { amount, ...place } of rows) {
      const day = promisedDate(today, answer, place);
      if (day) adding.set(mondayOf(day), (adding.get(mondayOf(day)) ?? 0) + amount);
    }
    const first = [...adding.keys()].sort()[0];
    if (!first) return { full: [], firstRoom: null };
    const { weeks } = await this.weeksFrom(first, horizon, ids);
    return checkWeeks(weeks, adding, today);
  }

  private today(by: Principal): string {
    return dayIn(this.clock.now(), by.timeZone);
  }

  /** @param without specifications that are not counted */
  private async weeksFrom(monday: string, count: number, without: readonly string[]): Promise<Capacity> {
    const [settings]: { perWeek: number | null; counts: Capacity['counts'] }[] = await this.source.query(
      'SELECT per_week AS "perWeek", counts FROM production_capacity',
    );
    const amount = settings?.counts === 'orders' ? 'count(*)' : 'sum(s.pieces)';
    const rows: WeekRow[] = await this.source.query(
      `SELECT w.monday::text, coalesce(e.capacity, $3) AS capacity, e.monday IS NOT NULL AS "isException", coalesce(e.note, '') AS note,
         coalesce(p.amount, 0)::int AS promised, coalesce(a.amount, 0)::int AS asked
       FROM (SELECT $1::date + 7 * n AS monday FROM generate_series(0, $2::int - 1) n) w
       LEFT JOIN production_capacity_weeks e ON e.monday = w.monday
       LEFT JOIN LATERAL (SELECT ${amount} AS amount FROM specifications s
         WHERE s.promised_date >= w.monday AND s.promised_date < w.monday + 7 AND s.state IN ('accepted', 'in_production', 'ready', 'shipped') AND s.id <> ALL ($4)) p ON true
       LEFT JOIN LATERAL (SELECT ${amount} AS amount FROM specifications s
         WHERE s.due_date >= w.monday AND s.due_date < w.monday + 7 AND s.state IN ('new', 'questions') AND s.id <> ALL ($4)) a ON true
       ORDER BY w.monday`,
      [monday, count, settings?.perWeek ?? null, without],
    );
    return {
      perWeek: settings?.perWeek ?? null,
      counts: settings?.counts ?? 'pieces',
      weeks: rows.map((r) => ({ week: isoWeekOf(r.monday), ...r })),
    };
  }
}
