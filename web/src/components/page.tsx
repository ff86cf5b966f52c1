import type { ReactNode } from 'react';
import { AppMenuButton } from './app-menu-button.tsx';
import styles from './page.module.css';

/** A screen of its own: a heading with its actions, and content that scrolls. */
export function Page({
  title,
  actions,
  children,
  isWide = false,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Uses the whole width: boards and tables. */
  isWide?: boolean;
}) {
  return (
    <main className={styles.page} id="main">
      <header className={styles.head}>
        <AppMenuButton />
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.actions}>{actions}</div>
      </header>
      <div className={styles.scroll}>
        <div className={isWide ? styles.wide : styles.measure}>{children}</div>
      </div>
    </main>
  );
}
