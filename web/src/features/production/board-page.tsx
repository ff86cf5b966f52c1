import { Select, TextInput } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardCard as Card, getBoard } from '../../../../libs/contracts/board.ts';
import { boardColumns } from '../../../../libs/contracts/production.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { useServerEvent } from '../../lib/socket.ts';
import { useStore } from '../../lib/store.ts';
import styles from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { boardSelection, chooseNone } from './board-selection.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CapacityStrip } from './capacity-strip.tsx';
import { isOverdue } from './is-overdue.ts';
import { useBoardCommands } from './use-board-commands.ts';

const none: readonly Card[] = [];

/** What keeps a card from going on. */
const waitings = ['alarm', 'questions', 'approval', 'overdue'] as const;
type Waiting = (typeof waitings)[number];

function waits(card: Card, what: Waiting): boolean {
  switch (what) {
    case 'alarm':
      return card.hasAlarm || card.needsAcknowledgement;
    case 'questions':
      return card.openQuestions > 0;
    case 'approval':
      return !card.isApprovedByBuyer;
    case 'overdue':
      return isOverdue(card);
  }
}

/** Every word typed stands somewhere on the card: number, product, size, facts, store, country. */
function matches(card: Card, search: string): boolean {
  const text = [card.number, card.title, card.size, card.facts, card.store, card.country].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Production's board: columns by state, live. */
export function BoardPage() {
  const { t, i18n } = useTranslation('production');
  const client = useQueryClient();
  const board = useQuery(reading(getBoard, { query: { language: i18n.language } }));
  useServerEvent('specification.changed', () => void client.invalidateQueries({ queryKey: keyOf(getBoard) }));
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<Waiting | null>(null);
  const all = board.data?.cards ?? none;
  const sought = useDeferredValue(search);
  const columns = useMemo(() => {
    const shown = all.filter((c) => matches(c, sought) && (only === null || waits(c, only)));
    return new Map(boardColumns.map((column) => [column, shown.filter((c) => c.state === column)]));
  }, [all, sought, only]);
  const canMove = useMay('production.write');
  const chosen = useStore(boardSelection, (s) => s.chosen);
  // What the filter hides is not moved along unseen.
  const chosenCards = useMemo(
    () => (chosen.size === 0 ? none : [...columns.values()].flat().filter((c) => chosen.has(c.id))),
    [columns, chosen],
  );
  useBoardCommands(
    boardColumns.map((column) => (columns.get(column) ?? none).map((c) => c.id)),
    canMove,
  );
  useEffect(() => chooseNone, []);
  return (
    <Page
      title={t('title')}
      isWide
      actions={
        all.length > 0 && (
          <>
            <Select
              aria-label={t('filter.label')}
              placeholder={t('filter.label')}
              clearable
              size="xs"
              value={only}
              data={waitings.map((value) => ({ value, label: t(`filter.${value}`) }))}
              onChange={(v) => setOnly(v as Waiting | null)}
            />
            <TextInput
              type="search"
              size="xs"
              aria-label={t('filter.search')}
              placeholder={t('filter.search')}
              value={search}
              onChange={(e) => setSearch(e.currentTarget.value)}
            />
          </>
        )
      }
    >
      {board.error ? <ErrorNotice error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.data?.cards.length === 0 && (
        <EmptyState icon={IconDoor} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {board.data?.hasMore && <p className={styles.more}>{t('more', { count: all.length })}</p>}
      {board.data && board.data.cards.length > 0 && (
        <div className={styles.place}>
          <CapacityStrip />
          <div className={styles.board} data-choosing={chosen.size > 0 || undefined}>
            {boardColumns.map((column) => (
              <BoardColumn key={column} state={column} cards={columns.get(column) ?? none} canChoose={canMove} />
            ))}
          </div>
          {canMove && <BulkBar cards={chosenCards} />}
        </div>
      )}
    </Page>
  );
}
