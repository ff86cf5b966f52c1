import type { TicketEvent } from '../../../../libs/contracts/tickets.ts';
import { aMessage, id } from '../../testing/builders.ts';
import { pieces } from './note-text.tsx';
import { timelineOf } from './timeline.ts';

const event = (n: number, at: string, type = 'changed'): TicketEvent => ({
  id: id(n),
  type,
  at,
  userId: null,
  data: {},
});

describe('the order of a conversation', () => {
  it('is that of time, with changes in a row together', () => {
    const messages = [
      aMessage({ id: id(1), createdAt: '2026-01-01T10:00:00Z' }),
      aMessage({ id: id(2), createdAt: '2026-01-01T12:00:00Z' }),
    ];
    const events = [
      event(11, '2026-01-01T10:30:00Z'),
      event(12, '2026-01-01T11:00:00Z'),
      event(13, '2026-01-01T13:00:00Z'),
    ];
    const entries = timelineOf(messages, events, false);
    expect(entries.map((e) => (e.kind === 'message' ? e.message.id : e.events.length))).toEqual([id(1), 2, id(2), 1]);
  });

  it('leaves out what stands on the message itself, and what lies before the first loaded message', () => {
    const events = [event(11, '2026-01-01T09:00:00Z'), event(12, '2026-01-01T10:30:00Z', 'deliveryFailed')];
    const messages = [aMessage({ createdAt: '2026-01-01T10:00:00Z' })];
    expect(timelineOf(messages, events, true)).toHaveLength(1);
    expect(timelineOf(messages, events, false)).toHaveLength(2);
  });
});

describe('names in a note', () => {
  it('are set off, the longest that fits', () => {
    const found = pieces('Ask @Lin Yue, not @Lin.', ['@Lin', '@Lin Yue']);
    expect(found.filter((p) => p.isName).map((p) => p.text)).toEqual(['@Lin Yue', '@Lin']);
    expect(found.map((p) => p.text).join('')).toBe('Ask @Lin Yue, not @Lin.');
  });
});
