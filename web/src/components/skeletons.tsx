import { useDelayed } from '../lib/use-delayed.ts';
import styles from './skeletons.module.css';

const widths = ['62%', '48%', '71%', '55%', '66%', '43%', '58%', '69%'];

/** Rows that are on their way; nothing in the first 150 ms. */
export function ListSkeleton({ rows = 8, rowHeight = 60 }: { rows?: number; rowHeight?: number }) {
  if (!useDelayed(true)) return null;
  return (
    <div aria-hidden className={styles.list}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={i} className={styles.row} style={{ blockSize: rowHeight }}>
          <span className={styles.bar} style={{ inlineSize: widths[i % widths.length] }} />
          <span className={styles.bar} style={{ inlineSize: widths[(i + 3) % widths.length] }} />
        </div>
      ))}
    </div>
  );
}

/** A text that is on its way. */
export function TextSkeleton({ lines = 5 }: { lines?: number }) {
  if (!useDelayed(true)) return null;
  return (
    <div aria-hidden className={styles.text}>
      {Array.from({ length: lines }, (_, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          key={i}
          className={styles.bar}
          style={{ inlineSize: i === lines - 1 ? '38%' : widths[(i * 2) % widths.length] }}
        />
      ))}
    </div>
  );
}
