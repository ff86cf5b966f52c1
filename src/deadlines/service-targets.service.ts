import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ServiceTarget, ServiceTargetInput } from '../../libs/contracts/index.ts';
import { Events, ensure, newId } from '../platform/index.ts';

const columns = `id, position, name, store_ids AS "storeIds", priorities, is_platform AS "isPlatform", first_response_minutes AS "firstResponseMinutes",
  next_response_minutes AS "nextResponseMinutes", resolution_minutes AS "resolutionMinutes", calendar`;

/** Service targets; kept in memory until some process changes them. */
@Injectable()
export class ServiceTargetsService {
  private cache: Promise<ServiceTarget[]> | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {
    for (const type of ['serviceTarget.changed', 'events.reconnected']) {
      events.subscribe(type, () => {
        this.cache = undefined;
      });
    }
  }

  list(): Promise<ServiceTarget[]> {
    return this.source.query(`SELECT ${columns} FROM service_targets ORDER BY position, id`);
  }

  known(): Promise<ServiceTarget[]> {
    this.cache ??= this.list().catch((error: unknown) => {
      this.cache = undefined;
      throw error;
    });
    return this.cache;
  }

  create(input: ServiceTargetInput, joined?: EntityManager): Promise<ServiceTarget> {
    return this.save(newId(), input, joined);
  }

  async update(id: string, input: ServiceTargetInput): Promise<ServiceTarget> {
    const there = await this.source.query('SELECT 1 FROM service_targets WHERE id = $1', [id]);
    ensure(there.length, 'deadline.targetNotFound');
    return this.save(id, input);
  }

  async remove(id: string): Promise<void> {
    const [, affected] = await this.source.query('DELETE FROM service_targets WHERE id = $1', [id]);
    ensure(affected, 'deadline.targetNotFound');
    await this.events.publishNow({ type: 'serviceTarget.changed' });
  }

  private async save(id: string, t: ServiceTargetInput, joined?: EntityManager): Promise<ServiceTarget> {
    const db = joined ?? this.source.manager;
    await db.query(
      `INSERT INTO service_targets (id, position, name, store_ids, priorities, is_platform, first_response_minutes, next_response_minutes, resolution_minutes, calendar)
       VALUES ($1, (SELECT coalesce(max(position), 0) + 1 FROM service_targets), $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET name = $2, store_ids = $3, priorities = $4, is_platform = $5, first_response_minutes = $6,
         next_response_minutes = $7, resolution_minutes = $8, calendar = $9`,
      [
        id,
        t.name,
        t.storeIds,
        t.priorities,
        t.isPlatform,
        t.firstResponseMinutes,
        t.nextResponseMinutes,
        t.resolutionMinutes,
        t.calendar ? JSON.stringify(t.calendar) : null,
      ],
    );
    await this.events.publish(db, { type: 'serviceTarget.changed' });
    const rows: ServiceTarget[] = await db.query(`SELECT ${columns} FROM service_targets WHERE id = $1`, [id]);
    return rows[0]!;
  }
}
