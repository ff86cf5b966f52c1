/** What the demo shows: a furnished workspace and the mail that arrives in it. Data and pure functions only. */
export { demoCalendar, demoCalendars } from './demo-calendars.ts';
export { demoCannedReplies } from './demo-canned-replies/index.ts';
export { demoMessages } from './demo-mail/demo-messages.ts';
export { demoOrders } from './demo-orders.ts';
export { demoPeople, demoTeams } from './demo-people.ts';
export { demoRoutingRules, demoServiceTargets } from './demo-routing.ts';
export { demoStores, demoTags } from './demo-stores.ts';
export type {
  CalendarKey,
  DemoCannedReply,
  DemoMail,
  DemoOrder,
  DemoPerson,
  DemoRoutingRule,
  DemoServiceTarget,
  DemoStore,
  DemoTag,
  DemoTeam,
  PersonKey,
  StoreKey,
  TeamKey,
} from './demo-types.ts';
