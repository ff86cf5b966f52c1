import type { Me } from '../../../libs/contracts/identity.ts';

/** Where a person's day begins. */
export function homeOf(me: Pick<Me, 'role' | 'permissions'>): string {
  if (!me.permissions.includes('ticket.read')) return '/production';
  return me.role === 'agent' ? '/inbox/mine' : '/inbox/open';
}
