import { placesIn } from '../../language/index.ts';
import canonical from '../grammar/places.json' with { type: 'json' };
import { foldTerm } from '../text/fold.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';

/** Names that a place has in other scripts or cases → the name used on papers and its country. */
interface KnownPlace {
  name: string;
  country: string;
}
const known: ReadonlyMap<string, KnownPlace> = /* @__PURE__ */ new Map(
  Object.entries(canonical as Record<string, Record<string, string>>).flatMap(([country, places]) =>
    Object.entries(places).flatMap(([name, forms]) =>
      [name, ...forms.split('|').filter(Boolean)].map((form): [string, KnownPlace] => [
        foldTerm(form.trim()),
        { name, country },
      ]),
    ),
  ),
);

/** A place in the text; stronger where the text says that goods go there. */
export interface NamedPlace {
  name: string;
  country: string | null;
  start: number;
  end: number;
  isCountry: boolean;
  strength: number;
  isTerm: boolean;
}

/** Places by name, those the gazetteer knows and those that a word of delivery introduces. */
export function namedPlaces(reading: Reading): NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const p of knownForms(reading)) places.push(p);
  for (const p of placesIn(reading.plain)) {
    const end = p.start + p.name.length;
    if (places.some((o) => p.start < o.end && o.start < end)) continue;
    if (isOfSeller(reading, p) || isNoPlace(reading, p.start, end)) continue;
    const isCountry = isCountryName(p.name, p.country);
    const article = /^[dl]['’]/i.exec(p.name)?.[0].length ?? 0;
    places.push({
      name: p.name.slice(article).replace(/'\p{L}+$/u, ''),
      country: p.country,
      start: p.start + article,
      end,
      isCountry,
      strength: 0,
      isTerm: false,
    });
  }
  places.push(...introduced(reading, places));
  places.push(...american(reading, places));
  for (const p of places) p.strength = Math.max(p.strength, strengthOf(reading, p));
  return places.sort((a, b) => a.start - b.start);
}

const isOfSeller = (_: Reading, p: { isOrigin: boolean; country: string }): boolean => p.isOrigin && p.country === 'CN';
/** Norms and habits that the table of towns keeps for guessing a country are no place. */
const isNoPlace = (reading: Reading, start: number, end: number): boolean => {
  const name = reading.folded.slice(start, end);
  return (
    /^(?:bushfire|colorbond|soncap|pvoc|saber|سابر|nafs|csa|fensa|pas24|skg|chf|eircode|sans|mauerlichte|turstock|gruezi|persianas|rotura|naija|building regs|planning permission|home depot|as per sans|sans 10400|مصفح|schweiz\b)/.test(
      name,
    ) ||
    (reading.marks.some((m) => m.start <= start && m.end >= end && m.definition.kind !== 'mark') &&
      !/^\p{Lu}/u.test(reading.plain.slice(start, start + 1))) ||
    /\bstyle\b|-?stil\b/.test(reading.folded.slice(end, end + 8))
  );
};

const countryNames = new Map<string, string>();
function isCountryName(name: string, country: string): boolean {
  const folded = foldTerm(name);
  if (countryNames.size === 0) {
    for (const language of 'en fr de es pt it nl pl cs ro sv tr ru uk ar fa he zh zh-Hant ja ko vi id sw el hu hi th'.split(
      ' ',
    )) {
      const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      for (let a = 65; a < 91; a += 1)
        for (let b = 65; b < 91; b += 1) {
          const code = String.fromCharCode(a, b);
          const text = display.of(code);
          if (text) countryNames.set(foldTerm(text), code);
        }
    }
  }
  return (
    countryNames.get(folded) === country ||
    /^(?:usa|uk|uae|ksa|drc|rdc|holland|england|scotland|wales|america|united states of america|eeuu|сша|рф|россию|россии|казахстане|加纳|尼日利亚|السعوديه|الامارات|saudi|ivory coast|cote d'ivoire|rci|turkiye|schweiz|suisse|svizzera)$/.test(
      folded,
    )
  );
}

const shortForm =
  /[\u0600-\u06ff]|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}]/u;
