import { PresenceBook } from './presence.ts';

const anna = { userId: 'anna', name: 'Anna' };

describe('presence', () => {
  it('shows a person once, typing before viewing, and lets typing fade', () => {
    const book = new PresenceBook();
    book.set('t', 'laptop', anna, 'typing', 0);
    book.set('t', 'phone', anna, 'viewing', 0);
    expect(book.of('t', 1_000).people).toEqual([{ ...anna, state: 'typing' }]);
    expect(book.of('t', 10_000).people).toEqual([{ ...anna, state: 'viewing' }]);
    book.leave('t', 'laptop');
    book.leave('t', 'phone');
    expect(book.of('t', 10_000).people).toEqual([]);
  });

  it('forgets a visitor whose process died', () => {
    const book = new PresenceBook();
    book.set('t', 'x', anna, 'viewing', 0);
    expect(book.of('t', 91_000).people).toEqual([]);
  });
});
