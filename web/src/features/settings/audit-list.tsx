import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listAudit } from '../../../../libs/contracts/settings.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { reading } from '../../lib/query.ts';
import styles from './settings.module.css';

/** Who changed what in the set-up, newest first. */
export function AuditList() {
  const { t } = useTranslation('settings');
  const audit = useQuery(reading(listAudit, { query: { limit: 100 } }));
  if (audit.data?.items.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <ol className={styles.audit}>
      {audit.data?.items.map((entry) => (
        <li key={entry.id}>
          <TimeAgo at={entry.at} /> <bdi>{entry.userName}</bdi> <code>{entry.action}</code>
        </li>
      ))}
    </ol>
  );
}
