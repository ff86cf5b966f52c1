export type { RoutingInput } from './decide-route.ts';
export { RouteTickets } from './route-tickets.ts';
export { RoutingModule } from './routing.module.ts';
export { RoutingRulesService } from './routing-rules.service.ts';
