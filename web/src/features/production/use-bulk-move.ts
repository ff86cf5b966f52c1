import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBoard, type MoveResult, mostMoved, moveSpecifications } from '../../../../libs/contracts/board.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { rememberUndo, undoLast } from '../../lib/undo.ts';
import { keepChosen } from './board-selection.ts';
import type { MoveWords } from './move-dialog.tsx';

const undoMs = 60_000;
let count = 0;

/** Moves many cards by one request. What was left where it was stays chosen, and its reasons are kept until the next move. */
export function useBulkMove() {
  const { t } = useTranslation(['board', 'production', 'app']);
  const client = useQueryClient();
  const errorText = useErrorText();
  const [left, setLeft] = useState<readonly MoveResult[]>([]);
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(getBoard) });
  const undo = async (moved: readonly MoveResult[], id: string) => {
    try {
      // Back to where each came from; one request for each such state.
      const states = [...new Set(moved.map((m) => m.from!))];
      const answers = await Promise.all(
        states.map((to) =>
          call(moveSpecifications, {
            body: { ids: moved.filter((m) => m.from === to).map((m) => m.id), to, note: t('undoReason') },
          }),
        ),
      );
      setLeft(answers.flatMap((a) => a.results).filter((r) => !r.isMoved));
      showToast({ id, message: t('app:undo.done'), milliseconds: 2000 });
    } catch (error) {
      showToast({ id, message: errorText(error), tone: 'bad' });
    } finally {
      void refresh();
    }
  };
  const move = useMutation({
    mutationFn: ({ ids, words }: { ids: readonly string[]; words: MoveWords }) =>
      call(moveSpecifications, { body: { ...words, ids: ids.slice(0, mostMoved) } }),
    onSuccess: ({ results }, { ids, words }) => {
      const moved = results.filter((r) => r.isMoved);
      const stayed = results.filter((r) => !r.isMoved);
      setLeft(stayed);
      keepChosen([...stayed.map((r) => r.id), ...ids.slice(mostMoved)]);
      if (moved.length === 0) return;
      const id = `board-move-${++count}`;
      const message = t('moved', { count: moved.length, state: t(`production:state.${words.to}`) });
      const back = moved.filter((r) => r.canUndo);
      if (back.length > 0) rememberUndo({ id, label: message, until: Date.now() + undoMs, undo: () => undo(back, id) });
      showToast({
        id,
        message,
        ...(back.length > 0 ? { action: { label: t('app:undo.label'), keys: 'z', run: () => void undoLast() } } : {}),
      });
    },
    onError: (error) => showToast({ message: errorText(error), tone: 'bad' }),
    onSettled: refresh,
  });
  return { move, left, forget: () => setLeft([]) };
}
