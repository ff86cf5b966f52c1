import {
  decideRoute,
  type RoutingAgent,
  type RoutingInput,
  type RoutingSnapshot,
  type RoutingTeam,
} from './decide-route.ts';

const agent = (id: string, languages: string, more: Partial<RoutingAgent> = {}): [string, RoutingAgent] => [
  id,
  {
    id,
    name: id,
    languages: languages
      .split(' ')
      .map((l) => ({ language: l.replace('+', ''), level: l.endsWith('+') ? 'native' : 'working' })),
    regions: [],
    capacity: 10,
    load: 0,
    isPresent: true,
    isAtWork: true,
    ...more,
  },
];
const team = (id: string, languages: string[], memberIds: string[], more: Partial<RoutingTeam> = {}): RoutingTeam => ({
  id,
  name: id,
  languages,
  regions: [],
  storeIds: [],
  channelIds: [],
  memberIds,
  isFallback: false,
  ...more,
});
const message = (more: Partial<RoutingInput> = {}): RoutingInput => ({
  ticketId: 't',
  language: 'fr',
  languageConfidence: 0.98,
  country: 'FR',
  region: 'europe',
  storeId: 'mail',
  channelId: 'inbox',
  intent: 'question',
  tags: [],
  ...more,
});
const snapshot = (more: Partial<RoutingSnapshot> = {}): RoutingSnapshot => ({
  rules: [],
  teams: [
    team('europe', ['fr', 'de'], ['amélie', 'jonas'], { regions: ['europe'] }),
    team('africa', ['fr', 'sw'], ['okoro'], { regions: ['africa'] }),
    team('triage', [], ['wang'], { isFallback: true }),
  ],
  agents: new Map([
    agent('amélie', 'fr+ en'),
    agent('jonas', 'de+ fr'),
    agent('okoro', 'fr sw+'),
    agent('wang', 'zh+ en'),
  ]),
  minConfidence: 0.5,
  ...more,
});
const codes = (reasons: { code: string }[]) => reasons.map((r) => r.code);

describe('routing', () => {
  it('sends French from France to the French speaker of the European team, and says why', () => {
    const to = decideRoute(message(), snapshot());
    expect([to.teamId, to.assigneeId, codes(to.reasons)]).toEqual([
      'europe',
      'amélie',
      ['teamLanguage', 'teamRegion', 'agentSpeaks'],
    ]);
  });

  it('sends French from Senegal to the African team', () => {
    expect(decideRoute(message({ country: 'SN', region: 'africa' }), snapshot()).assigneeId).toBe('okoro');
  });

  it('gives an unsure language to triage, never to the wrong team', () => {
    const to = decideRoute(message({ languageConfidence: 0.3 }), snapshot());
    expect([to.teamId, to.assigneeId, codes(to.reasons)[0]]).toEqual(['triage', 'wang', 'languageUnsure']);
  });

  it('gives a language that nobody speaks to triage', () => {
    const to = decideRoute(message({ language: 'ko' }), snapshot());
    expect([to.teamId, codes(to.reasons)[0]]).toEqual(['triage', 'nobodySpeaks']);
  });

  it('keeps a buyer with the colleague who knows them, while that one is at work, has room and reads the language', () => {
    expect(decideRoute(message({ previousAssigneeId: 'jonas' }), snapshot()).assigneeId).toBe('jonas');
    expect(decideRoute(message({ previousAssigneeId: 'wang' }), snapshot()).assigneeId).toBe('amélie');
    const full = snapshot({ agents: new Map([...snapshot().agents, agent('jonas', 'de+ fr', { load: 10 })]) });
    expect(decideRoute(message({ previousAssigneeId: 'jonas' }), full).assigneeId).toBe('amélie');
  });

  it('prefers who is present, then who is at work, then the less busy', () => {
    const agents = (a: Partial<RoutingAgent>, j: Partial<RoutingAgent>) =>
      snapshot({ agents: new Map([agent('amélie', 'fr', a), agent('jonas', 'fr', j)]) });
    expect(decideRoute(message(), agents({ isPresent: false }, {})).assigneeId).toBe('jonas');
    expect(decideRoute(message(), agents({ load: 5 }, { load: 4 })).assigneeId).toBe('jonas');
  });

  it('leaves the ticket with the team when everybody is full', () => {
    const agents = new Map([agent('amélie', 'fr', { load: 10 }), agent('jonas', 'fr', { load: 99 })]);
    const to = decideRoute(message(), snapshot({ agents }));
    expect([to.teamId, to.assigneeId, codes(to.reasons).at(-1)]).toEqual(['europe', null, 'allBusy']);
  });

  it('lets the first matching rule go before', () => {
    const rule = {
      id: 'r',
      position: 1,
      name: 'Wishes to Okoro',
      isActive: true,
      conditions: { intents: ['special_wish'], languages: ['fr'] },
      actions: { userId: 'okoro', addTags: ['wish'] },
    };
    const to = decideRoute(message({ intent: 'special_wish' }), snapshot({ rules: [rule] }));
    expect([to.assigneeId, to.addTags, to.reasons[0]]).toEqual([
      'okoro',
      ['wish'],
      { code: 'rule', params: { rule: 'Wishes to Okoro' } },
    ]);
    expect(decideRoute(message({ intent: 'question' }), snapshot({ rules: [rule] })).assigneeId).toBe('amélie');
  });

  it('says so when there is no team at all', () => {
    expect(decideRoute(message(), snapshot({ teams: [] })).reasons).toEqual([{ code: 'noTeam', params: {} }]);
  });
});
