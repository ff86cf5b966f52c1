import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock, Events, Jobs } from '../platform/index.ts';

/** The earliest running clock of each ticket, written on its list row. */
const refresh = `
  UPDATE tickets t SET next_deadline_at = d.due_at, next_deadline_kind = d.kind
  FROM (SELECT u.id, n.due_at, n.kind FROM unnest($1::uuid[]) AS u (id)
        LEFT JOIN LATERAL (SELECT due_at, kind FROM deadlines WHERE ticket_id = u.id AND met_at IS NULL ORDER BY due_at LIMIT 1) n ON true) d
  WHERE t.id = d.id AND (t.next_deadline_at, t.next_deadline_kind) IS DISTINCT FROM (d.due_at, d.kind)`;

/** Stops clocks when a person has answered or the ticket is done, and notices those that ran out. */
@Injectable()
export class KeepDeadlines implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ ticketId: string; at: string }>('deadlines.answered', ({ ticketId, at }) =>
      this.meet(ticketId, ['first_response', 'next_response', 'platform_response'], at),
    );
    this.jobs.handle<{ ticketId: string; at: string }>('deadlines.resolved', ({ ticketId, at }) =>
      this.meet(ticketId, ['first_response', 'next_response', 'platform_response', 'resolution'], at),
    );
    this.jobs.handle<{ ticketId: string; at: string }>('deadlines.answerUndone', ({ ticketId, at }) =>
      this.runAgain(ticketId, at),
    );
    this.jobs.handle('deadlines.findBreached', async () => {
      await this.findBreached();
    });
    this.jobs.every('* * * * *', 'deadlines.findBreached');
  }

  async meet(ticketId: string, kinds: string[], at: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query(
        'UPDATE deadlines SET met_at = $3 WHERE ticket_id = $1 AND kind = ANY ($2) AND met_at IS NULL',
        [ticketId, kinds, at],
      );
      await this.refresh(manager, [ticketId]);
    });
  }

  /** The answer of that moment was taken back before it left: the clocks it stopped run on. */
  async runAgain(ticketId: string, at: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query('UPDATE deadlines SET met_at = NULL WHERE ticket_id = $1 AND met_at = $2', [ticketId, at]);
      await this.refresh(manager, [ticketId]);
    });
  }

  /** @returns tickets whose clock ran out just now */
  async findBreached(): Promise<string[]> {
    return this.source.transaction(async (manager) => {
      const [rows]: [{ ticket_id: string; kind: string }[], number] = await manager.query(
        'UPDATE deadlines SET breached_at = $1 WHERE due_at <= $1 AND met_at IS NULL AND breached_at IS NULL RETURNING ticket_id, kind',
        [this.clock.now()],
      );
      await this.events.publish(
        manager,
        ...rows.map((r) => ({ type: 'deadline.breached', ticketId: r.ticket_id, kind: r.kind })),
      );
      return rows.map((r) => r.ticket_id);
    });
  }

  private async refresh(manager: EntityManager, ticketIds: string[]): Promise<void> {
    await manager.query(refresh, [ticketIds]);
    await this.events.publish(manager, ...ticketIds.map((ticketId) => ({ type: 'ticket.changed', ticketId })));
  }
}
