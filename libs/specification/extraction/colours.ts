import { type Candidate, candidate, type Doubt } from './candidate.ts';
import type { Mention } from './lexicon-index.ts';
import { type Reading, stretchOf, tokenAt, wordsOf } from './reading.ts';

interface FoundColour {
  name: string;
  start: number;
  end: number;
  from: number;
  to: number;
  isCode: boolean;
}

/** RAL Classic has numbers in these hundreds; a bare number counts only after a colour code or word. */
const bareCode = /(?<![\d.,/-])([1-9]0\d{2})(?![\d.,/-]|\s?(?:mm|cm|x|×|pcs|usd|€|\$))/g;
const ral = /\bral[\s-]?(?:no\.?|nr\.?|n°|code|classic|design)?\s?[:=-]?\s?(\d{4})\b/g;
const otherCode =
  /\b(?:[Nn][Cc][Ss]\s?[Ss]?\s?\d{4}-[A-Za-z]\d{0,2}[A-Za-z]?|[Pp](?:antone|ANTONE)\s?\d{3,4}\s?[Cc]?|[Dd][Bb]\s?70[123]|[Cc](?:olorbond|OLORBOND)\s+\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)/gu;

/**
 * Colours outside and inside. A code wins over a word; a word that describes a rail, a handle or the glass is not the
 * product's. Words become plain English; every word raises the question for a code.
 */
export function readColours(reading: Reading): { candidates: Candidate[]; doubts: Doubt[] } {
  const rule = reading.pack.extraction.colours;
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  if (!rule) return { candidates, doubts };
  const found = [...codes(reading), ...wordColours(reading)].sort((a, b) => a.start - b.start);
  const kept = found.filter((c) => c.isCode || !found.some((o) => o.isCode && isSameMention(reading, o, c)));
  const outer: { colour: FoundColour; isSided: boolean }[] = [];
  for (const colour of kept) {
    const part = partOf(reading, colour);
    const at = { start: colour.start, end: colour.end };
    const more = {
      confidence: colour.isCode ? 0.97 : 0.8,
      weight: colour.isCode ? 3 : 1,
      params: { written: reading.plain.slice(colour.start, colour.end) },
    };
    const derivation = colour.isCode ? 'code' : 'word';
    if (part) {
      const own = rule.ofPart[part];
      if (own) candidates.push(candidate(own, colour.name, at, derivation, more));
      continue;
    }
    const side = sideOf(reading, colour, kept);
    if (side === 'both' || side === 'outside') {
      outer.push({ colour, isSided: true });
      candidates.push(candidate(rule.outside, colour.name, at, derivation, { ...more, weight: more.weight + 1 }));
    }
    if ((side === 'both' || side === 'inside') && rule.inside)
      candidates.push(candidate(rule.inside, colour.name, at, derivation, { ...more, weight: more.weight + 1 }));
    if (side === null) {
      outer.push({ colour, isSided: false });
      candidates.push(candidate(rule.outside, colour.name, at, derivation, more));
    }
    if (!colour.isCode)
      doubts.push({
        attribute: side === 'inside' && rule.inside ? rule.inside : rule.outside,
        code: 'color_unspecified',
        at: colour.start,
      });
  }
  return { candidates, doubts };
}

