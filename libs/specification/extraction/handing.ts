import type { HandingRule } from '../extraction-rules.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { expression } from './codes.ts';
import type { Mention } from './lexicon-index.ts';
import { type Mark, type Reading, tokenAt, wordsOf } from './reading.ts';

type Side = 'left' | 'right';

/** A left or right in the text, with where the buyer stands and what he means by it. */
export interface SideStatement {
  side: Side;
  start: number;
  end: number;
  view: 'outside' | 'inside' | 'push' | 'pull' | null;
  of: 'hinge' | 'handle' | null;
  /** Side as a convention of some country says it, already as seen from the pull side. */
  isPullSide: boolean;
  /** A convention is named, but others in use say the opposite. */
  isAsked: boolean;
  swing: 'inward' | 'outward' | null;
  swingIs: 'inward' | 'outward' | null;
  /** Short words of the buyer. */
  stated: { start: number; end: number };
}

const flip = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Ways of opening said in words. */
export function readSwings(reading: Reading): Candidate[] {
  const rule = reading.pack.extraction.handing;
  if (!rule) return [];
  const of = (concept: string, value: string) =>
    (reading.words.get(concept) ?? [])
      .filter((m) => !isDenied(reading, m) && !isOfSliding(reading, m))
      .map((m) =>
        candidate(rule.swing, value, m, 'word', {
          confidence: 0.92,
          params: { written: reading.plain.slice(m.start, m.end) },
        }),
      );
  return [...of('opens_in', 'inward'), ...of('opens_out', 'outward'), ...of('opens_both', 'both')];
}

const isDenied = (reading: Reading, m: Mention): boolean =>
  (reading.words.get('no') ?? []).some((n) => n.clause === m.clause && n.to <= m.from && m.from - n.to <= 1);
/** "swings in" of a hatch or a screen is not the door's. */
const isOfSliding = (reading: Reading, m: Mention): boolean =>
  reading.marks.some(
    (x) => x.definition.part === 'hatch' && x.clause === m.clause && x.to <= m.from && m.from - x.to <= 4,
  );

/** Every left or right that speaks of the opening. */
export function readSides(reading: Reading): SideStatement[] {
  const rule = reading.pack.extraction.handing;
  if (!rule) return [];
  const statements = conventions(reading, rule);
  for (const m of wordsOf(reading, 'left', 'right')) {
    if (statements.some((s) => s.start < m.end && m.start < s.end)) continue;
    const statement = freeStatement(reading, rule, m);
    if (statement) statements.push(statement);
  }
  return statements.sort((a, b) => a.start - b.start);
}

function conventions(reading: Reading, rule: HandingRule): SideStatement[] {
  const statements: SideStatement[] = [];
  for (const c of rule.conventions) {
    if (c.languages && !c.languages.includes(reading.language?.split('-')[0] ?? '')) continue;
    if (c.countries && !c.countries.includes(reading.country ?? '')) continue;
    if (c.needs && !reading.folded.includes(c.needs)) continue;
    for (const m of reading.folded.matchAll(expression(c.pattern, 'i'))) {
      const lead = /^\s*/.exec(m[0])![0].length;
      const [start, end] = [m.index + lead, m.index + m[0].length];
      if (statements.some((s) => s.start < end && start < s.end)) continue;
      const token = tokenAt(reading, start);
      const view = viewOf(reading, token, rule);
      if (c.unlessView && (view.view || view.of)) continue;
      const isAsked = Boolean(c.ask) || (c.askUnless !== undefined && !view.view);
      statements.push({
        side: c.side,
        start,
        end,
        view: null,
        of: null,
        isPullSide: true,
        isAsked,
        swing: c.swing ?? null,
        swingIs: c.swingIs ?? null,
        stated: { start, end },
      });
    }
  }
  return statements;
}