let formsByFirst: Map<string, [string, KnownPlace][]> | undefined;

/** Forms of the table: whole words, with endings where the script writes them on. */
function knownForms(reading: Reading): NamedPlace[] {
  if (!formsByFirst) {
    formsByFirst = new Map();
    for (const entry of known) {
      const first = entry[0].slice(0, 2);
      formsByFirst.set(first, [...(formsByFirst.get(first) ?? []), entry]);
    }
    for (const list of formsByFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  }
  const found: NamedPlace[] = [];
  const { folded } = reading;
  for (const t of reading.tokens) {
    if (t.kind === 'punctuation' || t.kind === 'number') continue;
    const starts = /^[\u0590-\u06ff]/.test(t.text) ? [0, 1, 2] : [0];
    for (const skip of starts) {
      if (skip > 0 && skip >= t.text.length - 2) continue;
      const hit = (formsByFirst.get(folded.slice(t.start + skip, t.start + skip + 2)) ?? []).find(
        ([form]) =>
          folded.startsWith(form, t.start + skip) &&
          endsHere(folded, t.start + skip + form.length, form) &&
          (skip === 0 || /^(?:[وبلف]|لل|بـ|ל|ב|מ|ה|ול|וב)/.test(t.text)),
      );
      if (!hit) continue;
      const [form, place] = hit;
      const start = t.start + skip;
      if (!found.some((f) => start < f.end && f.start < start + form.length))
        found.push({
          name: place.name,
          country: place.country,
          start,
          end: start + form.length,
          isCountry: false,
          strength: 0,
          isTerm: false,
        });
      break;
    }
  }
  return found;
}

function endsHere(folded: string, end: number, form: string): boolean {
  const next = folded[end] ?? ' ';
  if (!/[\p{L}]/u.test(next)) return true;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Thai}]/u.test(form)) return true;
  if (!shortForm.test(form)) return false;
  return (
    form.length >= 4 &&
    /^\p{L}{0,3}(?!\p{L})/u.test(folded.slice(end, end + 4)) &&
    !/\p{L}{4}/u.test(folded.slice(end, end + 4))
  );
}

const nameAfter =
  /^[\s:]*(?:(?:the|el|la|le|les|den|der|die|dem|das|il|lo|al|alla|a|à|an|nach|in|to|en|em|de|do|da|di|na|do|w|к|в|на|bei|pour|para|per|voor|naar|te|ул|г|port|puerto|porto|haven|hafen|of|d')[\s']\s*){0,3}(?:(\d{4,5})\s)?(\p{Lu}[\p{L}\d'’-]+(?:[\s-](?:\p{Lu}[\p{L}'’.-]+|de|la|le|am|im|an|der|sur|del|di|do|da|i\.)){0,3})/u;

const isShortWord = /^(?:for|pour|fur|dans|vers|para|per|voor|naar|into|up to|in|to|at)$/;

