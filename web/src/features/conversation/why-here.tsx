import { Popover } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rerouteTicket } from '../../../../libs/contracts/routing.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { useMay } from '../../lib/session.ts';
import { detailKey, type TicketDialogKind, ticketDialog } from '../tickets/index.ts';
import { useReasonSentences } from './use-reason-sentences.ts';
import styles from './why-here.module.css';

/** What the machine decided and why, in one quiet sentence; in full with everything that can be changed about it. */
export function WhyHere({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation(['conversation', 'inbox']);
  const [isOpen, setIsOpen] = useState(false);
  const { routing, language, country } = useReasonSentences(detail);
  const mayWrite = useMay('ticket.write');
  const summary = routing[0] ?? language;
  if (!summary) return null;
  const change = (kind: TicketDialogKind) => () => {
    setIsOpen(false);
    ticketDialog.set({ kind, ids: [detail.ticket.id] });
  };
  return (
    <div className={styles.line}>
      <span className={styles.sentence} dir="auto" title={[...routing, language, country].filter(Boolean).join('\n')}>
        {t('why.label')} {routing.length > 0 ? routing.slice(0, 2).join(' ') : summary}
      </span>
      <Popover opened={isOpen} onChange={setIsOpen} width={340} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={styles.change} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('why.change')}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <ul className={styles.reasons} dir="auto">
            {routing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {language && <li>{language}</li>}
            {country && <li>{country}</li>}
          </ul>
          {mayWrite && (
            <div className={styles.actions}>
              {(['assign', 'team', 'language'] as const).map((kind) => (
                <button key={kind} type="button" className={styles.action} onClick={change(kind)}>
                  {t(`inbox:dialog.${kind}`)}
                </button>
              ))}
              <Reroute detail={detail} onDone={() => setIsOpen(false)} />
            </div>
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function Reroute({ detail, onDone }: { detail: TicketDetail; onDone: () => void }) {
  const { t } = useTranslation('conversation');
  const client = useQueryClient();
  const errorText = useErrorText();
  const reroute = useMutation({
    mutationFn: () => call(rerouteTicket, { params: { id: detail.ticket.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: detailKey(detail.ticket.id) }),
    onError: (error) => showToast({ message: errorText(error), tone: 'bad' }),
    onSettled: onDone,
  });
  return (
    <button type="button" className={styles.action} disabled={reroute.isPending} onClick={() => reroute.mutate()}>
      {t('why.again')}
    </button>
  );
}
