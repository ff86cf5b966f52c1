import type { CertificateRule, PatternRule } from '../extraction-rules.ts';
import { readNumber } from '../units/numbers.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import type { Reading } from './reading.ts';

/** What is never a measure: addresses, telephone numbers, order numbers, times, dates, shares, RAL codes, standards. */
const masks: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+\.[\w.]+|https?:\/\/\S+|www\.\S+/g,
  /\+\d[\d ()/-]{7,}\d|\(0\d{1,4}\)[\d ]{5,}|\b0\d{2,4}[ /-]\d{3}[\d -]{3,}\d|\btel\.?:?\s*[\d ()/+-]{7,}/g,
  /\b\d{3}-\d{7}-\d{5,}\w*|\b[A-Z]{2,}-\d{3,}\b|#\s?\d{3,}/gi,
  /\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b/g,
  /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}\.(?=\s)/g,
  /\b\d+(?:[.,]\d+)?\s?%/g,
  /\b[A-Z]{1,2}-?(?:0?\d|1\d)\b(?!\s?(?:mm|cm|m\b|in\b|ft|"|'|[x×*/]|[.,]\d|[A-Z]\d))/g,
  /\bRAL\s?-?\s?(?:no\.?\s?|nr\.?\s?|n°\s?)?\d{4}\b/gi,
  /\b(?:EN|ISO|DIN|NF|BS|ASTM|IS|GB|JIS|SANS|NFPA|UL|NBR|UNE|UNI|AS)\s?(?:EN\s?)?(?:ISO\s?)?\d{2,}(?:[.-]\d+)*\b/g,
];

const compiled = new Map<string, RegExp>();
/** Compiled once; always global and in Unicode mode. */
export function expression(pattern: string, flags = ''): RegExp {
  const key = `${flags}:${pattern}`;
  let known = compiled.get(key);
  if (!known) {
    known = new RegExp(pattern, `g${flags.replace(/[gu]/g, '')}u`);
    compiled.set(key, known);
  }
  known.lastIndex = 0;
  return known;
}

/** Values that a code says by itself; their signs are no longer free for measures. */
export function readCodes(reading: Reading): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const { pack, plain, taken } = reading;
  for (const rule of pack.extraction.patterns) readPattern(reading, rule, candidates, doubts);
  for (const rule of pack.extraction.certificates) readCertificate(reading, rule, candidates, doubts);
  for (const mask of masks) for (const m of plain.matchAll(mask)) taken.fill(1, m.index, m.index + m[0].length);
  readGauges(reading, candidates, doubts);
  return { candidates, doubts };
}

function readPattern(reading: Reading, rule: PatternRule, candidates: Candidate[], doubts: Doubt[]): void {
  if (rule.countries && !rule.countries.includes(reading.country ?? '')) return;
  for (const m of reading.plain.matchAll(expression(rule.pattern, rule.flags))) {
    const [start, end] = [m.index, m.index + m[0].length];
    if (reading.taken[start] || reading.taken[end - 1]) continue;
    if (rule.near && !isNear(reading, rule.near, start, end)) continue;
    if (rule.unlessNear && isNear(reading, rule.unlessNear, start, end)) continue;
    const value = codeValue(rule, m);
    if (value === null || value === '') continue;
    reading.taken.fill(1, start, end);
    const numeric = typeof value === 'number' ? (rule.unit ?? null) : null;
    candidates.push(
      candidate(rule.attribute, value, { start, end }, 'code', {
        unit: numeric,
        confidence: 0.95,
        weight: 3,
        params: { written: m[0] },
      }),
    );
    for (const [attribute, also] of Object.entries(rule.also ?? {}))
      candidates.push(
        candidate(attribute, also, { start, end }, 'implied', { confidence: 0.85, isListItem: Array.isArray(also) }),
      );
    if (rule.panes) candidates.push(...panesOf(rule.panes, String(value), start, end));
    if (rule.code) doubts.push({ attribute: rule.attribute, code: rule.code, at: start });
  }
}

/** 4/16/4 has two panes, 4/16/4/16/4 three. */
function panesOf(rule: NonNullable<PatternRule['panes']>, makeup: string, start: number, end: number): Candidate[] {
  const parts = makeup.split(/[/+-]/).length;
  const value = parts >= 5 ? rule.five : rule.three;
  return [candidate(rule.attribute, value, { start, end }, 'implied', { confidence: 0.9, params: { from: makeup } })];
}

