import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channel, testChannel } from '../../../../libs/contracts/channels.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
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
    </div>
  );
}
