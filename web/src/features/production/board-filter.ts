import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { isOverdue } from './is-overdue.ts';

export const noCards: readonly BoardCard[] = [];

/** What keeps a card from going on. */
export const waitings = ['alarm', 'questions', 'approval', 'overdue'] as const;
export type Waiting = (typeof waitings)[number];

export function waits(card: BoardCard, what: Waiting): boolean {
  switch (what) {
    case 'alarm':
      return card.hasAlarm || card.needsAcknowledgement;
    case 'questions':
      return card.openQuestions > 0;
    case 'approval':
      return !card.isApprovedByBuyer;
    case 'overdue':
      return isOverdue(card);
  }
}

/** Every word typed stands somewhere on the card: number, product, size, facts, store, country. */
export function matches(card: BoardCard, search: string): boolean {
  const text = [card.number, card.title, card.size, card.facts, card.store, card.country].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
