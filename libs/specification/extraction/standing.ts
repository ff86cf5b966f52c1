import type { FoundLength } from '../units/find-lengths.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';

/** Figures that still hold: without the 90 of "92 not 90" and the first of "from 2110 to 2085". */
export function standing(reading: Reading, lengths: readonly FoundLength[]): FoundLength[] {
  const kept: FoundLength[] = [];
  for (const [i, l] of lengths.entries()) {
    if (isDenied(reading, l) || isReplaced(reading, l)) continue;
    const before = lengths[i - 1];
    kept.push(
      before && isReplaced(reading, before) ? { ...l, replaces: before.start, unit: l.unit ?? before.unit } : l,
    );
  }
  return kept;
}

const isDenied = (reading: Reading, l: FoundLength): boolean => {
  const token = tokenAt(reading, l.start);
  return wordsOf(reading, 'no', 'instead').some(
    (n) =>
      n.to === token &&
      !/\d/.test(reading.tokens[n.from - 1]?.text ?? '') &&
      reading.tokens[n.from]?.clause === reading.tokens[token]?.clause,
  );
};

const isReplaced = (reading: Reading, l: FoundLength): boolean => {
  const after =
    /^\s?(?:to|auf|zu|a|à|para|naar|na|до|al|ad|ila|'?[ea] |kwa|hadi|إلى|الى|->|=>|→|改成|改为|改為|换成|から|に|へ)\s?\d/u.exec(
      reading.folded.slice(l.end),
    );
  return (
    after !== null &&
    wordsOf(reading, 'change', 'sorry').some((w) => w.sentence === reading.tokens[tokenAt(reading, l.start)]!.sentence)
  );
};
