import { useTranslation } from 'react-i18next';
import type { Kind } from './draft.ts';
import styles from './kind-tabs.module.css';

const kinds = ['reply', 'note'] as const;

/** Answer or note: which of them it is must never be in doubt. */
export function KindTabs({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const { t } = useTranslation('composer');
  return (
    <div className={styles.tabs}>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.tab}
          aria-pressed={each === kind}
          onClick={() => onKind(each)}
        >
          {t(each)}
        </button>
      ))}
    </div>
  );
}
