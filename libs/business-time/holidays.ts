import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { chineseDayOff, isChineseMakeUpDay, isKnownChineseYear } from './chinese-days-off.ts';

/** A country and, where holidays differ inside it, its subdivision as ISO 3166-2 writes it after the hyphen (DE-BY → BY). */
export interface HolidayPlace {
  country: string;
  subdivision?: string | null;
}

// Working out a year costs some milliseconds (lunar calendars tens of them) and never changes: kept per place, year, language.
const knownYears = new Map<string, Map<string, string>>();

// A day counts as free when the holiday covers its late morning: holidays of the Islamic calendar begin at sunset of the day
// before, and half-holidays of part of the people (8 March, 4 May in China) begin at noon.
const LATE_MORNING = 11;

function daysOfYear(place: HolidayPlace, year: number, language: string): Map<string, string> {
  const key = `${place.country}-${place.subdivision ?? ''}/${year}/${language}`;
  const known = knownYears.get(key);
  if (known) return known;
  const where = { country: place.country, ...(place.subdivision ? { state: place.subdivision } : {}) };
  const source = new Holidays(where, { types: ['public'] });
  const zone = source.getTimezones()?.[0] ?? 'utc';
  const days = new Map<string, string>();
  // An Islamic holiday may begin in the last hours of the year before.
  for (const holiday of [...source.getHolidays(year - 1, language), ...source.getHolidays(year, language)]) {
    if (holiday.type !== 'public') continue;
    const end = DateTime.fromJSDate(holiday.end, { zone });
    let day = DateTime.fromJSDate(holiday.start, { zone }).set({
      hour: LATE_MORNING,
      minute: 0,
      second: 0,
      millisecond: 0,
    });
    if (day.toMillis() < holiday.start.getTime()) day = day.plus({ days: 1 });
    for (; day < end; day = day.plus({ days: 1 })) {
      const date = day.toISODate()!;
      if (day.year === year && !days.has(date)) days.set(date, holiday.name);
    }
  }
  knownYears.set(key, days);
  return days;
}

/**
 * Name of the public holiday on a local date (YYYY-MM-DD) in the language asked for, else in one of the country's own;
 * undefined on other days and for unknown countries. China follows the State Council's notice of the year where it is known,
 * with the free days between. Source otherwise: the npm package date-holidays; dates of the Islamic calendar are computed,
 * the announced ones may differ by a day.
 */
export function holidayName(date: string, place: HolidayPlace, language = 'en'): string | undefined {
  const year = Number(date.slice(0, 4));
  const primary = language.split('-')[0]!;
  if (place.country === 'CN' && isKnownChineseYear(year)) return chineseDayOff(date)?.[primary === 'zh' ? 'zh' : 'en'];
  return daysOfYear(place, year, primary).get(date);
}

/** Whether a weekend day is worked in exchange for a holiday (China's 调休). `date` is a local YYYY-MM-DD. */
export const isMakeUpDay = (date: string, place: HolidayPlace): boolean =>
  place.country === 'CN' && isChineseMakeUpDay(date);
