import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.ts';
import { CoverageQueries } from './coverage.queries.ts';
import { PreviewRule } from './preview-rule.ts';
import { Reroute } from './reroute.ts';
import { RouteTickets } from './route-tickets.ts';
import { RoutingController } from './routing.controller.ts';
import { RoutingRulesService } from './routing-rules.service.ts';
import { RoutingSnapshots } from './routing-snapshot.ts';

@Module({
  imports: [SettingsModule],
  controllers: [RoutingController],
  providers: [RoutingRulesService, RoutingSnapshots, RouteTickets, Reroute, CoverageQueries, PreviewRule],
  exports: [RouteTickets, RoutingRulesService],
})
export class RoutingModule {}
