import { describe, expect, it } from '@jest/globals';
import { holidayName, knownChineseYears, localDayInfo } from './index.ts';

describe('localDayInfo', () => {
  it.each([
    [
      'a Monday noon in the Jura',
      'FR',
      'Europe/Paris',
      '2026-11-23T11:56Z',
      '2026-11-23T12:56:00.000+01:00',
      true,
      true,
      undefined,
    ],
    [
      'the night in Lagos',
      'NG',
      'Africa/Lagos',
      '2026-11-23T02:00Z',
      '2026-11-23T03:00:00.000+01:00',
      false,
      true,
      undefined,
    ],
    [
      'a Friday in Riyadh',
      'SA',
      'Asia/Riyadh',
      '2026-11-20T09:00Z',
      '2026-11-20T12:00:00.000+03:00',
      true,
      false,
      undefined,
    ],
    [
      'a Sunday in Riyadh',
      'SA',
      'Asia/Riyadh',
      '2026-11-22T09:00Z',
      '2026-11-22T12:00:00.000+03:00',
      true,
      true,
      undefined,
    ],
    [
      'a Friday in Dubai',
      'AE',
      'Asia/Dubai',
      '2026-11-20T09:00Z',
      '2026-11-20T13:00:00.000+04:00',
      true,
      true,
      undefined,
    ],
    [
      'Thanksgiving',
      'US',
      'America/Chicago',
      '2026-11-26T15:00Z',
      '2026-11-26T09:00:00.000-06:00',
      true,
      false,
      'Thanksgiving Day',
    ],
    [
      'the day before, there',
      'US',
      'Pacific/Honolulu',
      '2026-11-26T08:00Z',
      '2026-11-25T22:00:00.000-10:00',
      false,
      true,
      undefined,
    ],
    [
      'a worked Saturday in China',
      'CN',
      'Asia/Shanghai',
      '2026-10-10T02:00Z',
      '2026-10-10T10:00:00.000+08:00',
      true,
      true,
      undefined,
    ],
    [
      'Golden Week',
      'CN',
      'Asia/Shanghai',
      '2026-10-06T02:00Z',
      '2026-10-06T10:00:00.000+08:00',
      true,
      false,
      'National Day',
    ],
    [
      'an unknown country',
      null,
      'Europe/Berlin',
      '2026-11-22T09:00Z',
      '2026-11-22T10:00:00.000+01:00',
      true,
      false,
      undefined,
    ],
  ])('%s', (_name, country, zone, at, localTime, isDay, isWorkingDay, holiday) => {
    expect(localDayInfo(country, zone, new Date(at))).toEqual({
      localTime,
      isDay,
      isWorkingDay,
      ...(holiday ? { holiday } : {}),
    });
  });

  it('names the holiday in the language asked for where it is known', () => {
    const at = new Date('2026-12-25T11:00Z');
    expect(localDayInfo('DE', 'Europe/Berlin', at, 'de').holiday).toBe('1. Weihnachtstag');
    expect(localDayInfo('CN', 'Asia/Shanghai', new Date('2026-02-20T04:00Z'), 'zh-CN').holiday).toBe('春节');
  });

  it('refuses an unknown time zone', () => {
    expect(() => localDayInfo('FR', 'Europe/Besancon', new Date())).toThrow(RangeError);
  });
});

describe('holidayName', () => {
  it('takes no half-holiday of a part of the people for a free day', () => {
    expect(holidayName('2027-03-08', { country: 'CN' })).toBeUndefined();
    expect(holidayName('2027-10-01', { country: 'CN' }, 'zh')).toBe('国庆节');
  });

  it('gives an Islamic holiday to the day, not to the evening before', () => {
    expect(holidayName('2026-03-18', { country: 'SA' })).toBeUndefined();
    expect(holidayName('2026-03-19', { country: 'SA' })).toBeDefined();
  });

  it('knows nothing of a country that does not exist', () => {
    expect(holidayName('2026-01-01', { country: 'XX' })).toBeUndefined();
  });

  it('knows the years whose notice has been published', () => {
    expect(knownChineseYears).toEqual([2024, 2025, 2026]);
  });
});
