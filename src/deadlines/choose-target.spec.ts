import { businessCalendar, weekly } from '../../libs/business-time/index.ts';
import type { ServiceTarget } from '../../libs/contracts/index.ts';
import { clocksFor } from './choose-target.ts';

const target = (more: Partial<ServiceTarget>): ServiceTarget => ({
  id: 'x',
  position: 1,
  name: 'house',
  storeIds: [],
  priorities: [],
  isPlatform: false,
  firstResponseMinutes: 240,
  nextResponseMinutes: 480,
  resolutionMinutes: null,
  calendar: businessCalendar.parse({
    timeZone: 'Asia/Shanghai',
    periods: weekly([1, 2, 3, 4, 5], '09:00-12:00', '13:00-18:00'),
  }),
  ...more,
});
const platform = target({
  name: 'Amazon',
  storeIds: ['amazon'],
  isPlatform: true,
  firstResponseMinutes: 1440,
  nextResponseMinutes: null,
  calendar: null,
});

describe('clocks', () => {
  // Friday 17:00 in Chongqing.
  const friday = new Date('2026-11-20T09:00:00Z');

  it('run beside each other: the house counts opening hours, the marketplace the weekend too', () => {
    const clocks = clocksFor([platform, target({})], { storeId: 'amazon' }, friday, true);
    expect(clocks.map((c) => [c.kind, c.dueAt.toISOString()])).toEqual([
      ['first_response', '2026-11-23T04:00:00.000Z'],
      ['platform_response', '2026-11-21T09:00:00.000Z'],
    ]);
  });

  it('take the first target that fits store and priority', () => {
    const targets = [target({ name: 'urgent', priorities: ['urgent'], firstResponseMinutes: 30 }), target({})];
    expect(clocksFor(targets, { storeId: null, priority: 'urgent' }, friday, true)[0]).toMatchObject({
      targetName: 'urgent',
      dueAt: new Date('2026-11-20T09:30:00Z'),
    });
    expect(clocksFor(targets, { storeId: null }, friday, false)[0]).toMatchObject({
      kind: 'next_response',
      targetName: 'house',
    });
  });

  it('do not start where nothing was promised', () => {
    expect(clocksFor([], { storeId: 'amazon' }, friday, true)).toEqual([]);
  });
});
