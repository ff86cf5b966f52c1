import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconChecks } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { isolate, languageName } from '../../lib/format.ts';
import { isEmpty, type Kind, type LocalDraft } from './draft.ts';
import styles from './send-line.module.css';
import type { SaveState } from './use-draft.ts';

/** Who gets it, from which address, in which language; what is doubtful about it; whether it is saved; and the button. */
export function SendLine({
  kind,
  detail,
  draft,
  language,
  change,
  state,
  error,
  doubts,
  mustConfirm,
  isSending,
  onSend,
  tools,
}: {
  kind: Kind;
  detail: TicketDetail;
  draft: LocalDraft;
  language: string;
  change: (changes: Partial<LocalDraft>) => void;
  state: SaveState;
  error: unknown;
  doubts: readonly string[];
  mustConfirm: boolean;
  isSending: boolean;
  onSend: (isWithDone: boolean) => void;
  tools: ReactNode;
}) {
  const { t } = useTranslation('composer');
  const errorText = useErrorText();
  const nobody = kind === 'reply' && !detail.reply.to;
  return (
    <footer className={styles.foot}>
      {doubts.length > 0 && (
        <ul className={styles.doubts} role="status" data-strong={mustConfirm || undefined}>
          {doubts.map((doubt) => (
            <li key={doubt}>
              <IconAlertTriangle size={15} stroke={1.7} aria-hidden /> <span>{doubt}</span>
            </li>
          ))}
        </ul>
      )}
      {error !== null && (
        <p className={styles.error} role="alert">
          {t('notSent')} {errorText(error)}
        </p>
      )}
      {kind === 'reply' ? (
        <Envelope detail={detail} draft={draft} language={language} change={change} />
      ) : (
        <p className={styles.envelope}>{t('noteSeenBy')}</p>
      )}
      <div className={styles.actions}>
        {tools}
        <span className={styles.saved} role="status">
          {state === 'saved' && <IconChecks size={14} stroke={1.7} aria-hidden />}
          {state !== 'idle' && t(`saved.${state}`)}
        </span>
        {kind === 'reply' && (
          <Button
            variant="default"
            disabled={isEmpty(draft) || nobody || isSending}
            title={t('sendAndDoneHint')}
            className={styles.second!}
            onClick={() => onSend(true)}
          >
            {t('sendAndDone')}
          </Button>
        )}
        <Button
          disabled={isEmpty(draft) || nobody}
          loading={isSending}
          color={mustConfirm ? 'red' : 'accent'}
          rightSection={<Kbd keys="mod+Enter" />}
          onClick={() => onSend(false)}
        >
          {t(mustConfirm ? 'sendAnyway' : kind === 'reply' ? 'send' : 'addNote')}
        </Button>
      </div>
    </footer>
  );
}

function Envelope({
  detail,
  draft,
  language,
  change,
}: {
  detail: TicketDetail;
  draft: LocalDraft;
  language: string;
  change: (changes: Partial<LocalDraft>) => void;
}) {
  const { t, i18n } = useTranslation('composer');
  const { to, from, signature } = detail.reply;
  const [hasCc, setHasCc] = useState(draft.cc !== '');
  const isOwnLanguage = language === detail.reply.language;
  return (
    <>
      <p className={styles.envelope} dir="auto">
        {to
          ? t('envelope', {
              to: isolate(to.name ? `${to.name} <${to.address}>` : to.address),
              from: isolate(from ?? t('noSender')),
              language: languageName(language, i18n.language),
            })
          : t('noRecipient')}{' '}
        {signature && isOwnLanguage && <span title={signature}>{t('withSignature')}</span>}{' '}
        {!hasCc && (
          <button type="button" className={styles.cc} onClick={() => setHasCc(true)}>
            {t('addCc')}
          </button>
        )}
      </p>
      {hasCc && (
        <TextInput
          size="xs"
          className={styles.ccField!}
          aria-label={t('cc')}
          placeholder={t('cc')}
          dir="ltr"
          value={draft.cc}
          onChange={(e) => change({ cc: e.currentTarget.value })}
        />
      )}
    </>
  );
}
