/** Minutes before the next try. RFC 5321 §4.5.4.1: half an hour apart; the first tries are quicker, for greylisting (RFC 6647). */
const minutes = [1, 5, 15, 30, 30, 60, 60, 120];
export const giveUpAfterMs = 5 * 86_400_000;

/**
 * When to try again after a refusal for now; null when it has been tried for five days.
 * @param attempts how often it was tried, at least 1
 */
export function nextTry(attempts: number, firstQueued: Date, now: Date): Date | null {
  if (now.getTime() - firstQueued.getTime() >= giveUpAfterMs) return null;
  return new Date(now.getTime() + minutes[Math.min(attempts, minutes.length) - 1]! * 60_000);
}
