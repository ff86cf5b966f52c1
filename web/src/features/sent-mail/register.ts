import { IconMailForward } from '@tabler/icons-react';
import { navigation } from '../../lib/extension-points.ts';

export function registerSentMail(): void {
  navigation.add({
    id: 'sent-mail',
    order: 40,
    label: 'app:nav.sentMail',
    icon: IconMailForward,
    to: '/sent-mail',
    key: 'm',
    permission: 'sentMail.read',
  });
}
