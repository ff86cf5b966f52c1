import { IconDoor } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardColumns, getBoard } from '../../../../libs/contracts/production.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { keyOf, reading } from '../../lib/query.ts';
import { useServerEvent } from '../../lib/socket.ts';
import styles from './board.module.css';
import { BoardCard } from './board-card.tsx';

/** Production's board: columns by state, live. */
export function BoardPage() {
  const { t, i18n } = useTranslation('production');
  const client = useQueryClient();
  const board = useQuery(reading(getBoard, { query: { language: i18n.language } }));
  useServerEvent('specification.changed', () => void client.invalidateQueries({ queryKey: keyOf(getBoard) }));
  return (
    <Page title={t('title')} isWide>
      {board.error ? <ErrorNotice error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.data?.cards.length === 0 && (
        <EmptyState icon={IconDoor} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {board.data && board.data.cards.length > 0 && (
        <div className={styles.board}>
          {boardColumns.map((column) => {
            const cards = board.data.cards.filter((c) => c.state === column);
            return (
              <section key={column} className={styles.column} aria-label={t(`state.${column}`)}>
                <h2 className={styles.columnTitle}>
                  {t(`state.${column}`)} <bdi className={styles.count}>{cards.length}</bdi>
                </h2>
                <div className={styles.cards}>
                  {cards.length === 0 ? (
                    <p className={styles.columnEmpty}>{t('columnEmpty')}</p>
                  ) : (
                    cards.map((card) => <BoardCard key={card.id} card={card} />)
                  )}
                </div>
              </section>
            );
          })}
        </div>
      )}
    </Page>
  );
}
