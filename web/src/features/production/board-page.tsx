import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBoard } from '../../../../libs/contracts/board.ts';
import { boardColumns } from '../../../../libs/contracts/production.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { useServerEvent } from '../../lib/socket.ts';
import { useStore } from '../../lib/store.ts';
import styles from './board.module.css';
import { BoardCalendar } from './board-calendar.tsx';
import { BoardColumn } from './board-column.tsx';
import { matches, noCards, type Waiting, waitings, waits } from './board-filter.ts';
import { BoardList } from './board-list.tsx';
import { type BoardView, boardViews } from './board-search.ts';
import { boardSelection, chooseNone } from './board-selection.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CapacityStrip } from './capacity-strip.tsx';
import { sortCards } from './sort-cards.ts';
import { useBoardAddress } from './use-board-address.ts';
import { useBoardCommands } from './use-board-commands.ts';

/** Production's board: by columns, as a list or by day; live. */
export function BoardPage() {
  const { t, i18n } = useTranslation(['production', 'board']);
  const client = useQueryClient();
  const board = useQuery(reading(getBoard, { query: { language: i18n.language } }));
  useServerEvent('specification.changed', () => void client.invalidateQueries({ queryKey: keyOf(getBoard) }));
  const { view, sort, desc, at, span, today, go, show, sortBy } = useBoardAddress();
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<Waiting | null>(null);
  const all = board.data?.cards ?? noCards;
  const sought = useDeferredValue(search);
  const shown = useMemo(
    () => all.filter((c) => matches(c, sought) && (only === null || waits(c, only))),
    [all, sought, only],
  );
  const columns = useMemo(
    () => new Map(boardColumns.map((column) => [column, shown.filter((c) => c.state === column)])),
    [shown],
  );
  const sorted = useMemo(
    () => (view === 'list' ? sortCards(shown, sort, desc, i18n.language) : noCards),
    [view, shown, sort, desc, i18n.language],
  );
  const canMove = useMay('production.write');
  const chosen = useStore(boardSelection, (s) => s.chosen);
  // What the filter hides is not moved along unseen.
  const chosenCards = useMemo(
    () => (chosen.size === 0 ? noCards : shown.filter((c) => chosen.has(c.id))),
    [shown, chosen],
  );
  const order = useMemo(() => {
    if (view === 'calendar') return [];
    return (view === 'list' ? [sorted] : [...columns.values()]).map((cards) => cards.map((c) => c.id));
  }, [view, sorted, columns]);
  useBoardCommands(order, canMove);
  useEffect(() => chooseNone, []);
  return (
    <Page
      title={t('title')}
      isWide
      actions={
        all.length > 0 && (
          <>
            <SegmentedControl
              className={styles.switch}
              size="xs"
              aria-label={t('board:view.label')}
              value={view}
              data={boardViews.map((value) => ({ value, label: t(`board:view.${value}`) }))}
              onChange={(v) => show(v as BoardView)}
            />
            <Select
              className={styles.filter}
              aria-label={t('filter.label')}
              placeholder={t('filter.label')}
              clearable
              size="xs"
              value={only}
              data={waitings.map((value) => ({ value, label: t(`filter.${value}`) }))}
              onChange={(v) => setOnly(v as Waiting | null)}
            />
            <TextInput
              className={styles.filter}
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
      {board.isPending && <ListSkeleton rowHeight={120} />}
      {board.data?.cards.length === 0 && (
        <EmptyState icon={IconDoor} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {all.length > 0 && (
        <div className={styles.place}>
          {board.data?.hasMore && <p className={styles.more}>{t('more', { count: all.length })}</p>}
          {view !== 'calendar' && <CapacityStrip />}
          {view === 'columns' && (
            <div className={styles.board} data-choosing={chosen.size > 0 || undefined}>
              {boardColumns.map((column) => (
                <BoardColumn key={column} state={column} cards={columns.get(column) ?? noCards} canChoose={canMove} />
              ))}
            </div>
          )}
          {view === 'list' && <BoardList cards={sorted} sort={sort} desc={desc} canChoose={canMove} onSort={sortBy} />}
          {view === 'calendar' && (
            <BoardCalendar
              cards={shown}
              at={at}
              span={span}
              today={today}
              onGo={go}
              onUndated={() => show('list', { by: 'due', desc: false })}
            />
          )}
          {canMove && <BulkBar cards={chosenCards} />}
        </div>
      )}
    </Page>
  );
}
