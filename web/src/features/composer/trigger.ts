/** A sign just typed that asks for a choice: `/offer` for a canned reply, `@ann` for a colleague. */
export interface Trigger {
  /** Where the sign stands. */
  start: number;
  end: number;
  /** What was typed behind it. */
  query: string;
}

/** The sign before the caret, at the beginning of a word and with nothing but a word behind it; null where there is none. */
export function triggerAt(text: string, caret: number, sign: '/' | '@'): Trigger | null {
  const match = new RegExp(`(?:^|\\s)${sign}([\\p{L}\\p{N}\\p{M}_-]{0,40})$`, 'u').exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1]!;
  return { start: caret - query.length - 1, end: caret, query };
}

/** The text with the sign and its word replaced, and where the caret then stands. */
export function replaceTrigger(text: string, trigger: Trigger, by: string): { text: string; caret: number } {
  return { text: text.slice(0, trigger.start) + by + text.slice(trigger.end), caret: trigger.start + by.length };
}
