import { IconArrowLeft, IconFileCode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getSentMail, getSentMailRaw } from '../../../../libs/contracts/delivery.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { addressOf } from '../../lib/call.ts';
import { fileSize } from '../../lib/format.ts';
import { reading } from '../../lib/query.ts';
import styles from './sent-mail-view.module.css';

/** One sent mail: its envelope, its text, its files, its headers for whoever doubts. */
export function SentMailView({ id, onBack }: { id: string; onBack: () => void }) {
  const { t, i18n } = useTranslation('sent-mail');
  const query = useQuery(reading(getSentMail, { params: { id } }));
  const mail = query.data;
  return (
    <section className={styles.pane} aria-label={mail?.subject}>
      <header className={styles.head}>
        <IconButton icon={IconArrowLeft} label={t('back')} isMirrored className={styles.back} onClick={onBack} />
        <h2 className={styles.subject} dir="auto">
          {mail?.subject}
        </h2>
        <a className={styles.raw} href={addressOf(getSentMailRaw, { params: { id } })} download>
          <IconFileCode size={16} stroke={1.6} aria-hidden />
          {t('raw')}
        </a>
      </header>
      <div className={styles.scroll}>
        {query.error ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : !mail ? (
          <TextSkeleton />
        ) : (
          <>
            <dl className={styles.envelope}>
              <dt>{t('from')}</dt>
              <dd>
                <bdi>{mail.from}</bdi>
              </dd>
              <dt>{t('to')}</dt>
              <dd>
                <bdi>{mail.to.join(', ')}</bdi>
              </dd>
              <dt>{t('sent')}</dt>
              <dd>
                <TimeAgo at={mail.sentAt} form="moment" />
              </dd>
            </dl>
            {mail.html ? (
              <iframe
                className={styles.frame}
                title={mail.subject}
                sandbox=""
                srcDoc={mail.html}
                referrerPolicy="no-referrer"
              />
            ) : (
              <div className={styles.text} dir="auto">
                {mail.text}
              </div>
            )}
            {mail.attachments.length > 0 && (
              <ul className={styles.files}>
                {mail.attachments.map((file) => (
                  <li key={`${file.name}${file.size}`}>
                    <bdi>{file.name}</bdi> · <bdi>{fileSize(file.size, i18n.language)}</bdi>
                  </li>
                ))}
              </ul>
            )}
            <details className={styles.headers}>
              <summary>{t('headers')}</summary>
              <pre dir="ltr">{mail.headers.map((h) => `${h.name}: ${h.value}`).join('\n')}</pre>
            </details>
          </>
        )}
      </div>
    </section>
  );
}
