import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoutingDecision } from '../../libs/contracts/index.ts';
import { decideRoute, type RoutingInput } from './decide-route.ts';
import { RoutingSnapshots } from './routing-snapshot.ts';

/** Decides for a whole batch; every decision counts as load for those behind it. Writes nothing. */
@Injectable()
export class RouteTickets {
  constructor(private readonly snapshots: RoutingSnapshots) {}

  async route(manager: EntityManager, inputs: readonly RoutingInput[]): Promise<RoutingDecision[]> {
    if (inputs.length === 0) return [];
    const snapshot = await this.snapshots.take(manager);
    return inputs.map((input) => {
      const decision = decideRoute(input, snapshot);
      const agent = decision.assigneeId ? snapshot.agents.get(decision.assigneeId) : undefined;
      if (agent) agent.load += 1;
      return decision;
    });
  }
}
