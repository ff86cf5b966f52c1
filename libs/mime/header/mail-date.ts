const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Minutes east of UTC (RFC 5322 §4.3; the one-letter military zones mean "unknown", as -0000).
const ZONES: Record<string, number> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  wet: 0,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  hkt: 480,
  jst: 540,
  kst: 540,
};
const FORM =
  /(?:^|[\s,])(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:\.\d{1,6})?)?\s*(AM\b|PM\b)?\s*(?:(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})|([A-Za-z]{1,5}))?/i;
const ASCTIME =
  /([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([A-Za-z]{2,5})\s+)?(\d{4})(?:\s*([+-])(\d{2}):?(\d{2}))?/;

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return text.length === 3 ? 1900 + year : year;
}

function offset(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  zone: string | undefined,
): number {
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return ZONES[zone?.toLowerCase() ?? ''] ?? 0;
}

function make(
  year: number,
  month: string,
  day: string,
  clock: [number, number, number],
  minutesEast: number,
): Date | null {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const [hour, minute, second] = clock;
  if (index < 0 || hour > 24 || minute > 59 || second > 60) return null;
  const time = Date.UTC(year, index, Number(day), hour, minute, second) - minutesEast * 60_000;
  return Number.isFinite(time) ? new Date(time) : null;
}

/** The Date field (RFC 5322 §3.3 with obsolete zones, two-digit years, asctime and ISO forms); null when unreadable. */
export function readMailDate(value: string | undefined): Date | null {
  if (!value) return null;
  const text = value.slice(0, 200).replace(/\s+/g, ' ').trim();
  const match = FORM.exec(text);
  if (match) {
    const [, day = '', month = '', year = '', hour, minute, second, half, sign, east, eastMinutes, zone] = match;
    const twelve = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
    return make(
      fullYear(year),
      month,
      day,
      [twelve, Number(minute), Number(second ?? 0)],
      offset(sign, east, eastMinutes, zone),
    );
  }
  const asctime = ASCTIME.exec(text);
  if (asctime) {
    const [, month = '', day = '', hour, minute, second, zone, year = '', sign, east, eastMinutes] = asctime;
    return make(
      fullYear(year),
      month,
      day,
      [Number(hour), Number(minute), Number(second ?? 0)],
      offset(sign, east, eastMinutes, zone),
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const time = Date.parse(text.replace(' ', 'T').replace(/ ?([+-]\d{2}):?(\d{2})$/, '$1:$2'));
  return Number.isNaN(time) ? null : new Date(time);
}
