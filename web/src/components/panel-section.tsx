import type { ReactNode } from 'react';
import styles from './panel-section.module.css';

/** A section of a side panel: a quiet heading, what belongs to it, and at most one action. */
export function PanelSection({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
