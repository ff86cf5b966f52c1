import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Channel, channel, testChannel } from '../../../../libs/contracts/channels.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { useLanguage } from '../../components/use-language.ts';
import { call } from '../../lib/call.ts';
import { duration, relative } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { MailboxLedger } from './mailbox-ledger.tsx';
import { MailboxSurvey } from './mailbox-survey.tsx';
import styles from './settings.module.css';

/** How a channel is: what came, the last error in words, and a button to try it. */
export function ChannelState({ entry }: { entry: Record<string, unknown> }) {
  const { t } = useTranslation('settings');
  const text = useErrorText();
  const parsed = channel.safeParse(entry);
  const test = useMutation({ mutationFn: (id: string) => call(testChannel, { params: { id } }) });
  if (!parsed.success) return null;
  const c = parsed.data;
  return (
    <div className={styles.state}>
      <p>{t('counts', c.received)}</p>
      {c.kind === 'imap' && <MailboxLine channel={c} />}
      {c.lastError && <p className={styles.bad}>{c.lastError}</p>}
      <Button variant="default" size="compact-md" loading={test.isPending} onClick={() => test.mutate(c.id)}>
        {t('test')}
      </Button>
      {test.data?.steps.map((s) => (
        <p key={s.step} className={s.isOk ? styles.good : styles.bad} role="status">
          {s.said}
        </p>
      ))}
      {test.error ? <p className={styles.bad}>{text(test.error)}</p> : null}
      {c.kind === 'imap' && (
        <>
          <MailboxSurvey channelId={c.id} />
          <MailboxLedger channelId={c.id} />
        </>
      )}
    </div>
  );
}

/** When it was last read, and how far behind it is. */
function MailboxLine({ channel: { lastSuccessAt, lag } }: { channel: Channel }) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const now = useNow();
  return (
    <p className={styles.soft}>
      {lastSuccessAt ? t('mailbox.state', { when: relative(lastSuccessAt, language, now) }) : t('mailbox.never')}
      {lag && ` · ${t('mailbox.lag', { count: lag.messages, duration: duration(lag.seconds * 1000, language) })}`}
    </p>
  );
}
