import { useEffect, useState } from 'react';
import type { TicketPresence } from '../../../../libs/contracts/realtime.ts';
import { useMe } from '../../lib/session.ts';
import { tell, useOnConnect, useServerEvent } from '../../lib/socket.ts';

/** A typing mark that is not renewed fades after this long. */
const typingMs = 7_000;

/** Says that this person looks at the ticket, and who else does. */
export function usePresence(ticketId: string): TicketPresence['people'] {
  const me = useMe();
  const [people, setPeople] = useState<TicketPresence['people']>([]);
  useOnConnect(() => tell('watch.ticket', { ticketId }));
  useEffect(() => () => tell('watch.ticket', { ticketId: null }), []);
  useServerEvent('presence', (presence) => {
    if (presence.ticketId === ticketId) setPeople(presence.people.filter((p) => p.userId !== me.id));
  });
  useEffect(() => {
    if (!people.some((p) => p.state === 'typing')) return;
    const timer = setTimeout(() => setPeople((all) => all.map((p) => ({ ...p, state: 'viewing' }))), typingMs);
    return () => clearTimeout(timer);
  }, [people]);
  return people;
}
