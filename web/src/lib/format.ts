/** Words and numbers of the person's language for what the data holds as codes and moments. Formatters are costly to make. */
const formatters = new Map<string, unknown>();
function cached<T>(key: string, make: () => T): T {
  const known = formatters.get(key);
  if (known) return known as T;
  const made = make();
  formatters.set(key, made);
  return made;
}

const dateTime = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached(`d ${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options));

/** `français`, in the language given; the tag itself where no name is known. */
export function languageName(tag: string, language: string): string {
  const names = cached(`l ${language}`, () => new Intl.DisplayNames(language, { type: 'language' }));
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `France`, in the language given. */
export function countryName(code: string, language: string): string {
  const names = cached(`c ${language}`, () => new Intl.DisplayNames(language, { type: 'region' }));
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'dv', 'yi', 'ug', 'sd']);
/** Writing direction of a language. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(tag.split('-')[0]!) ? 'rtl' : 'ltr');

const day = 86_400_000;

/** As short as unambiguous: the time today, the weekday this week, the date before. */
export function shortMoment(at: string, language: string, now = Date.now()): string {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date(now).toDateString();
  if (isToday) return dateTime(language, { hour: 'numeric', minute: '2-digit' }).format(moment);
  if (now - moment.getTime() < 6 * day) return dateTime(language, { weekday: 'short' }).format(moment);
  const isThisYear = moment.getFullYear() === new Date(now).getFullYear();
  return dateTime(language, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }).format(
    moment,
  );
}

/** Day, date and time in full, of one's own zone or of the one given. */
export const fullMoment = (at: string, language: string, timeZone?: string): string =>
  dateTime(language, { dateStyle: 'full', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(at));

/** Date and time, for a line in a conversation. */
export const moment = (at: string, language: string, timeZone?: string): string =>
  dateTime(language, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(at));

export const longDate = (at: string, language: string): string =>
  dateTime(language, { dateStyle: 'long' }).format(new Date(at));

/** A day of the calendar (`2026-12-18`), the same in every zone: `Dec 18, 2026`. */
export const calendarDate = (date: string, language: string): string =>
  dateTime(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** `December 2026`, of a day of the calendar. */
export const calendarMonth = (date: string, language: string): string =>
  dateTime(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** `Fri`, of a day of the calendar. */
export const weekdayName = (date: string, language: string): string =>
  dateTime(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** `18`, of a day of the calendar, in the figures of the language. */
export const dayOfMonth = (date: string, language: string): string => number(Number(date.slice(-2)), language);

/** Days of the calendar from one to another: `Nov 23 – 29`. */
export const calendarSpan = (from: string, to: string, language: string): string =>
  dateTime(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(
    new Date(`${from}T00:00:00Z`),
    new Date(`${to}T00:00:00Z`),
  );

/** `40 min`, `3 hr`, `2 days`: the largest unit that says enough. */
export function duration(milliseconds: number, language: string): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60_000));
  const [value, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return cached(
    `u ${language} ${unit}`,
    () => new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, unitDisplay: 'short' }),
  ).format(value as number);
}

/** `3 minutes ago`, `in 2 hours`. */
export function relative(at: string, language: string, now = Date.now()): string {
  const seconds = Math.round((new Date(at).getTime() - now) / 1000);
  const [value, unit]: [number, Intl.RelativeTimeFormatUnit] =
    Math.abs(seconds) < 3600
      ? [Math.trunc(seconds / 60), 'minute']
      : Math.abs(seconds) < 86_400
        ? [Math.trunc(seconds / 3600), 'hour']
        : [Math.trunc(seconds / 86_400), 'day'];
  return cached(`r ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' })).format(value, unit);
}

export const money = (amount: number, currency: string | null, language: string): string =>
  currency
    ? cached(
        `m ${language} ${currency}`,
        () => new Intl.NumberFormat(language, { style: 'currency', currency }),
      ).format(amount)
    : number(amount, language);

export const number = (value: number, language: string): string =>
  cached(`n ${language}`, () => new Intl.NumberFormat(language)).format(value);

/** `1.4 MB`, decimal as file managers show it. */
export function fileSize(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1000 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1000, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return cached(
    `s ${language} ${unit}`,
    () =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: unit as string,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  ).format(value as number);
}

/** Wraps a name or code so that its direction cannot disturb the sentence around it (Unicode first strong isolate). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
