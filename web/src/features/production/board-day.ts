import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { isPromised } from './is-overdue.ts';

/** The day a card stands for in the calendar: what was promised, else what the buyer wants. */
export const dayOf = (card: BoardCard): string | null => (isPromised(card) ? card.promisedDate : null) ?? card.dueDate;
