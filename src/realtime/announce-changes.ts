import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DomainEvent, Events } from '../platform/index.ts';
import { TicketQueries } from '../tickets/index.ts';
import { RealtimeGateway, type RealtimeServer, rooms } from './realtime.gateway.ts';

/** Changes are gathered this long and told at once, so that a flood of mail is one query and one packet a tick. */
const tickMs = 15;

/** Turns what happened (after commit) into what people at their screens hear. */
@Injectable()
export class AnnounceChanges implements OnModuleInit {
  private readonly changed = new Map<string, boolean>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly gateway: RealtimeGateway,
    private readonly events: Events,
    private readonly tickets: TicketQueries,
  ) {}

  onModuleInit(): void {
    this.events.subscribe('ticket.opened', (e) => this.gather(e, true));
    this.events.subscribe('ticket.changed', (e) => this.gather(e, false));
    this.tell('message.added', ['ticketId', 'messageId', 'direction'], (e) => rooms.ticket(String(e['ticketId'])));
    this.tell('delivery.changed', ['ticketId', 'messageId', 'state'], () => rooms.inbox);
    this.tell('deadline.breached', ['ticketId', 'kind'], () => rooms.inbox);
    this.tell('person.changed', ['userId'], () => [rooms.inbox, rooms.production]);
    this.tell('specification.changed', ['specificationId', 'ticketId', 'state'], () => [rooms.inbox, rooms.production]);
    this.events.subscribe('notification', (e) => {
      const { kind, ticketId = null, specificationId = null, params = {} } = e as unknown as Notification;
      this.server
        ?.to(rooms.user(String(e['userId'])))
        .emit('notification', { kind, ticketId, specificationId, params });
    });
    for (const what of ['store', 'team', 'settings', 'routing', 'channel', 'serviceTarget']) {
      this.events.subscribe(`${what}.changed`, () => void this.server?.emit('setup.changed', { what }));
    }
  }

  private get server(): RealtimeServer | undefined {
    return this.gateway.server;
  }

  private tell(
    name: 'message.added' | 'delivery.changed' | 'deadline.breached' | 'person.changed' | 'specification.changed',
    fields: string[],
    to: (event: DomainEvent) => string | string[],
  ): void {
    this.events.subscribe(name, (event) => {
      const payload = Object.fromEntries(fields.map((f) => [f, event[f] ?? null]));
      this.server?.to(to(event)).emit(name, payload as never);
    });
  }

  private gather(event: DomainEvent, isNew: boolean): void {
    const id = String(event['ticketId']);
    this.changed.set(id, isNew || this.changed.get(id) === true);
    this.timer ??= setTimeout(() => void this.flush(), tickMs);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const batch = [...this.changed];
    this.changed.clear();
    if (!this.server || this.server.sockets.sockets.size === 0) return;
    const rows = await this.tickets.rows(batch.map(([id]) => id));
    const opened = batch.filter(([, isNew]) => isNew).map(([id]) => id);
    this.server.to(rooms.inbox).emit('tickets.changed', { rows: rows as unknown as Record<string, unknown>[], opened });
  }
}

interface Notification {
  kind: string;
  ticketId?: string | null;
  specificationId?: string | null;
  params?: Record<string, unknown>;
}
