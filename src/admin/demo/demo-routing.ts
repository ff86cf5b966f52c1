import { demoCalendar } from './demo-calendars.ts';
import type { DemoRoutingRule, DemoServiceTarget } from './demo-types.ts';

/**
 * Only what language, region and load do not decide by themselves; the first rule that fits is taken, so the particular
 * stands before the general.
 */
export const demoRoutingRules: DemoRoutingRule[] = [
  {
    name: 'French special wishes to Claire, who knows the Jura',
    conditions: { languages: ['fr'], countries: ['FR', 'CH', 'BE', 'LU'], intents: ['special_wish'] },
    actions: { team: 'francophone', person: 'claire', addTags: ['special wish'] },
  },
  {
    name: 'Marketplace: answer within the day',
    conditions: { stores: ['linguadoor'] },
    actions: { priority: 'high', addTags: ['marketplace'] },
  },
  {
    name: 'Nigeria and Ghana to the Lagos office',
    conditions: { languages: ['en', 'pcm'], countries: ['NG', 'GH'] },
    actions: { team: 'english', person: 'adaeze', addTags: ['trade buyer'] },
  },
  {
    name: 'British fire doors to those who know the standards',
    conditions: { subjectContains: 'FD30' },
    actions: { team: 'central', person: 'jonas', addTags: ['fire door'] },
  },
  {
    name: 'After-sales before sales',
    conditions: { intents: ['after_sales'] },
    actions: { priority: 'high', addTags: ['after-sales'] },
  },
  {
    name: 'Special wishes carry a tag',
    conditions: { intents: ['special_wish'] },
    actions: { addTags: ['special wish'] },
  },
];

const HOUR = 60;

/** Minutes of opening hours; the marketplace's own clock runs day and night beside the house's. */
export const demoServiceTargets: DemoServiceTarget[] = [
  {
    name: 'Urgent',
    stores: [],
    priorities: ['urgent'],
    isPlatform: false,
    firstResponseMinutes: HOUR,
    nextResponseMinutes: 2 * HOUR,
    resolutionMinutes: 16 * HOUR,
    calendar: demoCalendar('chongqing'),
  },
  {
    name: 'MaisonPorte: half a working day',
    stores: ['maisonporte'],
    priorities: [],
    isPlatform: false,
    firstResponseMinutes: 4 * HOUR,
    nextResponseMinutes: 8 * HOUR,
    resolutionMinutes: 40 * HOUR,
    calendar: demoCalendar('paris'),
  },
  {
    name: 'Trade buyers: one working day',
    stores: ['yuzhong'],
    priorities: [],
    isPlatform: false,
    firstResponseMinutes: 8 * HOUR,
    nextResponseMinutes: 8 * HOUR,
    resolutionMinutes: 80 * HOUR,
    calendar: demoCalendar('chongqing'),
  },
  {
    name: 'LinguaDoor: the same working day',
    stores: ['linguadoor'],
    priorities: [],
    isPlatform: false,
    firstResponseMinutes: 6 * HOUR,
    nextResponseMinutes: 6 * HOUR,
    resolutionMinutes: 40 * HOUR,
    calendar: demoCalendar('chongqing'),
  },
  {
    name: 'Amazon: 24 hours, weekends counted',
    stores: ['linguadoor'],
    priorities: [],
    isPlatform: true,
    firstResponseMinutes: 24 * HOUR,
    nextResponseMinutes: 24 * HOUR,
    resolutionMinutes: null,
    calendar: null,
  },
];
