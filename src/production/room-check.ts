import { addDays, daysBetween } from '../../libs/business-time/index.ts';
import type { CapacityWeek, RoomCheck } from '../../libs/contracts/index.ts';

/**
 * Weeks that would be over-full, and where there is room instead.
 * @param weeks in order, without what is to be added
 * @param adding Monday → what is to be promised for that week
 * @param today `2026-11-23`
 */
export function checkWeeks(
  weeks: readonly CapacityWeek[],
  adding: ReadonlyMap<string, number>,
  today: string,
): RoomCheck {
  const full = weeks.flatMap(({ week, monday, promised, capacity }) => {
    const more = adding.get(monday) ?? 0;
    return capacity !== null && more > 0 && promised + more > capacity
      ? [{ week, monday, promised, capacity, adding: more }]
      : [];
  });
  const first = full[0];
  if (!first) return { full, firstRoom: null };
  const needed = Math.max(...full.map((f) => f.adding));
  const later = weeks.filter((w) => w.monday >= first.monday);
  const free = (w: CapacityWeek): number => (w.capacity ?? Number.POSITIVE_INFINITY) - w.promised;
  // What is more than any week takes begins in a week of its own.
  const room =
    later.find((w) => free(w) >= needed) ??
    later.find((w) => w.promised === 0 && w.capacity !== null && w.capacity > 0);
  if (!room || room.monday === first.monday) return { full, firstRoom: null };
  const leadTimeDays = daysBetween(today, addDays(room.monday, 4));
  return { full, firstRoom: { week: room.week, monday: room.monday, leadTimeDays } };
}
