import { Button, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askQuestion, type ProductionView } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import styles from './specification-page.module.css';

type About = { itemId: string; attribute: string } | null;

/** Production's questions with their answers, and a new one on an attribute or in general. */
export function Questions({
  view,
  about,
  onAbout,
  canAsk,
  onAsked,
}: {
  view: ProductionView;
  about: About;
  onAbout: (about: About) => void;
  canAsk: boolean;
  onAsked: (view: ProductionView) => void;
}) {
  const { t } = useTranslation('production');
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const rows = view.sheet.items.flatMap((item) =>
    item.groups.flatMap((g) => g.rows.map((r) => ({ itemId: item.itemId, attribute: r.attribute, label: r.label }))),
  );
  const labelOf = (attribute: string | null) => rows.find((r) => r.attribute === attribute)?.label;
  const ask = useMutation({
    mutationFn: () =>
      call(askQuestion, {
        params: { id: view.id },
        body: { text, itemId: about?.itemId ?? null, attribute: about?.attribute ?? null },
      }),
    onSuccess: (next) => {
      setText('');
      onAbout(null);
      onAsked(next);
    },
    onError: (error) => showToast({ message: errorText(error), tone: 'bad' }),
  });
  return (
    <section className={styles.form}>
      <h3 className={styles.heading}>{t('questions')}</h3>
      {view.questions.length === 0 && <p className={styles.line}>{t('noQuestions')}</p>}
      {view.questions.map((q) => (
        <div key={q.id} className={styles.question} data-answered={q.answer !== null || undefined}>
          <p dir="auto">
            {q.attribute && <strong>{labelOf(q.attribute) ?? q.attribute}: </strong>}
            {q.text}
          </p>
          <p className={styles.meta}>{q.askedBy}</p>
          {q.answer === null ? (
            <p className={styles.meta}>{t('waiting')}</p>
          ) : (
            <p dir="auto">
              → {q.answer} <span className={styles.meta}>{q.answeredBy}</span>
            </p>
          )}
        </div>
      ))}
      {canAsk && ['new', 'questions', 'accepted', 'in_production'].includes(view.state) && (
        <>
          <Select
            label={t('askAbout')}
            value={about ? `${about.itemId} ${about.attribute}` : ''}
            data={[
              { value: '', label: t('askGeneral') },
              ...rows.map((r) => ({ value: `${r.itemId} ${r.attribute}`, label: r.label })),
            ]}
            allowDeselect={false}
            searchable
            onChange={(value) => {
              const [itemId, attribute] = (value ?? '').split(' ');
              onAbout(itemId && attribute ? { itemId, attribute } : null);
            }}
          />
          <Textarea
            value={text}
            placeholder={t('askPlaceholder')}
            aria-label={t('askPlaceholder')}
            autosize
            minRows={2}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <Button disabled={!text.trim()} loading={ask.isPending} onClick={() => ask.mutate()}>
            {t('ask')}
          </Button>
        </>
      )}
    </section>
  );
}
