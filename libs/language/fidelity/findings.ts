import type { Value } from './extract-values.ts';

export type FidelityKind =
  | 'number'
  | 'unit'
  | 'date'
  | 'code'
  | 'url'
  | 'email'
  | 'placeholder'
  | 'negation'
  | 'dimension_order'
  | 'currency'
  | 'glossary';

export interface Span {
  text: string;
  start: number;
  end: number;
}

/** Codes are keys of the `language` namespace: `fidelity.<code>`. */
export type FidelityCode =
  | 'missing'
  | 'added'
  | 'changed'
  | 'notation'
  | 'converted'
  | 'unitLost'
  | 'unitAdded'
  | 'unitChanged'
  | 'currencyChanged'
  | 'orderSwapped'
  | 'negationLost'
  | 'negationAdded'
  | 'reversed';

export interface FidelityFinding {
  kind: FidelityKind;
  /** `block`: must not be sent as it is; `warn`: look at it. */
  severity: 'block' | 'warn';
  source?: Span;
  target?: Span;
  message: { code: FidelityCode; params: Record<string, string | number> };
}

export const spanOf = (value: Span): Span => ({ text: value.text, start: value.start, end: value.end });

/** A finding about one value that is on one side, or differs between the two. */
export function finding(
  kind: FidelityKind,
  severity: FidelityFinding['severity'],
  code: FidelityCode,
  source?: Span,
  target?: Span,
): FidelityFinding {
  return {
    kind,
    severity,
    ...(source && { source: spanOf(source) }),
    ...(target && { target: spanOf(target) }),
    message: { code, params: { ...(source && { source: source.text }), ...(target && { target: target.text }) } },
  };
}

const sameForAll = (): readonly string[] => [''];

function firstOf(values: Iterable<Value> | undefined, test: (value: Value) => boolean): Value | undefined {
  for (const value of values ?? []) if (test(value)) return value;
  return undefined;
}

/** Two lists of values, consumed pair by pair until only what differs is left. */
export class Pairing {
  private readonly pairs: [Value, Value][] = [];

  source: Value[];
  target: Value[];

  constructor(source: Value[], target: Value[]) {
    this.source = source;
    this.target = target;
  }

  /**
   * Takes off every pair for which the test holds, in reading order; tells `found` about each.
   * @param keys values that agree share one of these: keeps long price lists from being compared each with each
   */
  match(
    agree: (source: Value, target: Value) => boolean,
    found?: (source: Value, target: Value) => void,
    keys: (value: Value) => readonly string[] = sameForAll,
  ): void {
    const candidates = new Map<string, Set<Value>>();
    for (const value of this.target) {
      for (const key of keys(value)) candidates.set(key, (candidates.get(key) ?? new Set()).add(value));
    }
    const taken = new Set<Value>();
    for (const one of this.source) {
      const other = keys(one)
        .flatMap((key) => [firstOf(candidates.get(key), (candidate) => agree(one, candidate))])
        .find((candidate) => candidate !== undefined);
      if (!other) continue;
      for (const key of keys(other)) candidates.get(key)?.delete(other);
      taken.add(one).add(other);
      this.pairs.push([one, other]);
      found?.(one, other);
    }
    this.source = this.source.filter((value) => !taken.has(value));
    this.target = this.target.filter((value) => !taken.has(value));
  }

  get matched(): readonly (readonly [Value, Value])[] {
    return this.pairs;
  }

  /** Whether a value equal to this one was matched elsewhere in the text: said twice there, once here. */
  isRepeated(value: Value): boolean {
    const same = (other: Value): boolean =>
      value.key === undefined
        ? value.readings?.[0] === other.readings?.[0] && value.unit?.id === other.unit?.id
        : value.key === other.key;
    return this.pairs.some(([one, other]) => same(one) || same(other));
  }
}
