/** Opening hours, public holidays and time zones → deadlines, and what day it is elsewhere. Pure. */
export {
  alwaysOpen,
  type BusinessCalendar,
  type BusinessCalendarInput,
  businessCalendar,
  minutesOfDay,
  type Period,
  period,
  weekly,
} from './calendar.ts';
export { knownChineseYears } from './chinese-days-off.ts';
export { type HolidayPlace, holidayName, isMakeUpDay } from './holidays.ts';
export { addDays, dayIn, daysBetween, isoWeekOf, mondayOf, mondayOfWeek } from './iso-week.ts';
export { type LocalDayInfo, localDayInfo } from './local-day.ts';
export { weekendDays } from './weekends.ts';
export { addWorkingTime, isOpen, nextOpening, workingMinutesBetween } from './working-time.ts';
