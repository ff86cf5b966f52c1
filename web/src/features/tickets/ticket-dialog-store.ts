import { createStore } from '../../lib/store.ts';

export type TicketDialogKind = 'assign' | 'team' | 'status' | 'priority' | 'snooze' | 'tags' | 'language' | 'merge';

/** The list of choices that a key or a command opened, and for which tickets. */
export const ticketDialog = createStore<{ kind: TicketDialogKind; ids: readonly string[] } | null>(null);
