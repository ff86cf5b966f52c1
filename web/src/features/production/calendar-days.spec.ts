import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { cardsByDay, mondaysOf, stepFrom } from './calendar-days.ts';

describe('days of the calendar', () => {
  it('are whole weeks from Monday on', () => {
    expect(mondaysOf('2026-11-24', 'month')).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(mondaysOf('2027-02-14', 'month')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
    expect(mondaysOf('2026-11-29', 'week')).toEqual(['2026-11-23']);
  });

  it('go on by month and by week', () => {
    expect(stepFrom('2026-12-31', 'month', 1)).toBe('2027-01-01');
    expect(stepFrom('2027-01-31', 'month', -1)).toBe('2026-12-01');
    expect(stepFrom('2026-12-31', 'week', 1)).toBe('2027-01-07');
  });

  it('hold what was promised; what was not, by the day the buyer wants', () => {
    const card = (number: number, state: string, dueDate: string | null, promisedDate: string | null) =>
      ({ number, state, dueDate, promisedDate }) as BoardCard;
    const days = cardsByDay([
      card(1, 'accepted', '2026-12-01', '2026-12-08'),
      card(2, 'new', '2026-12-01', '2026-12-08'),
      card(3, 'ready', '2026-12-01', null),
      card(4, 'new', null, null),
    ]);
    expect([...days].map(([day, cards]) => [day, cards.map((c) => c.number)])).toEqual([
      ['2026-12-08', [1]],
      ['2026-12-01', [2, 3]],
    ]);
  });
});
