import type { Reason, RoutingDecision, RoutingRule } from '../../libs/contracts/index.ts';

/** What routing knows of a message. */
export interface RoutingInput {
  ticketId: string;
  language: string | null;
  languageConfidence: number;
  country: string | null;
  region: string | null;
  storeId: string | null;
  channelId: string | null;
  intent: string | null;
  tags: readonly string[];
  subject?: string;
  /** Who answered this buyer last. */
  previousAssigneeId?: string | null;
}

export interface RoutingAgent {
  id: string;
  name: string;
  languages: readonly { language: string; level: 'native' | 'fluent' | 'working' }[];
  regions: readonly string[];
  capacity: number;
  /** Open tickets, counted up while a batch is decided. */
  load: number;
  isPresent: boolean;
  isAtWork: boolean;
}

export interface RoutingTeam {
  id: string;
  name: string;
  languages: readonly string[];
  regions: readonly string[];
  storeIds: readonly string[];
  channelIds: readonly string[];
  memberIds: readonly string[];
  isFallback: boolean;
}

export interface RoutingSnapshot {
  rules: readonly RoutingRule[];
  teams: readonly RoutingTeam[];
  agents: ReadonlyMap<string, RoutingAgent>;
  /** Below this confidence nobody is chosen by language. */
  minConfidence: number;
}

const levels = { native: 3, fluent: 2, working: 1 };
const primary = (language: string): string => language.split('-')[0]!;
const because = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });

/**
 * Where a message goes, and why. Pure: the same snapshot and message give the same answer.
 * Order: the rules; the colleague who knows the buyer; the team that fits language, store, channel and region best; within
 * it whoever speaks the language and has room; the fallback team where the language is unsure or nobody speaks it.
 */
export function decideRoute(input: RoutingInput, snapshot: RoutingSnapshot): RoutingDecision {
  const rule = snapshot.rules.find((r) => r.isActive && ruleMatches(r, input));
  const base = { addTags: rule?.actions.addTags ?? [], priority: rule?.actions.priority ?? null };
  const reasons: Reason[] = rule ? [because('rule', { rule: rule.name })] : [];

  const named = rule?.actions.userId ? snapshot.agents.get(rule.actions.userId) : undefined;
  if (named)
    return {
      ...base,
      teamId: rule?.actions.teamId ?? teamOf(named.id, snapshot)?.id ?? null,
      assigneeId: named.id,
      reasons,
    };

  const ruled = rule?.actions.teamId ? snapshot.teams.find((t) => t.id === rule.actions.teamId) : undefined;
  const language = input.languageConfidence >= snapshot.minConfidence ? input.language : null;
  if (!ruled) {
    const known = previous(input, snapshot, language);
    if (known) return { ...base, ...known, reasons: [...reasons, ...known.reasons] };
  }

  const chosen = ruled ? { team: ruled, reasons: [] } : chooseTeam(input, snapshot, language);
  if (!chosen) return { ...base, teamId: null, assigneeId: null, reasons: [...reasons, because('noTeam')] };
  reasons.push(...chosen.reasons);
  const agent = chooseAgent(chosen.team, input, snapshot, language);
  return { ...base, teamId: chosen.team.id, assigneeId: agent.id, reasons: [...reasons, ...agent.reasons] };
}

/** Whether every condition of a rule holds for a message. */
export function ruleMatches(rule: RoutingRule, input: RoutingInput): boolean {
  const c = rule.conditions;
  const within = (list: readonly string[] | undefined, value: string | null) =>
    !list?.length || (value !== null && list.includes(value));
  return (
    (!c.languages?.length ||
      (input.language !== null && c.languages.some((l) => l === input.language || l === primary(input.language!)))) &&
    within(c.countries, input.country) &&
    within(c.regions, input.region) &&
    within(c.storeIds, input.storeId) &&
    within(c.channelIds, input.channelId) &&
    within(c.intents, input.intent) &&
    (!c.tags?.length || c.tags.some((t) => input.tags.includes(t))) &&
    (!c.subjectContains || (input.subject ?? '').toLowerCase().includes(c.subjectContains.toLowerCase()))
  );
}

/** The colleague who answered this buyer before, if present, with room, and able to read the language. */
function previous(input: RoutingInput, snapshot: RoutingSnapshot, language: string | null) {
  const agent = input.previousAssigneeId ? snapshot.agents.get(input.previousAssigneeId) : undefined;
  if (!agent || !hasRoom(agent) || !agent.isAtWork || (language && speaks(agent, language) === 0)) return null;
  return {
    teamId: teamOf(agent.id, snapshot)?.id ?? null,
    assigneeId: agent.id,
    reasons: [because('previousAssignee', { agent: agent.name })],
  };
}

