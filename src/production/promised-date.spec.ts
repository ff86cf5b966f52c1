import { promisedDate } from './promised-date.ts';

const days = (leadTimeDays: number | null, extraDays: number | null = null) => ({ leadTimeDays, extraDays });
const place = { dueDate: '2026-12-18', before: null, isDueDateNew: false };

describe('the day that is promised', () => {
  it('is counted from today where production says how long', () => {
    expect(promisedDate('2026-11-23', days(35), place)).toBe('2026-12-28');
    expect(promisedDate('2026-11-23', days(35, 4), place)).toBe('2027-01-01');
    expect(promisedDate('2026-11-23', days(0), place)).toBe('2026-11-23');
  });

  it('is what the buyer wants where production says nothing', () => {
    expect(promisedDate('2026-11-23', null, place)).toBe('2026-12-18');
    expect(promisedDate('2026-11-23', days(null), { ...place, dueDate: null })).toBeNull();
  });

  it('moves by the days that a change adds', () => {
    const changed = { dueDate: '2026-12-18', before: '2026-12-28', isDueDateNew: false };
    expect(promisedDate('2026-12-01', days(null, 4), changed)).toBe('2027-01-01');
    expect(promisedDate('2026-12-01', days(null, 0), changed)).toBe('2026-12-28');
    expect(promisedDate('2026-12-01', null, { ...changed, isDueDateNew: true })).toBe('2026-12-18');
  });
});
