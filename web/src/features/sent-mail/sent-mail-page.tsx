import { IconMailForward } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listSentMail, type SentMail } from '../../../../libs/contracts/delivery.ts';
import { AppMenuButton } from '../../components/app-menu-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { SplitPane } from '../../components/split-pane.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { useServerEvent } from '../../lib/socket.ts';
import { useCommands } from '../../lib/use-commands.ts';
import styles from './sent-mail-page.module.css';
import { SentMailView } from './sent-mail-view.tsx';

/** What left through the built-in sink, as the buyer sees it: the other end of the loop in a demo. */
export function SentMailPage() {
  const { t } = useTranslation('sent-mail');
  const { mailId } = useParams({ strict: false });
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: [...keyOf(listSentMail), 'list'],
    queryFn: ({ pageParam, signal }) =>
      call(listSentMail, { query: pageParam ? { after: pageParam } : {} }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  useServerEvent('delivery.changed', () => void query.refetch());
  const mails = query.data?.pages.flatMap((p) => p.items) ?? [];
  const go = (by: number) => {
    const next = mails[Math.min(mails.length - 1, Math.max(0, mails.findIndex((m) => m.id === mailId) + by))];
    if (next) void navigate({ to: '/sent-mail/{-$mailId}', params: { mailId: next.id } });
  };
  useCommands([
    { id: 'list.next', title: t('next'), group: 'move', keys: ['j', 'ArrowDown'], isKeyOnly: true, run: () => go(1) },
    {
      id: 'list.previous',
      title: t('previous'),
      group: 'move',
      keys: ['k', 'ArrowUp'],
      isKeyOnly: true,
      run: () => go(-1),
    },
  ]);
  return (
    <SplitPane
      id="sent-mail"
      shows={mailId ? 'end' : 'start'}
      start={
        <section className={styles.pane} aria-label={t('title')}>
          <header className={styles.head}>
            <AppMenuButton />
            <h1 className={styles.title}>{t('title')}</h1>
          </header>
          {query.isPending ? (
            <ListSkeleton />
          ) : query.error ? (
            <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          ) : mails.length === 0 ? (
            <EmptyState icon={IconMailForward} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {mails.map((mail) => (
                <li key={mail.id}>
                  <Entry mail={mail} isOpen={mail.id === mailId} />
                </li>
              ))}
              {query.hasNextPage && (
                <li>
                  <button type="button" className={styles.more} onClick={() => void query.fetchNextPage()}>
                    {t('more')}
                  </button>
                </li>
              )}
            </ul>
          )}
        </section>
      }
      end={
        mailId ? (
          <SentMailView
            id={mailId}
            onBack={() => void navigate({ to: '/sent-mail/{-$mailId}', params: { mailId: undefined } })}
          />
        ) : (
          <div className={styles.nothing}>
            <EmptyState icon={IconMailForward} title={t('choose')}>
              {t('chooseText')}
            </EmptyState>
          </div>
        )
      }
    />
  );
}

function Entry({ mail, isOpen }: { mail: SentMail; isOpen: boolean }) {
  const { t } = useTranslation('sent-mail');
  return (
    <Link
      to="/sent-mail/{-$mailId}"
      params={{ mailId: mail.id }}
      className={styles.entry}
      data-open={isOpen || undefined}
      aria-current={isOpen || undefined}
    >
      <span className={styles.line}>
        <span className={styles.to} dir="auto">
          {mail.to.join(', ')}
        </span>
        <span className={styles.time}>
          <TimeAgo at={mail.sentAt} />
        </span>
      </span>
      <span className={styles.subject} dir="auto">
        {mail.subject || t('noSubject')}
      </span>
    </Link>
  );
}
