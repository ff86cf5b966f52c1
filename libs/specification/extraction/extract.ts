import { identifyLanguage, regionHints } from '../../language/index.ts';
import { loadPack, type Pack } from '../pack.ts';
import { checkItem, type PlainValue } from '../values.ts';
import { type FoundSize, figuresOf, round, sizesOf } from './lengths.ts';
import { type LexiconHit, matchLexicon } from './match-lexicon.ts';
import { type Found, patternValues } from './patterns.ts';
import type { ExtractedItem, ExtractedValue, Extraction } from './types.ts';

export interface ExtractionInput {
  text: string;
  channel?: string;
  language?: string;
  country?: string;
  pack?: Pack;
}

/**
 * Candidates in a buyer's text, each with its place. Pure and deterministic; a value is never invented: what the text does
 * not say is missing in the result. Text that gives orders to a machine is text like any other.
 */
export function extractSpecification(input: ExtractionInput): Extraction {
  const pack = input.pack ?? loadPack('doors-and-windows');
  const { text } = input;
  const language = input.language ?? identifyLanguage(text, { country: input.country }).language;
  const country = input.country ?? regionHints({ text, language: language ?? undefined }).country;
  const hits = matchLexicon(pack, text);
  const sizes = sizesOf(text);
  const places = itemPlaces(pack, hits, sizes, text);
  const items = places.map((place) => readItem(place, { pack, text, hits, sizes, places }));
  const isCustom = items.some((i) =>
    Object.keys(i.attributes).some((a) => !['quantity', 'delivery_country', 'delivery_place', 'incoterm'].includes(a)),
  );
  const kept = isCustom ? items : [];
  return {
    language,
    country_hint: country,
    is_custom_spec: isCustom,
    items: kept,
    ambiguities: kept.flatMap((item, i) => ambiguitiesOf(item, i, text)),
    missing_mandatory: kept.flatMap((item, i) =>
      checkItem(pack, item.product_type, plain(item)).missing.map((m) => `${i}.${m}`),
    ),
  };
}

interface Place {
  productType: string;
  start: number;
  end: number;
}

/** One item a product that is named, unless the same product is only named again; a text with a size and no product is one item. */
function itemPlaces(pack: Pack, hits: readonly LexiconHit[], sizes: readonly FoundSize[], text: string): Place[] {
  const general = new Set(['door', 'window']);
  const named = hits.filter((h) => h.kind === 'productType' && !h.isNegated);
  const specific = [...new Set(named.map((h) => String(h.value)).filter((t) => !general.has(t)))];
  const doorish = (type: string) => /door/.test(type);
  const chosen = specific.filter((t) => !(t === 'door_frame' || t === 'door_leaf') || specific.length === 1);
  for (const g of general) {
    const covered = chosen.some((t) => (g === 'door' ? doorish(t) : /window/.test(t)));
    if (!covered && named.some((h) => h.value === g)) chosen.push(g);
  }
  const types = chosen.length > 0 ? chosen : sizes.length > 0 ? [pack.defaultProductType] : [];
  // Several products count as several items only when there is a size for more than one of them.
  const few = types.length > 1 && sizes.length < 2 ? types.slice(0, 1) : types;
  const placed = few
    .map((productType) => ({ productType, start: named.find((h) => h.value === productType)?.start ?? 0 }))
    .sort((a, b) => a.start - b.start);
  return placed.map((p, i) => ({ ...p, start: i === 0 ? 0 : p.start, end: placed[i + 1]?.start ?? text.length }));
}

