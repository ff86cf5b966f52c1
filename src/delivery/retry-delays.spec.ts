import { describe, expect, it } from '@jest/globals';
import { nextTry } from './retry-delays.ts';

const start = new Date('2026-03-02T10:00:00Z');
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe('the next try of an answer', () => {
  it('comes soon at first, for greylisting, and then ever later', () => {
    expect(nextTry(1, start, start)).toEqual(minutesLater(1));
    expect(nextTry(3, start, minutesLater(6))).toEqual(minutesLater(21));
    expect(nextTry(50, start, minutesLater(600))).toEqual(minutesLater(720));
  });

  it('ends after five days', () => {
    expect(nextTry(60, start, minutesLater(5 * 24 * 60 - 1))).not.toBeNull();
    expect(nextTry(60, start, minutesLater(5 * 24 * 60))).toBeNull();
  });
});
