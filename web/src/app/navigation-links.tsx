import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type NavigationEntry, navigation } from '../lib/extension-points.ts';
import { useMe } from '../lib/session.ts';
import styles from './navigation-links.module.css';

/** The parts of the house that this person may enter. */
export function useNavigationEntries(): NavigationEntry[] {
  const { permissions } = useMe();
  return navigation.all().filter((entry) => permissions.includes(entry.permission));
}

/** Links to them; the inbox shows its views instead and is left out where they stand above. */
export function NavigationLinks() {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {useNavigationEntries()
        .filter((entry) => entry.id !== 'inbox')
        .map(({ id, icon: Icon, label, to }) => (
          <li key={id}>
            <Link to={to} className={styles.link} activeProps={{ 'data-active': true }}>
              <Icon size={17} stroke={1.6} />
              {t(label as 'nav.menu')}
            </Link>
          </li>
        ))}
    </ul>
  );
}
