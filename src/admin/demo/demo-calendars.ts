import { type BusinessCalendar, businessCalendar, weekly } from '../../../libs/business-time/index.ts';
import type { CalendarKey } from './demo-types.ts';

const mondayToFriday = [1, 2, 3, 4, 5];

export interface DemoCalendar {
  key: CalendarKey;
  name: string;
  calendar: BusinessCalendar;
}

/** Where the team sits: midday breaks in Chongqing and Madrid, the Dubai Friday, Chinese and local holidays. */
export const demoCalendars: DemoCalendar[] = [
  {
    key: 'chongqing',
    name: 'Chongqing office',
    calendar: businessCalendar.parse({
      timeZone: 'Asia/Shanghai',
      periods: weekly(mondayToFriday, '08:30-12:00', '13:30-18:00'),
      holidays: { country: 'CN' },
    }),
  },
  {
    key: 'paris',
    name: 'Paris',
    calendar: businessCalendar.parse({
      timeZone: 'Europe/Paris',
      periods: weekly(mondayToFriday, '09:00-12:30', '14:00-18:00'),
      holidays: { country: 'FR' },
    }),
  },
  {
    key: 'berlin',
    name: 'Berlin',
    calendar: businessCalendar.parse({
      timeZone: 'Europe/Berlin',
      periods: weekly(mondayToFriday, '08:00-16:30'),
      holidays: { country: 'DE', subdivision: 'BE' },
    }),
  },
  {
    key: 'lagos',
    name: 'Lagos',
    calendar: businessCalendar.parse({
      timeZone: 'Africa/Lagos',
      periods: { ...weekly(mondayToFriday, '08:00-17:00'), ...weekly([6], '09:00-13:00') },
      holidays: { country: 'NG' },
    }),
  },
  {
    key: 'madrid',
    name: 'Madrid',
    calendar: businessCalendar.parse({
      timeZone: 'Europe/Madrid',
      periods: { ...weekly([1, 2, 3, 4], '09:00-14:00', '16:00-19:00'), ...weekly([5], '08:00-15:00') },
      holidays: { country: 'ES', subdivision: 'MD' },
    }),
  },
  {
    key: 'dubai',
    name: 'Dubai',
    calendar: businessCalendar.parse({
      timeZone: 'Asia/Dubai',
      periods: { ...weekly([1, 2, 3, 4], '08:30-17:30'), ...weekly([5], '08:00-12:00') },
      holidays: { country: 'AE' },
    }),
  },
];

/** The hours of one office. */
export const demoCalendar = (key: CalendarKey): BusinessCalendar => demoCalendars.find((c) => c.key === key)!.calendar;
