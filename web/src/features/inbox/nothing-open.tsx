import { IconMailOpened } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Kbd } from '../../components/kbd.tsx';
import styles from './nothing-open.module.css';

const keys = [
  ['j', 'next'],
  ['Enter', 'open'],
  ['r', 'reply'],
  ['e', 'done'],
  ['?', 'all'],
] as const;

/** Beside the list while nothing is open: the keys that carry through the day. */
export function NothingOpen() {
  const { t } = useTranslation('inbox');
  return (
    <div className={styles.pane}>
      <EmptyState icon={IconMailOpened} title={t('nothingOpen.title')}>
        <dl className={styles.keys}>
          {keys.map(([key, name]) => (
            <div key={key} className={styles.entry}>
              <dt>
                <Kbd keys={key} />
              </dt>
              <dd>{t(`nothingOpen.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </EmptyState>
    </div>
  );
}
