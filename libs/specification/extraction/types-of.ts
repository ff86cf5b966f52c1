import type { ConceptDefinition } from '../extraction-rules.ts';
import { type Mark, marksOf, type Reading } from './reading.ts';

/** A mention of a product, with the type that it and the words around it say. */
export interface ProductMention {
  mark: Mark;
  type: string;
  family: string;
  /** Only "door", "window": words elsewhere may say more. */
  isGeneral: boolean;
  qualifiers: readonly string[];
}

/** Every product named that is wanted: not the old one, not the word in "door handle" or "cat door". */
export function productMentions(reading: Reading): ProductMention[] {
  const { marks } = reading;
  const isNamed = (family: string | undefined) =>
    marks.some((m) => m.definition.kind === 'type' && !m.definition.isScope && m.definition.family === family);
  return marks
    .filter(
      (m) =>
        m.definition.kind === 'type' &&
        !(m.definition.isScope && isNamed(m.definition.family)) &&
        !isInsideOther(reading, m) &&
        !isExisting(reading, m),
    )
    .filter((m) => !m.isNegated && !isSmall(reading, m))
    .map((mark) => qualified(reading, mark))
    .concat(standalone(reading))
    .sort((a, b) => a.mark.start - b.mark.start);
}

/** An opening that is said to be "in the wall" is a product of its own. */
function standalone(reading: Reading): ProductMention[] {
  const places = reading.marks.filter((m) => m.definition.kind === 'mark' && m.definition.family && !m.isNegated);
  return reading.marks.flatMap((mark) => {
    const place =
      mark.definition.kind === 'opening' && !mark.isNegated
        ? places.find((p) => p.sentence === mark.sentence && p.from >= mark.to && p.from - mark.to <= 3)
        : undefined;
    return place
      ? [
          {
            mark,
            type: String(place.definition.value),
            family: place.definition.family!,
            isGeneral: false,
            qualifiers: [],
          },
        ]
      : [];
  });
}

/** "letterbox", "door opening", "door closer" hold the word but name something else. */
function isInsideOther(reading: Reading, m: Mark): boolean {
  return reading.marks.some(
    (o) =>
      o !== m &&
      o.start <= m.start &&
      o.end >= m.end &&
      o.end - o.start > m.end - m.start &&
      !['type', 'qualifier', 'mark', 'reference'].includes(o.definition.kind) &&
      !(reading.pack.extraction.describing.includes(o.definition.attribute ?? '') || o.definition.kind === 'list'),
  );
}

/** "A small window to pass food": with an opening named, the small one is it. */
export const isSmall = (reading: Reading, m: Mark): boolean =>
  (reading.words.get('small') ?? []).some((w) => w.clause === m.clause && (w.to === m.from || w.from === m.to)) &&
  reading.marks.some((o) => o.definition.kind === 'opening' && !o.isNegated);

function isExisting(reading: Reading, m: Mark): boolean {
  return (reading.words.get('existing') ?? []).some(
    (w) =>
      w.sentence === m.sentence &&
      w.clause === m.clause &&
      ((w.to <= m.from && m.from - w.to <= 2) || (w.from >= m.to && w.from - m.to <= 1)),
  );
}

function qualified(reading: Reading, mark: Mark): ProductMention {
  const definition = mark.definition;
  const family = definition.family ?? String(definition.value);
  const type = String(definition.value);
  const near = reading.marks.filter(
    (q) => q.definition.kind === 'qualifier' && !q.isNegated && isBeside(reading, q, mark),
  );
  if (!definition.isGeneral) {
    // A fire door that is an entrance door stays a fire door; an entrance door said to be fire-rated becomes one.
    const stronger = near
      .filter(
        (q) =>
          (q.definition.weight ?? 1) >= 3 &&
          q.definition.types?.[family] &&
          (q.definition.weight ?? 1) > weightOf(reading, type, family),
      )
      .sort((a, b) => (b.definition.weight ?? 1) - (a.definition.weight ?? 1))[0];
    const better = stronger?.definition.types?.[family];
    return { mark, family, type: better ?? type, isGeneral: false, qualifiers: near.map((q) => q.concept) };
  }
  const best = near
    .filter((q) => q.definition.types?.[family])
    .sort(
      (a, b) => (b.definition.weight ?? 1) - (a.definition.weight ?? 1) || distance(a, mark) - distance(b, mark),
    )[0];
  return {
    mark,
    family,
    type: best?.definition.types?.[family] ?? type,
    isGeneral: !best,
    qualifiers: near.map((q) => q.concept),
  };
}

/** Weight of the qualifier that would say this type; types of their own word weigh one more than nothing. */
function weightOf(reading: Reading, type: string, family: string): number {
  const concepts = Object.values(reading.pack.concepts).filter(
    (c) => c.kind === 'qualifier' && c.types?.[family] === type,
  );
  return Math.max(1, ...concepts.map((c) => c.weight ?? 1));
}

const distance = (a: Mark, b: Mark): number => (a.from >= b.to ? a.from - b.to : Math.max(0, b.from - a.to));

/** A qualifier belongs to a product within a few words of the same clause; after the noun a comma may stand between. */
function isBeside(reading: Reading, q: Mark, m: Mark): boolean {
  if (q.sentence !== m.sentence) return false;
  const gap = distance(q, m);
  if (q.start >= m.start && q.end <= m.end) return true;
  const [a, b] = q.from >= m.to ? [m.to, q.from] : [q.to, m.from];
  const between = reading.tokens.slice(a, b);
  const others = reading.marks.some(
    (o) =>
      o.definition.kind === 'type' &&
      !o.definition.isScope &&
      o !== m &&
      o.from >= a &&
      o.to <= b &&
      o.definition.family !== m.definition.family,
  );
  if (others) return false;
  const commas = between.filter((t) => t.kind === 'punctuation' && /[,(:]/.test(t.text)).length;
  return gap + commas * 2 <= 6 && !between.some((t) => /[.;]/.test(t.text));
}

/** The pieces wanted where the text says "leaf only", "frames only". */
export function scopeOf(reading: Reading): ConceptDefinition | null {
  const scopes = reading.marks.filter((m) => m.definition.isScope && !m.isNegated && !isExisting(reading, m));
  return scopes[0]?.definition ?? null;
}

export const hasMark = (reading: Reading, name: string): boolean =>
  reading.marks.some((m) => m.definition.mark === name && !m.isNegated) ||
  marksOf(reading, name).some((m) => !m.isNegated);
