import type { z } from 'zod';
import type { ticketFilter } from '../../libs/contracts/index.ts';

export type TicketFilter = z.output<typeof ticketFilter>;

/** Statements grow by numbered values; text never comes from a person. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly parts: string[] = ['t.merged_into IS NULL'];

  /** `?` in the condition stands for the value. */
  add(condition: string, value?: unknown): void {
    if (value === undefined) this.parts.push(condition);
    else this.parts.push(condition.replaceAll('?', `$${this.values.push(value)}`));
  }

  get where(): string {
    return this.parts.join(' AND ');
  }
}

const isOpen = `t.status IN ('new', 'open', 'pending')`;
const awake = '(t.snoozed_until IS NULL OR t.snoozed_until <= now())';

/** What a view and its filters mean in SQL; each view begins with the condition of the index that serves it. */
export function conditionsOf(filter: TicketFilter, userId: string): Conditions {
  const c = new Conditions();
  if (filter.view === 'spam') c.add('t.is_spam');
  else if (filter.view !== 'all') c.add('NOT t.is_spam');
  switch (filter.view) {
    case 'mine':
      c.add(isOpen);
      c.add(awake);
      c.add('t.assignee_id = ?', userId);
      break;
    case 'unassigned':
      c.add(isOpen);
      c.add('t.assignee_id IS NULL');
      break;
    case 'team':
      c.add(isOpen);
      c.add('t.team_id IN (SELECT team_id FROM team_members WHERE user_id = ?)', userId);
      break;
    case 'open':
      c.add(isOpen);
      c.add(awake);
      break;
    case 'waiting':
      c.add(isOpen);
      c.add('t.waiting_since IS NOT NULL');
      break;
    case 'snoozed':
      c.add('t.snoozed_until > now()');
      break;
    case 'mentions':
      c.add('EXISTS (SELECT 1 FROM messages m WHERE m.ticket_id = t.id AND m.mentions @> ARRAY[?::uuid])', userId);
      break;
    case 'wishes':
      c.add('t.is_special_wish');
      c.add(`t.status <> 'closed'`);
      break;
    case 'resolved':
      c.add(`t.status IN ('resolved', 'closed')`);
      break;
  }
  if (filter.language) c.add(`(t.language = ? OR t.language LIKE ? || '-%')`, filter.language);
  if (filter.country) c.add('t.country = ?', filter.country);
  if (filter.region) c.add('t.region = ?', filter.region);
  if (filter.storeId) c.add('t.store_id = ?', filter.storeId);
  if (filter.channelId) c.add('t.channel_id = ?', filter.channelId);
  if (filter.teamId) c.add('t.team_id = ?', filter.teamId);
  if (filter.assigneeId) c.add('t.assignee_id = ?', filter.assigneeId);
  if (filter.status) c.add('t.status = ?', filter.status);
  if (filter.hasSpecification !== undefined)
    c.add(`${filter.hasSpecification ? '' : 'NOT '}EXISTS (SELECT 1 FROM specifications s WHERE s.ticket_id = t.id)`);
  if (filter.tag) c.add('? = ANY (t.tags)', filter.tag);
  return c;
}

/** Sort key, direction and the cursor's shape of each order. */
export const sorts = {
  newest: { column: 't.last_message_at', direction: 'DESC', compare: '<' },
  oldest: { column: 't.waiting_since', direction: 'ASC', compare: '>' },
  deadline: { column: 't.next_deadline_at', direction: 'ASC', compare: '>' },
} as const;
