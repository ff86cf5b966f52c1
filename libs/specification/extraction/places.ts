import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { type NamedPlace, namedPlaces } from './named-places.ts';
import { type Reading, wordsOf } from './reading.ts';

const terms = /(?<![a-z])(EXW|FCA|FAS|FOB|CFR|CNF|C&F|CIF|CPT|CIP|DAP|DPU|DDP|DDU)(?![a-z])/giu;
/** Terms of the seller's port: their place is not where the goods go. */
const sellerTerms = new Set(['EXW', 'FCA', 'FAS', 'FOB']);
const spelled: readonly (readonly [RegExp, string])[] = [
  [/ex[\s-]works/gi, 'EXW'],
  [/(?<![\u0600-\u06ff])(?:سيف)(?![\u0600-\u06ff])/gu, 'CIF'],
  [/(?<![\u0600-\u06ff])(?:فوب)(?![\u0600-\u06ff])/gu, 'FOB'],
];

/** Where the goods go, and on which term of delivery. */
export function readPlaces(reading: Reading): { candidates: Candidate[]; doubts: Doubt[] } {
  const rule = reading.pack.extraction.places;
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  if (!rule) return { candidates, doubts };
  const found = termsIn(reading);
  const places = namedPlaces(reading);
  const asked: string[] = [];
  for (const term of found) {
    const place = isEither(reading, term.end) ? null : placeAfter(reading, term, places);
    const alternatives = found.filter((t) => t.code !== term.code).length > 0 || isEither(reading, term.end);
    if (
      rule.term &&
      (found.length === 1 || found.every((t) => t.code === term.code)) &&
      !(isEither(reading, term.end) && !place)
    )
      candidates.push(candidate(rule.term, term.code, term, 'code', { confidence: 0.96 }));
    if (place) {
      place.isTerm = true;
      place.strength = sellerTerms.has(term.code) ? -1 : 1;
      if (isTwoPlaces(reading, place)) {
        doubts.push({ attribute: rule.termPlace ?? rule.place, code: 'incoterm_place_missing', at: term.start });
        continue;
      }
      if (rule.termPlace && found.every((t) => t.code === term.code))
        candidates.push(
          candidate(rule.termPlace, withPostcode(reading, place).name, withPostcode(reading, place), 'code', {
            confidence: 0.9,
          }),
        );
    } else if (term.code !== 'EXW') asked.push(term.code);
    if (alternatives)
      doubts.push({ attribute: rule.term ?? rule.place, code: 'incoterm_place_missing', at: term.start });
  }
  const best = destination(reading, places);
  if (best) {
    const at = { start: best.start, end: best.end };
    if (best.country)
      candidates.push(
        candidate(rule.country, best.country, at, best.isCountry ? 'country' : 'place', {
          confidence: best.strength >= 2 ? 0.93 : 0.8,
          params: { name: best.name },
        }),
      );
    const written = best.isTerm ? best : withPostcode(reading, best);
    if (!best.isCountry)
      candidates.push(
        candidate(rule.place, written.name, { start: written.start, end: written.end }, 'place', {
          confidence: best.strength >= 2 ? 0.9 : 0.75,
        }),
      );
  }
  if (asked.length > 0 && rule.termPlace) {
    // DDP without a place: the site named elsewhere is where it goes.
    if (best && !best.isCountry && found[0] && !sellerTerms.has(found[0].code) && found.length === 1)
      candidates.push(
        candidate(rule.termPlace, best.name, { start: best.start, end: best.end }, 'implied', { confidence: 0.6 }),
      );
    else doubts.push({ attribute: rule.termPlace, code: 'incoterm_place_missing', at: found[0]!.start });
  }
  if (found.length === 0 && (reading.words.get('delivered_price') ?? []).length > 0)
    doubts.push({
      attribute: rule.term ?? rule.place,
      code: 'scope_unclear',
      at: reading.words.get('delivered_price')![0]!.start,
    });
  if (found.length === 0 && best && isPortOnly(reading, best))
    doubts.push({ attribute: rule.term ?? rule.place, code: 'scope_unclear', at: best.start });
  return { candidates, doubts };
}

