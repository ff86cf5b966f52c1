import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBuyerPicture } from '../../../../libs/contracts/pictures.ts';
import { decideBuyerSheet, getBuyerSheet } from '../../../../libs/contracts/production.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { addressOf, call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { SheetView } from '../production/sheet-view.tsx';
import styles from './approval-page.module.css';

/** The buyer's page behind a signed link: no account, their language, made for a phone. */
export function ApprovalPage() {
  const { t, i18n } = useTranslation('approve');
  const { token } = useParams({ strict: false }) as { token: string };
  const client = useQueryClient();
  const text = useErrorText();
  const input = { params: { token } };
  const sheet = useQuery({ ...reading(getBuyerSheet, input), retry: false });
  const [isChanging, setIsChanging] = useState(false);
  const [comment, setComment] = useState('');
  const [name, setName] = useState('');
  const language = sheet.data?.sheet.language;
  // The page speaks the buyer's language, whatever the browser's is.
  useEffect(() => {
    if (language && language !== i18n.language) void i18n.changeLanguage(language);
  }, [language, i18n]);
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'change') =>
      call(decideBuyerSheet, { params: { token }, body: { decision, comment, name } }),
    onSuccess: (next) => client.setQueryData(keyOf(getBuyerSheet, input), next),
  });
  const data = sheet.data;
  if (sheet.error) return <ErrorNotice error={sheet.error} />;
  if (!data) return null;
  const isOpen = data.isCurrent && data.state !== 'approved' && data.state !== 'change_requested';
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.soft}>{t('from', { store: data.storeName, version: data.sheet.version })}</p>
      {data.isChangeOrder && <p role="note">{t('changeOrder')}</p>}
      {data.offer.length > 0 && (
        <section className={styles.offer} aria-label={t('offer')}>
          {data.offer.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )}
      <SheetView
        sheet={data.sheet}
        pictureAddress={(pictureId) => addressOf(getBuyerPicture, { params: { token, pictureId } })}
      />
      <p className={styles.soft}>{t('drawingHint')}</p>
      <div className={styles.decision}>
        {!data.isCurrent && <p role="status">{t('outdated')}</p>}
        {data.isCurrent && (data.state === 'approved' || data.state === 'change_requested') && (
          <p role="status">{t(data.state)}</p>
        )}
        {isOpen && !isChanging && (
          <>
            <TextInput
              size="md"
              label={t('name')}
              autoComplete="name"
              maxLength={120}
              dir="auto"
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
            />
            <Button size="lg" loading={decide.isPending} onClick={() => decide.mutate('approve')}>
              {t('approve')}
            </Button>
            <Button size="lg" variant="default" onClick={() => setIsChanging(true)}>
              {t('change')}
            </Button>
          </>
        )}
        {isOpen && isChanging && (
          <>
            <Textarea
              size="md"
              label={t('comment')}
              autosize
              minRows={3}
              dir="auto"
              value={comment}
              onChange={(e) => setComment(e.currentTarget.value)}
            />
            <Button
              size="lg"
              disabled={!comment.trim()}
              loading={decide.isPending}
              onClick={() => decide.mutate('change')}
            >
              {t('send')}
            </Button>
          </>
        )}
        {decide.error ? <p role="alert">{text(decide.error)}</p> : null}
      </div>
    </main>
  );
}
