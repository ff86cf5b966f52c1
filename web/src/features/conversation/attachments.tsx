import { IconFile, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconFileZip } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, getAttachment } from '../../../../libs/contracts/tickets.ts';
import { addressOf } from '../../lib/call.ts';
import { fileSize } from '../../lib/format.ts';
import styles from './attachments.module.css';

const AttachmentPreview = lazy(() =>
  import('./attachment-preview.tsx').then((m) => ({ default: m.AttachmentPreview })),
);

const iconOf = (type: string) =>
  type === 'application/pdf'
    ? IconFileTypePdf
    : /zip|compressed|x-7z|x-rar/.test(type)
      ? IconFileZip
      : /sheet|excel|csv/.test(type)
        ? IconFileSpreadsheet
        : /^text\/|word|document/.test(type)
          ? IconFileText
          : IconFile;

/** Files in a row: pictures as pictures; what can be shown opens here, the rest is downloaded. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('conversation');
  const [openId, setOpenId] = useState<string | null>(null);
  const visible = attachments.filter((a) => a.preview !== 'none');
  if (attachments.length === 0) return null;
  return (
    <>
      <ul className={styles.row} aria-label={t('attachments.title')}>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            {attachment.preview === 'none' ? (
              <a
                className={styles.tile}
                href={addressOf(getAttachment, { params: { id: attachment.id }, query: { download: 'true' } })}
                download={attachment.name}
                title={attachment.name}
              >
                <Face attachment={attachment} />
              </a>
            ) : (
              <button
                type="button"
                className={styles.tile}
                title={attachment.name}
                onClick={() => setOpenId(attachment.id)}
              >
                <Face attachment={attachment} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {openId && (
        <Suspense>
          <AttachmentPreview attachments={visible} openId={openId} onShow={setOpenId} onClose={() => setOpenId(null)} />
        </Suspense>
      )}
    </>
  );
}

function Face({ attachment }: { attachment: Attachment }) {
  const { t, i18n } = useTranslation('conversation');
  const Icon = iconOf(attachment.type);
  const [isBroken, setIsBroken] = useState(false);
  return (
    <>
      {attachment.preview === 'image' && !isBroken ? (
        <img
          className={styles.thumbnail}
          src={addressOf(getAttachment, { params: { id: attachment.id } })}
          alt=""
          loading="lazy"
          onError={() => setIsBroken(true)}
        />
      ) : (
        <span className={styles.icon}>
          <Icon size={26} stroke={1.3} aria-hidden />
        </span>
      )}
      <span className={styles.caption}>
        <bdi className={styles.name}>{attachment.name || t('attachments.unnamed')}</bdi>
        <bdi className={styles.size}>{fileSize(attachment.size, i18n.language)}</bdi>
      </span>
    </>
  );
}
