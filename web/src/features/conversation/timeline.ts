import type { Message, TicketEvent } from '../../../../libs/contracts/tickets.ts';

/** One thing in the conversation: a message, or a run of changes between messages. */
export type TimelineEntry =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'events'; at: string; events: TicketEvent[] };

/** Told elsewhere: on the message itself, or not worth a line. */
const silent = new Set(['answered', 'deliveryFailed', 'cannedReplyUsed', 'replyUndone']);

/** Messages and changes by time; changes in a row stand together. Earlier than the first loaded message, changes are left out. */
export function timelineOf(
  messages: readonly Message[],
  events: readonly TicketEvent[],
  hasEarlier: boolean,
): TimelineEntry[] {
  const begin = hasEarlier ? (messages[0]?.createdAt ?? '') : '';
  const shown = events.filter((e) => !silent.has(e.type) && e.at >= begin);
  const all: TimelineEntry[] = [
    ...messages.map((message) => ({ kind: 'message' as const, at: message.createdAt, message })),
    ...shown.map((event) => ({ kind: 'events' as const, at: event.at, events: [event] })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind === 'message' ? -1 : 1));
  const entries: TimelineEntry[] = [];
  for (const entry of all) {
    const last = entries.at(-1);
    if (entry.kind === 'events' && last?.kind === 'events') last.events.push(...entry.events);
    else entries.push(entry);
  }
  return entries;
}
