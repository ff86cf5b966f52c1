import type { Evidence } from './evidence.ts';

/**
 * Found by coordinate descent on the accuracy and cross-entropy of the measured sets; docs/decisions/
 * language-identification.md has the figures, with what each part adds and the cross-validated result.
 */
const weights = {
  /** eld's average n-gram score, times a power of the length: long texts decide more, but not in proportion. */
  ngrams: 1.55,
  lengthPower: 0.4,
  /** What a language counts that eld knows but has not seen here, and one that eld does not know. */
  ngramsUnseen: 7,
  ngramsUnknown: 24.8,
  unknownToEld: -3.04,
  words: 1.85,
  foreignLatin: 4,
  foreignOther: 8,
  endings: 1.9,
  /** Sums over words count less than in proportion in long texts. */
  wordsPower: 0.34,
  /** cld3 is overconfident on short texts: only its near-certainty counts, save where eld cannot vote. */
  network: 0.7,
  networkPower: 12,
  networkAlone: 6.25,
  networkAlonePower: 5.9,
} as const;

export interface Weighed {
  tag: string;
  score: number;
  /** Softmax over all languages of the script; calibrated on the measured sets. */
  probability: number;
}

/**
 * Weighs the evidence; the best first.
 * @param letters length of the text judged
 * @param words its number of words
 * @param prior log-odds per language from what is known about the buyer
 */
export function weigh(
  evidence: readonly Evidence[],
  letters: number,
  words: number,
  isLatin: boolean,
  prior: (tag: string) => number,
): Weighed[] {
  const length = Math.min(60, Math.max(1, letters / 4)) ** weights.lengthPower;
  const perWord = Math.max(1, words) ** weights.wordsPower;
  const scored = evidence.map((item) => {
    const known = item.ngrams !== undefined;
    const ngrams = known ? item.ngrams || weights.ngramsUnseen : weights.ngramsUnknown;
    const network = known
      ? weights.network * item.network ** weights.networkPower
      : weights.networkAlone * item.network ** weights.networkAlonePower + weights.unknownToEld;
    const score =
      (weights.ngrams * length * (ngrams ?? 0)) / 25 +
      perWord *
        (weights.words * item.words -
          (isLatin ? weights.foreignLatin : weights.foreignOther) * item.foreign +
          weights.endings * item.endings) +
      network +
      prior(item.tag);
    return { tag: item.tag, score };
  });
  const best = Math.max(...scored.map((item) => item.score));
  const total = scored.reduce((sum, item) => sum + Math.exp(item.score - best), 0);
  return scored
    .map((item) => ({ ...item, probability: Math.exp(item.score - best) / total }))
    .sort((a, b) => b.score - a.score);
}
