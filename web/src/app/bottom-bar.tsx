import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sideBarDrawer } from '../components/app-menu-button.tsx';
import styles from './bottom-bar.module.css';
import { useNavigationEntries } from './navigation-links.tsx';

const most = 4;

/** On a phone: the first parts of the house under the thumb, the rest behind 'more'. */
export function BottomBar() {
  const { t } = useTranslation();
  const entries = useNavigationEntries().slice(0, most);
  return (
    <nav className={styles.bar} aria-label={t('nav.main')}>
      {entries.map(({ id, icon: Icon, label, to }) => (
        <Link
          key={id}
          to={to}
          className={styles.entry}
          activeOptions={{ exact: false, includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          <Icon size={22} stroke={1.6} />
          <span className={styles.label}>{t(label as 'nav.menu')}</span>
        </Link>
      ))}
      <button type="button" className={styles.entry} onClick={() => sideBarDrawer.set(true)}>
        <IconDots size={22} stroke={1.6} />
        <span className={styles.label}>{t('nav.more')}</span>
      </button>
    </nav>
  );
}
