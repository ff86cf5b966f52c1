import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { moveSpecifications } from '../../../../libs/contracts/board.ts';
import type { RequestOf } from '../../../../libs/contracts/endpoint.ts';
import {
  type Feasibility,
  type SpecificationState,
  specificationStates,
} from '../../../../libs/contracts/production.ts';
import { type Answer, AnswerForm, emptyAnswer } from './answer-form.tsx';
import { RoomNotice } from './room-notice.tsx';
import styles from './specification-page.module.css';

export type Move = 'accepted' | 'refused' | 'in_production' | 'ready' | 'shipped';
const moves: readonly SpecificationState[] = ['accepted', 'refused', 'in_production', 'ready', 'shipped'];
export const isMove = (state: SpecificationState): state is Move => moves.includes(state);
/** What is said with a move. */
export type MoveWords = Omit<NonNullable<RequestOf<typeof moveSpecifications>['body']>, 'ids'>;

/** Work begun or done goes back a step: why is asked for. */
export const isStepBack = (from: SpecificationState, to: SpecificationState): boolean =>
  (from === 'in_production' || from === 'ready') && specificationStates.indexOf(to) < specificationStates.indexOf(from);

/** Whether something has to be asked before the move. */
export const needsWords = (from: readonly SpecificationState[], to: Move): boolean =>
  (to !== 'in_production' && to !== 'ready') || from.some((f) => isStepBack(f, to));

/** What belongs to a move: the offer, the reason, the tracking number. Opened anew for each move. */
export function MoveDialog({
  to,
  ids,
  from,
  isChangeOrder = false,
  isPending,
  onClose,
  onConfirm,
}: {
  to: Move;
  ids: readonly string[];
  /** States of the cards that are moved; of several cards the words are the same for each. */
  from: readonly SpecificationState[];
  isChangeOrder?: boolean;
  isPending: boolean;
  onClose: () => void;
  onConfirm: (words: MoveWords) => void;
}) {
  const { t } = useTranslation(['production', 'board']);
  const [answer, setAnswer] = useState(emptyAnswer);
  const [tracking, setTracking] = useState('');
  const isBack = from.some((f) => isStepBack(f, to));
  const isMany = from.length > 1;
  const hasAnswer = (to === 'accepted' && !isBack) || to === 'refused';
  return (
    <Modal opened onClose={onClose} title={isBack ? t('board:back', { state: t(`state.${to}`) }) : t(`move.${to}`)}>
      <div className={styles.form}>
        {isMany && <p className={styles.line}>{t('board:sameForAll', { count: from.length })}</p>}
        {hasAnswer && (
          <AnswerForm kind={to} isChangeOrder={isChangeOrder} isMany={isMany} answer={answer} onChange={setAnswer} />
        )}
        {hasAnswer && to === 'accepted' && (
          <RoomNotice
            ids={ids}
            leadTimeDays={orNull(answer.leadTimeDays)}
            extraDays={orNull(answer.extraDays)}
            onTake={(leadTimeDays) => setAnswer({ ...answer, leadTimeDays })}
          />
        )}
        {isBack && (
          <Textarea
            label={t('reason')}
            required
            autosize
            minRows={2}
            value={answer.reason}
            onChange={(e) => setAnswer({ ...answer, reason: e.currentTarget.value })}
          />
        )}
        {to === 'shipped' && (
          <TextInput label={t('tracking')} value={tracking} onChange={(e) => setTracking(e.currentTarget.value)} />
        )}
        <Button
          loading={isPending}
          disabled={!isComplete(to, answer, isChangeOrder, isBack)}
          onClick={() =>
            onConfirm({
              to,
              note: answer.reason,
              ...(hasAnswer ? { feasibility: feasibilityOf(to, answer) } : {}),
              ...(tracking ? { tracking } : {}),
            })
          }
        >
          {t('confirm')}
        </Button>
      </div>
    </Modal>
  );
}

const orNull = (value: number | ''): number | null => (value === '' ? null : value);

function isComplete(to: Move, answer: Answer, isChangeOrder: boolean, isBack: boolean): boolean {
  if (isBack) return answer.reason.trim() !== '';
  if (to === 'refused') return answer.reasonCode !== null || answer.reason.trim() !== '';
  if (to === 'accepted' && isChangeOrder) return answer.surcharge !== '' && answer.extraDays !== '';
  return true;
}

function feasibilityOf(to: Move, answer: Answer): Feasibility {
  const { price, surcharge, leadTimeDays, extraDays, currency, validUntil, ...said } = answer;
  const hasAmount = price !== '' || (surcharge !== '' && surcharge !== 0);
  return {
    ...said,
    answer: to === 'accepted' ? 'yes' : answer.alternative.trim() ? 'alternative' : 'no',
    price: orNull(price),
    surcharge: orNull(surcharge),
    currency: hasAmount ? currency : null,
    leadTimeDays: orNull(leadTimeDays),
    extraDays: orNull(extraDays),
    validUntil: validUntil || null,
    alternativeValues: [],
  };
}
