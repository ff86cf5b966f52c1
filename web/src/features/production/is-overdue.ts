import type { BoardCard } from '../../../../libs/contracts/board.ts';

/** The due date has passed and nothing has been shipped. */
export const isOverdue = (card: Pick<BoardCard, 'dueDate' | 'state'>, now = new Date()): boolean =>
  card.dueDate !== null && card.dueDate < now.toISOString().slice(0, 10) && card.state !== 'shipped';

/** Production has accepted what stands now: its promise holds. */
export const isPromised = (card: Pick<BoardCard, 'state'>): boolean =>
  card.state === 'accepted' || card.state === 'in_production' || card.state === 'ready' || card.state === 'shipped';
