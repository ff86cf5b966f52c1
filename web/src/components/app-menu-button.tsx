import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { createStore } from '../lib/store.ts';
import styles from './app-menu-button.module.css';
import { IconButton } from './icon-button.tsx';

/** Whether the side bar is drawn over the page, where it has no room beside it. */
export const sideBarDrawer = createStore(false);

/** Opens the side bar; only visible where there is no room for it. */
export function AppMenuButton() {
  const { t } = useTranslation();
  return (
    <IconButton
      icon={IconMenu2}
      label={t('nav.menu')}
      className={styles.button}
      onClick={() => sideBarDrawer.set(true)}
    />
  );
}
