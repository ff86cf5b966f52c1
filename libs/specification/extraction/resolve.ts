import type { Candidate, Doubt } from './candidate.ts';
import { type ItemScope, ownersOf } from './item-scope.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';

export type Chosen = Record<string, Candidate>;

/** Which candidates speak of an item: its own, those of no item, and what all items share. */
export function candidatesOf(
  reading: Reading,
  candidates: readonly Candidate[],
  items: readonly ItemScope[],
  index: number,
): Candidate[] {
  const { shared } = reading.pack.extraction;
  return candidates.filter((c) => {
    if (c.item !== undefined) return c.item === index;
    const owners = ownersOf(items, tokenAt(reading, c.start));
    return owners.length === 0 || owners.includes(index) || shared.includes(c.attribute);
  });
}

/**
 * One value an attribute: the newest block of a mail before what it quotes, a correction before what it corrects, then the
 * weightier, then the first said. A denial drops what older or weaker text asked for.
 */
export function choose(
  reading: Reading,
  candidates: readonly Candidate[],
  isOwn: (c: Candidate) => boolean,
): { chosen: Chosen; doubts: Doubt[] } {
  const chosen: Chosen = {};
  const doubts: Doubt[] = [];
  const names = new Set(candidates.map((c) => c.attribute));
  for (const name of names) {
    const all = candidates.filter((c) => c.attribute === name);
    const newest = Math.min(...all.map((c) => reading.blockOf(c.start)));
    const current = all.filter((c) => reading.blockOf(c.start) === newest);
    if (all.some((c) => c.isListItem)) {
      const list = listOf(reading, all);
      if (list) chosen[name] = list;
      continue;
    }
    const denial = current.find((c) => c.isDenial);
    const positive = current.filter((c) => !c.isDenial && c.value !== null);
    const ranked = [...(positive.length > 0 ? positive : [])].sort(
      (a, b) => rank(b, isOwn) - rank(a, isOwn) || a.start - b.start,
    );
    const correction = correctionOf(reading, ranked);
    const best = correction ?? ranked[0];
    if (!best) {
      if (denial && denial.value !== null) chosen[name] = denial;
      continue;
    }
    if (denial && denial.value !== null && denial.weight >= best.weight) chosen[name] = denial;
    else chosen[name] = best;
    const rival = ranked.find((c) => c !== best && !same(c.value, best.value) && rank(c, isOwn) >= rank(best, isOwn));
    // Two sides that do not agree are always asked about: nothing else costs as much as a leaf hung on the wrong one.
    const isTwoSided = name === reading.pack.extraction.handing?.side && !correction;
    if (rival && (isTwoSided || wordsOf(reading, 'conflict').length > 0))
      doubts.push({ attribute: name, code: 'conflicting_values', at: rival.start });
  }
  return { chosen, doubts };
}

const rank = (c: Candidate, isOwn: (c: Candidate) => boolean): number =>
  c.weight + (isOwn(c) ? 10 : 0) - (c.derivation.code === 'implied' ? 0.5 : 0);

/** "sorry, 92 not 90": the value said behind the word of correction, where another was said before it. */
function correctionOf(reading: Reading, ranked: readonly Candidate[]): Candidate | null {
  if (ranked.length < 2) return null;
  const first = Math.min(...ranked.map((c) => c.start));
  for (const word of wordsOf(reading, 'sorry', 'change').filter((w) => w.start > first)) {
    const behind = ranked.filter(
      (c) =>
        c.start >= word.start - 12 &&
        reading.tokens[tokenAt(reading, c.start)]!.sentence - word.sentence <= 1 &&
        c.start > first &&
        c.derivation.code !== 'implied',
    );
    const last = behind.sort((a, b) => b.start - a.start)[0];
    if (last && !same(last.value, ranked.find((c) => c.start === first)?.value)) return last;
  }
  return null;
}

