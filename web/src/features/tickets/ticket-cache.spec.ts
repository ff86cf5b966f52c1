import fc from 'fast-check';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { aRow, id } from '../../testing/builders.ts';
import { matchesView, type TicketFilter } from './matches-view.ts';
import { placeRows, type TicketPages } from './ticket-cache.ts';

const me = { id: id(1), teamIds: [id(31)] };
const now = Date.parse('2026-11-23T12:00:00Z');
const open: TicketFilter = { view: 'open', sort: 'newest' };
const minute = (n: number): string => new Date(now - n * 60_000).toISOString();
const pages = (rows: TicketRow[], next: string | null = null): TicketPages => ({
  pages: [{ items: rows, next }],
  pageParams: [undefined],
});
const ids = (data: TicketPages): string[] => data.pages.flatMap((p) => p.items.map((r) => r.id));

describe('which list a row belongs to', () => {
  const belongs = (view: TicketFilter['view'], changes: Partial<TicketRow>) =>
    matchesView(aRow(changes), { view, sort: 'newest' }, me, now);

  it('follows the views of the server', () => {
    expect(belongs('mine', {})).toBe(true);
    expect(belongs('mine', { assigneeId: id(2) })).toBe(false);
    expect(belongs('mine', { snoozedUntil: minute(-60) })).toBe(false);
    expect(belongs('unassigned', { assigneeId: null })).toBe(true);
    expect(belongs('team', { teamId: id(99) })).toBe(false);
    expect(belongs('open', { status: 'resolved' })).toBe(false);
    expect(belongs('resolved', { status: 'closed' })).toBe(true);
    expect(belongs('snoozed', { snoozedUntil: minute(-60) })).toBe(true);
    expect(belongs('open', { isSpam: true })).toBe(false);
    expect(belongs('spam', { isSpam: true })).toBe(true);
    expect(belongs('mentions', {})).toBeNull();
  });

  it('follows filters; a language means its regional forms too', () => {
    expect(matchesView(aRow({ language: 'pt-BR' }), { ...open, language: 'pt' }, me, now)).toBe(true);
    expect(matchesView(aRow({ language: 'fr' }), { ...open, language: 'pt' }, me, now)).toBe(false);
    expect(matchesView(aRow({ tags: ['x'] }), { ...open, tag: 'y' }, me, now)).toBe(false);
  });
});

describe('rows that come by socket', () => {
  it('go to their place, once', () => {
    const rows = [1, 2, 3].map((n) => aRow({ id: id(n), lastMessageAt: minute(n * 10) }));
    const after = placeRows(pages(rows), [aRow({ id: id(3), lastMessageAt: minute(1) })], open, me, now);
    expect(ids(after)).toEqual([id(3), id(1), id(2)]);
  });

  it('leave lists that they no longer belong to', () => {
    const after = placeRows(pages([aRow({ id: id(1) })]), [aRow({ id: id(1), status: 'resolved' })], open, me, now);
    expect(ids(after)).toEqual([]);
  });

  it('stay with the server where they would stand below the last loaded row', () => {
    const rows = [aRow({ id: id(1), lastMessageAt: minute(1) })];
    const old = aRow({ id: id(2), lastMessageAt: minute(500) });
    expect(ids(placeRows(pages(rows, 'cursor'), [old], open, me, now))).toEqual([id(1)]);
    expect(ids(placeRows(pages(rows), [old], open, me, now))).toEqual([id(1), id(2)]);
  });

  it('are unread when the buyer wrote, and keep their mark when nothing new was said', () => {
    const known = aRow({ id: id(1), lastMessageAt: minute(10), isUnread: false });
    const { isUnread: _, ...bare } = known;
    const markOf = (row: TicketRow) => placeRows(pages([known]), [row], open, me, now).pages[0]!.items[0]!.isUnread;
    expect(markOf({ ...bare, lastMessageAt: minute(1) })).toBe(true);
    expect(markOf({ ...bare, lastMessageAt: minute(1), lastDirection: 'out' })).toBe(false);
    expect(markOf({ ...bare, tags: ['x'] })).toBe(false);
  });

  it('never stand twice nor out of order, whatever comes', () => {
    const row = fc.record({
      n: fc.integer({ min: 1, max: 12 }),
      at: fc.integer({ min: 0, max: 200 }),
      done: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 12 }), (batches) => {
        let data = pages([]);
        for (const batch of batches) {
          const rows = [...new Map(batch.map((r) => [r.n, r])).values()].map(({ n, at, done }) =>
            aRow({ id: id(n), lastMessageAt: minute(at), status: done ? 'resolved' : 'open' }),
          );
          data = placeRows(data, rows, open, me, now);
          const shown = data.pages.flatMap((p) => p.items);
          expect(new Set(shown.map((r) => r.id)).size).toBe(shown.length);
          expect(shown.map((r) => r.lastMessageAt)).toEqual(
            shown
              .map((r) => r.lastMessageAt)
              .sort()
              .reverse(),
          );
          expect(shown.every((r) => r.status === 'open')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
