/** A length found in a text. */
export interface FoundLength {
  mm: number;
  unit: string | null;
  start: number;
  end: number;
}

export interface FoundSize {
  first: FoundLength;
  second: FoundLength;
  start: number;
  end: number;
}

const units: readonly (readonly [string, number, RegExp])[] = [
  ['mm', 1, /^(?:mm|毫米|公厘|мм|ملم|مم|milím\w*|millim\w*|ミリ|밀리)(?![\p{L}])/iu],
  ['cm', 10, /^(?:cms?|厘米|公分|см|سم|сантим\w*|centím\w*|centim\w*|センチ|센티|sentim\w*)(?![\p{L}])/iu],
  [
    'in',
    25.4,
    /^(?:"|”|″|''|in(?:ch(?:es)?)?\b\.?|英寸|zoll\b|pouces?\b|po\b|pulg(?:adas?)?\b\.?|pol(?:egadas?)?\b\.?|pollici\b|cali?\b|дюйм\w*|inç\b|بوصة|إنش|インチ|인치)/iu,
  ],
  [
    'ft',
    304.8,
    /^(?:'|’|′|ft\b\.?|feet\b|foot\b|英尺|pieds?\b|pies?\b|pés?\b|piedi\b|fu(?:ß|ss)\b|фут\w*|قدم|futi\b|フィート)/iu,
  ],
  ['m', 1000, /^(?:m(?:tr|etros?|etres?|ètres?|eter)?\b|米|метр\w*|м(?![\p{L}])|متر|メートル|미터)/iu],
];
const digits = /[0-9٠-٩۰-۹０-９]/;
const figure = /[0-9٠-٩۰-۹０-９]+(?:(?:[.,٫ '’][0-9٠-٩۰-۹０-９]+)+)?/gu;

/** Latin digits for those of other scripts; lengths stay. */
export const latinDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/[０-９]/g, (d) => String(d.charCodeAt(0) - 0xff10))
    .replace(/٫/g, '.');

/** `2,10` → 2.1, `1 250` and `1.250` → 1250 where a group of three follows, `1'250` → 1250. */
export function parseFigure(written: string): number {
  const text = latinDigits(written).replace(/[ '’](?=\d{3}(?!\d))/g, '');
  const separators = [...text].filter((c) => c === '.' || c === ',');
  if (separators.length === 1 && /^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith('0'))
    return Number(text.replace(/[.,]/, ''));
  if (separators.length > 1) {
    const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    return Number(`${text.slice(0, last).replace(/[.,]/g, '')}.${text.slice(last + 1)}`);
  }
  return Number(text.replace(',', '.'));
}

interface Figure {
  value: number;
  unit: string | null;
  factor: number | null;
  start: number;
  end: number;
}

/** A figure with a fraction and a unit behind it, or feet and inches together. */
function readFigure(text: string, at: number): Figure | null {
  figure.lastIndex = at;
  const match = figure.exec(text);
  if (!match || match.index !== at) return null;
  let written = match[0];
  // "90 2100" is two figures, not one: a blank groups only whole thousands.
  if (/ /.test(written) && !/^\d{1,3}( \d{3})+$/.test(latinDigits(written))) written = written.split(' ')[0]!;
  // An apostrophe groups whole thousands (Swiss); otherwise it is a foot.
  if (/['’]/.test(written) && !/^\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/.test(latinDigits(written)))
    written = written.split(/['’]/)[0]!;
  let value = parseFigure(written);
  let end = at + written.length;
  const fraction = /^[ -](\d{1,2})\/(\d{1,2})(?!\d)|^\s?([¼½¾⅛⅜⅝⅞])/u.exec(text.slice(end, end + 8));
  if (fraction) {
    value += fraction[3]
      ? { '¼': 0.25, '½': 0.5, '¾': 0.75, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875 }[fraction[3]]!
      : Number(fraction[1]) / Number(fraction[2]);
    end += fraction[0].length;
  }
  const gap = /^\s{0,2}/.exec(text.slice(end))![0].length;
  for (const [unit, factor, pattern] of units) {
    const found = pattern.exec(text.slice(end + gap, end + gap + 14));
    if (!found) continue;
    let stop = end + gap + found[0].length;
    if (unit === 'm' && /^\d{2}(?!\d)/.test(latinDigits(text.slice(stop, stop + 3)))) {
      // 2m10
      value += Number(latinDigits(text.slice(stop, stop + 2))) / 100;
      stop += 2;
    }
    if (unit === 'ft') {
      const rest = /^\s?-?\s?/.exec(text.slice(stop))![0].length;
      const inches = digits.test(text[stop + rest] ?? '') ? readFigure(text, stop + rest) : null;
      if (inches?.unit === 'in')
        return { value: value * 12 + inches.value, unit: 'in', factor: 25.4, start: at, end: inches.end };
    }
    return { value, unit, factor, start: at, end: stop };
  }
  return { value, unit: null, factor: null, start: at, end };
}

export function* figuresOf(text: string): Generator<Figure> {
  for (let i = 0; i < text.length; i++) {
    if (
      !digits.test(text[i]!) ||
      (i > 0 && /[\p{L}0-9]/u.test(text[i - 1]!) && !/[LHlhBbшвШВ宽高长]/u.test(text[i - 1]!))
    )
      continue;
    const found = readFigure(text, i);
    if (!found) continue;
    yield found;
    i = Math.max(i, found.end - 1);
  }
}

const by =
  /^\s*(?:x|×|\*|✕|х|by|auf|par|por|per|на|mal|em|×|乘|寸x|في|على|,\s*h(?:auteur)?\.?|\/)\s*(?:h\.?|H\.?|l\.?|L\.?|w\.?|W\.?|высота|高|alto|hoch|haut|الارتفاع)?\s*/iu;

/** Two lengths with a "by" between them. A unit written once counts for both; without any, the size of the figures tells. */
export function sizesOf(text: string): FoundSize[] {
  const figures = [...figuresOf(text)];
  const sizes: FoundSize[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const [a, b] = [figures[i]!, figures[i + 1]!];
    const between = by.exec(text.slice(a.end, b.start));
    if (!between || between[0].length !== b.start - a.end || between[0].trim() === '') continue;
    const shared = b.factor ?? a.factor;
    const guess = shared ?? guessFactor(a.value, b.value);
    if (guess === null) continue;
    const length = (f: Figure): FoundLength => ({
      mm: round(f.value * (f.factor ?? guess)),
      unit: f.unit ?? (shared ? (b.unit ?? a.unit) : null),
      start: f.start,
      end: f.end,
    });
    sizes.push({ first: length(a), second: length(b), start: a.start, end: b.end });
    i++;
  }
  return sizes;
}

/** 900 × 2100 is mm, 90 × 210 is cm, 2,10 × 0,90 is m, 35 × 79 looks like inches. */
function guessFactor(a: number, b: number): number | null {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  if (large >= 300) return 1;
  if (small >= 20 && large >= 100) return 10;
  if (large <= 4 && small >= 0.3) return 1000;
  if (small >= 20 && large >= 60) return 25.4;
  return null;
}

export const round = (mm: number): number => Math.round(mm * 10) / 10;
