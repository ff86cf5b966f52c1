import { useTranslation } from 'react-i18next';
import { getAttachment, type TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { PanelSection } from '../../components/panel-section.tsx';
import { addressOf } from '../../lib/call.ts';
import { fileSize } from '../../lib/format.ts';
import styles from './files-section.module.css';

const most = 12;

/** Every file of the conversation, the newest first. */
export function FilesSection({ detail }: { detail: TicketDetail }) {
  const { t, i18n } = useTranslation('contacts');
  const files = detail.messages.toReversed().flatMap((m) => m.attachments.filter((a) => !a.isInline));
  if (files.length === 0) return null;
  return (
    <PanelSection title={t('files')}>
      <ul className={styles.list}>
        {files.slice(0, most).map((file) => (
          <li key={file.id}>
            <a
              className={styles.file}
              href={addressOf(getAttachment, { params: { id: file.id } })}
              target="_blank"
              rel="noreferrer"
              title={file.name}
            >
              <bdi className={styles.name}>{file.name}</bdi>
              <bdi className={styles.size}>{fileSize(file.size, i18n.language)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
