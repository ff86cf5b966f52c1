import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { countTickets } from '../../../../libs/contracts/tickets.ts';
import { reading } from '../../lib/query.ts';

/** The tab says how many of one's own tickets have news: `(3) Dragoman`. */
export function useUnreadTitle(isEnabled: boolean): void {
  const unread = useQuery({ ...reading(countTickets), enabled: isEnabled }).data?.unread ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}${unread >= 100 ? '+' : ''}) Dragoman` : 'Dragoman';
  }, [unread]);
}
