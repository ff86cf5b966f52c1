import { Button, CloseButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useCommands } from '../../lib/use-commands.ts';
import { chooseNone } from './board-selection.ts';
import styles from './bulk-bar.module.css';
import { isMove, isStepBack, type Move, MoveDialog, needsWords } from './move-dialog.tsx';
import { useBulkMove } from './use-bulk-move.ts';

/** Below the board while cards are chosen: how many, where all of them may go, and what was left where it was. */
export function BulkBar({ cards }: { cards: readonly BoardCard[] }) {
  const { t } = useTranslation(['board', 'production']);
  const [target, setTarget] = useState<Move | null>(null);
  const { move, left, forget } = useBulkMove();
  const states = cards.map((c) => c.state);
  const common = (cards[0]?.moves ?? []).filter(isMove).filter((to) => cards.every((c) => c.moves.includes(to)));
  const ids = cards.map((c) => c.id);
  const nameOf = (to: Move) =>
    states.some((from) => isStepBack(from, to))
      ? t('back', { state: t(`production:state.${to}`) })
      : t(`production:move.${to}`);
  const start = (to: Move) => {
    if (needsWords(states, to)) setTarget(to);
    else move.mutate({ ids, words: { to } });
  };
  useCommands(
    common.map((to) => ({
      id: `board.move.${to}`,
      title: `${nameOf(to)} · ${t('chosen', { count: ids.length })}`,
      group: 'specification',
      run: () => start(to),
    })),
  );
  if (cards.length === 0 && left.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('bar')}>
      {left.length > 0 && (
        <div className={styles.left} role="alert">
          <strong className={styles.leftTitle}>{t('left', { count: left.length })}</strong>
          <ul>
            {left.map((r) => (
              <li key={r.id}>
                {r.number !== null && <bdi>{r.number}</bdi>} {r.error?.message}
              </li>
            ))}
          </ul>
          <CloseButton size="sm" aria-label={t('closeLeft')} onClick={forget} />
        </div>
      )}
      {cards.length > 0 && (
        <div className={styles.tools}>
          <span role="status" className={styles.count}>
            {t('chosen', { count: cards.length })}
          </span>
          {common.length === 0 && <span className={styles.none}>{t('noCommonMove')}</span>}
          {common.map((to) => (
            <Button
              key={to}
              size="compact-md"
              variant={to === 'refused' || states.some((from) => isStepBack(from, to)) ? 'default' : 'filled'}
              loading={move.isPending && move.variables.words.to === to}
              disabled={move.isPending}
              onClick={() => start(to)}
            >
              {nameOf(to)}
            </Button>
          ))}
          <IconButton icon={IconX} label={t('keys.none')} keys="Escape" onClick={chooseNone} />
        </div>
      )}
      {target && (
        <MoveDialog
          to={target}
          ids={ids}
          from={states}
          isPending={move.isPending}
          onClose={() => setTarget(null)}
          onConfirm={(words) => move.mutate({ ids, words }, { onSettled: () => setTarget(null) })}
        />
      )}
    </section>
  );
}
