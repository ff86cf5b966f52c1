import { IconAlarmSnooze, IconCheck, IconTag, IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useStore } from '../../lib/store.ts';
import { ticketDialog } from '../tickets/index.ts';
import { check, inboxState, uncheckAll } from './inbox-state.ts';
import styles from './list-toolbar.module.css';

/** Instead of the tools of the list while rows are ticked: what can be done with all of them. */
export function BulkBar({ rows, onDone }: { rows: readonly TicketRow[]; onDone: (ids: readonly string[]) => void }) {
  const { t } = useTranslation('inbox');
  const checked = useStore(inboxState, (s) => s.checked);
  const ids = [...checked];
  const isAll = rows.length > 0 && rows.every((r) => checked.has(r.id));
  return (
    <header className={styles.bar} data-bulk>
      <input
        type="checkbox"
        className={styles.all}
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = !isAll;
        }}
        aria-label={t('keys.checkAll')}
        onChange={() => (isAll ? uncheckAll() : check(rows.map((r) => r.id).slice(0, 500)))}
      />
      <span className={styles.count} role="status">
        {t('bulk.count', { count: ids.length })}
      </span>
      <IconButton icon={IconCheck} label={t('keys.done')} keys="e" onClick={() => onDone(ids)} />
      <IconButton
        icon={IconUserPlus}
        label={t('dialog.assign')}
        keys="a"
        onClick={() => ticketDialog.set({ kind: 'assign', ids })}
      />
      <IconButton
        icon={IconAlarmSnooze}
        label={t('dialog.snooze')}
        keys="h"
        onClick={() => ticketDialog.set({ kind: 'snooze', ids })}
      />
      <IconButton
        icon={IconTag}
        label={t('dialog.tags')}
        keys="l"
        onClick={() => ticketDialog.set({ kind: 'tags', ids })}
      />
      <IconButton icon={IconX} label={t('bulk.clear')} keys="Escape" onClick={uncheckAll} />
    </header>
  );
}
