import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { RoutingRule, RoutingRuleInput } from '../../libs/contracts/index.ts';
import { AppError, Events, ensure, newId } from '../platform/index.ts';

const columns = 'id, position, name, conditions, actions, is_active AS "isActive"';

@Injectable()
export class RoutingRulesService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  list(): Promise<RoutingRule[]> {
    return this.source.query(`SELECT ${columns} FROM routing_rules ORDER BY position, id`);
  }

  create(input: RoutingRuleInput, joined?: EntityManager): Promise<RoutingRule> {
    return this.save(newId(), input, joined);
  }

  async update(id: string, input: RoutingRuleInput): Promise<RoutingRule> {
    const there = await this.source.query('SELECT 1 FROM routing_rules WHERE id = $1', [id]);
    ensure(there.length, 'routing.ruleNotFound');
    return this.save(id, input);
  }

  async remove(id: string): Promise<void> {
    const [, affected] = await this.source.query('DELETE FROM routing_rules WHERE id = $1', [id]);
    ensure(affected, 'routing.ruleNotFound');
    await this.events.publishNow({ type: 'routing.changed' });
  }

  /** Rules that are not named keep their order behind those that are. */
  async order(ids: string[]): Promise<RoutingRule[]> {
    await this.source.query(
      `UPDATE routing_rules r SET position = n.position
       FROM (SELECT id, row_number() OVER (ORDER BY array_position($1::uuid[], id) NULLS LAST, position)::int AS position FROM routing_rules) n
       WHERE n.id = r.id`,
      [ids],
    );
    await this.events.publishNow({ type: 'routing.changed' });
    return this.list();
  }

  private async save(id: string, input: RoutingRuleInput, joined?: EntityManager): Promise<RoutingRule> {
    const db = joined ?? this.source.manager;
    const { teamId, userId } = input.actions;
    const [known] = await db.query(
      `SELECT ($1::uuid IS NULL OR EXISTS (SELECT 1 FROM teams WHERE id = $1)) AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM users WHERE id = $2)) AS ok`,
      [teamId ?? null, userId ?? null],
    );
    if (!known.ok) throw new AppError('routing.unknownTarget');
    await db.query(
      `INSERT INTO routing_rules (id, position, name, conditions, actions, is_active)
       VALUES ($1, (SELECT coalesce(max(position), 0) + 1 FROM routing_rules), $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name = $2, conditions = $3, actions = $4, is_active = $5`,
      [id, input.name, JSON.stringify(input.conditions), JSON.stringify(input.actions), input.isActive],
    );
    await this.events.publish(db, { type: 'routing.changed' });
    const rows: RoutingRule[] = await db.query(`SELECT ${columns} FROM routing_rules WHERE id = $1`, [id]);
    return rows[0]!;
  }
}
