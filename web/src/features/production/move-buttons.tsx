import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveSpecification, type ProductionView } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { isMove, isStepBack, type Move, MoveDialog, type MoveWords, needsWords } from './move-dialog.tsx';
import styles from './specification-page.module.css';

/** Accept with lead time and price, refuse with reason and alternative, start, finish, ship. */
export function MoveButtons({ view, onMoved }: { view: ProductionView; onMoved: (view: ProductionView) => void }) {
  const { t } = useTranslation(['production', 'board']);
  const text = useErrorText();
  const [target, setTarget] = useState<Move | null>(null);
  const move = useMutation({
    mutationFn: (words: MoveWords) => call(moveSpecification, { params: { id: view.id }, body: words }),
    onSuccess: (next, { to }) => {
      setTarget(null);
      onMoved(next);
      showToast({ message: t('moved', { state: t(`state.${to}`) }) });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  return (
    <div className={styles.form}>
      {view.moves.filter(isMove).map((to) => {
        const isBack = isStepBack(view.state, to);
        return (
          <Button
            key={to}
            variant={to === 'refused' || isBack ? 'default' : 'filled'}
            onClick={() => (needsWords([view.state], to) ? setTarget(to) : move.mutate({ to }))}
          >
            {isBack ? t('board:back', { state: t(`state.${to}`) }) : t(`move.${to}`)}
          </Button>
        );
      })}
      {target && (
        <MoveDialog
          to={target}
          ids={[view.id]}
          from={[view.state]}
          isChangeOrder={view.versions[0]?.kind === 'change_order'}
          isPending={move.isPending}
          onClose={() => setTarget(null)}
          onConfirm={(words) => move.mutate(words)}
        />
      )}
    </div>
  );
}
