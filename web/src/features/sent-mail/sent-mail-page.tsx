import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getSentMail, getSentMailRaw, listSentMail } from '../../../../libs/contracts/delivery.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { addressOf } from '../../lib/call.ts';
import { reading } from '../../lib/query.ts';
import styles from './sent-mail-page.module.css';

/** What left through the built-in sink, as the buyer would see it. */
export function SentMailPage() {
  const { t } = useTranslation('sent-mail');
  const { mailId } = useParams({ strict: false }) as { mailId?: string };
  const list = useQuery({ ...reading(listSentMail, { query: { limit: 100 } }), refetchInterval: 5_000 });
  return (
    <Page title={t('title')} isWide>
      {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 && (
        <EmptyState icon={IconMailForward} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <div className={styles.columns}>
          <ul className={styles.list}>
            {list.data.items.map((mail) => (
              <li key={mail.id}>
                <Link
                  to="/sent-mail/{-$mailId}"
                  params={{ mailId: mail.id }}
                  className={styles.entry}
                  data-active={mail.id === mailId || undefined}
                >
                  <span className={styles.line}>
                    <bdi className={styles.to}>{mail.to.join(', ')}</bdi>
                    <TimeAgo at={mail.sentAt} />
                  </span>
                  <span className={styles.subject} dir="auto">
                    {mail.subject}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <section className={styles.mail}>
            {mailId ? <SentLetter id={mailId} /> : <EmptyState title={t('choose')} />}
          </section>
        </div>
      )}
    </Page>
  );
}

function SentLetter({ id }: { id: string }) {
  const { t } = useTranslation('sent-mail');
  const mail = useQuery(reading(getSentMail, { params: { id } }));
  if (mail.error) return <ErrorNotice error={mail.error} />;
  if (!mail.data) return null;
  const { data } = mail;
  return (
    <article>
      <h2 className={styles.title} dir="auto">
        {data.subject}
      </h2>
      <p className={styles.soft}>
        {t('from')} <bdi>{data.from}</bdi> · {t('to')} <bdi>{data.to.join(', ')}</bdi>
      </p>
      <pre className={styles.text} dir="auto">
        {data.text}
      </pre>
      <details className={styles.headers}>
        <summary>{t('headers')}</summary>
        <dl>
          {data.headers.map((h) => (
            <div key={`${h.name} ${h.value}`}>
              <dt>{h.name}</dt>
              <dd>{h.value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Button component="a" href={addressOf(getSentMailRaw, { params: { id } })} variant="default" size="compact-md">
        {t('raw')}
      </Button>
    </article>
  );
}
