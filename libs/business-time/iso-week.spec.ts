import fc from 'fast-check';
import { addDays, dayIn, daysBetween, isoWeekOf, mondayOf, mondayOfWeek } from './iso-week.ts';

describe('weeks of ISO 8601', () => {
  it('belong to the year of their Thursday', () => {
    expect(
      ['2026-11-23', '2026-11-29', '2027-01-03', '2027-01-04', '2024-12-30', '2021-01-03', '2020-12-31'].map(isoWeekOf),
    ).toEqual(['2026-W48', '2026-W48', '2026-W53', '2027-W01', '2025-W01', '2020-W53', '2020-W53']);
  });

  it('are found again by their Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = addDays('1970-01-01', n);
        expect(mondayOfWeek(isoWeekOf(day))).toBe(mondayOf(day));
        expect(daysBetween(mondayOf(day), day)).toBeLessThan(7);
      }),
    );
  });

  it('are not made up', () => {
    expect([mondayOfWeek('2026-W54'), mondayOfWeek('2027-W53'), mondayOfWeek('2026-W00'), mondayOfWeek('x')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

it('the day is the one of the place', () => {
  const now = new Date('2026-11-22T18:30:00Z');
  expect([dayIn(now, 'Asia/Shanghai'), dayIn(now, 'America/Chicago')]).toEqual(['2026-11-23', '2026-11-22']);
});
