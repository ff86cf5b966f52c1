import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listFolders, type MailboxFolder } from '../../../../libs/contracts/channels.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { useLanguage } from '../../components/use-language.ts';
import { reading } from '../../lib/query.ts';
import styles from './settings.module.css';

/** What the server of a mailbox has beside what is here, folder by folder, and what it does not deliver. */
export function MailboxLedger({ channelId }: { channelId: string }) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const folders = useQuery({ ...reading(listFolders, { params: { id: channelId } }), refetchInterval: 10_000 });
  if (folders.error) return <ErrorNotice error={folders.error} onRetry={() => void folders.refetch()} />;
  if (!folders.data || folders.data.items.length === 0) return null;
  const number = new Intl.NumberFormat(language);
  return (
    <div className={styles.ledger}>
      <table>
        <caption>{t('mailbox.ledger')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mailbox.folder')}</th>
            {columns.map((c) => (
              <th key={c} scope="col">
                {t(`mailbox.${c}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {folders.data.items.map((f) => (
            <tr key={f.folder}>
              <th scope="row" dir="auto">
                {f.folder}
              </th>
              {columns.map((c) => (
                <td key={c}>{f[c] === null ? '–' : number.format(f[c])}</td>
              ))}
              <td>
                <Verdict folder={f} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {folders.data.items.flatMap((f) =>
        f.failures.map((failure) => (
          <p key={`${f.folder} ${failure.uid}`} className={styles.bad}>
            {t('mailbox.failureLine', { uid: failure.uid, reason: failure.reason })}
          </p>
        )),
      )}
    </div>
  );
}

const columns = ['onServer', 'accounted', 'waiting', 'undeliverable', 'expunged'] as const;

function Verdict({ folder: { onServer, accounted, comparedAt } }: { folder: MailboxFolder }) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  if (comparedAt === null || onServer === null || accounted === null) return t('mailbox.notCompared');
  const missing = onServer - accounted;
  return (
    <>
      <span className={missing === 0 ? styles.good : styles.bad}>
        {missing === 0
          ? t('mailbox.agrees')
          : t('mailbox.differs', { number: new Intl.NumberFormat(language).format(missing) })}
      </span>{' '}
      <span className={styles.soft}>
        <TimeAgo at={comparedAt} />
      </span>
    </>
  );
}
