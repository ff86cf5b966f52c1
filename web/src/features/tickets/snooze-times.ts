/** Until when a ticket may sleep, reckoned in the person's own time zone. */
export interface SnoozeTime {
  id: 'laterToday' | 'tomorrow' | 'nextWeek' | 'inMonth';
  at: Date;
}

const at = (day: Date, days: number, hour: number): Date => {
  const moment = new Date(day);
  moment.setDate(moment.getDate() + days);
  moment.setHours(hour, 0, 0, 0);
  return moment;
};

/** In three hours (while the day lasts), tomorrow at nine, Monday at nine, in four weeks. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const later = new Date(Math.ceil((now.getTime() + 3 * 3_600_000) / 1_800_000) * 1_800_000);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const times: SnoozeTime[] = [
    { id: 'tomorrow', at: at(now, 1, 9) },
    { id: 'nextWeek', at: at(now, untilMonday, 9) },
    { id: 'inMonth', at: at(now, 28, 9) },
  ];
  return later.getDate() === now.getDate() ? [{ id: 'laterToday', at: later }, ...times] : times;
}
