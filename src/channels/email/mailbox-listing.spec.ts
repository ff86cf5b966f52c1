import { describe, expect, it } from '@jest/globals';
import { identityOf, isHistory, type Listed, messageIdOf, nextGroup } from './mailbox-listing.ts';

const listed = (uid: number, size = 1_000, internalDate: Date | null = null): Listed => ({
  uid,
  size,
  internalDate,
  identity: null,
});
const many = Array.from({ length: 120 }, (_, i) => listed(i + 1));

describe('what is fetched in one command', () => {
  it('is fifty messages at most, and fewer after the connection died', () => {
    expect([0, 1, 1.9, 2, 7].map((caution) => nextGroup(many, caution).length)).toEqual([50, 5, 1, 1, 1]);
  });

  it('is some megabytes at most, and always one message', () => {
    const mb = 1024 * 1024;
    expect(nextGroup([listed(1, 5 * mb), listed(2, 2 * mb), listed(3, 2 * mb)], 0)).toHaveLength(2);
    expect(nextGroup([listed(1, 40 * mb), listed(2)], 0)).toHaveLength(1);
    expect(nextGroup([listed(1)], 0)).toHaveLength(1);
  });
});

describe('the identity of a message', () => {
  it('is its Message-ID, folded or not, with its size', () => {
    const head = Buffer.from('Subject: x\r\nMessage-Id:\r\n <a.b@c.example>\r\n\r\n');
    expect(identityOf(messageIdOf(head), 12)).toBe('a.b@c.example 12');
  });

  it('is missing without one: size alone is also others’', () => {
    expect(identityOf(messageIdOf(Buffer.from('Subject: x\r\n\r\n')), 12)).toBeNull();
  });
});

describe('history', () => {
  const connected = new Date('2026-03-02T10:00:00Z');
  const channel = (liveSince: string | null) => ({ createdAt: connected, imap: { liveSince } as never });
  const first = { liveFromUid: 10, isRenumbered: false };
  const renumbered = { liveFromUid: 0, isRenumbered: true };
  const at = (date: string) => new Date(date);

  it('is what was there when the mailbox was connected, whatever the clocks say', () => {
    expect(isHistory(listed(9, 1, at('2027-01-01')), first, channel(null))).toBe(true);
    expect(isHistory(listed(10, 1, at('2020-01-01')), first, channel(null))).toBe(false);
  });

  it('goes by date where a day is set, or the numbers no longer tell', () => {
    expect(isHistory(listed(9, 1, at('2026-02-01')), first, channel('2026-01-01'))).toBe(false);
    expect(isHistory(listed(90, 1, at('2025-02-01')), first, channel('2026-01-01'))).toBe(true);
    expect(isHistory(listed(1, 1, at('2026-03-01')), renumbered, channel(null))).toBe(true);
    expect(isHistory(listed(1, 1, at('2026-03-03')), renumbered, channel(null))).toBe(false);
  });
});
