import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SpecificationState } from '../../libs/contracts/index.ts';
import { type DomainEvent, Events } from '../platform/index.ts';
import type { SpecificationRecord } from './specification.store.ts';

/** Says what production did: to every screen, and to the ticket's agent. */
@Injectable()
export class TellSales {
  constructor(private readonly events: Events) {}

  /** @param kind of the agent's notification, without its room */
  async announce(
    db: EntityManager,
    record: SpecificationRecord,
    state: SpecificationState,
    kind: string,
    tellsAgent = true,
  ): Promise<void> {
    const events: DomainEvent[] = [
      { type: 'specification.changed', specificationId: record.id, ticketId: record.ticketId, state },
      { type: 'ticket.changed', ticketId: record.ticketId },
    ];
    const [ticket]: { assignee_id: string | null }[] = await db.query('SELECT assignee_id FROM tickets WHERE id = $1', [
      record.ticketId,
    ]);
    const agent = ticket?.assignee_id ?? record.agentId;
    if (tellsAgent && agent) {
      events.push({
        type: 'notification',
        userId: agent,
        kind: `production.${kind}`,
        ticketId: record.ticketId,
        specificationId: record.id,
        params: { number: record.number },
      });
    }
    await this.events.publish(db, ...events);
  }
}
