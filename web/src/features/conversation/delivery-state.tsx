import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMailOff, IconQuestionMark, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retryDelivery } from '../../../../libs/contracts/delivery.ts';
import type { Message, DeliveryState as State } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { useUndoReply } from '../composer/index.ts';
import { detailKey } from '../tickets/index.ts';
import styles from './delivery-state.module.css';

const icons = {
  queued: IconClock,
  sending: IconSend,
  sent: IconCheck,
  failed: IconAlertTriangle,
  uncertain: IconQuestionMark,
  bounced: IconMailOff,
  cancelled: IconClock,
} satisfies Record<State, unknown>;

/** How far an answer got, on the answer itself, with what can be done about it. */
export function DeliveryState({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const secondsLeft = useSecondsUntil(message.delivery?.canUndoUntil ?? null);
  const undo = useUndoReply();
  if (!message.delivery) return null;
  const { state, detail } = message.delivery;
  const Icon = icons[state];
  // What waits with a reason was refused for now; the server goes on trying.
  const isRetrying = state === 'queued' && detail !== null && secondsLeft === 0;
  const isBad = state === 'failed' || state === 'bounced' || state === 'uncertain';
  return (
    <div className={styles.state} data-state={isRetrying ? 'retrying' : state} role={isBad ? 'alert' : 'status'}>
      <Icon size={15} stroke={1.8} aria-hidden />
      <span className={styles.words}>
        {secondsLeft > 0
          ? t('delivery.leaves', { count: secondsLeft })
          : t(isRetrying ? 'delivery.retrying' : `delivery.${state}`)}
        {(isBad || isRetrying) && detail && (
          <bdi className={styles.detail} dir="auto">
            {detail}
          </bdi>
        )}
      </span>
      {secondsLeft > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => void undo(message)}>
          {t('delivery.undo')}
        </Button>
      )}
      {isBad && <Retry message={message} isUncertain={state === 'uncertain'} />}
    </div>
  );
}

function Retry({ message, isUncertain }: { message: Message; isUncertain: boolean }) {
  const { t } = useTranslation('conversation');
  const client = useQueryClient();
  const errorText = useErrorText();
  const retry = useMutation({
    mutationFn: () => call(retryDelivery, { params: { id: message.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: detailKey(message.ticketId) }),
    onError: (error) => showToast({ message: errorText(error), tone: 'bad' }),
  });
  return (
    <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      {t(isUncertain ? 'delivery.sendAgain' : 'delivery.retry')}
    </Button>
  );
}

/** Whole seconds until a moment, counted down while it lies ahead. */
function useSecondsUntil(at: string | null): number {
  const left = () => (at ? Math.max(0, Math.ceil((new Date(at).getTime() - Date.now()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` reads the clock, only the moment matters
  useEffect(() => {
    setSeconds(left());
    if (left() === 0) return;
    const timer = setInterval(() => {
      setSeconds(left());
      if (left() === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}
