import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { CountryFlag } from '../../components/country-flag.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { useLanguage } from '../../components/use-language.ts';
import { calendarDate } from '../../lib/format.ts';
import { useStore } from '../../lib/store.ts';
import { chooseAllByKey } from './board-column.tsx';
import styles from './board-list.module.css';
import { type SortKey, sortKeys } from './board-search.ts';
import { boardSelection, chooseByClick, moveCursor } from './board-selection.ts';
import { ChooseBox } from './choose-box.tsx';
import { isOverdue, isPromised } from './is-overdue.ts';

const rowHeight = 44;

/** Every card as a line, in the order of one column; only those on the screen are made. */
export function BoardList({
  cards,
  sort,
  desc,
  canChoose,
  onSort,
}: {
  /** In order. */
  cards: readonly BoardCard[];
  sort: SortKey;
  desc: boolean;
  canChoose: boolean;
  onSort: (by: SortKey) => void;
}) {
  const { t } = useTranslation('board');
  const scroll = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => cards.map((c) => c.id), [cards]);
  const at = useStore(boardSelection, (s) => (s.cursor === null ? -1 : ids.indexOf(s.cursor)));
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (i) => cards[i]!.id,
    overscan: 12,
    initialRect: { width: 1200, height: 800 },
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const rows = virtual.getVirtualItems();
  return (
    <div ref={scroll} className={styles.scroll}>
      <table
        className={styles.table}
        aria-label={t('view.list')}
        aria-rowcount={cards.length + 1}
        onKeyDown={canChoose ? (event) => chooseAllByKey(event, ids) : undefined}
      >
        <thead>
          <tr className={styles.row} aria-rowindex={1}>
            {sortKeys.map((key) => (
              <th
                key={key}
                scope="col"
                className={styles[key]}
                aria-sort={key === sort ? (desc ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" className={styles.sort} onClick={() => onSort(key)}>
                  {t(`column.${key}`)}
                  {key === sort &&
                    (desc ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={rows[0]?.start ?? 0} />
          {rows.map(({ key, index }) => (
            <ListRow
              key={key}
              ref={virtual.measureElement}
              card={cards[index]!}
              index={index}
              ids={ids}
              canChoose={canChoose}
            />
          ))}
          <Spacer height={virtual.getTotalSize() - (rows.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      {cards.length === 0 && <p className={styles.none}>{t('nothingFound')}</p>}
    </div>
  );
}

/** Stands for the lines that are not on the screen. */
const Spacer = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden className={styles.spacer}>
      <td colSpan={sortKeys.length} style={{ blockSize: height }} />
    </tr>
  );

const ListRow = memo(function ListRow({
  card,
  index,
  ids,
  canChoose,
  ref,
}: {
  ref: Ref<HTMLTableRowElement>;
  card: BoardCard;
  index: number;
  ids: readonly string[];
  canChoose: boolean;
}) {
  const { t } = useTranslation(['board', 'production']);
  const language = useLanguage();
  const isChosen = useStore(boardSelection, (s) => s.chosen.has(card.id));
  const day = (date: string | null) => (date === null ? '' : calendarDate(date, language));
  const promised = isPromised(card) ? card.promisedDate : null;
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      className={styles.row}
      data-chosen={isChosen || undefined}
    >
      <td className={styles.number}>
        <span className={styles.numbered}>
          {canChoose && <ChooseBox card={card} ids={ids} isChosen={isChosen} className={styles.box} />}
          <Link
            to="/production/$specificationId"
            params={{ specificationId: card.id }}
            className={styles.link}
            data-card={card.id}
            onClick={(e) => canChoose && chooseByClick(e, card.id, ids)}
            onFocus={() => moveCursor(card.id)}
          >
            <bdi>
              {card.number} · v{card.version}
            </bdi>
          </Link>
        </span>
      </td>
      <td className={styles.title}>
        <span dir="auto">{card.title}</span>
        {card.facts && <span className={styles.soft}> · {card.facts}</span>}
      </td>
      <td className={styles.size}>
        <bdi>{card.size}</bdi>
      </td>
      <td className={styles.pieces}>{card.pieces}</td>
      <td className={styles.state}>
        {t(`production:state.${card.state}`)}
        {card.hasAlarm && <span className={styles.bad}> · {t('production:alarm.mark')}</span>}
        {card.needsAcknowledgement && !card.hasAlarm && (
          <span className={styles.bad}> · {t('production:changed')}</span>
        )}
        {card.openQuestions > 0 && (
          <span className={styles.warn}> · {t('production:openQuestions', { count: card.openQuestions })}</span>
        )}
      </td>
      <td className={styles.due} data-late={isOverdue(card) || undefined}>
        {day(card.dueDate)}
      </td>
      <td className={styles.promised} data-later={(promised && card.dueDate && promised > card.dueDate) || undefined}>
        {day(promised)}
      </td>
      <td className={styles.store}>
        {card.country && <CountryFlag country={card.country} />} <bdi>{card.store}</bdi>
      </td>
      <td className={styles.updated}>
        <TimeAgo at={card.updatedAt} />
      </td>
    </tr>
  );
});