function chooseTeam(
  input: RoutingInput,
  snapshot: RoutingSnapshot,
  language: string | null,
): { team: RoutingTeam; reasons: Reason[] } | null {
  const fallback = snapshot.teams.find((t) => t.isFallback);
  if (language === null) {
    const reason = input.language
      ? because('languageUnsure', { language: input.language, confidence: Math.round(input.languageConfidence * 100) })
      : because('languageUnknown');
    return fallback ? { team: fallback, reasons: [reason, because('fallbackTeam', { team: fallback.name })] } : null;
  }
  let best: { team: RoutingTeam; score: number; reasons: Reason[] } | null = null;
  for (const team of snapshot.teams) {
    const fit = teamFit(team, input, language);
    if (fit && (!best || fit.score > best.score)) best = { team, ...fit };
  }
  if (best) return best;
  return fallback
    ? {
        team: fallback,
        reasons: [because('nobodySpeaks', { language }), because('fallbackTeam', { team: fallback.name })],
      }
    : null;
}

/** Null where the team excludes the message; a team that names more of what the message is fits better. */
function teamFit(
  team: RoutingTeam,
  input: RoutingInput,
  language: string,
): { score: number; reasons: Reason[] } | null {
  if (!team.languages.some((l) => primary(l) === primary(language))) return null;
  const excludes = (list: readonly string[], value: string | null) =>
    list.length > 0 && (value === null || !list.includes(value));
  if (excludes(team.storeIds, input.storeId) || excludes(team.channelIds, input.channelId)) return null;
  const inRegion = input.region !== null && team.regions.includes(input.region);
  const score =
    8 +
    (team.channelIds.length ? 4 : 0) +
    (team.storeIds.length ? 3 : 0) +
    (inRegion ? 2 : 0) -
    (team.regions.length && !inRegion && input.region ? 2 : 0);
  const reasons = [because('teamLanguage', { team: team.name, language })];
  if (inRegion) reasons.push(because('teamRegion', { region: input.region }));
  return { score, reasons };
}

function chooseAgent(
  team: RoutingTeam,
  input: RoutingInput,
  snapshot: RoutingSnapshot,
  language: string | null,
): { id: string | null; reasons: Reason[] } {
  const members = team.memberIds.map((m) => snapshot.agents.get(m)).filter((a) => a !== undefined);
  const speakers = language ? members.filter((a) => speaks(a, language) > 0) : members;
  if (speakers.length === 0)
    return { id: null, reasons: language ? [because('noSpeakerInTeam', { language, team: team.name })] : [] };
  const free = speakers.filter(hasRoom);
  if (free.length === 0) return { id: null, reasons: [because('allBusy', { team: team.name })] };
  const [agent] = [...free].sort(
    (a, b) =>
      rank(b, input, language) - rank(a, input, language) ||
      a.load / a.capacity - b.load / b.capacity ||
      a.load - b.load ||
      a.id.localeCompare(b.id),
  );
  const level = language && agent!.languages.find((l) => primary(l.language) === primary(language))?.level;
  const reasons = [
    level
      ? because('agentSpeaks', { agent: agent!.name, language: language!, level })
      : because('agentLeastBusy', { agent: agent!.name }),
  ];
  if (!agent!.isPresent && !agent!.isAtWork) reasons.push(because('agentAway', { agent: agent!.name }));
  return { id: agent!.id, reasons };
}

/** Presence first, then working hours, then how well the language is spoken, then the region. */
function rank(agent: RoutingAgent, input: RoutingInput, language: string | null): number {
  const level = language ? speaks(agent, language) : 0;
  const region = input.region !== null && agent.regions.includes(input.region) ? 1 : 0;
  return (agent.isPresent ? 20 : 0) + (agent.isAtWork ? 10 : 0) + (level >= 2 ? 4 : 0) + region;
}

const hasRoom = (agent: RoutingAgent): boolean => agent.capacity > 0 && agent.load < agent.capacity;
const speaks = (agent: RoutingAgent, language: string): number =>
  Math.max(0, ...agent.languages.filter((l) => primary(l.language) === primary(language)).map((l) => levels[l.level]));
const teamOf = (userId: string, snapshot: RoutingSnapshot): RoutingTeam | undefined =>
  snapshot.teams.find((t) => t.memberIds.includes(userId));
