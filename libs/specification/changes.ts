import type { Pack } from './pack.ts';
import type { PlainValue } from './values.ts';

export interface KnownItem {
  id: string;
  productType: string;
  values: Record<string, PlainValue>;
}

export interface FoundItem {
  productType: string;
  values: Record<string, { value: PlainValue; start: number; end: number; isImplied: boolean }>;
}

export interface Change {
  itemId: string;
  attribute: string;
  before: PlainValue | null;
  after: PlainValue;
  start: number;
  end: number;
}

/**
 * What a later text says otherwise than the items do. Only what was said counts, not what follows from it; an item of the
 * text is the one it shares most with, the first where nothing tells them apart.
 * @returns one entry a value, with its place in the text
 */
export function changesIn(pack: Pack, known: readonly KnownItem[], found: readonly FoundItem[]): Change[] {
  const changes: Change[] = [];
  const { certificates: _, ...commerce } = pack.extraction.commerce ?? {};
  // Talk of money and dates changes nothing about what is built.
  const besides = new Set<string | undefined>(Object.values(commerce));
  for (const item of found) {
    const target = targetOf(known, item);
    if (!target) continue;
    for (const [attribute, { value, start, end, isImplied }] of Object.entries(item.values)) {
      const before = target.values[attribute] ?? null;
      if (isImplied || besides.has(attribute) || !pack.attributes.some((a) => a.name === attribute)) continue;
      const after = merged(before, value);
      if (!isSame(before, after)) changes.push({ itemId: target.id, attribute, before, after, start, end });
    }
  }
  return changes;
}

function targetOf(known: readonly KnownItem[], found: FoundItem): KnownItem | undefined {
  const likeness = (item: KnownItem) =>
    (item.productType === found.productType ? 2 : 0) +
    Object.entries(found.values).filter(([name, v]) => isSame(item.values[name] ?? null, v.value)).length;
  return [...known].sort((a, b) => likeness(b) - likeness(a))[0];
}

/** Millimetres within half a one; thin sheet within two hundredths. */
function isSame(a: PlainValue | null, b: PlainValue | null): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= (Math.min(a, b) < 10 ? 0.02 : 0.5);
  if (typeof a === 'string' && typeof b === 'string') return a.trim().toLowerCase() === b.trim().toLowerCase();
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A list grows by what the text adds; a part that is there already is spoken of again, with what is new about it. */
function merged(before: PlainValue | null, after: PlainValue): PlainValue {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length === 0) return after;
  const result = [...before] as (string | Record<string, string | number | boolean | null>)[];
  for (const entry of after) {
    const at = result.findIndex((r) => kindOf(r) === kindOf(entry));
    if (at < 0) result.push(entry);
    else if (typeof entry === 'object') result[at] = { ...(result[at] as object), ...entry };
  }
  return result as PlainValue;
}

const kindOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null ? String((entry as Record<string, unknown>)['type']) : String(entry);
