import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock, Events, Jobs } from '../platform/index.ts';

/** Brings snoozed tickets back when their time has come. */
@Injectable()
export class WakeSnoozed implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('tickets.wakeSnoozed', () => this.wake());
    this.jobs.every('* * * * *', 'tickets.wakeSnoozed');
  }

  async wake(): Promise<void> {
    await this.source.transaction(async (db) => {
      const [rows]: [{ id: string; assignee_id: string | null; number: string }[], number] = await db.query(
        `UPDATE tickets SET snoozed_until = NULL, status = CASE WHEN status = 'pending' THEN 'open' ELSE status END WHERE snoozed_until <= $1 RETURNING id, assignee_id, number`,
        [this.clock.now()],
      );
      await this.events.publish(
        db,
        ...rows.map((r) => ({ type: 'ticket.changed', ticketId: r.id })),
        ...rows
          .filter((r) => r.assignee_id)
          .map((r) => ({
            type: 'notification',
            userId: r.assignee_id,
            kind: 'awake',
            ticketId: r.id,
            params: { number: Number(r.number) },
          })),
      );
    });
  }
}
