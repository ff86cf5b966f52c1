import culture from '../data/culture.json' with { type: 'json' };

let byOffset: Map<number, Set<string>> | undefined;

/** Offsets that a zone has in a year, minutes east of UTC: winter and summer. */
function offsetsOf(zone: string): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return [Date.UTC(2025, 0, 15), Date.UTC(2025, 6, 15)].map((instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name) ?? [];
    return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  });
}

/** Countries (of those with a culture entry) whose clocks show this offset at some time of the year. */
export function zonesAt(minutes: number): ReadonlySet<string> {
  if (!byOffset) {
    byOffset = new Map();
    for (const [country, entry] of Object.entries(culture.countries)) {
      for (const offset of entry.time_zones.flatMap(offsetsOf)) {
        const known = byOffset.get(offset) ?? new Set();
        byOffset.set(offset, known.add(country));
      }
    }
  }
  return byOffset.get(minutes) ?? new Set();
}