/** A name in capitals right after "delivered to", "Lieferung nach", "livraison à". */
function introduced(reading: Reading, places: readonly NamedPlace[]): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const lead of reading.words.get('deliver') ?? []) {
    const isShort = lead.end - lead.start <= 4;
    const code = /^[\s:]*(\d{4,6})(?![\d.,]|\s?\p{Lu})/u.exec(reading.plain.slice(lead.end, lead.end + 14));
    if (
      code &&
      !/\d/.test(lead.concept) &&
      lead.end - lead.start >= 3 &&
      !isShortWord.test(reading.folded.slice(lead.start, lead.end)) &&
      places.length === 0
    ) {
      const start = lead.end + code[0].length - code[1]!.length;
      found.push({
        name: code[1]!,
        country: reading.country,
        start,
        end: start + code[1]!.length,
        isCountry: false,
        strength: 2,
        isTerm: false,
      });
      continue;
    }
    const match = nameAfter.exec(reading.plain.slice(lead.end, lead.end + 60));
    if (!match || isShort || !match[2]) continue;
    const start = lead.end + match[0].length - match[2].length;
    const name = match[2].replace(/[\s.,-]+$|\s(?:de|la|le|am|im|an|der|sur|del|di|do|da|i\.)$/u, '');
    if (
      places.some((p) => p.start < start + name.length && start < p.end) ||
      (places.length > 0 && places.some((p) => p.strength >= 2))
    )
      continue;
    if (
      reading.marks.some((m) => m.start < start + name.length && start < m.end) ||
      /^(?:EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP|RAL|DIN|KW|Incl|Inkl|Monday|Saturday|Please|Can|Do|Merci|Quel|Danke|Grazie|Thanks|Thx)/.test(
        name,
      )
    )
      continue;
    found.push({
      name,
      country: places.length === 0 ? reading.country : (places.find((p) => p.isCountry)?.country ?? reading.country),
      start,
      end: start + name.length,
      isCountry: false,
      strength: 2,
      isTerm: false,
    });
  }
  return found;
}

/** "Dayton OH 45402", "Canmore (AB)": town, state, code. */
function american(reading: Reading, places: NamedPlace[]): NamedPlace[] {
  if (!['US', 'CA'].includes(reading.country ?? '')) return [];
  const pattern =
    /(\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+)?),?\s\(?(A[LKZRB]|BC|C[AOT]|D[CE]|FL|GA|HI|I[LNAD]|K[SY]|LA|M[EDAINSOTB]|N[EVHJMYCDSLT]|O[HKRN]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[TA]|W[AVIY]|YT)\b\)?(?:\s(\d{5}|[A-Z]\d[A-Z]\s?\d[A-Z]\d))?/gu;
  const found: NamedPlace[] = [];
  for (const m of reading.plain.matchAll(pattern)) {
    const name = `${m[1]!.replace(/^(?:In|To|Shipping|Jobsite|For)\s/, '')} ${m[2]}${m[3] ? ` ${m[3]}` : ''}`;
    const [start, end] = [m.index, m.index + m[0].length];
    for (let i = places.length - 1; i >= 0; i -= 1)
      if (places[i]!.start < end && start < places[i]!.end) places.splice(i, 1);
    found.push({
      name,
      country: /^(?:AB|BC|MB|NB|NL|NS|NT|ON|PE|QC|SK|YT)$/.test(m[2]!) ? 'CA' : 'US',
      start,
      end,
      isCountry: false,
      strength: 3,
      isTerm: false,
    });
  }
  return found;
}

/** 3: the text says deliver, port or address; 2: a site is there; 0: only named. */
function strengthOf(reading: Reading, p: NamedPlace): number {
  const token = tokenAt(reading, p.start);
  const after = tokenAt(reading, p.end - 1) + 1;
  const { sentence } = reading.tokens[token]!;
  const near = wordsOf(reading, 'deliver', 'port').filter(
    (m) =>
      m.sentence === sentence && ((m.to <= token && token - m.to <= 4) || (m.from >= after && m.from - after <= 2)),
  );
  const long = near.some(
    (m) => m.concept === 'port' || m.end - m.start > 4 || /[^\u0000-\u024f]/.test(reading.folded.slice(m.start, m.end)),
  );
  const base = long ? 3 : near.length > 0 ? 2 : 0;
  return base - (p.isCountry ? 0.5 : 0) + (isSignature(reading, p) ? -1 : 0);
}

const isSignature = (reading: Reading, p: NamedPlace): boolean =>
  (reading.words.get('regards') ?? []).some(
    (r) => r.end <= p.start && reading.folded.slice(r.end, p.start).includes('\n'),
  );
