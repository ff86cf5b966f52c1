import { calendarDate, countryName, directionOf, duration, fileSize, languageName, shortMoment } from './format.ts';

describe('words for codes and moments', () => {
  it('names languages and countries in the language of the person', () => {
    expect(languageName('fr', 'de')).toBe('Französisch');
    expect(countryName('CH', 'fr')).toBe('Suisse');
    expect(languageName('not a tag', 'en')).toBe('not a tag');
  });

  it('says durations in the largest unit that says enough', () => {
    expect(duration(40 * 60_000, 'en')).toBe('40 min');
    expect(duration(-3 * 3_600_000, 'en')).toBe('3 hr');
    expect(duration(3 * 86_400_000, 'en')).toBe('3 days');
    expect(duration(2 * 3_600_000, 'zh-CN')).toBe('2小时');
  });

  it('shows the time today, the weekday this week, the date before', () => {
    const now = new Date(2026, 10, 23, 15, 0).getTime();
    expect(shortMoment(new Date(2026, 10, 23, 9, 5).toISOString(), 'en', now)).toBe('9:05 AM');
    expect(shortMoment(new Date(2026, 10, 20, 9, 5).toISOString(), 'en', now)).toBe('Fri');
    expect(shortMoment(new Date(2026, 8, 1).toISOString(), 'en', now)).toBe('Sep 1');
    expect(shortMoment(new Date(2025, 8, 1).toISOString(), 'en', now)).toBe('Sep 1, 2025');
  });

  it('shows a day of the calendar as that day in every zone', () => {
    expect(calendarDate('2026-12-18', 'en')).toBe('Dec 18, 2026');
    expect(calendarDate('2026-12-18', 'de')).toBe('18.12.2026');
  });

  it('knows the direction of a language and the size of a file', () => {
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('zh-CN')).toBe('ltr');
    expect(fileSize(1_400_000, 'en')).toBe('1.4 MB');
    expect(fileSize(358, 'en')).toBe('358 bytes');
  });
});
