import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingTime,
  alwaysOpen,
  type BusinessCalendarInput,
  businessCalendar,
  isOpen,
  nextOpening,
  weekly,
  workingMinutesBetween,
} from './index.ts';

const calendar = (input: BusinessCalendarInput) => businessCalendar.parse(input);
const weekdays = [1, 2, 3, 4, 5];

const chongqing = calendar({
  timeZone: 'Asia/Shanghai',
  periods: weekly(weekdays, '09:00-18:00'),
  holidays: { country: 'CN' },
});
const split = calendar({
  timeZone: 'Europe/Paris',
  periods: weekly(weekdays, '08:30-12:00', '14:00-18:30'),
  holidays: { country: 'FR' },
});
const newYork = calendar({
  timeZone: 'America/New_York',
  periods: weekly(weekdays, '09:00-17:00'),
  holidays: { country: 'US' },
});
const riyadh = calendar({
  timeZone: 'Asia/Riyadh',
  periods: weekly([7, 1, 2, 3, 4], '08:00-16:00'),
  holidays: { country: 'SA' },
});
const berlinNights = calendar({ timeZone: 'Europe/Berlin', periods: weekly([1, 2, 3, 4, 5, 6, 7], '00:00-24:00') });
const newYorkNights = calendar({ timeZone: 'America/New_York', periods: weekly([1, 2, 3, 4, 5, 6, 7], '00:00-24:00') });
const bavaria = calendar({
  timeZone: 'Europe/Berlin',
  periods: weekly(weekdays, '09:00-17:00'),
  holidays: { country: 'DE', subdivision: 'BY' },
});
const exceptions = calendar({
  timeZone: 'Asia/Shanghai',
  periods: weekly(weekdays, '09:00-18:00'),
  holidays: { country: 'CN' },
  exceptions: [
    { date: '2026-11-24', periods: [] },
    { date: '2026-11-28', periods: [[600, 720]] },
  ],
});

const hours = (n: number) => n * 60;