function codeValue(rule: PatternRule, m: RegExpMatchArray): string | number | null {
  if (rule.number !== undefined) {
    const number = readNumber(m[rule.number] ?? '', { isDecimal: true });
    return number ? Math.round(number.value * (rule.times ?? 1) * 100) / 100 : null;
  }
  const mapped = rule.map?.[m[1] ?? ''];
  if (mapped) return mapped;
  const text = fill(rule.value ?? '$0', m);
  return rule.squeeze ? text.replace(/\s+|mm/g, '') : text.replace(/\s+/g, ' ').trim();
}

const fill = (template: string, m: RegExpMatchArray): string =>
  template
    .replace(/\{(\d)\*(\d+)\}/g, (_, group: string, factor: string) =>
      String(Number((m[Number(group)] ?? '0').replace(',', '.')) * Number(factor)),
    )
    .replace(/\$(\d)/g, (_, group: string) => m[Number(group)] ?? '');

function isNear(reading: Reading, concepts: readonly string[], start: number, end: number): boolean {
  return reading.marks.some(
    (mark) => concepts.includes(mark.concept) && mark.end > start - 90 && mark.start < end + 60,
  );
}

function readCertificate(reading: Reading, rule: CertificateRule, candidates: Candidate[], doubts: Doubt[]): void {
  if (rule.countries && !rule.countries.includes(reading.country ?? '')) return;
  if (rule.unless && expression(rule.unless).test(reading.plain)) return;
  const attribute = reading.pack.extraction.commerce?.certificates;
  if (!attribute) return;
  for (const m of reading.plain.matchAll(expression(rule.pattern, rule.flags))) {
    const [start, end] = [m.index, m.index + m[0].length];
    if (reading.taken[start]) continue;
    let value = fill(rule.value, m);
    if (rule.squeeze) value = value.replace(/\s+/g, '');
    candidates.push(
      candidate(attribute, [value], { start, end }, 'code', {
        isListItem: true,
        confidence: 0.95,
        params: { written: m[0], country: rule.country ?? false },
      }),
    );
    reading.taken.fill(1, start, end);
    if (rule.code) doubts.push({ attribute, code: rule.code, at: start });
    break;
  }
}

/** Sheet gauges: millimetres where the country settles the table or the buyer names it, else the buyer's words. Source: spec-domain §7. */
function readGauges(reading: Reading, candidates: Candidate[], doubts: Doubt[]): void {
  const rule = reading.pack.extraction.gauges;
  if (!rule) return;
  for (const m of reading.folded.matchAll(expression(rule.pattern, 'i'))) {
    const [start, end] = [m.index, m.index + m[0].length];
    if (reading.taken[start] || reading.taken[end - 1]) continue;
    const gauge = m[1] ?? m[2] ?? '';
    const named = /swg/.test(m[0]) ? 'SWG' : /msg/.test(m[0]) ? 'MSG' : (rule.countries[reading.country ?? ''] ?? null);
    const mm = named ? rule.tables[named]?.[gauge] : undefined;
    reading.taken.fill(1, start, end);
    for (const [attribute, also] of Object.entries(rule.implies ?? {}))
      candidates.push(candidate(attribute, also, { start, end }, 'implied', { confidence: 0.8, weight: 0.4 }));
    if (mm === undefined) {
      candidates.push(
        candidate(rule.stated, reading.plain.slice(start, end).trim(), { start, end }, 'stated', { confidence: 0.9 }),
      );
      doubts.push({ attribute: rule.stated, code: 'gauge_standard', at: start });
      continue;
    }
    candidates.push(
      candidate(gaugedPart(reading, rule, start, end), mm, { start, end }, 'gauge', {
        unit: 'ga',
        confidence: 0.85,
        weight: 2,
        params: { table: named ?? '', gauge },
      }),
    );
  }
}

/** The sheet that a gauge is said of: the frame or the plate where that word is nearest, else the face. */
function gaugedPart(
  reading: Reading,
  rule: { skin: string; frame: string; plate: string; beside: readonly string[] },
  start: number,
  end: number,
): string {
  const near = reading.marks
    .filter((m) => rule.beside.includes(m.definition.part ?? m.concept) || m.concept === 'frame_only')
    .map((m) => ({ m, distance: m.start >= end ? m.start - end : start - m.end + 6 }))
    .filter((n) => n.distance >= -6 && n.distance < 24)
    .sort((a, b) => a.distance - b.distance)[0]?.m;
  const isFrameOnly = reading.marks.some((m) => m.concept === 'frame_only');
  if (near?.concept === 'plate') return rule.plate;
  if (isFrameOnly || near?.concept === 'frame' || near?.concept === 'frame_sheet') return rule.frame;
  return rule.skin;
}
