import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { boardColumns } from '../../../../libs/contracts/production.ts';
import type { SortKey } from './board-search.ts';
import { isPromised } from './is-overdue.ts';

const keyOf = (card: BoardCard, by: SortKey): string | number | null => {
  switch (by) {
    case 'state':
      return (boardColumns as readonly string[]).indexOf(card.state);
    case 'due':
      return card.dueDate;
    case 'promised':
      return isPromised(card) ? card.promisedDate : null;
    case 'updated':
      return card.updatedAt;
    case 'size':
      return /\d/.test(card.size) ? card.size : null;
    default:
      return card[by];
  }
};

/** Cards in order; what has no value stands last either way, and equals by their number. */
export function sortCards(cards: readonly BoardCard[], by: SortKey, desc: boolean, language: string): BoardCard[] {
  const words = new Intl.Collator(language, { numeric: true });
  const turn = desc ? -1 : 1;
  return cards
    .map((card) => ({ card, value: keyOf(card, by) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || a.card.number - b.card.number;
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : words.compare(String(a.value), String(b.value));
      return order * turn || a.card.number - b.card.number;
    })
    .map(({ card }) => card);
}