function readItem(
  place: Place,
  from: {
    pack: Pack;
    text: string;
    hits: readonly LexiconHit[];
    sizes: readonly FoundSize[];
    places: readonly Place[];
  },
): ExtractedItem {
  const { text, places } = from;
  const within = (x: { start: number }) => places.length === 1 || (x.start >= place.start && x.start < place.end);
  const attributes: Record<string, ExtractedValue> = {};
  const put = (attribute: string, found: Found) => {
    attributes[attribute] = {
      value: found.value,
      unit: found.unit ?? null,
      source: { start: found.start, end: found.end },
      derivation: found.derivation,
      confidence: found.confidence,
    };
  };
  const hits = from.hits.filter(within);
  const sizes = from.sizes.filter(within);
  const hatch = hits.find((h) => h.kind === 'hatch' && !h.isNegated);
  const hatchSize = hatch
    ? nearest(
        sizes.filter((s) => Math.max(s.first.mm, s.second.mm) < 700),
        hatch.start,
      )
    : undefined;
  const main = sizes.filter((s) => s !== hatchSize && Math.max(s.first.mm, s.second.mm) >= 300).at(-1);
  if (main) {
    const swapped = isHeightFirst(main, text, place.productType);
    const [width, height] = swapped ? [main.second, main.first] : [main.first, main.second];
    put('width_mm', {
      value: width.mm,
      unit: width.unit,
      start: width.start,
      end: width.end,
      derivation: 'size',
      confidence: 0.9,
    });
    put('height_mm', {
      value: height.mm,
      unit: height.unit,
      start: height.start,
      end: height.end,
      derivation: 'size',
      confidence: 0.9,
    });
  } else labelledLengths(hits, text, put);
  if (hatch) {
    const object: Record<string, string | number | boolean> = { type: String(hatch.value) };
    if (hatchSize) Object.assign(object, { width_mm: hatchSize.first.mm, height_mm: hatchSize.second.mm });
    const near = text.slice(hatch.start, Math.min(text.length, hatch.end + 160));
    if (
      /lockable|ferme à clé|fermant à clé|verrouill|abschließbar|con llave|com chave|a chiave|على قفل|yenye kufuli|可锁|带锁|鍵付/iu.test(
        near,
      )
    )
      object['lockable'] = true;
    put('hatches', {
      value: [object],
      unit: hatchSize?.first.unit ?? null,
      start: hatch.start,
      end: hatchSize && hatchSize.end > hatch.start && hatchSize.end - hatch.start < 300 ? hatchSize.end : hatch.end,
      derivation: 'lexicon',
      confidence: 0.8,
    });
  }
  for (const h of hits) fromLexicon(h, text, attributes, put);
  for (const [attribute, found] of patternValues(text)) if (within(found) || place === places[0]) put(attribute, found);
  quantityOf(text, place, from, put);
  return { product_type: place.productType, attributes };
}

function fromLexicon(
  hit: LexiconHit,
  _text: string,
  attributes: Record<string, ExtractedValue>,
  put: (attribute: string, found: Found) => void,
): void {
  const at = { start: hit.start, end: hit.end };
  if (hit.kind === 'value' && hit.attribute && !hit.isNegated && typeof hit.value === 'string')
    put(hit.attribute, { value: hit.value, ...at, derivation: 'lexicon', confidence: 0.85 });
  if (hit.kind === 'flag' && hit.attribute)
    put(hit.attribute, {
      value: !hit.isNegated,
      ...at,
      derivation: hit.isNegated ? 'negation' : 'lexicon',
      confidence: 0.85,
    });
  if (hit.kind === 'listValue' && hit.attribute && !hit.isNegated) {
    const known = attributes[hit.attribute];
    const list = Array.isArray(known?.value) ? (known.value as unknown[]) : [];
    if (!list.includes(hit.value))
      put(hit.attribute, { value: [...list, hit.value], ...at, derivation: 'lexicon', confidence: 0.85 });
  }
}

/** "width: 90 cm … height 210 cm": the figure right behind a label. */
function labelledLengths(
  hits: readonly LexiconHit[],
  text: string,
  put: (attribute: string, found: Found) => void,
): void {
  const figures = [...figuresOf(text)].filter((f) => f.factor !== null);
  for (const label of hits.filter((h) => h.kind === 'label' && h.attribute)) {
    const found = figures.find((f) => f.start >= label.end && f.start - label.end < 14);
    if (found)
      put(label.attribute!, {
        value: round(found.value * found.factor!),
        unit: found.unit,
        start: found.start,
        end: found.end,
        derivation: 'label',
        confidence: 0.9,
      });
  }
}

/** A door is higher than wide; labels decide where both could be either. */
function isHeightFirst(size: FoundSize, text: string, productType: string): boolean {
  const before = text.slice(Math.max(0, size.start - 12), size.start);
  if (
    /(?:\bH|height|hauteur|haut|Höhe|alto|altura|altezza|высот\p{L}*|高|ارتفاع|yükseklik)\s*[.:=]?\s*$/iu.test(before)
  )
    return true;
  if (/(?:\b[LBW]|width|largeur|Breite|ancho|largura|ширин\p{L}*|宽|عرض|en)\s*[.:=]?\s*$/iu.test(before)) return false;
  if (/window|shutter|screen/.test(productType)) return false;
  return size.first.mm >= 1850 && size.second.mm < 1850 && size.first.mm <= 3200;
}

