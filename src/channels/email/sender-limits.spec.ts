import { describe, expect, it } from '@jest/globals';
import { SenderLimits } from './sender-limits.ts';

describe('the limits of a remote address', () => {
  it('bound its connections, and count down when one ends', () => {
    const limits = new SenderLimits();
    const opened = Array.from({ length: 51 }, () => limits.connected('192.0.2.1'));
    expect(opened.filter(Boolean)).toHaveLength(50);
    limits.disconnected('192.0.2.1');
    expect(limits.connected('192.0.2.1')).toBe(true);
    expect(limits.connected('192.0.2.2')).toBe(true);
  });

  it('bound its messages, and fill up again with time', () => {
    let now = 0;
    const limits = new SenderLimits(() => now);
    const first = Array.from({ length: 3_001 }, () => limits.mayHandOver('192.0.2.1'));
    expect(first.filter(Boolean)).toHaveLength(3_000);
    now += 1_000;
    const later = Array.from({ length: 51 }, () => limits.mayHandOver('192.0.2.1'));
    expect(later.filter(Boolean)).toHaveLength(50);
  });

  it('make guessing at recipients dear', () => {
    const limits = new SenderLimits(() => 0);
    for (let i = 0; i < 300; i++) limits.unknownRecipient('192.0.2.1');
    expect(limits.mayHandOver('192.0.2.1')).toBe(false);
  });

  it('do not hold for loopback', () => {
    const limits = new SenderLimits(() => 0);
    expect(Array.from({ length: 5_000 }, () => limits.mayHandOver('127.0.0.1')).every(Boolean)).toBe(true);
  });
});
