/** What every screen with tickets shares: the cache and its live updates, changes with undo, choices. */
export { LiveUpdates } from './live-updates.tsx';
export type { TicketFilter } from './matches-view.ts';
export { StatusMark } from './status-mark.tsx';
export { applyRows, detailKey, knownRow } from './ticket-cache.ts';
export { type TicketDialogKind, ticketDialog } from './ticket-dialog-store.ts';
export {
  nobody,
  useAssigneeOptions,
  useLanguageOptions,
  usePriorityOptions,
  useSnoozeOptions,
  useStatusOptions,
  useTagOptions,
  useTeamOptions,
} from './ticket-options.tsx';
export { useTicketActions } from './use-ticket-actions.ts';
export { ticketQuery, usePrefetchTicket, useTicketList } from './use-ticket-list.ts';
export { type TicketChanges, useUpdateTickets } from './use-update-tickets.ts';
