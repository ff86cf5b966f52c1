import { IconChevronDown } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/avatar.tsx';
import { DeferredMenu } from '../components/deferred-menu.tsx';
import { useMe } from '../lib/session.ts';
import styles from './user-menu.module.css';

const load = () => import('./user-menu-dropdown.tsx').then((m) => ({ default: m.UserMenuDropdown }));
const UserMenuDropdown = lazy(load);

/** Who is signed in; behind it what concerns the person. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const button = (
    <button type="button" className={styles.button} aria-label={t('user.menu', { name: me.name })}>
      <Avatar name={me.name} color={me.avatarColor} presence={me.presence} size={24} />
      <span className={styles.name}>
        <bdi>{me.name}</bdi>
      </span>
      <IconChevronDown size={14} stroke={1.6} aria-hidden />
    </button>
  );
  return <DeferredMenu button={button} menu={UserMenuDropdown} load={load} menuProps={{}} />;
}
