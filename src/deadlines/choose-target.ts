import { addWorkingTime, alwaysOpen } from '../../libs/business-time/index.ts';
import type { DeadlineKind, ServiceTarget } from '../../libs/contracts/index.ts';

export interface TargetInput {
  storeId: string | null;
  priority?: string | null;
}

export interface StartedClock {
  kind: DeadlineKind;
  targetName: string;
  dueAt: Date;
}

const fits = (target: ServiceTarget, input: TargetInput): boolean =>
  (target.storeIds.length === 0 || (input.storeId !== null && target.storeIds.includes(input.storeId))) &&
  (target.priorities.length === 0 || target.priorities.includes(input.priority ?? 'normal'));

/**
 * The clocks that a buyer's message starts: the house's own (first matching target, in opening hours) and, beside it, the
 * marketplace's, which counts nights and holidays. An automatic acknowledgement stops neither.
 */
export function clocksFor(
  targets: readonly ServiceTarget[],
  input: TargetInput,
  at: Date,
  isNew: boolean,
): StartedClock[] {
  const clocks: StartedClock[] = [];
  const due = (target: ServiceTarget, minutes: number) => addWorkingTime(at, minutes, target.calendar ?? alwaysOpen);
  const own = targets.find((t) => !t.isPlatform && fits(t, input));
  const response = isNew ? own?.firstResponseMinutes : (own?.nextResponseMinutes ?? own?.firstResponseMinutes);
  if (own && response)
    clocks.push({ kind: isNew ? 'first_response' : 'next_response', targetName: own.name, dueAt: due(own, response) });
  if (own?.resolutionMinutes && isNew)
    clocks.push({ kind: 'resolution', targetName: own.name, dueAt: due(own, own.resolutionMinutes) });
  const platform = targets.find((t) => t.isPlatform && fits(t, input));
  const minutes = platform && (platform.nextResponseMinutes ?? platform.firstResponseMinutes);
  if (platform && minutes)
    clocks.push({ kind: 'platform_response', targetName: platform.name, dueAt: due(platform, minutes) });
  return clocks;
}
