import { IconSettings } from '@tabler/icons-react';
import { navigation } from '../../lib/extension-points.ts';

export function registerSettings(): void {
  navigation.add({
    id: 'settings',
    order: 90,
    label: 'app:nav.settings',
    icon: IconSettings,
    to: '/settings',
    key: 's',
    permission: 'settings.read',
  });
}
