import type { CapacityWeek } from '../../../../libs/contracts/capacity.ts';
import styles from './capacity.module.css';
import { fullnessOf } from './week-label.tsx';

/** What is promised of what the week takes; the words stand beside it. */
export function CapacityBar({ week }: { week: CapacityWeek }) {
  const { promised, capacity } = week;
  const share = capacity === null || capacity === 0 ? (promised > 0 ? 1 : 0) : Math.min(1, promised / capacity);
  return (
    <span className={styles.track} data-fullness={fullnessOf(week)} aria-hidden>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
