import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Feasibility,
  moveSpecification,
  type ProductionView,
  type SpecificationState,
} from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { type Answer, AnswerForm, emptyAnswer } from './answer-form.tsx';
import styles from './specification-page.module.css';

const moves = ['accepted', 'refused', 'in_production', 'ready', 'shipped'] as const;
type Move = (typeof moves)[number];
const isMove = (state: SpecificationState): state is Move => (moves as readonly string[]).includes(state);

/** Accept with lead time and price, refuse with reason and alternative, start, finish, ship. */
export function MoveButtons({ view, onMoved }: { view: ProductionView; onMoved: (view: ProductionView) => void }) {
  const { t } = useTranslation('production');
  const text = useErrorText();
  const [target, setTarget] = useState<Move | null>(null);
  const [answer, setAnswer] = useState(emptyAnswer);
  const [tracking, setTracking] = useState('');
  const move = useMutation({
    mutationFn: (to: Move) =>
      call(moveSpecification, {
        params: { id: view.id },
        body: { to, note: answer.reason, ...answerOf(to, answer), ...(tracking ? { tracking } : {}) },
      }),
    onSuccess: (next, to) => {
      setTarget(null);
      onMoved(next);
      showToast({ message: t('moved', { state: t(`state.${to}`) }) });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  const isChangeOrder = view.versions[0]?.kind === 'change_order';
  return (
    <div className={styles.form}>
      {view.moves.filter(isMove).map((to) => (
        <Button
          key={to}
          variant={to === 'refused' ? 'default' : 'filled'}
          onClick={() => (to === 'in_production' || to === 'ready' ? move.mutate(to) : setTarget(to))}
        >
          {t(`move.${to}`)}
        </Button>
      ))}
      <Modal opened={target !== null} onClose={() => setTarget(null)} title={target ? t(`move.${target}`) : ''}>
        <div className={styles.form}>
          {(target === 'accepted' || target === 'refused') && (
            <AnswerForm kind={target} isChangeOrder={isChangeOrder} answer={answer} onChange={setAnswer} />
          )}
          {target === 'shipped' && (
            <TextInput label={t('tracking')} value={tracking} onChange={(e) => setTracking(e.currentTarget.value)} />
          )}
          <Button
            loading={move.isPending}
            disabled={!isComplete(target, answer, isChangeOrder)}
            onClick={() => target && move.mutate(target)}
          >
            {t('confirm')}
          </Button>
        </div>
      </Modal>
    </div>
  );
}

const orNull = (value: number | ''): number | null => (value === '' ? null : value);

function isComplete(target: Move | null, answer: Answer, isChangeOrder: boolean): boolean {
  if (target === 'refused') return answer.reasonCode !== null || answer.reason.trim() !== '';
  if (target === 'accepted' && isChangeOrder) return answer.surcharge !== '' && answer.extraDays !== '';
  return true;
}

function answerOf(to: Move, answer: Answer): { feasibility?: Feasibility } {
  if (to !== 'accepted' && to !== 'refused') return {};
  const { price, surcharge, leadTimeDays, extraDays, currency, validUntil, ...said } = answer;
  const hasAmount = price !== '' || (surcharge !== '' && surcharge !== 0);
  return {
    feasibility: {
      ...said,
      answer: to === 'accepted' ? 'yes' : answer.alternative.trim() ? 'alternative' : 'no',
      price: orNull(price),
      surcharge: orNull(surcharge),
      currency: hasAmount ? currency : null,
      leadTimeDays: orNull(leadTimeDays),
      extraDays: orNull(extraDays),
      validUntil: validUntil || null,
      alternativeValues: [],
    },
  };
}
