import { interfaceLanguages } from '../../i18n/index.ts';
import { translator } from '../../i18n/server.ts';
import { countriesWithCulture } from './culture-of.ts';
import { habitsOf } from './habits-of.ts';

describe('habits of a country', () => {
  it('are known for every country with a recorded culture, and nowhere else', () => {
    for (const country of countriesWithCulture())
      expect([country, habitsOf(country)?.habits.length]).not.toEqual([country, 0]);
    expect([habitsOf('XX'), habitsOf('constructor')]).toEqual([null, null]);
  });

  it.each(interfaceLanguages)('have words in %s, with everything filled in', (language) => {
    const t = translator(language);
    const wrong = countriesWithCulture().flatMap((country) => {
      const { units, habits } = habitsOf(country)!;
      return [units, ...habits].flatMap(({ key, params }) => {
        const text = t(`culture:${key}`, params);
        return text.includes(key) || text.includes('{{') ? [`${country} ${key}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('differ between languages, and keep the foreign word', () => {
    const polite = habitsOf('FR')!.habits[0]!;
    expect(translator('zh-CN')(`culture:${polite.key}`, polite.params)).toBe('敬称：vous。');
    expect(translator('ru')(`culture:${polite.key}`, polite.params)).toBe('Вежливая форма: vous.');
  });
});
