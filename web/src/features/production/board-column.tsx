import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCard as Card } from '../../../../libs/contracts/production.ts';
import styles from './board.module.css';
import { BoardCard } from './board-card.tsx';

const cardHeight = 150;

/** One state's cards; only those on the screen are made. */
export const BoardColumn = memo(function BoardColumn({
  state,
  cards,
}: {
  state: Card['state'];
  cards: readonly Card[];
}) {
  const { t } = useTranslation('production');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => cardHeight,
    getItemKey: (i) => cards[i]!.id,
    gap: 8,
    overscan: 4,
  });
  return (
    <section className={styles.column} data-empty={cards.length === 0 || undefined} aria-label={t(`state.${state}`)}>
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
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
              >
                <BoardCard card={cards[index]!} />
              </div>
            ))}
          </div>
        )}
      </div>
    </section>
  );
});
