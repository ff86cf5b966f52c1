import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  askForApproval,
  dismissAlarm,
  getSheetPdf,
  getSpecification,
  handOff,
  listLikeAnswers,
  type Specification,
} from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { addressOf, call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { AlarmList } from '../production/alarm-list.tsx';
import { Drawing } from '../production/drawing.tsx';
import { LikeAnswers } from '../production/like-answers.tsx';
import { BuyerQuestions } from './buyer-questions.tsx';
import { ProductionAnswer } from './production-answer.tsx';
import { ProductionQuestions } from './production-questions.tsx';
import styles from './specification.module.css';
import { WishPictures } from './wish-pictures.tsx';

/** What is open with its ready questions, production's questions, the hand-off, the buyer's approval, versions. */
export function SidePanel({
  specification: s,
  onBefore,
}: {
  specification: Specification;
  onBefore: () => Promise<void>;
}) {
  const { t } = useTranslation('specification');
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    showToast({ message: t('copied') });
  };
  return (
    <aside className={styles.side}>
      <OpenAlarms specification={s} />
      <Drawings specification={s} />
      <section>
        <h2 className={styles.heading}>{t('openPoints')}</h2>
        {s.openPoints.length === 0 ? <p className={styles.hint}>{t('allClear')}</p> : <OpenPoints specification={s} />}
        <BuyerQuestions specification={s} />
      </section>
      <ProductionQuestions specification={s} />
      <ProductionAnswer specification={s} onCopy={copy} />
      <LikeAnswers specificationId={s.id} from={listLikeAnswers} />
      <WishPictures specification={s} />
      <HandOffForm specification={s} onBefore={onBefore} />
      {s.currentVersion > 0 && <Approval specification={s} onCopy={copy} />}
      {s.versions.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('versions')}</h2>
          {s.versions.map((v) => (
            <a
              key={v.version}
              className={styles.entry}
              href={addressOf(getSheetPdf, { params: { id: s.id, version: v.version } })}
              target="_blank"
              rel="noreferrer"
            >
              v{v.version} · {t('sheet')} <bdi className={styles.soft}>{v.createdBy}</bdi>
            </a>
          ))}
        </section>
      )}
    </aside>
  );
}

/** What is open, item by item where there are several: the same question may be open for each. */
function OpenPoints({ specification: s }: { specification: Specification }) {
  const { t } = useTranslation('production');
  return s.items.map((item, i) => {
    const points = s.openPoints.filter((p) => p.itemId === item.id);
    if (points.length === 0) return null;
    return (
      <Fragment key={item.id}>
        {s.items.length > 1 && <p className={styles.item}>{t('item', { number: i + 1 })}</p>}
        <ol className={styles.points}>
          {points.map((p) => (
            <li key={`${p.attribute} ${p.code}`} data-blocking={p.isBlocking || undefined}>
              {p.question}
            </li>
          ))}
        </ol>
      </Fragment>
    );
  });
}

function OpenAlarms({ specification: s }: { specification: Specification }) {
  const { t } = useTranslation('specification');
  const text = useErrorText();
  const client = useQueryClient();
  const dismiss = useMutation({
    mutationFn: (id: string) => call(dismissAlarm, { params: { id } }),
    onSuccess: (next) => client.setQueryData(keyOf(getSpecification, { params: { id: s.id } }), next),
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  return (
    <AlarmList
      alarms={s.alarms.filter((a) => a.settled === null)}
      action={(alarm) => (
        <Button
          variant="default"
          size="compact-sm"
          mt="xs"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate(alarm.id)}
        >
          {t('noChange')}
        </Button>
      )}
    />
  );
}

/** As it stands now, confirmed or not: a left that should be a right is seen before it is handed off. */
function Drawings({ specification: s }: { specification: Specification }) {
  const { t } = useTranslation('specification');
  return (
    <section aria-live="polite">
      <h2 className={styles.heading}>{t('drawing')}</h2>
      {s.drawings.length === 0 && <p className={styles.hint}>{t('noDrawing')}</p>}
      <div className={styles.drawings}>
        {s.drawings.map((d) => (
          <Drawing
            key={d.itemId}
            svg={d.svg}
            label={
              s.drawings.length > 1
                ? `${t('drawing')} ${s.items.findIndex((i) => i.id === d.itemId) + 1}`
                : t('drawing')
            }
          />
        ))}
      </div>
    </section>
  );
}

function HandOffForm({ specification: s, onBefore }: { specification: Specification; onBefore: () => Promise<void> }) {
  const { t } = useTranslation('specification');
  const client = useQueryClient();
  const text = useErrorText();
  const [note, setNote] = useState('');
  const [withMissing, setWithMissing] = useState(false);
  const isMissing = s.openPoints.some((p) => p.code === 'missing');
  const send = useMutation({
    mutationFn: async () => {
      await onBefore();
      return call(handOff, { params: { id: s.id }, body: { note, withMissing } });
    },
    onSuccess: (next) => {
      setNote('');
      client.setQueryData(keyOf(getSpecification, { params: { id: s.id } }), next);
      showToast({ message: t('handedOff') });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  if (s.state === 'cancelled' || s.state === 'shipped') return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('handOff')}</h2>
      {s.currentVersion > 0 && s.hasUnreleasedChanges && (
        <p className={styles.warn}>{t('changedSince', { version: s.currentVersion })}</p>
      )}
      <Textarea
        aria-label={t('note')}
        placeholder={t('note')}
        autosize
        minRows={1}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
      {isMissing && (
        <Checkbox
          my="xs"
          label={t('withMissing')}
          checked={withMissing}
          onChange={(e) => setWithMissing(e.currentTarget.checked)}
        />
      )}
      <Button fullWidth mt="xs" loading={send.isPending} onClick={() => send.mutate()}>
        {t('handOffVersion', { version: s.currentVersion + 1 })}
      </Button>
    </section>
  );
}

function Approval({
  specification: s,
  onCopy,
}: {
  specification: Specification;
  onCopy: (text: string) => Promise<void>;
}) {
  const { t } = useTranslation('specification');
  const text = useErrorText();
  const link = useMutation({
    mutationFn: () => call(askForApproval, { params: { id: s.id } }),
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  return (
    <section>
      <h2 className={styles.heading}>{t('approval')}</h2>
      <p className={styles.hint}>
        {t(`approvalState.${s.approval.state}`)}
        {s.approval.comment && <q dir="auto"> {s.approval.comment}</q>}
      </p>
      {link.data ? (
        <Textarea
          label={t('approvalText')}
          readOnly
          autosize
          dir="auto"
          value={link.data.text}
          onFocus={(e) => e.currentTarget.select()}
        />
      ) : (
        <Button
          variant="default"
          size="compact-md"
          loading={link.isPending}
          onClick={() => link.mutate(undefined, { onSuccess: (made) => void onCopy(made.text).catch(() => undefined) })}
        >
          {t('approvalLink')}
        </Button>
      )}
    </section>
  );
}
