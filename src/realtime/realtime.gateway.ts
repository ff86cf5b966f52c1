import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import { parseCookie } from 'cookie';
import type { Server, Socket } from 'socket.io';
import type { DataSource } from 'typeorm';
import {
  type ClientEventName,
  type ClientToServer,
  clientEventPermissions,
  clientEvents,
  may,
  type ServerToClient,
} from '../../libs/contracts/index.ts';
import { type Principal, Sessions, sessionCookie, UsersService } from '../identity/index.ts';
import { Events, newId } from '../platform/index.ts';
import { PresenceBook } from './presence.ts';

interface SocketData {
  principal: Principal;
  /** Value of the session cookie it was opened with. */
  token: string;
  ticketId: string | null;
}
export type Client = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type RealtimeServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** Rooms of sockets: what a person may hear follows from the role, checked when the socket opens and when the person changes. */
export const rooms = {
  inbox: 'may:ticket.read',
  production: 'may:production.read',
  user: (id: string) => `user:${id}`,
  ticket: (id: string) => `ticket:${id}`,
};

const fromOutside = 'realtime.presence';

/** Sockets: a session cookie or no connection; every event of a client is checked by its schema and permission. */
@WebSocketGateway({
  path: '/socket.io',
  serveClient: false,
  maxHttpBufferSize: 100_000,
  transports: ['websocket', 'polling'],
})
export class RealtimeGateway
  implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, OnModuleInit, OnApplicationShutdown
{
  @WebSocketServer() server: RealtimeServer;
  private readonly log = new Logger(RealtimeGateway.name);
  private readonly book = new PresenceBook();
  private readonly processId = newId();
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly users: UsersService,
    private readonly events: Events,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(fromOutside, (event) => this.hear(event as unknown as Announcement));
    this.events.subscribe('person.changed', (event) => this.checkAgain(rooms.user(String(event['userId']))));
  }

  afterInit(server: RealtimeServer): void {
    server.use(async (socket, next) => {
      const token = parseCookie(socket.handshake.headers.cookie ?? '')[sessionCookie];
      const principal = token && isOwnPage(socket.handshake.headers) ? await this.sessions.find(token) : null;
      if (!token || !principal) return next(new Error('identity.signInRequired'));
      socket.data.principal = principal;
      socket.data.token = token;
      socket.data.ticketId = null;
      next();
    });
    // People whose tabs stay open keep their visits alive.
    this.sweep = setInterval(() => void this.renew(), 30_000).unref();
  }

  async handleConnection(client: Client): Promise<void> {
    const { principal } = client.data;
    await client.join(rooms.user(principal.userId));
    await enterRooms(client);
    this.listen(client);
    await this.users.setPresence(principal.userId, 'online');
  }

  async handleDisconnect(client: Client): Promise<void> {
    await this.leaveTicket(client);
    const { userId } = client.data.principal;
    const others = await this.server.in(rooms.user(userId)).fetchSockets();
    if (others.length === 0) await this.users.setPresence(userId, 'offline');
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweep);
  }

  private listen(client: Client): void {
    this.on(client, 'watch.ticket', async ({ ticketId }) => {
      await this.leaveTicket(client);
      if (ticketId === null) return;
      client.data.ticketId = ticketId;
      await client.join(rooms.ticket(ticketId));
      await this.announce(client, ticketId, 'viewing');
    });
    this.on(client, 'presence.set', async ({ ticketId, state }) => {
      if (client.data.ticketId === ticketId) await this.announce(client, ticketId, state);
    });
    this.on(client, 'presence.self', async ({ presence }) => {
      await this.users.setPresence(client.data.principal.userId, presence);
    });
  }

  /** Checks the payload; a refusal goes back to the caller alone. */
  private on<N extends ClientEventName>(
    client: Client,
    name: N,
    handler: (payload: ReturnType<(typeof clientEvents)[N]['parse']>) => Promise<void>,
  ): void {
    const receive = (payload: unknown, answer?: (result: object) => void) => {
      const parsed = clientEvents[name].safeParse(payload);
      const reply = typeof answer === 'function' ? answer : () => undefined;
      const permission = clientEventPermissions[name];
      if (permission !== 'signedIn' && !may(client.data.principal.role, permission))
        return reply({ ok: false, code: 'identity.forbidden' });
      if (!parsed.success) return reply({ ok: false, code: 'request.invalid' });
      handler(parsed.data as ReturnType<(typeof clientEvents)[N]['parse']>).then(
        () => reply({ ok: true }),
        (error: unknown) => {
          this.log.error(error);
          reply({ ok: false, code: 'request.failed' });
        },
      );
    };
    (client as unknown as { on(event: string, listener: typeof receive): void }).on(name, receive);
  }

  private async leaveTicket(client: Client): Promise<void> {
    const { ticketId } = client.data;
    if (!ticketId) return;
    client.data.ticketId = null;
    await client.leave(rooms.ticket(ticketId));
    await this.announce(client, ticketId, null);
  }

  /** Every process, this one too, hears of it by a notification. */
  private async announce(client: Client, ticketId: string, state: 'viewing' | 'typing' | null): Promise<void> {
    const { userId, name } = client.data.principal;
    await this.events.publish(this.source.manager, {
      type: fromOutside,
      process: this.processId,
      ticketId,
      socketId: client.id,
      userId,
      name,
      state,
    });
  }

  private hear({ ticketId, socketId, userId, name, state }: Announcement): void {
    const now = Date.now();
    if (state === null) this.book.leave(ticketId, socketId);
    else this.book.set(ticketId, socketId, { userId, name }, state, now);
    this.server?.to(rooms.ticket(ticketId)).emit('presence', this.book.of(ticketId, now));
  }

  /** A session that ended takes its sockets with it; another role hears other things. */
  private async checkAgain(room?: string): Promise<void> {
    if (!this.server) return;
    const local = room ? this.server.local.in(room) : this.server.local;
    for (const client of (await local.fetchSockets()) as unknown as Client[]) {
      const principal = await this.sessions.find(client.data.token);
      if (!principal) {
        client.disconnect(true);
        continue;
      }
      const isSameRole = principal.role === client.data.principal.role;
      client.data.principal = principal;
      if (isSameRole) continue;
      if (!may(principal.role, 'ticket.read')) await this.leaveTicket(client);
      await enterRooms(client);
    }
  }

  private async renew(): Promise<void> {
    await this.checkAgain().catch((error: unknown) => this.log.error(error));
    for (const client of (await this.server.local.fetchSockets()) as unknown as Client[]) {
      if (client.data.ticketId) await this.announce(client, client.data.ticketId, 'viewing').catch(() => undefined);
    }
  }
}

interface Announcement {
  ticketId: string;
  socketId: string;
  userId: string;
  name: string;
  state: 'viewing' | 'typing' | null;
}

/** Joins what the role may hear, leaves what it may not. */
async function enterRooms(client: Client): Promise<void> {
  const { role } = client.data.principal;
  await (may(role, 'ticket.read') ? client.join(rooms.inbox) : client.leave(rooms.inbox));
  await (may(role, 'production.read') ? client.join(rooms.production) : client.leave(rooms.production));
}

/** A foreign page must not ride on the cookie. */
function isOwnPage(headers: { origin?: string; host?: string }): boolean {
  return headers.origin === undefined || URL.parse(headers.origin)?.host === headers.host;
}
