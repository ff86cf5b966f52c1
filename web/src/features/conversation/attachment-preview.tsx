import { Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, getAttachment } from '../../../../libs/contracts/tickets.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { addressOf } from '../../lib/call.ts';
import { directionOf } from '../../lib/format.ts';
import styles from './attachment-preview.module.css';

/** One file at full size; arrow keys go to the next. */
export function AttachmentPreview({
  attachments,
  openId,
  onShow,
  onClose,
}: {
  attachments: readonly Attachment[];
  openId: string;
  onShow: (id: string) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['conversation', 'app']);
  const index = attachments.findIndex((a) => a.id === openId);
  const attachment = attachments[index];
  if (!attachment) return null;
  const step = (by: number) => {
    const next = attachments[(index + by + attachments.length) % attachments.length];
    if (next) onShow(next.id);
  };
  const forward = directionOf(i18n.language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': attachment.name } }}
      onKeyDown={(e) => {
        if (e.key === 'ArrowLeft' || e.key === 'ArrowRight') step(e.key === forward ? 1 : -1);
      }}
    >
      <div className={styles.screen}>
        <header className={styles.head}>
          <bdi className={styles.name}>{attachment.name}</bdi>
          {attachments.length > 1 && (
            <>
              <IconButton
                icon={IconChevronLeft}
                label={t('attachments.previous')}
                isMirrored
                onClick={() => step(-1)}
              />
              <bdi>{t('attachments.count', { at: index + 1, count: attachments.length })}</bdi>
              <IconButton icon={IconChevronRight} label={t('attachments.next')} isMirrored onClick={() => step(1)} />
            </>
          )}
          <a
            className={styles.download}
            href={addressOf(getAttachment, { params: { id: attachment.id }, query: { download: 'true' } })}
            download={attachment.name}
          >
            <IconDownload size={16} stroke={1.6} aria-hidden />
            {t('attachments.download')}
          </a>
          <IconButton icon={IconX} label={t('app:close')} onClick={onClose} />
        </header>
        <div className={styles.stage}>
          {attachment.preview === 'image' ? (
            <img
              className={styles.image}
              src={addressOf(getAttachment, { params: { id: attachment.id } })}
              alt={attachment.name}
            />
          ) : (
            <Document attachment={attachment} />
          )}
        </div>
      </div>
    </Modal>
  );
}

/** A PDF must not be a page of ours, and the browser's viewer shows none that came sandboxed: it is shown from memory. */
function Document({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation('conversation');
  const file = useQuery({
    queryKey: ['attachment', attachment.id],
    queryFn: async ({ signal }) => {
      const response = await fetch(addressOf(getAttachment, { params: { id: attachment.id } }), { signal });
      if (!response.ok) throw new Error(`${response.status}`);
      return new Blob([await response.arrayBuffer()], { type: 'application/pdf' });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const url = useMemo(() => (file.data ? URL.createObjectURL(file.data) : null), [file.data]);
  useEffect(() => () => URL.revokeObjectURL(url ?? ''), [url]);
  if (file.error) return <p role="alert">{t('attachments.failed')}</p>;
  return url && <iframe className={styles.document} src={url} title={attachment.name} />;
}
