import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../libs/business-time/iso-week.ts';
import type { CapacityWeek } from '../../../../libs/contracts/capacity.ts';
import { useLanguage } from '../../components/use-language.ts';
import { calendarSpan } from '../../lib/format.ts';

/** `Week 48` and its days, in the person's language. */
export function useWeekLabel(): (week: { week: string; monday: string }) => { name: string; days: string } {
  const { t } = useTranslation('board');
  const language = useLanguage();
  return ({ week, monday }) => ({
    name: t('capacity.week', { week: Number(week.slice(-2)) }),
    days: calendarSpan(monday, addDays(monday, 6), language),
  });
}

export type Fullness = 'unknown' | 'closed' | 'room' | 'full' | 'over';

export function fullnessOf({ promised, capacity }: Pick<CapacityWeek, 'promised' | 'capacity'>): Fullness {
  if (capacity === null) return 'unknown';
  if (promised > capacity) return 'over';
  if (capacity === 0) return 'closed';
  return promised === capacity ? 'full' : 'room';
}

/** How much of the week is promised, in words. */
export function useFullnessText(): (week: CapacityWeek) => string {
  const { t } = useTranslation('board');
  return (week) => {
    const fullness = fullnessOf(week);
    switch (fullness) {
      case 'over':
        return t('capacity.over', { count: week.promised - week.capacity! });
      case 'room':
        return t('capacity.room', { count: week.capacity! - week.promised });
      case 'unknown':
        return t('capacity.unknown');
      default:
        return t(`capacity.${fullness}`);
    }
  };
}
