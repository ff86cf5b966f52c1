import { snoozeTimes } from './snooze-times.ts';

const said = (now: Date) => Object.fromEntries(snoozeTimes(now).map(({ id, at }) => [id, at.toString().slice(0, 21)]));

describe('times to sleep until', () => {
  it('offers later today only while the day lasts', () => {
    expect(said(new Date(2026, 10, 23, 10, 10))).toMatchObject({ laterToday: 'Mon Nov 23 2026 13:30' });
    expect(said(new Date(2026, 10, 23, 22, 10))).not.toHaveProperty('laterToday');
  });

  it('means the coming Monday, never today', () => {
    expect(said(new Date(2026, 10, 23, 10, 0))).toMatchObject({
      nextWeek: 'Mon Nov 30 2026 09:00',
      tomorrow: 'Tue Nov 24 2026 09:00',
    });
    expect(said(new Date(2026, 10, 22, 10, 0))).toMatchObject({ nextWeek: 'Mon Nov 23 2026 09:00' });
  });
});