/** Words around a side: who looks from where, and at hinge or handle. */
function viewOf(
  reading: Reading,
  token: number,
  rule: HandingRule,
): { view: SideStatement['view']; of: SideStatement['of'] } {
  const sentence = reading.tokens[token]!.sentence;
  const near = (m: Mention) =>
    m.sentence === sentence ||
    (Math.abs(m.sentence - sentence) === 1 &&
      Math.abs(m.from - token) <= 10 &&
      !reading.folded
        .slice(Math.min(m.start, reading.tokens[token]!.start), Math.max(m.start, reading.tokens[token]!.start))
        .includes('\n'));
  const away = (m: Mention) => Math.abs(m.from - token);
  const pushes = wordsOf(reading, 'push', 'pull')
    .filter(near)
    .sort((a, b) => away(a) - away(b))[0];
  const places = wordsOf(reading, 'outside', 'inside')
    .filter((m) => near(m) && (isSeen(reading, m) || away(m) <= 5))
    .filter((m) => !isFaceOf(reading, m))
    .sort((a, b) => Number(isSeen(reading, b)) - Number(isSeen(reading, a)) || away(a) - away(b))[0];
  const parts = reading.marks
    .filter((m) => near(m) && (rule.hinge.includes(m.concept) || rule.handle.includes(m.concept)))
    .sort((a, b) => away(a) - away(b));
  const hinge = parts.find((m) => rule.hinge.includes(m.concept));
  const part: Mark | undefined = hinge && away(hinge) <= 12 ? hinge : parts.find((m) => away(m) <= 3);
  return {
    view: pushes ? (pushes.concept as 'push' | 'pull') : places ? (places.concept as 'outside' | 'inside') : null,
    of: part ? (rule.hinge.includes(part.concept) ? 'hinge' : 'handle') : null,
  };
}

const isSeen = (reading: Reading, m: Mention): boolean =>
  wordsOf(reading, 'view').some(
    (v) => v.sentence === m.sentence && Math.abs(v.from < m.from ? m.from - v.to : v.from - m.to) <= 5,
  );
/** "white outside": the face, not where somebody stands. */
const isFaceOf = (reading: Reading, m: Mention): boolean =>
  !isSeen(reading, m) &&
  wordsOf(reading, ...[...reading.words.keys()].filter((k) => k.startsWith('c:'))).some(
    (c) => c.clause === m.clause && Math.abs(c.from - m.from) <= 3,
  );

function freeStatement(reading: Reading, rule: HandingRule, m: Mention): SideStatement | null {
  const { view, of } = viewOf(reading, m.from, rule);
  const opening = openingBefore(reading, m);
  const isProduct = reading.marks.some(
    (p) =>
      p.definition.kind === 'type' &&
      p.clause === m.clause &&
      Math.abs(p.from < m.from ? m.from - p.to : p.from - m.to) <= 2,
  );
  const isOther = reading.marks.some(
    (p) =>
      p.definition.part &&
      reading.pack.extraction.parts[p.definition.part]?.owns?.includes('sides') === true &&
      p.clause === m.clause &&
      Math.abs(p.from < m.from ? m.from - p.to : p.from - m.to) <= 3,
  );
  const isCounted =
    /\d/.test(reading.tokens[m.from - 1]?.text ?? '') ||
    /\d/.test(reading.tokens[m.from - 2]?.text ?? '') ||
    wordsOf(reading, 'half').some((h) => h.to <= m.from && m.from - h.to <= 1);
  const isSwung = wordsOf(reading, 'opens_in', 'opens_out').some(
    (o) => o.sentence === m.sentence && Math.abs(o.from - m.from) <= 4,
  );
  if (isOther && of !== 'hinge' && !(of === 'handle' && view)) return null;
  if (!of && !opening && !isProduct && !isCounted && !isSwung && !view) return null;
  if (!of && !opening && !isProduct && !isCounted && !isSwung && view !== 'push' && view !== 'pull') return null;
  return {
    side: m.concept as Side,
    start: m.start,
    end: m.end,
    view: of || view === 'push' || view === 'pull' ? view : null,
    of,
    isPullSide: false,
    isAsked: false,
    swing: null,
    swingIs: null,
    stated: statedOf(reading, m, opening, isProduct),
  };
}

/** "ouvre à droite", "mano izquierda": the verb or the hand that the side goes with. */
function openingBefore(reading: Reading, m: Mention): Mention | null {
  const near = wordsOf(reading, 'opens', 'hand').filter(
    (o) =>
      o.sentence === m.sentence && ((o.to <= m.from && m.from - o.to <= 3) || (o.from >= m.to && o.from - m.to <= 1)),
  );
  return near.find((o) => o.to <= m.from) ?? near[0] ?? null;
}

