import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answerQuestion,
  forwardQuestion,
  getSpecification,
  type ProductionQuestion,
  type Specification,
} from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import styles from './specification.module.css';

/** What production asked, to be answered here or taken to the buyer. */
export function ProductionQuestions({ specification }: { specification: Specification }) {
  const { t } = useTranslation('specification');
  if (specification.questions.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('questions')}</h2>
      {specification.questions.map((q) => (
        <Question key={q.id} question={q} id={specification.id} />
      ))}
    </section>
  );
}

function Question({ question: q, id }: { question: ProductionQuestion; id: string }) {
  const { t } = useTranslation('specification');
  const client = useQueryClient();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const settle = {
    onSuccess: (next: Specification) => client.setQueryData(keyOf(getSpecification, { params: { id } }), next),
    onError: (error: unknown) => showToast({ message: errorText(error), tone: 'bad' }),
  };
  const answer = useMutation({
    mutationFn: () => call(answerQuestion, { params: { id: q.id }, body: { text } }),
    ...settle,
  });
  const forward = useMutation({
    mutationFn: async () => {
      await navigator.clipboard.writeText(q.text).catch(() => undefined);
      return call(forwardQuestion, { params: { id: q.id } });
    },
    ...settle,
  });
  return (
    <div className={styles.question}>
      <p dir="auto" lang={q.language}>
        {q.text} <span className={styles.soft}>{q.askedBy}</span>
      </p>
      {q.answer !== null ? (
        <p dir="auto">→ {q.answer}</p>
      ) : (
        <>
          <Textarea
            aria-label={t('answerPlaceholder')}
            placeholder={t('answerPlaceholder')}
            autosize
            minRows={1}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <span className={styles.buttons}>
            <Button
              size="compact-md"
              disabled={!text.trim()}
              loading={answer.isPending}
              onClick={() => answer.mutate()}
            >
              {t('answer')}
            </Button>
            {q.forwardedToBuyerAt ? (
              <span className={styles.hint}>{t('forwarded')}</span>
            ) : (
              <Button size="compact-md" variant="default" loading={forward.isPending} onClick={() => forward.mutate()}>
                {t('forward')}
              </Button>
            )}
          </span>
        </>
      )}
    </div>
  );
}
