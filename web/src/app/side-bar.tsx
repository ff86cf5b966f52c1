import { IconCommand, IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/icon-button.tsx';
import { ViewList } from '../features/inbox/index.ts';
import { useMay } from '../lib/session.ts';
import { NavigationLinks } from './navigation-links.tsx';
import { openPalette, openShortcutSheet } from './overlays.ts';
import styles from './side-bar.module.css';
import { UserMenu } from './user-menu.tsx';

/** Who I am, the views of the inbox, and the other parts of the house. */
export function SideBar() {
  const { t } = useTranslation();
  const mayReadTickets = useMay('ticket.read');
  return (
    <nav className={styles.bar} aria-label={t('nav.main')}>
      <div className={styles.head}>
        <UserMenu />
      </div>
      <div className={styles.scroll}>{mayReadTickets ? <ViewList /> : <NavigationLinks />}</div>
      <div className={styles.foot}>
        {mayReadTickets && <NavigationLinks />}
        <div className={styles.tools}>
          <IconButton icon={IconCommand} label={t('palette.open')} keys="mod+k" onClick={openPalette} />
          <IconButton icon={IconKeyboard} label={t('keys.title')} keys="?" onClick={openShortcutSheet} />
        </div>
      </div>
    </nav>
  );
}
