import type { TicketRow } from '../../libs/contracts/index.ts';

type Dates = 'lastMessageAt' | 'waitingSince' | 'nextDeadlineAt' | 'snoozedUntil';
/** As PostgreSQL hands it over: dates as Date, the number as text. */
export type TicketRowRaw = Omit<TicketRow, Dates | 'number'> & { number: string; lastMessageAt: Date } & Record<
    Exclude<Dates, 'lastMessageAt'>,
    Date | null
  >;

/** Columns of the list row, for a table aliased `t`. */
export const rowColumns = `t.id, t.number, t.subject, t.status, t.priority, t.store_id AS "storeId", t.channel_id AS "channelId", t.contact_id AS "contactId",
  t.contact_name AS "contactName", t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.language, t.country, t.region, t.tags,
  t.is_special_wish AS "isSpecialWish", t.is_spam AS "isSpam", t.snippet, t.last_message_at AS "lastMessageAt", t.last_direction AS "lastDirection",
  t.waiting_since AS "waitingSince", t.next_deadline_at AS "nextDeadlineAt", t.next_deadline_kind AS "nextDeadlineKind",
  t.snoozed_until AS "snoozedUntil", t.message_count AS "messageCount", t.has_failed_delivery AS "hasFailedDelivery"`;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export const presentRow = (r: TicketRowRaw): TicketRow => ({
  ...r,
  number: Number(r.number),
  lastMessageAt: r.lastMessageAt.toISOString(),
  waitingSince: iso(r.waitingSince),
  nextDeadlineAt: iso(r.nextDeadlineAt),
  snoozedUntil: iso(r.snoozedUntil),
});

/** The beginning of a message on one line, for the list. */
export const snippetOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 160);
