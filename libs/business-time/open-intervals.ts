import { DateTime } from 'luxon';
import type { BusinessCalendar, Period } from './calendar.ts';
import { holidayName, isMakeUpDay } from './holidays.ts';

/** Milliseconds since the epoch, end exclusive. */
export interface Interval {
  start: number;
  end: number;
}

/** The hours of a usual working day: those of the first weekday that has any. A make-up day is worked like one. */
function usualDay(calendar: BusinessCalendar): Period[] {
  for (const weekday of ['1', '2', '3', '4', '5', '6', '7']) {
    const periods = calendar.periods[weekday];
    if (periods && periods.length > 0) return periods;
  }
  return [];
}

function periodsOn(day: DateTime, calendar: BusinessCalendar): readonly Period[] {
  const date = day.toISODate()!;
  const exception = calendar.exceptions.find((e) => e.date === date);
  if (exception) return exception.periods;
  const own = calendar.periods[String(day.weekday)] ?? [];
  if (!calendar.holidays) return own;
  if (isMakeUpDay(date, calendar.holidays)) return own.length > 0 ? own : usualDay(calendar);
  if (own.length > 0 && holidayName(date, calendar.holidays)) return [];
  return own;
}

/**
 * When the calendar is open on one local day, in order and without overlaps. Wall-clock times are resolved with that day's
 * own offset, so a day on which summer time begins or ends is shorter or longer by the hour.
 */
export function openIntervals(day: DateTime, calendar: BusinessCalendar): Interval[] {
  const merged: Interval[] = [];
  const midnight = day.startOf('day');
  const at = (minutes: number) =>
    (minutes === 1440
      ? midnight.plus({ days: 1 })
      : midnight.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    ).toMillis();
  const periods = [...periodsOn(day, calendar)].sort((a, b) => a[0] - b[0]);
  for (const [from, to] of periods) {
    const interval = { start: at(from), end: at(to) };
    const last = merged.at(-1);
    if (last && interval.start <= last.end) last.end = Math.max(last.end, interval.end);
    else if (interval.start < interval.end) merged.push(interval);
  }
  return merged;
}