describe('addWorkingTime', () => {
  it.each([
    ['within one day', chongqing, '2026-11-23T10:00+08:00', hours(4), '2026-11-23T14:00+08:00'],
    [
      'up to closing time ends at closing time',
      chongqing,
      '2026-11-23T09:00+08:00',
      hours(9),
      '2026-11-23T18:00+08:00',
    ],
    ['over the night', chongqing, '2026-11-23T17:00+08:00', hours(4), '2026-11-24T12:00+08:00'],
    ['begun in the night', chongqing, '2026-11-23T03:00+08:00', hours(1), '2026-11-23T10:00+08:00'],
    ['over the weekend', chongqing, '2026-11-20T17:00+08:00', hours(2), '2026-11-23T10:00+08:00'],
    ['asked elsewhere, counted here', chongqing, '2026-11-20T23:30-05:00', hours(1), '2026-11-23T10:00+08:00'],
    [
      'Spring Festival with its worked Saturdays',
      chongqing,
      '2026-02-13T17:00+08:00',
      hours(12),
      '2026-02-24T11:00+08:00',
    ],
    ['Spring Festival 2025 from the eve', chongqing, '2025-01-27T17:00+08:00', hours(2), '2025-02-05T10:00+08:00'],
    [
      'National Day and the Saturday after it',
      chongqing,
      '2026-09-30T17:00+08:00',
      hours(3 * 9),
      '2026-10-10T17:00+08:00',
    ],
    ['National Day of a year without notice', chongqing, '2027-09-30T17:00+08:00', hours(2), '2027-10-04T10:00+08:00'],
    ['split shift over the midday break', split, '2026-11-23T11:00+01:00', hours(2), '2026-11-23T15:00+01:00'],
    ['split shift asked during the break', split, '2026-11-23T13:00+01:00', 30, '2026-11-23T14:30+01:00'],
    ['French bank holiday in the week', split, '2026-11-10T18:00+01:00', hours(1), '2026-11-12T09:00+01:00'],
    [
      'summer time begins in the US, office hours stay',
      newYork,
      '2026-03-06T16:00-05:00',
      hours(2),
      '2026-03-09T10:00-04:00',
    ],
    [
      'summer time ends in the US, office hours stay',
      newYork,
      '2026-10-30T16:00-04:00',
      hours(2),
      '2026-11-02T10:00-05:00',
    ],
    ['Thanksgiving', newYork, '2026-11-25T16:00-05:00', hours(2), '2026-11-27T10:00-05:00'],
    ['the short day in Europe', berlinNights, '2026-03-29T00:00+01:00', hours(4), '2026-03-29T05:00+02:00'],
    ['the long day in Europe', berlinNights, '2026-10-25T00:00+02:00', hours(4), '2026-10-25T03:00+01:00'],
    ['the short day in the US', newYorkNights, '2026-03-08T00:00-05:00', hours(24), '2026-03-09T01:00-04:00'],
    ['Gulf weekend', riyadh, '2026-11-19T15:00+03:00', hours(2), '2026-11-22T09:00+03:00'],
    ['Eid al-Fitr', riyadh, '2026-03-18T15:00+03:00', hours(2), '2026-03-23T09:00+03:00'],
    ['a holiday of one province', bavaria, '2026-01-05T16:00+01:00', hours(2), '2026-01-07T10:00+01:00'],
    ['an exception that closes', exceptions, '2026-11-23T17:00+08:00', hours(2), '2026-11-25T10:00+08:00'],
    ['an exception that opens a Saturday', exceptions, '2026-11-27T17:00+08:00', hours(2), '2026-11-28T11:00+08:00'],
    ['day and night', alwaysOpen, '2026-12-24T22:00Z', hours(24), '2026-12-25T22:00Z'],
    ['nothing while open', chongqing, '2026-11-23T10:00+08:00', 0, '2026-11-23T10:00+08:00'],
    ['nothing while closed', chongqing, '2026-11-22T10:00+08:00', 0, '2026-11-23T09:00+08:00'],
  ])('%s', (_name, within, start, minutes, expected) => {
    expect(addWorkingTime(new Date(start), minutes, within).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('refuses what has no end', () => {
    const never = calendar({ timeZone: 'UTC', periods: {} });
    expect(() => addWorkingTime(new Date(), 1, never)).toThrow(RangeError);
    expect(() => addWorkingTime(new Date(), -1, alwaysOpen)).toThrow(RangeError);
    expect(() => addWorkingTime(new Date(), Number.NaN, alwaysOpen)).toThrow(RangeError);
    expect(nextOpening(new Date(), never)).toBeNull();
  });
});

describe('isOpen and nextOpening', () => {
  it.each([
    ['opening time', '2026-11-23T08:30+01:00', true, '2026-11-23T08:30+01:00'],
    ['midday break', '2026-11-23T12:00+01:00', false, '2026-11-23T14:00+01:00'],
    ['last minute', '2026-11-23T18:29+01:00', true, '2026-11-23T18:29+01:00'],
    ['closing time', '2026-11-23T18:30+01:00', false, '2026-11-24T08:30+01:00'],
    ['Sunday', '2026-11-22T10:00+01:00', false, '2026-11-23T08:30+01:00'],
    ['Christmas before a weekend', '2026-12-25T10:00+01:00', false, '2026-12-28T08:30+01:00'],
  ])('%s', (_name, at, open, next) => {
    expect(isOpen(new Date(at), split)).toBe(open);
    expect(nextOpening(new Date(at), split)).toEqual(new Date(next));
  });

  it('is open on a worked Saturday and counts overlapping periods once', () => {
    expect(isOpen(new Date('2026-10-10T10:00+08:00'), chongqing)).toBe(true);
    const overlapping = calendar({
      timeZone: 'UTC',
      periods: {
        1: [
          [600, 720],
          [540, 660],
          [720, 780],
        ],
      },
    });
    expect(workingMinutesBetween(new Date('2026-11-23T00:00Z'), new Date('2026-11-24T00:00Z'), overlapping)).toBe(240);
  });
});

describe('the schema', () => {
  it.each([
    ['an unknown time zone', { timeZone: 'Asia/Chongqing-City', periods: {} }],
    ['a period that ends before it begins', { timeZone: 'UTC', periods: { 1: [[600, 540]] } }],
    ['an eighth weekday', { timeZone: 'UTC', periods: { 8: [[0, 60]] } }],
    ['a day past midnight', { timeZone: 'UTC', periods: { 1: [[0, 1500]] } }],
  ])('refuses %s', (_name, input) => {
    expect(businessCalendar.safeParse(input).success).toBe(false);
  });
});

describe('for any start and span', () => {
  const start = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  const span = fc.integer({ min: 0, max: 60 * 24 * 30 });
  const anyCalendar = fc.constantFrom(chongqing, split, newYork, riyadh, berlinNights, bavaria, exceptions, alwaysOpen);

  it('a later start never has an earlier deadline', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 0, max: 10 * 86_400_000 }),
        span,
        anyCalendar,
        (from, later, minutes, within) => {
          const first = addWorkingTime(from, minutes, within);
          const second = addWorkingTime(new Date(from.getTime() + later), minutes, within);
          return first.getTime() <= second.getTime();
        },
      ),
    );
  });

  it('the deadline is as many open minutes away as were asked for', () => {
    fc.assert(
      fc.property(start, span, anyCalendar, (from, minutes, within) => {
        const due = addWorkingTime(from, minutes, within);
        expect(workingMinutesBetween(from, due, within)).toBeCloseTo(minutes, 6);
        expect(workingMinutesBetween(due, from, within)).toBeCloseTo(-minutes, 6);
      }),
    );
  });

  it('the next opening is open and nothing before it is', () => {
    fc.assert(
      fc.property(start, anyCalendar, (from, within) => {
        const next = nextOpening(from, within)!;
        return isOpen(next, within) && workingMinutesBetween(from, next, within) === 0;
      }),
    );
  });
});
