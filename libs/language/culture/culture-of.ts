import data from '../data/culture.json' with { type: 'json' };

/** Habits of a country that a letter or a specification question should respect. A tendency: the buyer's own words always win. */
export interface Culture {
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: string;
  nameZh: string;
  isEuMember: boolean;
  /** Languages of correspondence, ISO 639-1, the commonest first. */
  languages: readonly string[];
  /** Units in words, for people. */
  units: string;
  /** Which system an unstated unit is likely to be of. */
  unitSystem: 'metric' | 'imperial' | 'mixed';
  /** Order in which sizes are said, for example `W×H`. */
  sizeOrder: string;
  decimal: ',' | '.';
  thousands: ',' | '.' | ' ' | '’';
  paper: string;
  dateFormat: string;
  /** True where the month comes before the day. */
  isMonthFirst: boolean;
  /** ISO weekdays (1 Monday … 7 Sunday) on which offices are closed. */
  weekend: readonly number[];
  timeZones: readonly string[];
  /** ISO 4217. */
  currency: string;
  letter: { open: readonly string[]; close: readonly string[]; formality: string };
  responseTime: string;
  doorsAndWindows: readonly string[];
  care: string;
  note: string;
  confidence: string;
}

type Entry = (typeof data.countries)['DE'];
const entries = (): Readonly<Record<string, Entry | undefined>> => data.countries;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function unitSystem(units: string): Culture['unitSystem'] {
  if (/^(?:inches|feet)/u.test(units)) return /metric|mm/u.test(units) ? 'mixed' : 'imperial';
  return /inch|feet|呎|寸|shaku|soot|หุน/u.test(units) ? 'mixed' : 'metric';
}

/**
 * Habits of a country, or null where none are recorded.
 * @param country ISO 3166-1 alpha-2, in any case
 */
export function cultureOf(country: string): Culture | null {
  const code = country.toUpperCase();
  const entry = Object.hasOwn(entries(), code) ? entries()[code] : undefined;
  if (!entry) return null;
  return {
    country: code,
    name: entry.name,
    nameZh: entry.name_zh,
    isEuMember: entry.eu_member,
    languages: entry.languages,
    units: entry.units,
    unitSystem: unitSystem(entry.units),
    sizeOrder: entry.size_order,
    decimal: entry.number_format.decimal as Culture['decimal'],
    thousands: entry.number_format.thousands as Culture['thousands'],
    paper: entry.paper,
    dateFormat: entry.date_format,
    isMonthFirst: entry.date_format.startsWith('MM'),
    weekend: entry.weekend.map((day) => weekdays.indexOf(day) + 1),
    timeZones: entry.time_zones,
    currency: entry.currency,
    letter: entry.letter,
    responseTime: entry.response_time,
    doorsAndWindows: entry.doors_windows,
    care: entry.care,
    note: entry.note,
    confidence: entry.confidence,
  };
}

/** Countries with recorded habits, ISO 3166-1 alpha-2. */
export const countriesWithCulture = (): readonly string[] => Object.keys(entries());
