import { placesIn } from './places.ts';
import { type Region, regionOf } from './regions.ts';
import {
  amazonDomains,
  currencyCountries,
  genericCountryDomains,
  languageCountries,
  localForms,
  phonePrefixes,
} from './tables.ts';
import { zonesAt } from './time-offsets.ts';

export interface RegionSource {
  text: string;
  /** Sender address; its country-code domain counts. */
  email?: string;
  /** Other domains of the sender: signature, website. */
  domains?: string[];
  phone?: string;
  /** Of the Date header, minutes east of UTC. */
  timeZoneOffsetMinutes?: number;
  /** Domain or name of the marketplace: `amazon.co.uk`, `marketplace.amazon.de`. */
  marketplace?: string;
  /** Language identified, with its variant if any (`pt-BR`). */
  language?: string;
  storeCountry?: string;
}

export type RegionClue =
  | 'place'
  | 'phone'
  | 'email'
  | 'domain'
  | 'marketplace'
  | 'currency'
  | 'localForm'
  | 'language'
  | 'timeZone'
  | 'store';

export interface RegionReason {
  /** `clue`: params {clue, found}, the strongest clue and what was found; `none`: nothing said a country. */
  code: 'clue' | 'none';
  params: { clue?: RegionClue; found?: string; also?: string };
}

export interface RegionHint {
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  region: Region | null;
  /** 0..1 */
  confidence: number;
  reason: RegionReason;
}

interface Found {
  clue: RegionClue;
  country: string;
  weight: number;
  found: string;
}

/** How much each clue says, on one scale; a place named as the destination is worth most. */
const strength = {
  place: 3,
  /** Chinese ports and towns are named because the goods come from there. */
  sellersPlace: 0.8,
  phone: 3,
  email: 2.6,
  domain: 2.2,
  marketplace: 1.5,
  currency: 1.8,
  localForm: 2,
  timeZone: 0.4,
  store: 0.35,
} as const;

/** The goods come from here. */
const sellersCountry = 'CN';

/**
 * Where the buyer is, from everything that hints at it. A hint only: delivery may go elsewhere.
 * @returns null country with confidence 0 when nothing was found
 */
export function regionHints(source: RegionSource): RegionHint {
  const found = [
    ...fromText(source.text),
    ...fromPhones(source),
    ...fromAddresses(source),
    ...fromMarketplace(source.marketplace),
    ...fromLanguage(source.language),
    ...(source.storeCountry ? [clue('store', source.storeCountry, strength.store, source.storeCountry)] : []),
  ];
  const scores = new Map<string, number>();
  for (const item of found) scores.set(item.country, (scores.get(item.country) ?? 0) + item.weight);
  applyOffset(source.timeZoneOffsetMinutes, scores);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  if (!best) return { country: null, region: null, confidence: 0, reason: { code: 'none', params: {} } };
  const [country, score] = best;
  const reasons = found.filter((item) => item.country === country).sort((a, b) => b.weight - a.weight);
  const also = reasons.find((item) => item.clue !== reasons[0]?.clue);
  return {
    country,
    region: regionOf(country),
    confidence: confidence(score, second?.[1] ?? 0),
    reason: {
      code: 'clue',
      params: { clue: reasons[0]?.clue, found: reasons[0]?.found, ...(also && { also: also.clue }) },
    },
  };
}

const clue = (kind: RegionClue, country: string, weight: number, found: string): Found => ({
  clue: kind,
  country,
  weight,
  found,
});

/** Absolute strength bounds it, the runner-up lowers it. */
const confidence = (score: number, second: number): number =>
  Math.round((1 - Math.exp(-score / 1.6)) * (score / (score + second)) * 100) / 100;

