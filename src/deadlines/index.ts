export { DeadlinesModule } from './deadlines.module.ts';
export { ServiceTargetsService } from './service-targets.service.ts';
export { type InboundForDeadline, type NextDeadline, StartDeadlines } from './start-deadlines.ts';
