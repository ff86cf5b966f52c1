import { IconInbox } from '@tabler/icons-react';
import { lazy } from 'react';
import { navigation, shellExtras } from '../../lib/extension-points.ts';

const LiveUpdates = lazy(() => import('../tickets/index.ts').then((m) => ({ default: m.LiveUpdates })));

export function registerInbox(): void {
  navigation.add({
    id: 'inbox',
    order: 10,
    label: 'app:nav.inbox',
    icon: IconInbox,
    to: '/inbox/open',
    key: 'i',
    permission: 'ticket.read',
  });
  shellExtras.add({ id: 'live-updates', order: 10, component: LiveUpdates });
}
