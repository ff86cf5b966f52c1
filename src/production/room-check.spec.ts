import { addDays, isoWeekOf } from '../../libs/business-time/index.ts';
import type { CapacityWeek } from '../../libs/contracts/index.ts';
import { checkWeeks } from './room-check.ts';

const monday = '2026-11-23';
/** Weeks from the given Monday on: [promised, capacity]. */
const weeks = (...of: [number, number | null][]): CapacityWeek[] =>
  of.map(([promised, capacity], i) => {
    const at = addDays(monday, i * 7);
    return { week: isoWeekOf(at), monday: at, capacity, isException: false, note: '', promised, asked: 0 };
  });
const at = (i: number): string => addDays(monday, i * 7);

describe('room in a week', () => {
  it('is there up to the last piece', () => {
    expect(checkWeeks(weeks([18, 20]), new Map([[at(0), 2]]), monday)).toEqual({ full: [], firstRoom: null });
  });

  it('is looked for from the full week on', () => {
    const found = checkWeeks(weeks([0, 20], [20, 20], [19, 20], [15, 20]), new Map([[at(1), 2]]), '2026-11-25');
    expect(found.full).toEqual([{ week: '2026-W49', monday: '2026-11-30', promised: 20, capacity: 20, adding: 2 }]);
    expect(found.firstRoom).toEqual({ week: '2026-W51', monday: '2026-12-14', leadTimeDays: 23 });
  });

  it('of a closed week there is none', () => {
    expect(checkWeeks(weeks([0, 0], [0, 20]), new Map([[at(0), 1]]), monday).firstRoom?.monday).toBe(at(1));
  });

  it('for more than a week takes is in a week of its own', () => {
    const found = checkWeeks(weeks([5, 20], [5, 20], [0, 20]), new Map([[at(0), 50]]), monday);
    expect(found.firstRoom?.monday).toBe(at(2));
  });

  it('is not made up where all are full, and not missed where nobody has said', () => {
    expect(checkWeeks(weeks([20, 20], [20, 20]), new Map([[at(0), 1]]), monday).firstRoom).toBeNull();
    expect(checkWeeks(weeks([900, null]), new Map([[at(0), 1]]), monday).full).toEqual([]);
  });
});
