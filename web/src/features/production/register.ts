import { IconBuildingFactory2 } from '@tabler/icons-react';
import { navigation } from '../../lib/extension-points.ts';

export function registerProduction(): void {
  navigation.add({
    id: 'production',
    order: 20,
    label: 'app:nav.production',
    icon: IconBuildingFactory2,
    to: '/production',
    key: 'p',
    permission: 'production.read',
  });
}
