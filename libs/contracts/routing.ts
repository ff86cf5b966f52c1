import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, countryCode, id, languageTag, regionCode } from './scalars.ts';

export const routingErrors = {
  'routing.ruleNotFound': 404,
  'routing.unknownTarget': 400,
} satisfies ErrorTable;

/** Why something was decided, as a code and its values; the sentence is `routing:reason.<code>` in every language. */
export const reason = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })
  .meta({ id: 'Reason' });
export type Reason = z.infer<typeof reason>;

/** All that are given must hold; within a list any one may. */
export const routingConditions = z.object({
  languages: z.array(languageTag).optional(),
  countries: z.array(countryCode).optional(),
  regions: z.array(regionCode).optional(),
  storeIds: z.array(id).optional(),
  channelIds: z.array(id).optional(),
  intents: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  subjectContains: z.string().max(200).optional(),
});
export const routingActions = z.object({
  teamId: id.optional(),
  userId: id.optional(),
  addTags: z.array(z.string().max(60)).max(10).optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
});
export const routingRule = z
  .object({
    id,
    position: z.number().int(),
    name: z.string(),
    conditions: routingConditions,
    actions: routingActions,
    isActive: z.boolean(),
  })
  .meta({ id: 'RoutingRule' });
export type RoutingRule = z.infer<typeof routingRule>;
const routingRuleInput = z.object({
  name: z.string().trim().min(1).max(120),
  conditions: routingConditions,
  actions: routingActions,
  isActive: z.boolean().default(true),
});
export type RoutingRuleInput = z.output<typeof routingRuleInput>;

export const listRoutingRules = endpoint('GET /routing-rules', {
  summary: 'Rules in the order they are tried',
  permission: 'routing.read',
  returns: z.object({ items: z.array(routingRule) }),
});
export const createRoutingRule = endpoint('POST /routing-rules', {
  summary: 'Add a rule at the end',
  permission: 'routing.write',
  body: routingRuleInput,
  returns: routingRule,
});
export const updateRoutingRule = endpoint('PUT /routing-rules/:id', {
  summary: 'Change a rule',
  permission: 'routing.write',
  params: byId,
  body: routingRuleInput,
  returns: routingRule,
});
export const deleteRoutingRule = endpoint('DELETE /routing-rules/:id', {
  summary: 'Remove a rule',
  permission: 'routing.write',
  params: byId,
  returns: nothing,
});
export const orderRoutingRules = endpoint('PUT /routing-rules', {
  summary: 'Set the order of the rules',
  permission: 'routing.write',
  body: z.object({ ids: z.array(id).max(500) }),
  returns: z.object({ items: z.array(routingRule) }),
});

export const routingDecision = z
  .object({
    teamId: id.nullable(),
    assigneeId: id.nullable(),
    addTags: z.array(z.string()),
    priority: z.string().nullable(),
    reasons: z.array(reason),
  })
  .meta({ id: 'RoutingDecision' });
export type RoutingDecision = z.infer<typeof routingDecision>;
export const tryRouting = endpoint('POST /routing-rules/try', {
  summary: 'Where a message would go, and why; nothing is changed',
  permission: 'routing.read',
  body: z.object({
    language: languageTag.nullable(),
    languageConfidence: z.number().min(0).max(1).default(1),
    country: countryCode.nullable().default(null),
    region: regionCode.nullable().default(null),
    storeId: id.nullable().default(null),
    channelId: id.nullable().default(null),
    intent: z.string().nullable().default(null),
    tags: z.array(z.string()).default([]),
    subject: z.string().default(''),
  }),
  returns: routingDecision,
});
/** What a rule as it stands in the form would have done with a ticket. */
export const routingPreviewItem = z
  .object({
    ticketId: id,
    number: z.number().int(),
    subject: z.string(),
    language: languageTag.nullable(),
    /** Where the ticket is now. */
    teamId: id.nullable(),
    assigneeId: id.nullable(),
    /** An earlier rule that matches too and therefore decides instead. */
    decidedByRule: z.string().nullable(),
    decision: routingDecision,
  })
  .meta({ id: 'RoutingPreviewItem' });
export type RoutingPreviewItem = z.infer<typeof routingPreviewItem>;
export const previewRoutingRule = endpoint('POST /routing-rules/preview', {
  summary: 'What a rule would do with the newest 50 tickets; nothing is changed',
  permission: 'routing.write',
  body: routingRuleInput.extend({
    /** The rule that is being changed; without it the rule stands at the end. */
    id: id.nullable().default(null),
    name: z.string().trim().max(120),
  }),
  returns: z.object({ examined: z.number().int(), items: z.array(routingPreviewItem) }),
});
export const rerouteTicket = endpoint('POST /tickets/:id/route', {
  summary: 'Route a ticket anew with the rules of now',
  permission: 'ticket.write',
  params: byId,
  returns: routingDecision,
});

/** Who speaks what, how busy: the coverage of the team lead. */
export const coverage = z
  .object({
    languages: z.array(
      z.object({
        language: languageTag,
        agents: z.number().int(),
        online: z.number().int(),
        openTickets: z.number().int(),
        unassigned: z.number().int(),
      }),
    ),
    agents: z.array(z.object({ userId: id, openTickets: z.number().int(), capacity: z.number().int() })),
  })
  .meta({ id: 'Coverage' });
export const getCoverage = endpoint('GET /coverage', {
  summary: 'Languages, who covers them, and load',
  permission: 'routing.read',
  returns: coverage,
});