function codes(reading: Reading): FoundColour[] {
  const found: FoundColour[] = [];
  const add = (name: string, start: number, end: number) => {
    const from = tokenAt(reading, start);
    found.push({ name, start, end, from, to: tokenAt(reading, end - 1) + 1, isCode: true });
    reading.taken.fill(1, start, end);
  };
  for (const m of reading.folded.matchAll(ral)) add(`RAL ${m[1]}`, m.index, m.index + m[0].length);
  for (const m of reading.plain.matchAll(otherCode))
    add(/^colorbond/i.test(m[0]) ? m[0] : m[0].toUpperCase(), m.index, m.index + m[0].length);
  // A second number after a first code is a code too: "RAL 7016 dehors, 9016 dedans"; so is "grey 7016".
  const anchors = [
    ...found,
    ...wordsOf(reading, ...reading.words.keys()).filter((m) => m.concept.startsWith('c:') || m.concept === 'colour'),
  ];
  for (const m of reading.folded.matchAll(bareCode)) {
    if (reading.taken[m.index]) continue;
    const start = m.index;
    if (
      !anchors.some(
        (a) =>
          (a.end <= start && start - a.end <= 26 && !/[\n.;]/.test(reading.folded.slice(a.end, start))) ||
          (a.start >= start && a.start - start < 12),
      )
    )
      continue;
    if (!isRal(Number(m[1]))) continue;
    add(`RAL ${m[1]}`, start, start + 4);
  }
  return found;
}

/** Numbers of RAL Classic by their hundreds. */
const isRal = (n: number): boolean => {
  const [group, last] = [Math.floor(n / 1000), n % 1000];
  const limits: Record<number, number> = { 1: 37, 2: 17, 3: 33, 4: 12, 5: 26, 6: 38, 7: 48, 8: 29, 9: 23 };
  return last <= (limits[group] ?? 0);
};

function wordColours(reading: Reading): FoundColour[] {
  const names = [...reading.words.keys()].filter((k) => k.startsWith('c:'));
  const mentions = wordsOf(reading, ...names);
  const besides = reading.pack.extraction.colours?.besides ?? [];
  const found: FoundColour[] = [];
  for (const m of mentions) {
    const inTerm = reading.marks.some(
      (mark) =>
        mark.start <= m.start &&
        mark.end >= m.end &&
        (mark.end > m.end || mark.start < m.start) &&
        !mark.definition.isGeneral &&
        mark.definition.kind !== 'qualifier' &&
        !besides.includes(mark.definition.attribute ?? ''),
    );
    const isVerb = wordsOf(reading, 'unsure').some((w) => w.start <= m.start && w.end >= m.end);
    if (inTerm || isVerb || reading.taken[m.start]) continue;
    found.push(withShade(reading, m));
  }
  return found;
}

/** Dark, light, and a name of fancy before the colour (Chartwell green) belong to it. */
function withShade(reading: Reading, m: Mention): FoundColour {
  let name = m.concept.slice(2);
  let { start, end, from, to } = m;
  for (const shade of ['dark', 'light'] as const) {
    const word = (reading.words.get(shade) ?? []).find(
      (s) => (s.to === m.from || s.from === m.to) && s.sentence === m.sentence,
    );
    if (!word || name.startsWith(shade)) continue;
    name = `${shade} ${name}`;
    start = Math.min(start, word.start);
    end = Math.max(end, word.end);
    from = Math.min(from, word.from);
    to = Math.max(to, word.to);
  }
  const before = reading.tokens[from - 1];
  if (
    reading.language?.startsWith('en') &&
    before &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(reading.plain.slice(before.start, before.end)) &&
    !isKnownWord(reading, from - 1) &&
    ['green', 'grey', 'blue', 'red', 'white', 'black', 'brown', 'cream'].includes(name)
  ) {
    name = `${reading.plain.slice(before.start, before.end)} ${reading.plain.slice(start, end)}`;
    start = before.start;
    from -= 1;
  }
  return { name, start, end, from, to, isCode: false };
}

const isKnownWord = (reading: Reading, token: number): boolean =>
  reading.marks.some((m) => m.from <= token && m.to > token) ||
  [...reading.words.values()].some((list) => list.some((m) => m.from <= token && m.to > token));

