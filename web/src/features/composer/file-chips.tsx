import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconPaperclip, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../../lib/format.ts';
import type { LocalDraft } from './draft.ts';
import styles from './file-chips.module.css';
import type { FileOnItsWay } from './use-files.ts';

/** Files of the draft, and those on their way. */
export function FileChips({
  files,
  pending,
  onRemove,
  onRetry,
  onDrop,
}: {
  files: LocalDraft['files'];
  pending: readonly FileOnItsWay[];
  onRemove: (id: string) => void;
  onRetry: (file: FileOnItsWay) => void;
  onDrop: (key: number) => void;
}) {
  const { t, i18n } = useTranslation('composer');
  if (files.length + pending.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('files.title')}>
      {files.map((file) => (
        <li key={file.id} className={styles.chip}>
          <IconPaperclip size={14} stroke={1.6} aria-hidden />
          <bdi className={styles.name}>{file.name || t('files.unnamed')}</bdi>
          {file.size > 0 && <bdi className={styles.quiet}>{fileSize(file.size, i18n.language)}</bdi>}
          <button
            type="button"
            className={styles.button}
            aria-label={t('files.remove', { name: file.name })}
            onClick={() => onRemove(file.id)}
          >
            <IconX size={14} stroke={1.8} />
          </button>
        </li>
      ))}
      {pending.map((entry) => (
        <li key={entry.key} className={styles.chip} data-failed={entry.fault !== null || undefined}>
          {entry.fault ? <IconAlertTriangle size={14} stroke={1.6} aria-hidden /> : <Loader size={12} />}
          <bdi className={styles.name}>{entry.file.name}</bdi>
          {entry.fault && (
            <>
              <span role="alert">{entry.fault}</span>
              <button
                type="button"
                className={styles.button}
                aria-label={t('files.retry')}
                onClick={() => onRetry(entry)}
              >
                <IconRefresh size={14} stroke={1.8} />
              </button>
              <button
                type="button"
                className={styles.button}
                aria-label={t('files.remove', { name: entry.file.name })}
                onClick={() => onDrop(entry.key)}
              >
                <IconX size={14} stroke={1.8} />
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