function statedOf(
  reading: Reading,
  m: Mention,
  opening: Mention | null,
  isProduct: boolean,
): { start: number; end: number } {
  if (opening && opening.to <= m.from) {
    let start = Math.min(opening.start, m.start);
    const before = reading.tokens[opening.from - 1];
    if (
      before &&
      /^(?:a|to|zu|de)$/.test(before.text) &&
      opening.from <= m.from &&
      before.clause === reading.tokens[opening.from]?.clause
    )
      start = before.start;
    return { start, end: Math.max(opening.end, m.end) };
  }
  if (isProduct) {
    const product = reading.marks.find(
      (p) => p.definition.kind === 'type' && p.clause === m.clause && p.to <= m.from && m.from - p.to <= 0,
    );
    if (product) return { start: product.start, end: m.end };
  }
  return { start: m.start, end: m.end };
}

/**
 * Hinge side as seen from the side the leaf opens towards, as far as the words allow; otherwise the side seen from outside or
 * the buyer's words, and the question. Source: spec-domain §5.
 */
export function resolveSide(
  reading: Reading,
  rule: HandingRule,
  s: SideStatement,
  product: { family: string; type: string; swing: 'inward' | 'outward' | null },
): { candidates: Candidate[]; doubts: Doubt[] } {
  const at = { start: s.start, end: s.end };
  const swing = s.swing ?? product.swing ?? (rule.inwardTypes.includes(product.type) ? 'inward' : null);
  const params = { view: s.view ?? '', of: s.of ?? '', swing: swing ?? '' };
  const doubts: Doubt[] = [];
  const ask = () => doubts.push({ attribute: rule.side, code: 'handing_convention', at: s.start });
  const done = (side: Side, confidence: number) => ({
    candidates: [candidate(rule.side, side, at, 'convention', { confidence, weight: 2, params })],
    doubts,
  });
  const stated = () => {
    ask();
    return {
      candidates: [
        candidate(rule.stated, reading.plain.slice(s.stated.start, s.stated.end).trim(), s.stated, 'stated', {
          confidence: 0.8,
        }),
      ],
      doubts,
    };
  };
  if (s.isPullSide) {
    if (s.swingIs && swing && swing !== s.swingIs) return done(flip(s.side), 0.75);
    if (s.isAsked) ask();
    return done(s.side, s.isAsked ? 0.7 : 0.93);
  }
  const hinge = s.of === 'handle' ? flip(s.side) : s.side;
  if (s.view === 'pull') return done(hinge, 0.93);
  if (s.view === 'push') return done(flip(hinge), 0.93);
  if (s.of === null && s.view === null) return stated();
  if (s.view === 'outside') {
    if (swing) return done(swing === 'outward' ? hinge : flip(hinge), 0.92);
    return { candidates: [candidate(rule.outside, hinge, at, 'view', { confidence: 0.85, params })], doubts };
  }
  if (s.view === 'inside') {
    if (swing) return done(swing === 'inward' ? hinge : flip(hinge), 0.92);
    if (rule.insideFamilies.includes(product.family)) return done(hinge, 0.85);
    return { candidates: [candidate(rule.outside, flip(hinge), at, 'view', { confidence: 0.8, params })], doubts };
  }
  return stated();
}

/** Side of a motor or a strap, as seen from inside. */
export function readDriveSides(reading: Reading): Candidate[] {
  const attributes = reading.pack.extraction.swingParts;
  return wordsOf(reading, 'left', 'right').flatMap((m) => {
    // "sink 500 x 400 on the left, hob …": what stands behind a comma is farther than its words.
    const away = (p: Mark) =>
      (p.from < m.from ? m.from - p.to : p.from - m.to) +
      (/[,;،、，]/.test(reading.folded.slice(Math.min(p.end, m.end), Math.max(p.start, m.start))) ? 12 : 0);
    const [part] = reading.marks
      .filter(
        (p) =>
          p.definition.part &&
          attributes[p.definition.part] &&
          p.sentence === m.sentence &&
          away(p) <= (p.clause === m.clause ? 12 : 5),
      )
      .sort((a, b) => away(a) - away(b));
    if (!part) return [];
    const isOutside = (reading.words.get('outside') ?? []).some(
      (o) => o.sentence === m.sentence && Math.abs(o.from - m.from) <= 6,
    );
    const side = m.concept as Side;
    return [
      candidate(attributes[part.definition.part!]!, isOutside ? flip(side) : side, m, 'word', {
        confidence: 0.85,
        params: { view: isOutside ? 'outside' : 'inside' },
      }),
    ];
  });
}