function termsIn(reading: Reading): { code: string; start: number; end: number }[] {
  const found: { code: string; start: number; end: number }[] = [];
  for (const m of reading.plain.matchAll(terms)) {
    if (m[0] !== m[0].toUpperCase() && !/^(?:fob|cif|exw|ddp|dap|cfr)$/i.test(m[0])) continue;
    const written = m[1]!.toUpperCase();
    const code = written === 'CNF' || written === 'C&F' ? 'CFR' : written === 'DDU' ? 'DAP' : written;
    found.push({ code, start: m.index, end: m.index + m[0].length });
  }
  for (const [pattern, code] of spelled)
    for (const m of reading.plain.matchAll(pattern)) found.push({ code, start: m.index, end: m.index + m[0].length });
  return found.sort((a, b) => a.start - b.start);
}

/** "FOB or delivered", "FOB Chongqing/Ningbo". */
const isEither = (reading: Reading, end: number): boolean =>
  /^\s*(?:(?:or|ou|oder|o|или|veya|lub|of)\s|或|または|とか)/u.test(reading.folded.slice(end, end + 8));
const isTwoPlaces = (reading: Reading, place: NamedPlace): boolean =>
  /^\s?(?:\/|or\b|ou\b|oder\b|或|или\b|veya\b)\s?\p{L}/u.test(reading.plain.slice(place.end, place.end + 8));

function placeAfter(
  reading: Reading,
  term: { start: number; end: number },
  places: readonly NamedPlace[],
): NamedPlace | null {
  const after = places.find(
    (p) =>
      p.start >= term.end &&
      p.start - term.end <= 26 &&
      !/[.;\n]/.test(reading.folded.slice(term.end, p.start)) &&
      !p.isCountry,
  );
  if (after) return after;
  const before = [...places]
    .reverse()
    .find(
      (p) =>
        p.end <= term.start &&
        term.start - p.end <= 8 &&
        !/[.;\n]/.test(reading.folded.slice(p.end, term.start)) &&
        !p.isCountry,
    );
  if (before) return before;
  const name =
    /^\s*(?:port\s(?:of\s|de\s)?|to\s|hafen\s|puerto\s(?:de\s)?|porto\s(?:di\s|de\s)?)?(\d{4,5}\s)?(\p{Lu}[\p{L}'-]+(?:\s(?:i\.\s?[A-Z]\.|\p{Lu}[\p{L}'-]+))?)/u.exec(
      reading.plain.slice(term.end, term.end + 40),
    );
  if (!name || /^(?:and|with|price|preis|prix|Price|Please|Pls|Preis|Prix|Precio|Which|What|Wir)$/i.test(name[2]!))
    return null;
  const start = term.end + name[0].length - name[2]!.length;
  return {
    name: name[2]!,
    country: null,
    start,
    end: start + name[2]!.length,
    isCountry: false,
    strength: 1,
    isTerm: true,
  };
}

function withPostcode(reading: Reading, place: NamedPlace): NamedPlace {
  const before = /(?<![\d\p{L}])(\d{4,5})\s$/u.exec(reading.plain.slice(Math.max(0, place.start - 8), place.start));
  return before ? { ...place, name: `${before[1]} ${place.name}`, start: place.start - before[0].length } : place;
}

/** The strongest place; of equals the first. Country from it, or from a country named beside. */
function destination(reading: Reading, places: readonly NamedPlace[]): NamedPlace | null {
  const usable = places.filter((p) => p.strength > -0.9 && !isOriginPlace(reading, p));
  const sorted = [...usable].sort(
    (a, b) => b.strength - a.strength || Number(a.isCountry) - Number(b.isCountry) || a.start - b.start,
  );
  const best = sorted[0];
  if (!best) return null;
  if (best.isCountry) {
    const town = sorted.find((p) => !p.isCountry && p.country === best.country && p.strength >= 0);
    return town ? { ...town, strength: best.strength } : best;
  }
  return best.country ? best : { ...best, country: sorted.find((p) => p.country)?.country ?? reading.country };
}

const isOriginPlace = (reading: Reading, p: NamedPlace): boolean =>
  p.country === 'CN' && reading.country !== 'CN' && (p.strength < 3 || p.isTerm);

/** Goods "for the port of X" without a term: cost and freight, or more? */
const isPortOnly = (reading: Reading, p: NamedPlace): boolean =>
  wordsOf(reading, 'port').some((m) => Math.abs(m.start < p.start ? p.start - m.end : m.start - p.end) <= 6);
