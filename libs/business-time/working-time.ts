import { DateTime } from 'luxon';
import type { BusinessCalendar } from './calendar.ts';
import { type Interval, openIntervals } from './open-intervals.ts';

const MINUTE = 60_000;
// Three years without an open minute: the calendar never opens (or its exceptions close it for longer than any target runs).
const LONGEST_CLOSURE_DAYS = 3 * 366;

/** Open intervals that end after `from`, the first one cut to begin no earlier; ends after three closed years. */
function* openFrom(from: number, calendar: BusinessCalendar): Generator<Interval> {
  let day = DateTime.fromMillis(from, { zone: calendar.timeZone }).startOf('day');
  for (let closed = 0; closed < LONGEST_CLOSURE_DAYS; closed += 1) {
    for (const { start, end } of openIntervals(day, calendar)) {
      if (end <= from) continue;
      closed = 0;
      yield { start: Math.max(start, from), end };
    }
    day = day.plus({ days: 1 });
  }
}

/** Whether the calendar is open at an instant; closing time itself is closed. */
export function isOpen(at: Date, calendar: BusinessCalendar): boolean {
  const day = DateTime.fromJSDate(at, { zone: calendar.timeZone });
  return openIntervals(day, calendar).some(({ start, end }) => start <= at.getTime() && at.getTime() < end);
}

/** The first open instant not before `at`: `at` itself while open; null for a calendar that never opens. */
export function nextOpening(at: Date, calendar: BusinessCalendar): Date | null {
  const first = openFrom(at.getTime(), calendar).next();
  return first.done ? null : new Date(first.value.start);
}

/**
 * The instant at which `minutes` of open time have passed since `start`. Zero minutes give the next opening. A span that ends
 * exactly at closing time ends there, not at the next opening.
 * @throws RangeError for negative or infinite minutes, and when the calendar never opens
 */
export function addWorkingTime(start: Date, minutes: number, calendar: BusinessCalendar): Date {
  if (!(minutes >= 0 && Number.isFinite(minutes))) throw new RangeError(`not a span of working time: ${minutes}`);
  let left = minutes * MINUTE;
  for (const interval of openFrom(start.getTime(), calendar)) {
    if (left <= interval.end - interval.start) return new Date(interval.start + left);
    left -= interval.end - interval.start;
  }
  throw new RangeError('the calendar never opens');
}

/** Open minutes between two instants (fractions kept); negative when `to` lies before `from`: time overdue. */
export function workingMinutesBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  if (to < from) return -workingMinutesBetween(to, from, calendar);
  let total = 0;
  for (const { start, end } of openFrom(from.getTime(), calendar)) {
    if (start >= to.getTime()) break;
    total += Math.min(end, to.getTime()) - start;
  }
  return total / MINUTE;
}
