/**
 * China shifts weekend days to make long holidays (调休): which days are free and which Saturdays and Sundays are worked is
 * announced each autumn for one year and follows from no rule. Source: the State Council General Office's notices
 * 国办发明电〔2023〕7号, 〔2024〕12号 and 〔2025〕7号. A year that is not listed falls back to the statutory days.
 */
interface DaysOff {
  /** First and last free day, MM-DD. */
  from: string;
  to: string;
  zh: string;
  en: string;
}

interface ChineseYear {
  daysOff: DaysOff[];
  /** Weekend days that are worked, MM-DD. */
  worked: string[];
}

const off = (zh: string, en: string, from: string, to: string): DaysOff => ({ zh, en, from, to });
const newYear = (from: string, to = from) => off('元旦', "New Year's Day", from, to);
const spring = (from: string, to: string) => off('春节', 'Spring Festival', from, to);
const qingming = (from: string, to: string) => off('清明节', 'Qingming Festival', from, to);
const labour = (from: string, to: string) => off('劳动节', 'Labour Day', from, to);
const dragonBoat = (from: string, to: string) => off('端午节', 'Dragon Boat Festival', from, to);
const midAutumn = (from: string, to: string) => off('中秋节', 'Mid-Autumn Festival', from, to);
const national = (from: string, to: string) => off('国庆节', 'National Day', from, to);

const chineseYears: Record<number, ChineseYear> = {
  2024: {
    daysOff: [
      newYear('01-01'),
      spring('02-10', '02-17'),
      qingming('04-04', '04-06'),
      labour('05-01', '05-05'),
      dragonBoat('06-10', '06-10'),
      midAutumn('09-15', '09-17'),
      national('10-01', '10-07'),
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    daysOff: [
      newYear('01-01'),
      spring('01-28', '02-04'),
      qingming('04-04', '04-06'),
      labour('05-01', '05-05'),
      dragonBoat('05-31', '06-02'),
      national('10-01', '10-08'),
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    daysOff: [
      newYear('01-01', '01-03'),
      spring('02-15', '02-23'),
      qingming('04-04', '04-06'),
      labour('05-01', '05-05'),
      dragonBoat('06-19', '06-21'),
      midAutumn('09-25', '09-27'),
      national('10-01', '10-07'),
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

/** Years whose official notice is known here. */
export const knownChineseYears: readonly number[] = Object.keys(chineseYears).map(Number);

export const isKnownChineseYear = (year: number): boolean => year in chineseYears;

/** Name of the free day in Chinese and English, undefined on other days and in unknown years. `date` is YYYY-MM-DD. */
export function chineseDayOff(date: string): { zh: string; en: string } | undefined {
  const day = date.slice(5);
  return chineseYears[Number(date.slice(0, 4))]?.daysOff.find(({ from, to }) => from <= day && day <= to);
}

/** Whether a weekend day is worked in exchange for a holiday. `date` is YYYY-MM-DD. */
export const isChineseMakeUpDay = (date: string): boolean =>
  chineseYears[Number(date.slice(0, 4))]?.worked.includes(date.slice(5)) ?? false;
