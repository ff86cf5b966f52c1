import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCard as Card } from '../../../../libs/contracts/board.ts';
import { useStore } from '../../lib/store.ts';
import styles from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { boardSelection, chooseAll } from './board-selection.ts';

const cardHeight = 150;

/** One state's cards; only those on the screen are made. */
export const BoardColumn = memo(function BoardColumn({
  state,
  cards,
  canChoose,
}: {
  state: Card['state'];
  cards: readonly Card[];
  canChoose: boolean;
}) {
  const { t } = useTranslation('production');
  const scroll = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => cards.map((c) => c.id), [cards]);
  const at = useStore(boardSelection, (s) => (s.cursor === null ? -1 : ids.indexOf(s.cursor)));
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => cardHeight,
    getItemKey: (i) => cards[i]!.id,
    gap: 8,
    overscan: 4,
    initialRect: { width: 256, height: 800 },
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <section
      className={styles.column}
      data-empty={cards.length === 0 || undefined}
      aria-label={t(`state.${state}`)}
      onKeyDown={canChoose ? (event) => chooseAllByKey(event, ids) : undefined}
    >
      <h2 className={styles.columnTitle}>
        {t(`state.${state}`)} <bdi className={styles.count}>{cards.length}</bdi>
      </h2>
      <div ref={scroll} className={styles.cards}>
        {cards.length === 0 ? (
          <p className={styles.columnEmpty}>{t('columnEmpty')}</p>
        ) : (
          <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ key, index, start }) => (
              <div
                key={key}
                data-index={index}
                ref={virtual.measureElement}
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                <BoardCard card={cards[index]!} ids={ids} canChoose={canChoose} />
              </div>
            ))}
          </div>
        )}
      </div>
    </section>
  );
});

/** Ctrl or ⌘ and A: everything where the focus is. */
export function chooseAllByKey(event: KeyboardEvent, ids: readonly string[]): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (event.code !== 'KeyA' && event.key.toLowerCase() !== 'a') return;
  event.preventDefault();
  chooseAll(ids);
}
