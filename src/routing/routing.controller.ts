import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/routing.ts';
import { Input, newId, Serve } from '../platform/index.ts';
import { CoverageQueries } from './coverage.queries.ts';
import { decideRoute } from './decide-route.ts';
import { PreviewRule } from './preview-rule.ts';
import { Reroute } from './reroute.ts';
import { RoutingRulesService } from './routing-rules.service.ts';
import { RoutingSnapshots } from './routing-snapshot.ts';

@Controller('api/v1')
export class RoutingController {
  constructor(
    private readonly rules: RoutingRulesService,
    private readonly snapshots: RoutingSnapshots,
    private readonly rerouting: Reroute,
    private readonly queries: CoverageQueries,
    private readonly previewing: PreviewRule,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Serve(contract.listRoutingRules)
  async list() {
    return { items: await this.rules.list() };
  }

  @Serve(contract.createRoutingRule)
  create(@Input(contract.createRoutingRule) { body }: InputOf<typeof contract.createRoutingRule>) {
    return this.rules.create(body);
  }

  @Serve(contract.orderRoutingRules)
  async order(@Input(contract.orderRoutingRules) { body }: InputOf<typeof contract.orderRoutingRules>) {
    return { items: await this.rules.order(body.ids) };
  }

  @Serve(contract.updateRoutingRule)
  update(@Input(contract.updateRoutingRule) { params, body }: InputOf<typeof contract.updateRoutingRule>) {
    return this.rules.update(params.id, body);
  }

  @Serve(contract.deleteRoutingRule)
  remove(@Input(contract.deleteRoutingRule) { params }: InputOf<typeof contract.deleteRoutingRule>) {
    return this.rules.remove(params.id);
  }

  @Serve(contract.tryRouting)
  async try(@Input(contract.tryRouting) { body }: InputOf<typeof contract.tryRouting>) {
    return decideRoute({ ticketId: newId(), ...body }, await this.snapshots.take(this.source.manager));
  }

  @Serve(contract.previewRoutingRule)
  preview(@Input(contract.previewRoutingRule) { body }: InputOf<typeof contract.previewRoutingRule>) {
    return this.previewing.preview(body);
  }

  @Serve(contract.rerouteTicket)
  reroute(@Input(contract.rerouteTicket) { params }: InputOf<typeof contract.rerouteTicket>) {
    return this.rerouting.ticket(params.id);
  }

  @Serve(contract.getCoverage)
  coverage() {
    return this.queries.coverage();
  }
}
