import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askModel, getSpecification, type Specification } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import styles from './specification.module.css';

/** How far a language model is with the buyer's messages; nothing where none was asked. */
export function ModelNotice({ specification: s }: { specification: Specification }) {
  const { t } = useTranslation('specification');
  const client = useQueryClient();
  const text = useErrorText();
  const again = useMutation({
    mutationFn: (messageId: string) => call(askModel, { params: { id: s.id }, body: { messageId } }),
    onSuccess: ({ modelReadings, proposals }) =>
      client.setQueryData<Specification>(
        keyOf(getSpecification, { params: { id: s.id } }),
        (now) => now && { ...now, modelReadings, proposals },
      ),
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  const inState = (state: string) => s.modelReadings.filter((r) => r.state === state);
  const [waiting] = inState('waiting');
  const [failed] = inState('failed');
  const done = inState('done');
  const leftOut = done.reduce((sum, r) => sum + r.leftOut, 0);
  const words = waiting
    ? waiting.said
      ? [t('model.failed'), waiting.said, t('model.later')]
      : [t('model.waiting')]
    : failed
      ? [t('model.failed'), failed.said]
      : [
          s.proposals.length > 0
            ? t('model.proposals', { count: s.proposals.length })
            : done.length > 0 && done.every((r) => r.proposed === 0)
              ? t('model.nothingMore')
              : null,
          leftOut > 0 ? t('model.leftOut', { count: leftOut }) : null,
        ];
  return (
    <div className={styles.model} role="status">
      {words.map((sentence) => sentence && <p key={sentence}>{sentence}</p>)}
      {failed && !waiting && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={again.isPending}
          onClick={() => again.mutate(failed.messageId)}
        >
          {t('model.again')}
        </Button>
      )}
    </div>
  );
}
