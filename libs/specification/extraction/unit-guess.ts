import type { LengthUnit } from '../units/length-units.ts';

/** Where doors and windows are spoken of in feet and inches. Source: spec-domain §4.2, §6.1. */
const inchCountries = new Set(['US', 'CA', 'GB', 'IE', 'PR', 'JM', 'TT', 'BS', 'BB', 'BZ', 'GY']);
const footCountries = new Set([
  'US',
  'CA',
  'IN',
  'PK',
  'BD',
  'LK',
  'NP',
  'NG',
  'GH',
  'KE',
  'UG',
  'TZ',
  'PH',
  'MM',
  'GM',
  'SL',
  'LR',
  'JM',
  'TT',
  'BS',
  'GY',
  'ZM',
  'MW',
  'RW',
  'SS',
  'SO',
  'ET',
  'MY',
]);

/**
 * Unit of a bare size and whether the buyer should be asked: 900 × 2100 is millimetres, 90 × 210 of a door centimetres,
 * 2.10 × 0.90 metres, 35 × 79 inch-looking, 3 × 7 feet where feet are used. Source: spec-domain §6.2.
 */
export function guessUnit(
  values: readonly number[],
  decimals: boolean,
  place: { country: string | null; isUpright: boolean },
): { unit: LengthUnit; isOpen: boolean } | null {
  const largest = Math.max(...values);
  const smallest = Math.min(...values);
  const country = place.country ?? '';
  if (largest >= 400) return { unit: 'mm', isOpen: false };
  if (largest < 12) {
    if (decimals && (!footCountries.has(country) || largest < 4)) return { unit: 'm', isOpen: false };
    if (footCountries.has(country) && smallest >= 1) return { unit: 'ft', isOpen: true };
    return smallest >= 0.3 ? { unit: 'm', isOpen: true } : null;
  }
  if (largest > 100) return { unit: 'cm', isOpen: false };
  if (inchCountries.has(country) && largest <= 100) return { unit: 'in', isOpen: true };
  if (place.isUpright && largest >= 72 && smallest < 50) return { unit: 'in', isOpen: true };
  return { unit: 'cm', isOpen: true };
}

/** Countries where width comes first by custom; elsewhere two figures that could be either are asked about. Source: spec-domain §4.1. */
const widthFirst = new Set(
  'US CA CN TW HK DE AT CH LI IT PL TR JP KR IN PK BD AE SA QA KW OM BH JO LB IQ EG NG GH KE TZ UG ET CM CI SN ZA ZM RW AO MZ ML BF BJ TG GN CD CG GA CZ SK HU RO BG HR SI RS SG MY TH VN PH'.split(
    ' ',
  ),
);
export const isWidthFirst = (country: string | null): boolean => country !== null && widthFirst.has(country);
