import { IconChecks } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../lib/commands.ts';
import { useCommands } from '../../lib/use-commands.ts';
import {
  boardSelection,
  chooseAll,
  chooseNone,
  chooseRange,
  focusCard,
  moveCursor,
  toggleChosen,
} from './board-selection.ts';

/**
 * Keys of the board.
 * @param columns ids of the cards as they stand, column by column; of a list there is one
 */
export function useBoardCommands(columns: readonly (readonly string[])[], canChoose: boolean): void {
  const { t, i18n } = useTranslation('board');
  const navigate = useNavigate();
  const filled = columns.filter((c) => c.length > 0);
  const place = (): [number, number] => {
    const { cursor } = boardSelection.get();
    const column = filled.findIndex((c) => cursor !== null && c.includes(cursor));
    return column < 0 ? [-1, -1] : [column, filled[column]!.indexOf(cursor!)];
  };
  const go = (column: number, row: number): string | null => {
    const ids = filled[Math.min(filled.length - 1, Math.max(0, column))];
    const id = ids?.[Math.min(ids.length - 1, Math.max(0, row))];
    if (!id) return null;
    moveCursor(id);
    focusCard(id);
    return id;
  };
  const step = (by: 1 | -1) => {
    const [column, row] = place();
    return column < 0 ? go(0, 0) : go(column, row + by);
  };
  const aside = (by: 1 | -1) => {
    const [column, row] = place();
    go(column + by * (i18n.dir() === 'rtl' ? -1 : 1), Math.max(0, row));
  };
  const extend = (by: 1 | -1) => {
    const { cursor, anchor } = boardSelection.get();
    if (cursor && anchor === null) toggleChosen(cursor);
    const id = step(by);
    const ids = filled.find((c) => id !== null && c.includes(id));
    if (id && ids) chooseRange(ids, id);
  };
  const keys = (id: string, title: string, pressed: string[], run: () => void): Command => ({
    id: `board.${id}`,
    title,
    group: 'move',
    keys: pressed,
    isKeyOnly: true,
    run,
  });
  useCommands([
    keys('next', t('keys.next'), ['j', 'ArrowDown'], () => step(1)),
    keys('previous', t('keys.previous'), ['k', 'ArrowUp'], () => step(-1)),
    ...(filled.length > 1
      ? [
          keys('right', t('keys.right'), ['l', 'ArrowRight'], () => aside(1)),
          keys('left', t('keys.left'), ['h', 'ArrowLeft'], () => aside(-1)),
        ]
      : []),
    keys('open', t('keys.open'), ['Enter', 'o'], () => {
      const { cursor } = boardSelection.get();
      if (cursor) void navigate({ to: '/production/$specificationId', params: { specificationId: cursor } });
    }),
    ...(canChoose
      ? [
          keys('choose', t('keys.choose'), ['x'], () => {
            const { cursor } = boardSelection.get();
            if (cursor) toggleChosen(cursor);
          }),
          keys('extendDown', t('keys.extendDown'), ['shift+j', 'shift+ArrowDown'], () => extend(1)),
          keys('extendUp', t('keys.extendUp'), ['shift+k', 'shift+ArrowUp'], () => extend(-1)),
          {
            ...keys('chooseAll', t('keys.chooseAll'), ['shift+x'], () => {
              const [column] = place();
              chooseAll(filled[Math.max(0, column)] ?? []);
            }),
            isKeyOnly: false,
            icon: IconChecks,
          },
          keys('none', t('keys.none'), ['Escape'], chooseNone),
        ]
      : []),
  ]);
}
