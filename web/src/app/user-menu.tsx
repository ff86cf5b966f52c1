import { Menu } from '@mantine/core';
import {
  IconBell,
  IconCheck,
  IconChevronDown,
  IconCoffee,
  IconLanguage,
  IconLogout,
  IconSunMoon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/avatar.tsx';
import { LanguageMenu, ThemeMenu } from '../components/preference-menus.tsx';
import { useMe } from '../lib/session.ts';
import { useUpdateMe } from '../lib/use-update-me.ts';
import { useSignOut } from './use-sign-out.ts';
import styles from './user-menu.module.css';

/** Who is signed in; language, theme, presence, notifications, sign out. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const update = useUpdateMe();
  const signOut = useSignOut();
  const isAway = me.presence === 'away';
  return (
    <Menu position="bottom-start" width={240} keepMounted={false}>
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t('user.menu', { name: me.name })}>
          <Avatar name={me.name} color={me.avatarColor} presence={me.presence} size={24} />
          <bdi className={styles.name}>{me.name}</bdi>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{me.email}</bdi>
        </Menu.Label>
        <Menu.Item
          leftSection={<IconCoffee size={16} stroke={1.6} />}
          rightSection={isAway && <IconCheck size={14} />}
          onClick={() => update({ presence: isAway ? 'online' : 'away' })}
        >
          {t(isAway ? 'user.back' : 'user.away')}
        </Menu.Item>
        <NotificationItem />
        <Menu.Divider />
        <LanguageMenu icon={IconLanguage} onChoose={(interfaceLanguage) => update({ interfaceLanguage })} />
        <ThemeMenu
          icon={IconSunMoon}
          onChoose={(colorScheme) => update({ preferences: { ...me.preferences, colorScheme } })}
        />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.6} className="mirrored" />}
          onClick={() => void signOut()}
        >
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Asks the browser for permission; gone once it was answered. */
function NotificationItem() {
  const { t } = useTranslation();
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  if (permission !== 'default') return null;
  return (
    <Menu.Item
      leftSection={<IconBell size={16} stroke={1.6} />}
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      {t('user.notify')}
    </Menu.Item>
  );
}
