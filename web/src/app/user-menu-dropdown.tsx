import { Menu } from '@mantine/core';
import { IconBell, IconCheck, IconCoffee, IconLanguage, IconLogout, IconSunMoon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeferredMenuProps } from '../components/deferred-menu.tsx';
import { LanguageMenu, ThemeMenu } from '../components/preference-menus.tsx';
import { useMe } from '../lib/session.ts';
import { useUpdateMe } from '../lib/use-update-me.ts';
import { useSignOut } from './use-sign-out.ts';

/** Presence, notifications, language, theme, sign out. */
export function UserMenuDropdown({ button }: DeferredMenuProps) {
  const { t } = useTranslation();
  const me = useMe();
  const update = useUpdateMe();
  const signOut = useSignOut();
  const isAway = me.presence === 'away';
  return (
    <Menu position="bottom-start" width={240} keepMounted={false} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
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
