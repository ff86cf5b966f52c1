import { z } from 'zod';
import type { ErrorTable } from './error-table.ts';
import type { Permission } from './permissions.ts';
import { id } from './scalars.ts';

export const realtimeErrors = {} satisfies ErrorTable;

/** What an open ticket shows of the people in it. */
export const presenceState = z.enum(['viewing', 'typing']);
export const ticketPresence = z.object({
  ticketId: id,
  people: z.array(z.object({ userId: id, name: z.string(), state: presenceState })),
});
export type TicketPresence = z.infer<typeof ticketPresence>;

/**
 * Events of the server, by name. They name what changed; whoever shows it asks again through HTTP, where permissions are
 * checked. Only the list row travels, because the list must move within the blink of an eye.
 */
export const serverEvents = {
  /** Tickets opened or changed since the last tick; `row` is the TicketRow of libs/contracts/tickets.ts. */
  'tickets.changed': z.object({ rows: z.array(z.record(z.string(), z.unknown())), opened: z.array(id) }),
  'message.added': z.object({ ticketId: id, messageId: id, direction: z.string() }),
  'delivery.changed': z.object({ ticketId: id.nullable(), messageId: id, state: z.string() }),
  'deadline.breached': z.object({ ticketId: id, kind: z.string() }),
  presence: ticketPresence,
  'person.changed': z.object({ userId: id }),
  'specification.changed': z.object({ specificationId: id, ticketId: id.nullable(), state: z.string() }),
  /** For one person: a mention, an assignment, a question of production, a failed delivery. */
  notification: z.object({
    kind: z.string(),
    ticketId: id.nullable(),
    specificationId: id.nullable(),
    params: z.record(z.string(), z.unknown()),
  }),
  /** Something the client caches changed in the set-up: stores, teams, settings. */
  'setup.changed': z.object({ what: z.string() }),
} as const;
export type ServerEventName = keyof typeof serverEvents;
export type ServerEvent<N extends ServerEventName> = z.infer<(typeof serverEvents)[N]>;
export type ServerToClient = { [N in ServerEventName]: (payload: ServerEvent<N>) => void };

/** Events of the client. Each is answered with `{ ok: true }` or `{ ok: false, code }`. */
export const clientEvents = {
  /** The ticket that is open; null when none. Presence and messages of it follow. */
  'watch.ticket': z.object({ ticketId: id.nullable() }),
  'presence.set': z.object({ ticketId: id, state: presenceState }),
  /** The person is at the screen, or has been away for a while. */
  'presence.self': z.object({ presence: z.enum(['online', 'away']) }),
} as const;
/** Who may send which; `signedIn` is everybody whose socket is open. */
export const clientEventPermissions = {
  'watch.ticket': 'ticket.read',
  'presence.set': 'ticket.read',
  'presence.self': 'signedIn',
} as const satisfies Record<keyof typeof clientEvents, Permission | 'signedIn'>;
export type ClientEventName = keyof typeof clientEvents;
export type ClientEvent<N extends ClientEventName> = z.infer<(typeof clientEvents)[N]>;
export type ClientToServer = {
  [N in ClientEventName]: (
    payload: ClientEvent<N>,
    answer?: (result: { ok: true } | { ok: false; code: string }) => void,
  ) => void;
};