function fromText(text: string): Found[] {
  const found: Found[] = [];
  // The last place named is mostly where the goods go; a town says more than a country as it is seldom named in passing.
  const places = placesIn(text).filter((place) => !place.isOrigin);
  const counted = new Set<string>();
  for (const place of places.reverse()) {
    if (counted.has(`${place.country}${place.name}`)) continue;
    counted.add(`${place.country}${place.name}`);
    const weight = place.country === sellersCountry ? strength.sellersPlace : strength.place;
    found.push(clue('place', place.country, counted.size === 1 ? weight : weight * 0.7, place.name));
  }
  for (const [pattern, country] of currencyCountries) {
    const match = country && pattern.exec(text);
    if (match) found.push(clue('currency', country, strength.currency, match[0].trim()));
  }
  for (const [pattern, country] of localForms) {
    const match = pattern.exec(text);
    if (match) found.push(clue('localForm', country, strength.localForm, match[0].trim().slice(0, 40)));
  }
  return found;
}

const internationalPhone = /(?:\+|\b00)\s?\(?([1-9][\d\s().-]{7,18}\d)/gu;

function fromPhones({ text, phone }: RegionSource): Found[] {
  const numbers = [...text.matchAll(internationalPhone)].map((match) => match[1] ?? '');
  if (phone) numbers.push(phone.replace(/^(?:\+|00)/u, ''));
  return numbers.flatMap((number) => {
    const digits = number.replace(/\D/gu, '');
    const prefix = [3, 2, 1].map((length) => digits.slice(0, length)).find((start) => phonePrefixes[start]);
    const country = prefix && phonePrefixes[prefix];
    return country ? [clue('phone', country, strength.phone, `+${prefix}`)] : [];
  });
}

function countryOfDomain(domain: string): string | undefined {
  const ending = domain.toLowerCase().replace(/\.$/u, '').split('.').pop() ?? '';
  if (ending.length !== 2 || genericCountryDomains.has(ending)) return undefined;
  const code = ending === 'uk' ? 'GB' : ending.toUpperCase();
  return regionOf(code) ? code : undefined;
}

const marketplaceRelay = /(?:^|\.)(?:amazon|ebay|mirakl|cdiscount|manomano)\./iu;

function fromAddresses({ email, domains = [] }: RegionSource): Found[] {
  const own = email?.split('@').pop() ?? '';
  const entries: [RegionClue, string][] = [
    ['email', own],
    ...domains.map((domain): [RegionClue, string] => ['domain', domain]),
  ];
  return entries.flatMap(([kind, domain]) => {
    if (marketplaceRelay.test(domain)) return fromMarketplace(domain);
    const country = countryOfDomain(domain);
    return country ? [clue(kind, country, strength[kind as 'email' | 'domain'], `.${domain.split('.').pop()}`)] : [];
  });
}

function fromMarketplace(marketplace: string | undefined): Found[] {
  const domain = marketplace?.toLowerCase().replace(/^.*?(amazon|ebay)\./u, '') ?? '';
  const country = marketplace?.includes('.') ? (amazonDomains[domain] ?? countryOfDomain(domain)) : undefined;
  return country ? [clue('marketplace', country, strength.marketplace, marketplace ?? '')] : [];
}

function fromLanguage(language: string | undefined): Found[] {
  if (!language) return [];
  const regional = /-([A-Z]{2})$/u.exec(language)?.[1];
  const known = languageCountries[language] ?? languageCountries[language.split('-')[0] ?? ''];
  if (known) return [clue('language', known[0], known[1], language)];
  return regional ? [clue('language', regional, 1, language)] : [];
}

/** The hour shown by the sender's clock cannot name a country, but it can strengthen or weaken those named. */
function applyOffset(minutes: number | undefined, scores: Map<string, number>): void {
  // Many servers and relays write UTC whatever the sender's clock says.
  if (minutes === undefined || minutes === 0) return;
  const countries = zonesAt(minutes);
  for (const [country, score] of scores) {
    scores.set(country, countries.has(country) ? score + strength.timeZone : score * 0.8);
  }
}
