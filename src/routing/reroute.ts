import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { RoutingDecision } from '../../libs/contracts/index.ts';
import { Events, ensure, Jobs, newId } from '../platform/index.ts';
import type { RoutingInput } from './decide-route.ts';
import { RouteTickets } from './route-tickets.ts';
import { inputColumns } from './routing-input.ts';

/** Routes tickets that exist already: on a person's wish, or because whoever had them left. */
@Injectable()
export class Reroute implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly routing: RouteTickets,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ userId: string }>('routing.personLeft', ({ userId }) => this.ofPerson(userId));
  }

  async ticket(id: string): Promise<RoutingDecision> {
    return this.source.transaction(async (manager) => {
      const rows: RoutingInput[] = await manager.query(`SELECT ${inputColumns} FROM tickets WHERE id = $1 FOR UPDATE`, [
        id,
      ]);
      ensure(rows[0], 'ticket.notFound');
      const [decision] = await this.apply(manager, rows);
      return decision!;
    });
  }

  /** Open tickets of somebody who left, a few hundred at a time. */
  async ofPerson(userId: string): Promise<void> {
    for (let moved = 1; moved > 0; ) {
      moved = await this.source.transaction(async (manager) => {
        const rows: RoutingInput[] = await manager.query(
          `SELECT ${inputColumns} FROM tickets WHERE assignee_id = $1 AND status NOT IN ('resolved', 'closed') ORDER BY id LIMIT 200 FOR UPDATE`,
          [userId],
        );
        await this.apply(manager, rows, userId);
        return rows.length;
      });
    }
  }

  private async apply(manager: EntityManager, rows: RoutingInput[], leaving?: string): Promise<RoutingDecision[]> {
    const decisions = await this.routing.route(manager, rows);
    const changes = rows.map((r, i) => {
      const d = decisions[i]!;
      const assignee = d.assigneeId === leaving ? null : d.assigneeId;
      const reasons = leaving ? [{ code: 'personLeft', params: {} }, ...d.reasons] : d.reasons;
      return { eventId: newId(), id: r.ticketId, team: d.teamId, assignee, reasons };
    });
    const json = JSON.stringify(changes);
    const table = `jsonb_to_recordset($1::jsonb) AS n ("eventId" uuid, id uuid, team uuid, assignee uuid, reasons jsonb)`;
    await manager.query(
      `UPDATE tickets t SET team_id = n.team, assignee_id = n.assignee, route_reason = n.reasons, updated_at = now() FROM ${table} WHERE t.id = n.id`,
      [json],
    );
    await manager.query(
      `INSERT INTO ticket_events (id, ticket_id, type, data)
       SELECT n."eventId", n.id, 'routed', jsonb_build_object('teamId', n.team, 'assigneeId', n.assignee, 'reasons', n.reasons) FROM ${table}`,
      [json],
    );
    await this.events.publish(manager, ...rows.map((r) => ({ type: 'ticket.changed', ticketId: r.ticketId })));
    return decisions;
  }
}