/** A list is what is asked for less what is denied; an own denial of everything leaves it empty. */
function listOf(reading: Reading, all: readonly Candidate[]): Candidate | null {
  const entries = all
    .filter((c) => c.isListItem && Array.isArray(c.value))
    .sort((a, b) => reading.blockOf(a.start) - reading.blockOf(b.start) || a.start - b.start);
  const denials = all.filter((c) => c.isDenial);
  const values: unknown[] = [];
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  const kept: Candidate[] = [];
  const newest = entries.length > 0 ? reading.blockOf(entries[0]!.start) : 0;
  const hasChange = wordsOf(reading, 'change', 'drop', 'sorry').length > 0;
  for (const entry of entries) {
    // What older text listed goes on only where the new text changes it.
    if (reading.blockOf(entry.start) > newest && !hasChange && entries.some((e) => reading.blockOf(e.start) === newest))
      continue;
    for (const value of entry.value as unknown[]) {
      if (
        denials.some((d) => d.start !== entry.start && isDenied(d, value)) ||
        values.some((v) => kindOf(v) === kindOf(value) && !isFuller(value, v))
      )
        continue;
      const weaker = values.findIndex((v) => kindOf(v) === kindOf(value));
      if (weaker >= 0) values.splice(weaker, 1);
      values.push(value);
      kept.push(entry);
      start = Math.min(start, entry.start);
      end = Math.max(end, entry.end);
    }
  }
  const first = kept[0];
  if (first) {
    // A span that holds all of a long list would hold half the letter: the first entry's stands for it then.
    const isTight = end - start < 200;
    return {
      ...first,
      value: values,
      start: isTight ? start : first.start,
      end: isTight ? end : first.end,
      isListItem: false,
    };
  }
  const denied = denials.find((d) => Array.isArray(d.value));
  return denied && entries.length > 0 ? { ...denied, value: [] } : null;
}

const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String((value as Record<string, unknown>)['type']) : String(value);
const isFuller = (a: unknown, b: unknown): boolean =>
  typeof a === 'object' &&
  a !== null &&
  typeof b === 'object' &&
  b !== null &&
  Object.keys(a).length > Object.keys(b).length;
const isDenied = (denial: Candidate, value: unknown): boolean => {
  const type = denial.derivation.params['type'] ?? denial.derivation.params['value'];
  return type === undefined || type === kindOf(value);
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What follows from what was said; it stands at the place of what it follows from. */
export function imply(reading: Reading, chosen: Chosen, type: string): void {
  const { pack } = reading;
  for (const { if: condition, gives, types, isStronger } of pack.extraction.implications) {
    if (types && !types.includes(type)) continue;
    const ground = chosen[condition.attribute];
    if (!ground || (condition.is !== undefined && ground.value !== condition.is)) continue;
    if (condition.mark && !reading.marks.some((m) => m.definition.mark === condition.mark && !m.isNegated)) continue;
    const number = typeof ground.value === 'number' ? ground.value : Number.NaN;
    if (condition.atMost !== undefined && !(number <= condition.atMost)) continue;
    if (condition.above !== undefined && !(number > condition.above)) continue;
    for (const [name, value] of Object.entries(gives)) {
      if (chosen[name] && !isStronger) continue;
      chosen[name] = {
        ...ground,
        attribute: name,
        value,
        unit: null,
        derivation: { code: 'implied', params: { from: condition.attribute } },
        confidence: Math.min(0.8, ground.confidence),
      };
    }
  }
  for (const { types, gives, needs } of pack.extraction.typeDefaults) {
    const ground = needs ? chosen[needs] : undefined;
    if (!types.includes(type) || !ground) continue;
    for (const [name, value] of Object.entries(gives))
      chosen[name] ??= {
        ...ground,
        attribute: name,
        value,
        unit: null,
        derivation: { code: 'implied', params: { from: 'product_type' } },
        confidence: 0.75,
      };
  }
  for (const { types, attributes } of pack.extraction.drops)
    if (types.includes(type)) for (const name of attributes) delete chosen[name];
}

/** The type that what was said makes of a general one: a door with a fire rating is a fire door. */
export function sharpenType(reading: Reading, item: ItemScope, chosen: Chosen): string {
  const marks = new Set(
    reading.marks.filter((m) => m.definition.kind === 'mark' && !m.isNegated).map((m) => m.definition.mark),
  );
  for (const rule of reading.pack.extraction.typeRules) {
    if (!rule.from.includes(item.type) || (rule.unlessQualifier && item.qualifiers.includes(rule.unlessQualifier)))
      continue;
    if (rule.mark && !marks.has(rule.mark)) continue;
    if (rule.attribute && chosen[rule.attribute] === undefined) continue;
    if (rule.value && !Object.entries(rule.value).every(([name, value]) => chosen[name]?.value === value)) continue;
    return rule.type;
  }
  return item.type;
}
