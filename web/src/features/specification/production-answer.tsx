import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getSpecification, type Specification, takeAlternative } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { calendarDate } from '../../lib/format.ts';
import { keyOf } from '../../lib/query.ts';
import { isPromised } from '../production/is-overdue.ts';
import styles from './specification.module.css';

/** Production's answer as the buyer will read it, what was said in the house, and the proposed values to take over. */
export function ProductionAnswer({
  specification: s,
  onCopy,
}: {
  specification: Specification;
  onCopy: (text: string) => Promise<void>;
}) {
  const { t, i18n } = useTranslation(['specification', 'board']);
  const text = useErrorText();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => call(takeAlternative, { params: { id: s.id } }),
    onSuccess: (next) => client.setQueryData(keyOf(getSpecification, { params: { id: s.id } }), next),
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  const { feasibility, feasibilityText } = s;
  if (!feasibility || !feasibilityText) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('productionAnswer')}</h2>
      <p className={styles.answer} lang={s.buyerLanguage ?? undefined} dir="auto">
        {feasibilityText}
      </p>
      {(feasibility.reason || feasibility.alternative) && (
        <p className={styles.hint} dir="auto">
          {[feasibility.reason, feasibility.alternative].filter(Boolean).join(' · ')}
        </p>
      )}
      {s.promisedDate && isPromised(s) && (
        <p className={styles.hint}>{t('board:promised', { date: calendarDate(s.promisedDate, i18n.language) })}</p>
      )}
      <Button variant="default" size="compact-md" onClick={() => void onCopy(feasibilityText)}>
        {t('copyAnswer')}
      </Button>
      {feasibility.alternativeValues.length > 0 && (
        <Button variant="default" size="compact-md" ms="xs" loading={take.isPending} onClick={() => take.mutate()}>
          {t('takeAlternative')}
        </Button>
      )}
    </section>
  );
}
