import type { FoundLength } from '../units/find-lengths.ts';
import type { LengthUnit } from '../units/length-units.ts';
import { expression } from './codes.ts';
import type { Mention } from './lexicon-index.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';

export type Axis = 'width' | 'height';

/** Two or three figures joined by × or a word for it. */
export interface FoundSize {
  lengths: readonly FoundLength[];
  /** The same as found, before the unit at the end counted for all. */
  figures: readonly FoundLength[];
  start: number;
  end: number;
  /** Axis of the first figure where labels say it. */
  firstIs: Axis | null;
}

const joiner =
  /^(?:[x×*х]|by|auf|sur|por|per|op|na|на|mal|kali|krat|kwa|в|في|في عرض|ضرب|乘以|乘|对|\/|cu|pe|razy|con|з|곱하기|คูณ|a|à|e|y|et|and|und|و|и|i|en|ve|和|by the|di)$/;
/** Joined only when both figures are labelled: "width 90 and height 210". */
const weakJoiner = /^(?:con|a|à|e|y|et|and|und|و|и|i|en|ve|和|na|di|з)$/;
const filler =
  /^(?:of|de|del|da|do|di|d|in|cm|mm|m|the|la|le|les|el|il|en|er|est|is|mide|von|ist|:|=|-|,|\(|\)|\[|\]|"|\.|、|は|が|で|का|ya|wa|ni|ang|adalah|et|y|e|und|and|i|и|و|na|\||,)$/;

/** Letters that stand for width or height, by language; `l` is width in French and length elsewhere. */
const letters: Readonly<Record<string, Readonly<Record<string, Axis>>>> = {
  any: { w: 'width', h: 'height' },
  de: { b: 'width', h: 'height' },
  nl: { b: 'width', h: 'height' },
  sv: { b: 'width', h: 'height' },
  da: { b: 'width', h: 'height' },
  fr: { l: 'width', h: 'height' },
  it: { l: 'width', h: 'height', a: 'height' },
  pt: { l: 'width', a: 'height', h: 'height' },
  es: { a: 'width', h: 'height' },
  ro: { l: 'width', h: 'height' },
  pl: { s: 'width', w: 'height', h: 'height' },
  ru: { ш: 'width', в: 'height', h: 'height', b: 'width', w: 'width' },
  uk: { ш: 'width', в: 'height' },
  cs: { s: 'width', v: 'height', š: 'width' },
  tr: { e: 'width', g: 'width', y: 'height', b: 'height' },
  id: { l: 'width', t: 'height', p: 'height' },
  vi: { r: 'width', c: 'height' },
  hu: { s: 'width', m: 'height' },
};

export function lettersOf({ pack, language }: Reading): Readonly<Record<string, Axis>> {
  // A trade that calls its measures otherwise uses no letters for width and height.
  if (pack.extraction.size?.labels) return {};
  return { ...letters['any'], ...(letters[language?.split('-')[0] ?? ''] ?? {}) };
}

/** Words that say which measure a figure is, by the axis they mean in this trade. */
export function axisLabels(reading: Reading): Mention[] {
  const labels = reading.pack.extraction.size?.labels ?? { width: 'width', height: 'height' };
  return wordsOf(reading, ...Object.keys(labels)).map((m) => ({ ...m, concept: labels[m.concept]! }));
}

/** Sizes called by a number of four digits (3068: 3'0" × 6'8"); their signs are no longer free. */
export function nominalSizes(reading: Reading): FoundSize[] {
  const rule = reading.pack.extraction.size?.nominal;
  if (!rule) return [];
  const isTheirs = reading.country
    ? rule.countries.includes(reading.country)
    : rule.cue !== undefined && expression(rule.cue).test(reading.folded);
  if (!isTheirs) return [];
  return [...reading.folded.matchAll(expression(rule.pattern))]
    .filter((m) => !reading.taken[m.index])
    .map((m) => {
      const digits = m
        .slice(1)
        .filter((d) => d !== undefined)
        .map(Number) as [number, number, number, number];
      const [start, end] = [m.index, m.index + m[0].length];
      reading.taken.fill(1, start, end);
      const length = (feet: number, inches: number): FoundLength => ({
        value: feet + inches / 12,
        unit: 'ft',
        start,
        end,
        figureEnd: end,
        isAmbiguous: false,
        isFraction: false,
        written: m[0],
      });
      return {
        lengths: [length(digits[0], digits[1]), length(digits[2], digits[3])],
        figures: [],
        start,
        end,
        firstIs: 'width',
      };
    });
}

/** Finds sizes among the lengths of a text; the labels may stand before, behind or between, or in brackets after. */
export function findSizes(reading: Reading, lengths: readonly FoundLength[]): FoundSize[] {
  const sizes: FoundSize[] = [];
  let i = 0;
  while (i < lengths.length - 1) {
    const group = [lengths[i]!];
    while (i + group.length < lengths.length && group.length < 3) {
      const [a, b] = [group.at(-1)!, lengths[i + group.length]!];
      if (!isJoined(reading, a, b, group.length === 1)) break;
      group.push(b);
    }
    if (group.length < 2) {
      i += 1;
      continue;
    }
    const shared = withSharedUnit(group);
    const [start, end] = [group[0]!.start, group.at(-1)!.end];
    sizes.push({ lengths: shared, figures: group, start, end, firstIs: orderOf(reading, shared) });
    i += group.length;
  }
  return sizes;
}

function isJoined(reading: Reading, a: FoundLength, b: FoundLength, isFirst: boolean): boolean {
  if (b.start - a.end > 46 || b.start <= a.end - 1) return false;
  const between = reading.folded.slice(a.end, b.start);
  if (/\n\s*\n|[;。]|\.\s/.test(between)) return false;
  const inner = wordsOf(reading, 'width', 'height', 'depth', 'thickness', 'length').filter(
    (m) => m.start >= a.end && m.end <= b.start,
  );
  let rest = between;
  for (const m of [...inner].sort((x, y) => y.start - x.start))
    rest = `${rest.slice(0, m.start - a.end)} ${' '.repeat(m.end - m.start)}${rest.slice(m.end - a.end)}`;
  const own = lettersOf(reading);
  const parts = rest
    .split(/[\s()[\],:="|]+/)
    .filter(Boolean)
    .filter((p) => !(p.length === 1 && p in own && p !== 'в') && !/^[whbl]$/.test(p));
  const joiners = parts.filter((p) => joiner.test(p.replace(/[.-]/g, '')) && p !== '-');
  const others = parts.filter((p) => !joiner.test(p.replace(/[.-]/g, '')) && !filler.test(p) && p !== '-');
  if (others.length > 0) {
    // w×, x2100h: the sign written to a letter.
    if (!(others.length === 1 && /^(?:[wbhl]?[x×*х][wbhl]?|[wh]x)$/.test(others[0]!))) return false;
    return true;
  }
  if (joiners.length === 0) return false;
  if (joiners.every((j) => weakJoiner.test(j))) {
    // "largeur 90 et hauteur 210" is a size, "2 and 3" is not; the labels must be there. Arabic "في" and × stay strong.
    return false;
  }
  if (joiners.includes('/') && !(a.value >= 40 && b.value >= 40)) return false;
  return isFirst || a.unit === b.unit || b.unit === null || a.unit === null || b.unit === 'mm';
}

/** 93 x 218 cm: the unit at the end counts for all; `3ft x 7` likewise for what follows. */
function withSharedUnit(group: readonly FoundLength[]): FoundLength[] {
  const last = group.at(-1)!.unit;
  const first = group[0]!.unit;
  return group.map((l) => {
    if (l.unit) return l;
    const unit: LengthUnit | null = last ?? first;
    if (!unit) return l;
    // 95 x 2 m 10: nobody makes it 95 metres wide.
    if (unit === 'm' && l.value >= 20) return { ...l, unit: l.value >= 400 ? 'mm' : 'cm' };
    // 1.110 x 2.180 mm: with millimetres the dot groups.
    const value =
      unit === 'mm' && /^\d{1,3}[.,]\d{3}$/.test(l.written)
        ? Number(l.written.replace(/[.,]/, ''))
        : unit === 'm' && l.isAmbiguous
          ? Number(l.written.replace(',', '.'))
          : l.value;
    return { ...l, unit, value };
  });
}

/** Labels at the figures themselves, then an order in brackets, then one said for the whole text. */
function orderOf(reading: Reading, lengths: readonly FoundLength[]): Axis | null {
  const [a, b] = [lengths[0]!, lengths[1]!];
  const labels = axisLabels(reading);
  const own = lettersOf(reading);
  const end = lengths.at(-1)!.end;
  const lead = Math.max(0, a.start - 16);
  const stated =
    orderIn(reading.folded.slice(end, end + 44), own, labels, end, /^\s*(?:mm|cm|m)?\s*[([,:-]?\s*/) ??
    (/[)\]:=]\s*$/.test(reading.folded.slice(lead, a.start))
      ? orderIn(reading.folded.slice(lead, a.start), own, labels, lead, null)
      : null);
  const direct = stated ?? axisAt(reading, a, labels, own, null) ?? flip(axisAt(reading, b, labels, own, a));
  if (direct) return direct;
  return (
    orderIn(reading.folded.slice(Math.max(0, a.start - 40), a.start), own, labels, Math.max(0, a.start - 40), null) ??
    globalOrder(reading, own)
  );
}

const flip = (axis: Axis | null): Axis | null => (axis === 'width' ? 'height' : axis === 'height' ? 'width' : null);

/** The label that touches a figure: before it (`L 93`, `upana futi 3`) or behind (`900mm wide`, `4830w`). */
export function axisAt(
  reading: Reading,
  length: FoundLength,
  labels: readonly Mention[],
  own: Readonly<Record<string, Axis>>,
  previous: FoundLength | null,
): Axis | null {
  const { folded } = reading;
  const after = folded.slice(length.end, length.end + 3);
  const letterAfter = /^\s?([whbl])(?![\p{L}\d'"])/u.exec(after);
  if (
    letterAfter &&
    !/^\s?[a]/.test(after) &&
    (letterAfter[1] === 'w' || letterAfter[1] === 'h' || own[letterAfter[1]!])
  ) {
    const axis = own[letterAfter[1]!] ?? null;
    if (axis && !/^\s?[whbl]\s?[:=.]?\s?\d/.test(folded.slice(length.end, length.end + 6))) return axis;
  }
  const behind = labels.find(
    (m) =>
      m.start >= length.end &&
      isPlain(folded.slice(length.end, m.start), isLetter(m) || length.unit === null ? 0 : 2) &&
      !/[,،、]/.test(folded.slice(length.end, m.start)),
  );
  const from = length.replaces ?? length.start;
  const before = [...labels]
    .reverse()
    .find((m) => m.end <= from && isPlain(folded.slice(m.end, from), 3) && (!previous || m.start >= previous.end));
  const letterBefore = /(?<![\p{L}\d])([a-zшвš])\.?\s?[:=]?\s?$/u.exec(
    folded.slice(Math.max(0, length.start - 5), length.start),
  );
  if (before && behind) {
    const isTaken = /^\s*[x×*,]/.test(folded.slice(length.end, behind.start));
    return (isTaken ? before : startsLabelled(reading, labels, length) ? before : behind).concept as Axis;
  }
  if (before) return before.concept as Axis;
  if (
    letterBefore &&
    own[letterBefore[1]!] &&
    letterBefore[1] !== 'в' &&
    letterBefore[1] !== 'a' &&
    letterBefore[1] !== 'e'
  )
    return own[letterBefore[1]!]!;
  if (letterBefore && /[шв]/.test(letterBefore[1]!) && /[.:=]/.test(letterBefore[0]))
    return own[letterBefore[1]!] ?? null;
  return behind ? (behind.concept as Axis) : null;
}

/** `L`, `h`: a lone letter is a label only where it touches the figure; it may be the article of French. */
const isLetter = (m: Mention): boolean => m.end - m.start === 1;

/** Whether the text labels before the figure: then the word behind belongs to the next one. */
function startsLabelled(reading: Reading, labels: readonly Mention[], length: FoundLength): boolean {
  const first = labels.find(
    (m) => reading.tokens[m.from]?.sentence === reading.tokens[tokenAt(reading, length.start)]?.sentence,
  );
  if (!first || first.start >= length.start) return false;
  // "2,50 m wide and 2,12 m high": the first label stands right behind its figure, and so do the others.
  const [last, unit] = [reading.tokens[first.from - 1], reading.tokens[first.from - 2]];
  return !(last?.kind === 'number' || (unit?.kind === 'number' && last !== undefined && last.text.length <= 6));
}

const isPlain = (between: string, words: number): boolean =>
  between.length <= 18 &&
  !/[\d;\n。]|\.\s/.test(between.replace(/[:=.,]/g, ' ').trim() === '' ? '' : between) &&
  between.split(/[\s()'":=.,、-]+/).filter(Boolean).length <= words &&
  !/[x×*]/.test(between);

function orderIn(
  stretch: string,
  own: Readonly<Record<string, Axis>>,
  labels: readonly Mention[],
  offset: number,
  lead: RegExp | null,
): Axis | null {
  const text = lead ? stretch.slice(lead.exec(stretch)?.[0].length ?? 0) : stretch;
  const pattern = /(?<![\p{L}\d])([a-zшвš])\s?[x×*/х-]\s?([a-zшвš])(?![\p{L}\d])/u;
  const short = pattern.exec(text);
  if (short && (!lead || short.index <= 3)) {
    const [first, second] = [own[short[1]!], own[short[2]!]];
    if (short[1] === 'h' || short[1] === 'в' || (first === 'height' && second !== 'height')) return 'height';
    if (short[2] === 'h' || short[2] === 'в' || second === 'height' || first === 'width') return 'width';
    if (first) return first;
  }
  const inside = labels.filter((m) => m.start >= offset && m.end <= offset + stretch.length);
  const [one, two] = inside;
  if (
    one &&
    two &&
    one.concept !== two.concept &&
    /^[\s.]*(?:[x×*/хХ-]|by|per|por|auf|ve|et|and|en|na|в|و|,|، |и)[\s.]*$/.test(
      stretch.slice(one.end - offset, two.start - offset),
    )
  ) {
    if (lead && one.start - offset > 12) return null;
    return one.concept as Axis;
  }
  return null;
}

function globalOrder(reading: Reading, own: Readonly<Record<string, Axis>>): Axis | null {
  const match = /(?<![\p{L}\d])([wbhlшв])\s?[x×*]\s?([wbhlшв])(?![\p{L}\d])/u.exec(reading.folded);
  if (match) return own[match[1]!] ?? flip(own[match[2]!] ?? null);
  const labels = axisLabels(reading);
  for (let i = 0; i + 1 < labels.length; i += 1) {
    const [one, two] = [labels[i]!, labels[i + 1]!];
    if (one.concept !== two.concept && /^[\s.]*[x×*/х][\s.]*$/.test(reading.folded.slice(one.end, two.start)))
      return one.concept as Axis;
  }
  return null;
}
