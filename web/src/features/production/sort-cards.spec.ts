import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { sortCards } from './sort-cards.ts';

const card = (number: number, changes: Partial<BoardCard>): BoardCard =>
  ({ number, state: 'accepted', dueDate: null, promisedDate: null, size: '—', ...changes }) as BoardCard;
const numbers = (cards: readonly BoardCard[]) => cards.map((c) => c.number);

describe('the order of a list', () => {
  const cards = [
    card(1, { dueDate: '2026-12-18', size: '930 × 2180' }),
    card(2, { dueDate: null, size: '—' }),
    card(3, { dueDate: '2026-12-01', size: '1100 × 2100', state: 'new' }),
    card(4, { dueDate: '2026-12-01', size: '930 × 2000', state: 'shipped' }),
  ];

  it('has what was not said at its end, either way', () => {
    expect(numbers(sortCards(cards, 'due', false, 'en'))).toEqual([3, 4, 1, 2]);
    expect(numbers(sortCards(cards, 'due', true, 'en'))).toEqual([1, 3, 4, 2]);
  });

  it('reads sizes as numbers and states as columns', () => {
    expect(numbers(sortCards(cards, 'size', false, 'de'))).toEqual([4, 1, 3, 2]);
    expect(numbers(sortCards(cards, 'state', false, 'zh-CN'))).toEqual([3, 1, 2, 4]);
  });
});
