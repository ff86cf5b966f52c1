import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { feasibilityReasons } from '../../../../libs/contracts/production.ts';
import styles from './specification-page.module.css';

export interface Answer {
  price: number | '';
  surcharge: number | '';
  currency: string;
  leadTimeDays: number | '';
  extraDays: number | '';
  validUntil: string;
  reasonCode: (typeof feasibilityReasons)[number] | null;
  reason: string;
  alternative: string;
}

export const emptyAnswer: Answer = {
  price: '',
  surcharge: '',
  currency: 'USD',
  leadTimeDays: '',
  extraDays: '',
  validUntil: '',
  reasonCode: null,
  reason: '',
  alternative: '',
};

interface Props {
  kind: 'accepted' | 'refused';
  isChangeOrder: boolean;
  /** For several specifications at once: what a single one costs is left out. */
  isMany?: boolean;
  answer: Answer;
  onChange: (answer: Answer) => void;
}

/** Production's answer: figures of an offer or the reason of a refusal. What a change order costs has to be said. */
export function AnswerForm({ kind, isChangeOrder, isMany = false, answer, onChange }: Props) {
  const { t } = useTranslation('production');
  const set = (changes: Partial<Answer>) => onChange({ ...answer, ...changes });
  const figure = (name: 'price' | 'surcharge' | 'leadTimeDays' | 'extraDays', label: string, isRequired = false) => (
    <NumberInput
      label={label}
      min={name === 'surcharge' ? undefined : 0}
      required={isRequired}
      value={answer[name]}
      onChange={(v) => set({ [name]: v === '' ? '' : Number(v) })}
    />
  );
  const words = (
    <Textarea
      label={t('reason')}
      description={t('houseOnly')}
      autosize
      minRows={2}
      value={answer.reason}
      onChange={(e) => set({ reason: e.currentTarget.value })}
    />
  );
  if (kind === 'refused') {
    return (
      <>
        <Select
          label={t('reasonCode')}
          data={feasibilityReasons.map((value) => ({ value, label: t(`reasonCodes.${value}`) }))}
          value={answer.reasonCode}
          onChange={(v) => set({ reasonCode: v as Answer['reasonCode'] })}
        />
        {words}
        <Textarea
          label={t('alternative')}
          autosize
          minRows={2}
          value={answer.alternative}
          onChange={(e) => set({ alternative: e.currentTarget.value })}
        />
      </>
    );
  }
  return (
    <>
      {isChangeOrder && <p className={styles.line}>{t('changeOrderHint')}</p>}
      <div className={styles.pair}>
        {!isMany && (
          <>
            {figure('price', t('price'))}
            <TextInput
              label={t('currency')}
              maxLength={3}
              value={answer.currency}
              onChange={(e) => set({ currency: e.currentTarget.value.toUpperCase() })}
            />
            {figure('surcharge', isChangeOrder ? t('changeCost') : t('surcharge'), isChangeOrder)}
          </>
        )}
        {figure('extraDays', t('extraDays'), isChangeOrder)}
        {figure('leadTimeDays', t('leadTime'))}
        <TextInput
          label={t('validUntil')}
          type="date"
          value={answer.validUntil}
          onChange={(e) => set({ validUntil: e.currentTarget.value })}
        />
      </div>
      {words}
    </>
  );
}
