import data from '../data/habits.json' with { type: 'json' };

/** A habit as a key of `culture.json` in every interface language, and what is filled in. */
export interface Habit {
  key: string;
  params: Readonly<Record<string, string>>;
}
type Pair = [string, Record<string, string>];
const countries = data as unknown as Readonly<Record<string, { units: Pair; habits: Pair[] } | undefined>>;
const habit = ([key, params]: Pair): Habit => ({ key, params });

/**
 * What somebody who writes to a country should know, free of language; null where nothing is recorded.
 * @param country ISO 3166-1 alpha-2
 */
export function habitsOf(country: string): { units: Habit; habits: readonly Habit[] } | null {
  const known = Object.hasOwn(countries, country) ? countries[country] : undefined;
  return known ? { units: habit(known.units), habits: known.habits.map(habit) } : null;
}
