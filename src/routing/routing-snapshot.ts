import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { businessCalendar, isOpen } from '../../libs/business-time/index.ts';
import type { RoutingRule } from '../../libs/contracts/index.ts';
import { Clock, Events } from '../platform/index.ts';
import { SettingsService } from '../settings/index.ts';
import type { RoutingAgent, RoutingSnapshot, RoutingTeam } from './decide-route.ts';

type AgentRow = Omit<RoutingAgent, 'load' | 'isPresent' | 'isAtWork'> & {
  presence: string;
  workingHours: object | null;
};

interface Known {
  rules: RoutingRule[];
  teams: RoutingTeam[];
  agents: AgentRow[];
}

/** How long counted loads may serve before they are counted again; decisions in between are added. */
const loadsFreshMs = 1_000;

/**
 * Everything routing decides with, kept in memory until somebody changes it: a batch of mail costs no query for rules,
 * teams and people, and at most one a second for loads.
 */
@Injectable()
export class RoutingSnapshots {
  private known: Promise<Known> | undefined;
  private loads: { at: number; byUser: Map<string, number> } | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
    events: Events,
  ) {
    for (const type of ['person.changed', 'team.changed', 'store.changed', 'routing.changed', 'events.reconnected']) {
      events.subscribe(type, () => {
        this.known = undefined;
      });
    }
  }

  async take(manager: EntityManager = this.source.manager): Promise<RoutingSnapshot> {
    const now = this.clock.now();
    this.known ??= this.load();
    const known = await this.known.catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    if (!this.loads || now.getTime() - this.loads.at > loadsFreshMs || now.getTime() < this.loads.at) {
      this.loads = { at: now.getTime(), byUser: await countOpen(manager) };
    }
    const byUser = this.loads.byUser;
    const agents = new Map(
      known.agents.map(({ presence, workingHours, ...a }): [string, RoutingAgent] => [
        a.id,
        {
          ...a,
          isPresent: presence === 'online',
          isAtWork: workingHours === null || isOpen(now, businessCalendar.parse(workingHours)),
          get load() {
            return byUser.get(a.id) ?? 0;
          },
          set load(n: number) {
            byUser.set(a.id, n);
          },
        },
      ]),
    );
    return {
      rules: known.rules,
      teams: known.teams,
      agents,
      minConfidence: (await this.settings.get()).languageConfidence,
    };
  }

  private async load(): Promise<Known> {
    const [rules, teams, agents] = await Promise.all([
      this.source.query(
        'SELECT id, position, name, conditions, actions, is_active AS "isActive" FROM routing_rules WHERE is_active ORDER BY position, id',
      ),
      this.source.query(
        `SELECT t.id, t.name, t.languages, t.regions, t.store_ids AS "storeIds", t.channel_ids AS "channelIds", t.is_fallback AS "isFallback",
                coalesce((SELECT array_agg(m.user_id) FROM team_members m WHERE m.team_id = t.id), '{}') AS "memberIds"
         FROM teams t ORDER BY t.name`,
      ),
      this.source.query(
        `SELECT id, name, languages, regions, capacity, presence, working_hours AS "workingHours"
         FROM users WHERE is_active AND role IN ('agent', 'lead', 'administrator')`,
      ),
    ]);
    return { rules, teams, agents };
  }
}

async function countOpen(manager: EntityManager): Promise<Map<string, number>> {
  const rows: { assignee_id: string; n: number }[] = await manager.query(
    `SELECT assignee_id, count(*)::int AS n FROM tickets WHERE assignee_id IS NOT NULL AND status IN ('new', 'open', 'pending') GROUP BY assignee_id`,
  );
  return new Map(rows.map((r) => [r.assignee_id, r.n]));
}
