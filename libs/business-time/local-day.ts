import { DateTime } from 'luxon';
import { holidayName, isMakeUpDay } from './holidays.ts';
import { weekendDays } from './weekends.ts';

/** Hours in which a telephone call would be welcome. */
const DAY_BEGINS = 7;
const DAY_ENDS = 21;

export interface LocalDayInfo {
  /** ISO 8601 with the place's own offset: 2026-11-23T12:56:00.000+01:00. */
  localTime: string;
  /** Between 7 and 21 o'clock. */
  isDay: boolean;
  /** Neither weekly rest nor public holiday, or a make-up working day. */
  isWorkingDay: boolean;
  /** Public holiday of that local date. */
  holiday?: string;
}

/**
 * What day it is where the buyer is.
 * @param country ISO 3166-1 alpha-2, null when unknown (Saturday and Sunday are then taken as weekend, no holidays)
 * @param timeZone IANA name
 * @param language of the holiday's name; falls back to a language of the country
 * @throws RangeError for an unknown time zone
 */
export function localDayInfo(country: string | null, timeZone: string, at: Date, language = 'en'): LocalDayInfo {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`unknown time zone: ${timeZone}`);
  const date = local.toISODate()!;
  const holiday = country ? holidayName(date, { country }, language) : undefined;
  const isMakeUp = country !== null && isMakeUpDay(date, { country });
  const isWeekend = weekendDays(country ?? '').includes(local.weekday);
  return {
    localTime: local.toISO()!,
    isDay: local.hour >= DAY_BEGINS && local.hour < DAY_ENDS,
    isWorkingDay: isMakeUp || (!isWeekend && holiday === undefined),
    ...(holiday === undefined ? {} : { holiday }),
  };
}
