import type { TicketPresence } from '../../libs/contracts/index.ts';

type State = 'viewing' | 'typing';
interface Visit {
  userId: string;
  name: string;
  state: State;
  at: number;
}

/** A typing mark that is not renewed fades after this long. */
const typingMs = 6_000;
/** A visitor of another process that says nothing for this long is gone with it. */
const visitMs = 90_000;

/** Who is in which ticket, across all processes: every process keeps what the others announce. Pure but for the clock given. */
export class PresenceBook {
  /** ticket → socket → visit */
  private readonly visits = new Map<string, Map<string, Visit>>();

  set(ticketId: string, socketId: string, who: { userId: string; name: string }, state: State, now: number): void {
    const ticket = this.visits.get(ticketId) ?? new Map<string, Visit>();
    ticket.set(socketId, { userId: who.userId, name: who.name, state, at: now });
    this.visits.set(ticketId, ticket);
  }

  leave(ticketId: string, socketId: string): void {
    const ticket = this.visits.get(ticketId);
    ticket?.delete(socketId);
    if (ticket?.size === 0) this.visits.delete(ticketId);
  }

  /** One entry a person, typing before viewing, in order of arrival. */
  of(ticketId: string, now: number): TicketPresence {
    const people = new Map<string, { userId: string; name: string; state: State }>();
    for (const [socketId, visit] of this.visits.get(ticketId) ?? []) {
      if (now - visit.at > visitMs) {
        this.leave(ticketId, socketId);
        continue;
      }
      const state = visit.state === 'typing' && now - visit.at <= typingMs ? 'typing' : 'viewing';
      const known = people.get(visit.userId);
      if (!known || state === 'typing') people.set(visit.userId, { userId: visit.userId, name: visit.name, state });
    }
    return { ticketId, people: [...people.values()] };
  }
}
