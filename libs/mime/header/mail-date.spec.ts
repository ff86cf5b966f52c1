import { describe, expect, it } from '@jest/globals';
import { readMailDate } from './mail-date.ts';

describe('readMailDate', () => {
  it.each<[string, string | undefined]>([
    ['Thu, 05 Mar 2026 14:05:06 +0800', '2026-03-05T06:05:06.000Z'],
    ['5 Mar 2026 14:05 -0530 (somewhere)', '2026-03-05T19:35:00.000Z'],
    ['Thu, 5 Mar 26 14:05:06 EST', '2026-03-05T19:05:06.000Z'],
    ['Thu,  5 Mar 1998 14:05:06 GMT', '1998-03-05T14:05:06.000Z'],
    ['5-Mar-2026 14:05:06 GMT+0100', '2026-03-05T13:05:06.000Z'],
    ['Thu Mar  5 14:05:06 2026', '2026-03-05T14:05:06.000Z'],
    ['Thu, 5 March 2026 02:05:06 PM +0000', '2026-03-05T14:05:06.000Z'],
    ['2026-03-05T14:05:06Z', '2026-03-05T14:05:06.000Z'],
    ['2026-03-05 14:05:06 +0100', '2026-03-05T13:05:06.000Z'],
    ['Thu, 5 Mar 2026 14:05:06', '2026-03-05T14:05:06.000Z'],
    ['yesterday', undefined],
    ['Thu, 5 Xyz 2026 14:05:06 +0000', undefined],
    ['', undefined],
  ])('%s', (value, expected) => {
    expect(readMailDate(value)?.toISOString()).toBe(expected);
  });
});
