import { IANAZone } from 'luxon';
import { z } from 'zod';

const MINUTES_OF_DAY = 1440;
const minuteOfDay = z.number().int().min(0).max(MINUTES_OF_DAY);

/** From (inclusive) to (exclusive) in minutes of the local day; a night shift is written as two periods on two days. */
export const period = z
  .tuple([minuteOfDay, minuteOfDay])
  .refine(([from, to]) => from < to, 'a period must end after it begins');
export type Period = z.infer<typeof period>;

const localDate = z.iso.date();

/** When somebody works: hours by weekday, public holidays, single exceptions, in one time zone. */
export const businessCalendar = z.object({
  /** IANA name, such as Asia/Shanghai. */
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'unknown time zone'),
  /** Periods by ISO weekday, '1' Monday … '7' Sunday; a missing weekday is closed. Overlapping periods count once. */
  periods: z.record(z.string().regex(/^[1-7]$/), z.array(period).max(12)),
  /** Closed on the public holidays of this place, open on its make-up working days; null works through. */
  holidays: z
    .object({ country: z.string().regex(/^[A-Z]{2}$/), subdivision: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  /** Days that differ from both: no periods means closed. */
  exceptions: z
    .array(z.object({ date: localDate, periods: z.array(period).max(12), note: z.string().max(200).default('') }))
    .default([]),
});
export type BusinessCalendar = z.output<typeof businessCalendar>;
export type BusinessCalendarInput = z.input<typeof businessCalendar>;

/** Open day and night, every day: the clock of marketplaces that count weekends and holidays. */
export const alwaysOpen: BusinessCalendar = businessCalendar.parse({
  timeZone: 'UTC',
  periods: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [[0, MINUTES_OF_DAY]]])),
});

/** '08:30' → 510, '24:00' → 1440. @throws RangeError for anything else */
export function minutesOfDay(clock: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!match || Number(match[2]) > 59 || minutes > MINUTES_OF_DAY) throw new RangeError(`not a time of day: ${clock}`);
  return minutes;
}

/** The same hours on several weekdays: `weekly([1, 2, 3, 4, 5], '08:30-12:00', '13:30-18:00')`. */
export function weekly(days: readonly number[], ...spans: string[]): Record<string, Period[]> {
  const periods = spans.map((span): Period => {
    const [from, to] = span.split('-');
    return [minutesOfDay(from ?? ''), minutesOfDay(to ?? '')];
  });
  return Object.fromEntries(days.map((day) => [String(day), periods]));
}
