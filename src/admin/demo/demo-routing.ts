import type { DemoRoutingRule, DemoServiceTarget } from './demo-types.ts';

/** From the particular to the general; whoever no rule fits goes to the fallback team. */
export const demoRoutingRules: DemoRoutingRule[] = [
  {
    name: 'Threat of a claim or a lawyer: at once to a lead',
    conditions: {
      words: ['A-to-z', 'chargeback', 'lawyer', 'avocat', 'Rechtsanwalt', 'abogado', 'адвокат', 'محام', '律师'],
    },
    actions: { person: 'linYue', priority: 'urgent', tags: ['after-sales'] },
    stops: true,
  },
  {
    name: 'Marketplace mail is answered within the day',
    conditions: { stores: ['linguadoor'] },
    actions: { priority: 'high', tags: ['marketplace'] },
    stops: false,
  },
  {
    name: 'Special wishes carry a tag',
    conditions: { intents: ['custom_specification'] },
    actions: { tags: ['special wish'] },
    stops: false,
  },
  {
    name: 'Warranty and damage first',
    conditions: { intents: ['after_sales'] },
    actions: { priority: 'high', tags: ['after-sales'] },
    stops: false,
  },
  {
    name: 'French-speaking Switzerland and France to Claire',
    conditions: { languages: ['fr'], countries: ['FR', 'CH', 'BE', 'LU'] },
    actions: { team: 'francophone', person: 'claire' },
    stops: true,
  },
  {
    name: 'French and Italian',
    conditions: { languages: ['fr', 'it'] },
    actions: { team: 'francophone' },
    stops: true,
  },
  {
    name: 'German, Dutch, Polish',
    conditions: { languages: ['de', 'nl', 'pl'] },
    actions: { team: 'central' },
    stops: true,
  },
  {
    name: 'Spanish and Portuguese',
    conditions: { languages: ['es', 'pt'] },
    actions: { team: 'iberian' },
    stops: true,
  },
  {
    name: 'Languages of the East',
    conditions: { languages: ['zh', 'ja', 'ko', 'vi', 'ar', 'ru', 'tr'] },
    actions: { team: 'eastern' },
    stops: true,
  },
  {
    name: 'Nigeria to Lagos',
    conditions: { languages: ['en', 'pcm'], countries: ['NG', 'GH'] },
    actions: { team: 'english', person: 'adaeze' },
    stops: true,
  },
  {
    name: 'English and Swahili',
    conditions: { languages: ['en', 'sw', 'pcm'] },
    actions: { team: 'english' },
    stops: true,
  },
];

export const demoServiceTargets: DemoServiceTarget[] = [
  {
    name: 'Marketplace: 24 hours, weekends counted',
    stores: ['linguadoor'],
    priorities: [],
    firstResponseMinutes: 12 * 60,
    nextResponseMinutes: 24 * 60,
    resolutionMinutes: 5 * 24 * 60,
    calendar: 'always',
  },
  {
    name: 'Urgent',
    stores: [],
    priorities: ['urgent'],
    firstResponseMinutes: 60,
    nextResponseMinutes: 2 * 60,
    resolutionMinutes: 16 * 60,
    calendar: 'chongqing',
  },
  {
    name: 'MaisonPorte: half a working day',
    stores: ['maisonporte'],
    priorities: [],
    firstResponseMinutes: 4 * 60,
    nextResponseMinutes: 8 * 60,
    resolutionMinutes: 40 * 60,
    calendar: 'paris',
  },
  {
    name: 'Trade buyers: one working day',
    stores: ['yuzhong'],
    priorities: [],
    firstResponseMinutes: 8 * 60,
    nextResponseMinutes: 8 * 60,
    resolutionMinutes: 80 * 60,
    calendar: 'chongqing',
  },
];
