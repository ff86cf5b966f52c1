import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { useStore } from '../../lib/store.ts';
import { inboxState } from './inbox-state.ts';
import styles from './ticket-list.module.css';
import { type RowHandlers, TicketListRow } from './ticket-list-row.tsx';

const rowHeight = 60;
/** The next page is fetched when this few rows are left below. */
const reserve = 20;

/** Thousands of rows of which only those on the screen exist; what comes in above does not move what is being read. */
export function TicketList({
  rows,
  openId,
  loadMore,
  handlers,
  label,
}: {
  rows: readonly TicketRow[];
  openId: string | undefined;
  loadMore: () => void;
  handlers: RowHandlers;
  label: string;
}) {
  const { t } = useTranslation('inbox');
  const scroller = useRef<HTMLDivElement>(null);
  const cursor = useStore(inboxState, (s) => s.cursor);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialRect: { width: 360, height: 800 },
  });
  const news = useStillReading(scroller, rows);
  // One row takes the focus of the Tab key: that under the cursor, else the first.
  const tabStop = rows.some((r) => r.id === cursor) ? cursor : rows[0]?.id;
  useCursorInView(virtual, rows, cursor);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - reserve) loadMore();
  }, [last, rows.length, loadMore]);

  return (
    <div className={styles.frame}>
      {news.count > 0 && (
        <button type="button" className={styles.news} onClick={() => news.show()}>
          {t('list.news', { count: news.count })}
        </button>
      )}
      <div className={styles.scroll} ref={scroller} data-ticket-list>
        <ul className={styles.list} aria-label={label} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <li
                  key={item.key}
                  className={styles.item}
                  aria-posinset={item.index + 1}
                  aria-setsize={rows.length}
                  style={{ blockSize: rowHeight, transform: `translateY(${item.start}px)` }}
                >
                  <TicketListRow
                    row={row}
                    isOpen={row.id === openId}
                    isTabStop={row.id === tabStop}
                    handlers={handlers}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** The row under the keys is always to be seen, and has the focus whenever the list has it. */
function useCursorInView(
  virtual: { scrollToIndex(index: number, options?: { align: 'auto' }): void },
  rows: readonly TicketRow[],
  cursor: string | null,
): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (cursor === null || cursor === shown.current) return;
    const index = rows.findIndex((r) => r.id === cursor);
    if (index < 0) return;
    shown.current = cursor;
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [cursor, rows, virtual]);
}

/** Keeps the rows under the eye where they are when others come in above; counts those until they are looked at. */
function useStillReading(scroller: { current: HTMLDivElement | null }, rows: readonly TicketRow[]) {
  const before = useRef<readonly TicketRow[]>(rows);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    const previous = before.current;
    before.current = rows;
    if (!element || previous === rows || element.scrollTop < rowHeight) return;
    const topIndex = Math.floor(element.scrollTop / rowHeight);
    const top = previous[topIndex];
    const index = top ? rows.findIndex((r) => r.id === top.id) : -1;
    if (index < 0 || index === topIndex) return;
    element.scrollTop += (index - topIndex) * rowHeight;
    if (index > topIndex) setCount((n) => n + index - topIndex);
  }, [rows, scroller]);
  useEffect(() => {
    const element = scroller.current;
    const look = () => {
      if (element && element.scrollTop < rowHeight) setCount(0);
    };
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [scroller]);
  const show = () => {
    setCount(0);
    scroller.current?.scrollTo({ top: 0 });
  };
  return { count, show };
}
