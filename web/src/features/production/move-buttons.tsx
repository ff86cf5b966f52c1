import { Button, Modal, NumberInput, Textarea, TextInput } from '@mantine/core';
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
import styles from './specification-page.module.css';

const moves = ['accepted', 'refused', 'in_production', 'ready', 'shipped'] as const;
type Move = (typeof moves)[number];
const isMove = (state: SpecificationState): state is Move => (moves as readonly string[]).includes(state);

/** Accept with lead time and price, refuse with reason and alternative, start, finish, ship. */
export function MoveButtons({ view, onMoved }: { view: ProductionView; onMoved: (view: ProductionView) => void }) {
  const { t } = useTranslation('production');
  const text = useErrorText();
  const [target, setTarget] = useState<Move | null>(null);
  const [form, setForm] = useState({
    reason: '',
    alternative: '',
    leadTimeDays: '' as number | '',
    price: '' as number | '',
    currency: 'USD',
    tracking: '',
  });
  const move = useMutation({
    mutationFn: (to: Move) =>
      call(moveSpecification, {
        params: { id: view.id },
        body: { to, note: form.reason, ...answerOf(to, form), ...(form.tracking ? { tracking: form.tracking } : {}) },
      }),
    onSuccess: (next, to) => {
      setTarget(null);
      onMoved(next);
      showToast({ message: t('moved', { state: t(`state.${to}`) }) });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  const set = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }));
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
          {target === 'accepted' && (
            <>
              <NumberInput
                label={t('leadTime')}
                min={0}
                max={1000}
                value={form.leadTimeDays}
                onChange={(v) => set({ leadTimeDays: v === '' ? '' : Number(v) })}
              />
              <NumberInput
                label={t('price')}
                min={0}
                value={form.price}
                onChange={(v) => set({ price: v === '' ? '' : Number(v) })}
              />
              <TextInput
                label={t('currency')}
                maxLength={3}
                value={form.currency}
                onChange={(e) => set({ currency: e.currentTarget.value.toUpperCase() })}
              />
            </>
          )}
          {target === 'shipped' && (
            <TextInput
              label={t('tracking')}
              value={form.tracking}
              onChange={(e) => set({ tracking: e.currentTarget.value })}
            />
          )}
          {target !== 'shipped' && (
            <Textarea
              label={t('reason')}
              required={target === 'refused'}
              autosize
              minRows={2}
              value={form.reason}
              onChange={(e) => set({ reason: e.currentTarget.value })}
            />
          )}
          {target === 'refused' && (
            <Textarea
              label={t('alternative')}
              autosize
              minRows={2}
              value={form.alternative}
              onChange={(e) => set({ alternative: e.currentTarget.value })}
            />
          )}
          <Button
            loading={move.isPending}
            disabled={target === 'refused' && !form.reason.trim()}
            onClick={() => target && move.mutate(target)}
          >
            {t('confirm')}
          </Button>
        </div>
      </Modal>
    </div>
  );
}

function answerOf(
  to: Move,
  form: { reason: string; alternative: string; leadTimeDays: number | ''; price: number | ''; currency: string },
): { feasibility?: Feasibility } {
  if (to !== 'accepted' && to !== 'refused') return {};
  return {
    feasibility: {
      answer: to === 'accepted' ? 'yes' : form.alternative.trim() ? 'alternative' : 'no',
      price: form.price === '' ? null : form.price,
      currency: form.price === '' || form.currency.length !== 3 ? null : form.currency,
      leadTimeDays: form.leadTimeDays === '' ? null : form.leadTimeDays,
      validUntil: null,
      reason: form.reason,
      alternative: form.alternative,
    },
  };
}
