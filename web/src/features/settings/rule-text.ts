import type { RoutingRule } from '../../../../libs/contracts/routing.ts';

const isSet = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
const kept = (part: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries((part ?? {}) as object).filter(([, value]) => isSet(value)));

/** Conditions and actions that say something: a line begun and left empty is no condition. */
export const keptParts = (form: Record<string, unknown>) => ({
  conditions: kept(form['conditions']) as RoutingRule['conditions'],
  actions: kept(form['actions']) as RoutingRule['actions'],
});
