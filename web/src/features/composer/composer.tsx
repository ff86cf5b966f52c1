import { IconMessage, IconNote, IconTemplate } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useMay } from '../../lib/session.ts';
import { useStore } from '../../lib/store.ts';
import { useCommands } from '../../lib/use-commands.ts';
import styles from './composer.module.css';
import { composerRequest } from './composer-request.ts';
import { findDraft, isEmpty, type Kind } from './draft.ts';
import { WritingBox } from './writing-box.tsx';

/** Two keys from an answer: closed it is one line, `r` and `n` open it; what was begun stands open. */
export function Composer({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation('composer');
  // Without an address there is nobody to answer.
  const mayReply = useMay('ticket.reply') && detail.reply.to !== null;
  const mayWrite = useMay('ticket.write');
  const ticketId = detail.ticket.id;
  const [open, setOpen] = useState<{ kind: Kind; focus: number } | null>(() => {
    const begun = (['reply', 'note'] as const).find((kind) => !isEmpty(findDraft(detail, kind)));
    // On a phone the field would cover the letter that is to be answered.
    return begun && window.innerWidth >= 768 ? { kind: begun, focus: 0 } : null;
  });
  const show = (kind: Kind) => setOpen((before) => ({ kind, focus: (before?.focus ?? 0) + 1 }));
  const request = useStore(composerRequest, (r) => (r?.ticketId === ticketId ? r : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is answered once
  useEffect(() => {
    if (request) show(request.kind);
  }, [request]);
  useCommands([
    {
      id: 'composer.reply',
      title: t('reply'),
      group: 'answer',
      keys: ['r'],
      icon: IconMessage,
      isEnabled: mayReply && detail.mergedInto === null,
      run: () => show('reply'),
    },
    {
      id: 'composer.note',
      title: t('note'),
      group: 'answer',
      keys: ['n'],
      icon: IconNote,
      isEnabled: mayWrite,
      run: () => show('note'),
    },
    {
      id: 'composer.canned',
      title: t('canned.title'),
      group: 'answer',
      keys: ['/'],
      icon: IconTemplate,
      isEnabled: mayReply && detail.mergedInto === null,
      run: () => {
        show('reply');
        composerRequest.set({ ticketId, kind: 'reply', text: { body: '/' } });
      },
    },
  ]);
  if (!mayWrite || detail.mergedInto) return null;
  const hasDraft = !open && !isEmpty(findDraft(detail, 'reply'));
  if (!open)
    return (
      <div className={styles.closed}>
        {mayReply && (
          <button type="button" className={styles.begin} onClick={() => show('reply')}>
            <IconMessage size={16} stroke={1.6} aria-hidden />
            <span className={styles.words}>
              {hasDraft
                ? t('goOn')
                : t('replyTo', {
                    name: detail.reply.to?.name || detail.ticket.contactName || detail.reply.to?.address,
                  })}
            </span>
            <Kbd keys="r" />
          </button>
        )}
        <button type="button" className={styles.beginNote} onClick={() => show('note')}>
          <IconNote size={16} stroke={1.6} aria-hidden />
          {t('note')}
          <Kbd keys="n" />
        </button>
      </div>
    );
  return (
    <WritingBox
      key={open.kind}
      kind={open.kind}
      detail={detail}
      focus={open.focus}
      onKind={show}
      onClose={() => setOpen(null)}
    />
  );
}
