import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { commandBook } from '../../lib/commands.ts';
import { focusTicket } from '../../lib/focus-ticket.ts';
import { isolate } from '../../lib/format.ts';
import { tell } from '../../lib/socket.ts';
import { useStore } from '../../lib/store.ts';
import { CannedReplyPalette } from './canned-reply-palette.tsx';
import { composerRequest } from './composer-request.ts';
import { isEmpty, type Kind } from './draft.ts';
import { Editor, type EditorHandle } from './editor.tsx';
import { FidelityStrip } from './fidelity-strip.tsx';
import { FileChips } from './file-chips.tsx';
import { KindTabs } from './kind-tabs.tsx';
import { LanguageLine } from './language-line.tsx';
import { MentionList } from './mention-list.tsx';
import { SendLine } from './send-line.tsx';
import { useDoubts } from './use-doubts.ts';
import { useDraft } from './use-draft.ts';
import { useFiles } from './use-files.ts';
import { useOwnTranslation } from './use-own-translation.ts';
import { useSend } from './use-send.ts';
import { useTypingSign } from './use-typing-sign.ts';
import styles from './writing-box.module.css';

/** The open composer: an answer to the buyer, or a note that only colleagues see. */
export function WritingBox({
  kind,
  detail,
  focus,
  onKind,
  onClose,
}: {
  kind: Kind;
  detail: TicketDetail;
  /** Changes whenever the field should take the focus. */
  focus: number;
  onKind: (kind: Kind) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('composer');
  const ticketId = detail.ticket.id;
  const { draft, change, clear, state } = useDraft(detail, kind);
  const editor = useRef<EditorHandle>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const language = draft.language ?? detail.reply.language;
  const translation = useOwnTranslation(draft, language, change);
  const isFinishing = useRef(false);
  const { send, isSending, error } = useSend(detail, kind, () => {
    clear();
    // Before the ticket leaves its list, because the next one is found there.
    if (isFinishing.current)
      commandBook
        .all()
        .find((c) => c.id === 'ticket.leave')
        ?.run();
  });
  const latestFiles = useRef(draft.files);
  latestFiles.current = draft.files;
  const files = useFiles((file) => {
    latestFiles.current = [...latestFiles.current, file];
    change({ files: latestFiles.current });
  });
  const doubts = useDoubts({
    draft,
    detail,
    kind,
    language,
    report: translation.report,
    isUploading: files.pending.length > 0,
  });
  const sayTyping = useTypingSign(ticketId);

  useEffect(() => {
    if (focus > 0) editor.current?.focus();
  }, [focus]);
  // The button that translated is another one now; whoever pressed it goes on writing.
  const isTranslated = draft.original !== null;
  const wasTranslated = useRef(isTranslated);
  useEffect(() => {
    if (wasTranslated.current !== isTranslated) editor.current?.focus();
    wasTranslated.current = isTranslated;
  }, [isTranslated]);
  const request = useStore(composerRequest, (r) => (r?.ticketId === ticketId && r.kind === kind ? r : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is answered once
  useEffect(() => {
    if (!request) return;
    composerRequest.set(null);
    const { body, ...rest } = request.text ?? {};
    if (body === '/') editor.current?.insert(draft.body === '' || /\s$/.test(draft.body) ? '/' : ' /');
    else if (body !== undefined) {
      change({ ...rest, body: draft.body.trim() && draft.body !== body ? `${draft.body.trimEnd()}\n\n${body}` : body });
      editor.current?.focus();
    }
  }, [request]);

  const submit = async (isWithDone: boolean) => {
    if (isEmpty(draft) || isSending) return;
    if (doubts.mustConfirm && !doubts.confirm()) return;
    isFinishing.current = isWithDone;
    const isSent = await send(draft, language, isWithDone ? 'resolved' : undefined);
    if (!isSent || isWithDone) return;
    tell('presence.set', { ticketId, state: 'viewing' });
    onClose();
    // What just had the focus is gone; the conversation's head takes it.
    document.querySelector<HTMLElement>('[data-ticket-heading]')?.focus();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    files.attach(event.dataTransfer.files);
  };
  return (
    <section
      className={styles.box}
      data-kind={kind}
      data-over={isOver || undefined}
      aria-label={t(kind === 'reply' ? 'reply' : 'note')}
      onDragOver={(e) => {
        e.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <header className={styles.head}>
        <KindTabs kind={kind} onKind={onKind} />
        {kind === 'reply' && (
          <LanguageLine draft={draft} language={language} detail={detail} change={change} translation={translation} />
        )}
      </header>
      <Editor
        handle={editor}
        value={draft.body}
        onChange={(body) => change(body.trim() === '' ? { body, original: null, cannedReplyId: null } : { body })}
        sign={kind === 'reply' ? '/' : '@'}
        language={kind === 'reply' ? language : null}
        label={t(kind === 'reply' ? 'replyLabel' : 'noteLabel')}
        placeholder={t(kind === 'reply' ? 'replyHint' : 'noteHint')}
        onSend={(isWithDone) => void submit(isWithDone)}
        onEscape={() => {
          if (isEmpty(draft)) onClose();
          focusTicket();
        }}
        onFiles={files.attach}
        onTyping={sayTyping}
        suggest={(query, put, keys) =>
          kind === 'reply' ? (
            <CannedReplyPalette
              ticketId={ticketId}
              storeId={detail.ticket.storeId}
              language={language}
              query={query}
              keys={keys}
              onChoose={(reply) => {
                put(reply.body);
                change({ cannedReplyId: reply.replyId });
              }}
            />
          ) : (
            <MentionList query={query} keys={keys} onChoose={(person) => put(`@${person.name} `)} />
          )
        }
      />
      {translation.report && (
        <FidelityStrip report={translation.report} onShow={(a, b) => editor.current?.select(a, b)} />
      )}
      <FileChips
        files={draft.files}
        pending={files.pending}
        onRemove={(id) => change({ files: draft.files.filter((f) => f.id !== id) })}
        onRetry={(file) => void files.retry(file)}
        onDrop={files.drop}
      />
      <SendLine
        kind={kind}
        detail={detail}
        draft={draft}
        language={language}
        change={change}
        state={state}
        error={error}
        doubts={doubts.sentences}
        mustConfirm={doubts.mustConfirm && doubts.isConfirming}
        isSending={isSending}
        onSend={(isWithDone) => void submit(isWithDone)}
        tools={
          <>
            <IconButton icon={IconPaperclip} label={t('files.attach')} onClick={() => picker.current?.click()} />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(e) => {
                files.attach(e.currentTarget.files ?? []);
                e.currentTarget.value = '';
              }}
            />
          </>
        }
      />
      {isOver && <div className={styles.drop}>{t('files.drop', { name: isolate(detail.ticket.contactName) })}</div>}
    </section>
  );
}