const nearest = (sizes: readonly FoundSize[], at: number): FoundSize | undefined =>
  [...sizes]
    .filter((s) => Math.abs(s.start - at) < 250)
    .sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];

const article =
  /(?:\ba|\ban|\bone|\bune?|\beine?n?|\bun|\buna|\bum|\buma|\bеен|\bжедну|\bодн[ауи]|\bbir|\bjedn[eyąa]|一(?:扇|樘|个|套)|\bmoja)\s+(?:[\p{L}'’-]+\s+){0,2}$/iu;
const counted =
  /(?<![\d.,/])(\d{1,4})\s*(?:(?:x|×)\s+(?=\p{L}{4,})|nos?\.?\b|pcs\b|pieces?\b|pièces?\b|Stück\b|Stk\.?\b|unidades\b|unid\.?|uds?\.?\b|штук\p{L}*|шт\.?|قطع\p{L}*|樘|套|扇|个|枚|セット|개|adet\b|sztuk\p{L}*|stuks\b|pezzi\b)/iu;

function quantityOf(
  text: string,
  place: Place,
  from: { hits: readonly LexiconHit[]; sizes: readonly FoundSize[] },
  put: (attribute: string, found: Found) => void,
): void {
  const product = from.hits.find((h) => h.kind === 'productType' && h.start >= place.start && h.start < place.end);
  const slice = text.slice(place.start, place.end);
  const match = counted.exec(slice);
  const start = place.start + (match?.index ?? 0);
  // A figure of a size counts nothing.
  if (match && !from.sizes.some((s) => start >= s.start && start < s.end)) {
    put('quantity', {
      value: Number(match[1]),
      start,
      end: start + match[0].length,
      derivation: 'count',
      confidence: 0.95,
    });
    return;
  }
  if (!product) return;
  const before = text.slice(Math.max(0, product.start - 30), product.start);
  const number = /(?<![\d.,])(\d{1,4})\s+(?:[\p{L}'’-]+\s+){0,2}$/u.exec(before);
  if (number && Number(number[1]) <= 5000) {
    const start = Math.max(0, product.start - 30) + number.index;
    put('quantity', {
      value: Number(number[1]),
      start,
      end: start + number[1]!.length,
      derivation: 'count',
      confidence: 0.9,
    });
    return;
  }
  const one = article.exec(before);
  if (one) {
    const start = Math.max(0, product.start - 30) + one.index;
    put('quantity', {
      value: 1,
      start,
      end: start + one[0].trim().split(/\s/)[0]!.length,
      derivation: 'article',
      confidence: 0.8,
    });
  }
}

function ambiguitiesOf(item: ExtractedItem, index: number, text: string): Extraction['ambiguities'] {
  const list: Extraction['ambiguities'] = [];
  const raise = (attribute: string, code: string) => list.push({ item: index, attribute, code });
  const a = item.attributes;
  if (a['width_mm'] && (!a['dimension_reference'] || a['dimension_reference'].value === 'opening_unspecified'))
    raise('dimension_reference', 'dimension_reference');
  if (a['width_mm'] && a['width_mm'].unit === null) raise('width_mm', 'unit_missing');
  for (const color of ['color_outside', 'color_inside'])
    if (a[color] && !/^RAL|^NCS/i.test(String(a[color]!.value))) raise(color, 'color_unspecified');
  if (a['steel_gauge_stated']) raise('steel_gauge_stated', 'gauge_standard');
  if (a['handing_stated']) raise('handing_din', 'handing_convention');
  if (a['hatches'] && JSON.stringify(a['hatches'].value).includes('milk')) raise('hatches', 'hatch_meaning');
  if (a['incoterm'] && !a['incoterm_place'] && a['incoterm'].value !== 'EXW')
    raise('incoterm_place', 'incoterm_place_missing');
  if (
    /same as (?:last|before)|comme la dernière fois|wie (?:letztes Mal|beim letzten)|igual que la (?:última|otra)|как в прошлый раз|跟上次一样|和上次一样|مثل المرة السابقة/iu.test(
      text,
    )
  )
    raise('reference', 'reference_missing');
  return list;
}

const plain = (item: ExtractedItem): Record<string, PlainValue> =>
  Object.fromEntries(Object.entries(item.attributes).map(([k, v]) => [k, v.value as PlainValue]));