/** "grey RAL 7035": the word only describes the code. */
function isSameMention(reading: Reading, code: FoundColour, word: FoundColour): boolean {
  const [a, b] = code.start < word.start ? [code, word] : [word, code];
  const between = reading.folded.slice(a.end, b.start);
  if (/[\n;]|\.\s/.test(between) || between.length > 30) return false;
  const cue = (m: Mention) => m.start >= a.end && m.end <= b.start;
  if (wordsOf(reading, 'inside', 'outside').some(cue)) return false;
  if (
    /,|\/|\band\b|\bet\b|\bund\b/.test(between) &&
    wordsOf(reading, 'inside', 'outside').some((m) => m.sentence === reading.tokens[word.from]?.sentence)
  )
    return false;
  return between.length <= 18;
}

/** The part a colour word stands with, when it is not the product's own colour. */
function partOf(reading: Reading, colour: FoundColour): string | null {
  const rule = reading.pack.extraction.colours!;
  const clause = reading.tokens[colour.from]?.clause;
  const near = reading.marks
    .filter(
      (m) =>
        m.definition.part &&
        m.definition.kind !== 'partValue' &&
        reading.tokens[m.from]?.clause === clause &&
        !(m.start < colour.end && colour.start < m.end),
    )
    .map((m) => ({ m, gap: m.from >= colour.to ? m.from - colour.to : colour.from - m.to }))
    .filter((n) => n.gap >= 0 && n.gap <= 2 && !isWith(reading, colour.to, n.m.from))
    .sort((a, b) => a.gap - b.gap)[0]?.m;
  if (!near?.definition.part) return null;
  const part = near.definition.part;
  const label = (reading.words.get('colour') ?? []).some((m) => m.clause === clause);
  if (label && near.from < colour.from)
    return rule.ofPart[part] ? part : rule.ignoredParts.includes(part) ? null : null;
  return rule.ignoredParts.includes(part) || part in rule.ofPart ? part : null;
}

/** "in black with a bar handle": another thing begins. */
const isWith = (reading: Reading, from: number, to: number): boolean =>
  wordsOf(reading, 'with').some((w) => w.from >= from && w.to <= to);

/** Which face: the nearest word for outside, inside or both in the same clause, or next to it across a comma. */
function sideOf(
  reading: Reading,
  colour: FoundColour,
  all: readonly FoundColour[],
): 'outside' | 'inside' | 'both' | null {
  const sentence = reading.tokens[colour.from]?.sentence;
  const near = wordsOf(reading, 'outside', 'inside', 'both_sides')
    .filter((m) => m.sentence === sentence && !isViewpoint(reading, m))
    .map((m) => {
      const isAfter = m.from >= colour.to;
      const [a, b] = isAfter ? [colour.to, m.from] : [m.to, colour.from];
      const between = reading.tokens.slice(a, b);
      const crosses = all.some(
        (c) =>
          c !== colour && (isAfter ? c.from >= colour.to && c.to <= m.from : c.from >= m.to && c.to <= colour.from),
      );
      const commas = between.filter((t) => /^[,;:]$/.test(t.text)).length;
      return { m, distance: b - a + commas * 3 + (crosses ? 50 : 0) };
    })
    .filter((n) => n.distance >= 0 && n.distance <= 7)
    .sort((a, b) => a.distance - b.distance);
  const first = near[0];
  if (!first) return null;
  if (first.m.concept === 'both_sides') return 'both';
  // outside and inside white: both are said of one colour.
  const second = near.find((n) => n.m.concept !== first.m.concept && n.m.concept !== 'both_sides' && n.distance <= 5);
  if (second && all.filter((c) => reading.tokens[c.from]?.sentence === sentence).length === 1) return 'both';
  return first.m.concept as 'outside' | 'inside';
}

/** "seen from outside" says where somebody stands, not where a colour is. */
export function isViewpoint(reading: Reading, m: Mention): boolean {
  const { from } = stretchOf(reading, m.from, 'sentence');
  return wordsOf(reading, 'view').some(
    (v) =>
      v.sentence === m.sentence && v.from >= from && Math.abs(v.from < m.from ? m.from - v.to : v.from - m.to) <= 4,
  );
}
