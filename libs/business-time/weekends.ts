/** ISO weekdays 1 (Monday) … 7. Source: CLDR weekData and the labour law of the places where CLDR lags behind (BD, MV, BN, NP). */
const fridaySaturday = ['SA', 'EG', 'DZ', 'KW', 'QA', 'BH', 'OM', 'JO', 'IQ', 'LY', 'SD', 'SY', 'YE', 'IL', 'BD', 'MV'];
const others: Record<string, readonly number[]> = {
  AF: [4, 5],
  IR: [5],
  IN: [7],
  UG: [7],
  NP: [6],
  BN: [5, 7],
};

/** The weekly days of rest usual in a country (ISO 3166-1 alpha-2); Saturday and Sunday where nothing else is known. */
export function weekendDays(country: string): readonly number[] {
  return others[country] ?? (fridaySaturday.includes(country) ? [5, 6] : [6, 7]);
}
