import { addDays } from '../../libs/business-time/index.ts';
import type { Feasibility } from '../../libs/contracts/index.ts';

type Days = Pick<Feasibility, 'leadTimeDays' | 'extraDays'>;

/**
 * The day that is promised by accepting: today and the lead time; else the promise before and the days a change adds;
 * else what the buyer wants.
 * @param today `2026-11-23`
 * @param before the promise of an earlier version, if any
 * @param isDueDateNew the current version wants another day than the one before it
 */
export function promisedDate(
  today: string,
  answer: Days | null | undefined,
  { dueDate, before, isDueDateNew }: { dueDate: string | null; before: string | null; isDueDateNew: boolean },
): string | null {
  const extra = answer?.extraDays ?? 0;
  if (answer?.leadTimeDays != null) return addDays(today, answer.leadTimeDays + extra);
  const stands = isDueDateNew ? (dueDate ?? before) : (before ?? dueDate);
  return stands && extra > 0 ? addDays(stands, extra) : stands;
}
