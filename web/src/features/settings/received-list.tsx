import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getReceivedRaw, listReceived } from '../../../../libs/contracts/channels.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { addressOf, call } from '../../lib/call.ts';
import { fileSize } from '../../lib/format.ts';
import { keyOf } from '../../lib/query.ts';
import styles from './settings.module.css';

/** Every message that came in and what became of it, newest first; each can be fetched as it came. */
export function ReceivedList() {
  const { t, i18n } = useTranslation('settings');
  const list = useInfiniteQuery({
    queryKey: keyOf(listReceived),
    queryFn: ({ pageParam }) =>
      call(listReceived, { query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return null;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={t('nothingReceived')}>{t('about.received')}</EmptyState>;
  return (
    <>
      <p className={styles.about}>{t('about.received')}</p>
      <ol className={styles.received}>
        {items.map((item) => (
          <li key={item.id}>
            <TimeAgo at={item.receivedAt} />
            <span className={item.state === 'failed' ? styles.bad : undefined}>{t(`receivedState.${item.state}`)}</span>
            <span className={styles.soft}>{fileSize(item.size, i18n.language)}</span>
            <a href={addressOf(getReceivedRaw, { params: { id: item.id } })} download={`${item.id}.eml`}>
              {t('asItCame')}
            </a>
            {item.reason && <code className={styles.reason}>{item.reason}</code>}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
