import { alphabets } from './alphabets.ts';
import { latinFunctionWords } from './function-words-latin.ts';
import { otherFunctionWords } from './function-words-other.ts';
import type { LanguageModels } from './models.ts';
import type { ScriptName } from './scripts.ts';
import { wordsOf } from './words.ts';

/** What speaks for one language in one text; the weights are in `weigh.ts`. */
export interface Evidence {
  /** ISO 639-1, with a script subtag where the script is not the usual one (`ar-Latn`). */
  tag: string;
  /** Average n-gram score of eld; undefined when eld does not know the language. */
  ngrams: number | undefined;
  /** Probability that cld3 gives it, 0 unless it is cld3's first choice. */
  network: number;
  /** Function words found, each weighted by how few languages share it. */
  words: number;
  /** Words with a letter that the language does not write. */
  foreign: number;
  /** Words with an ending typical of it (positive) or of its nearest neighbour (negative). */
  endings: number;
}

const sharedScripts = (): Partial<Record<ScriptName, readonly string[]>> => ({
  Latin: Object.keys(latinFunctionWords),
  Cyrillic: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'uz-Cyrl', 'az-Cyrl'],
  Arabic: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd', 'ms-Arab'],
  Devanagari: ['hi', 'mr', 'ne'],
});

/** Languages that eld/large knows. */
const knownToEld = /* @__PURE__ */ new Set(
  /* @__PURE__ */ 'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy id is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  ),
);

/** The models' codes → ours: old codes, and close kin that are told apart (if at all) by the words alone. */
const codes: Readonly<Record<string, string>> = {
  iw: 'he',
  jw: 'jv',
  fil: 'tl',
  nb: 'no',
  nn: 'no',
  bs: 'hr',
  ms: 'id',
};
const ownCodes = new Map<string, string>();
function ownCode(code: string): string {
  let own = ownCodes.get(code);
  if (own === undefined) {
    const base = code.split('-')[0] ?? code;
    own = `${codes[base] ?? base}${code.endsWith('-Latn') ? '-Latn' : ''}`;
    ownCodes.set(code, own);
  }
  return own;
}
/** The code under which the models know a candidate. */
const modelCode = (tag: string): string =>
  tag.endsWith('-Latn') ? tag : (codes[tag.split('-')[0] ?? tag] ?? tag.split('-')[0] ?? tag);

const typicalEndings: Readonly<Record<string, RegExp>> = {
  kk: /(?:лар|лер|дар|дер|тар|тер)(?:[дт]ы|[дт]і|[дтн]ың|[дтн]ің|[ғқ]а|[гк]е|[дт]а|[дт]е)?$|[ғқ]ыш|[дтн]і$|[дтн]ің$|[ңғ][ыі]з$|[ыі]н$|ып$|іп$/u,
  ne: /(?:हरू|हरूको|को|लाई|बाट|द्वारा)$/u,
  mr: /(?:च्या|ांना|ाची|ाचे|ाचा|ाला|ात|ांच्या|ळ)/u,
  hi: /(?:ों|ियाँ|ियां|एं|एँ)$/u,
  tr: /'(?:y?[iıuüea]|[dt][ea]n?|n?[iıuü]n|s?[iıuü]|n[iıuü])$/u,
  'ar-Latn': /^[a-z]{1,6}[3579][a-z]{1,6}$|^[379][a-z]{2,7}$/u,
};
/** Spellings that exclude one of a pair: Danish has -tion, -hed, -ej; Norwegian -sjon, -het, -øy and double final letters. */
const neighbourEndings: Readonly<Record<string, RegExp>> = {
  da: /(?:sjon(?:en|er|ene)?|het(?:en|er)?|øy(?:e|er|et|en)?|kk|tt|pp|nn|mm)$/u,
  no: /(?:tion(?:en|er|erne)?|hed(?:en|er)?|[øe]j(?:e|er|et|en|t)?|erne)$/u,
};

type WordIndex = ReadonlyMap<string, readonly string[]>;

/** What is known beforehand of a language that a script may be of. */
interface Candidate {
  tag: string;
  modelTag: string;
  isKnownToEld: boolean;
  alphabet: ReadonlySet<string> | undefined;
}
interface ScriptIndex {
  candidates: readonly Candidate[];
  words: WordIndex;
}

const candidateOf = (tag: string): Candidate => ({
  tag,
  modelTag: modelCode(tag),
  isKnownToEld: !tag.includes('-') && knownToEld.has(tag),
  alphabet: alphabets[tag] === undefined ? undefined : new Set(alphabets[tag]),
});

function indexOf(tags: readonly string[]): WordIndex {
  const index = new Map<string, string[]>();
  for (const tag of tags) {
    for (const word of new Set((latinFunctionWords[tag] ?? otherFunctionWords[tag])?.split(' ')))
      index.set(word, [...(index.get(word) ?? []), tag]);
  }
  return index;
}
const scriptIndexes = /* @__PURE__ */ new Map<ScriptName, ScriptIndex>();

/** Made at the first use, so that a page that identifies no language does not carry it. */
function scriptIndexOf(script: ScriptName): ScriptIndex {
  const known = scriptIndexes.get(script);
  if (known) return known;
  const tags = sharedScripts()[script] ?? [];
  const made = { candidates: tags.map(candidateOf), words: indexOf(tags) };
  scriptIndexes.set(script, made);
  return made;
}
const languagesInAll = 60;

function languagesOf(word: string, index: WordIndex): readonly string[] {
  const whole = index.get(word);
  if (whole || !word.includes("'")) return whole ?? [];
  // l'ouverture → ouverture; d'une → une; else the elided part itself.
  return index.get(word.split("'").pop() ?? '') ?? index.get(`${word.split("'")[0]}'`) ?? [];
}

/** Rarer than in so many languages, a single letter says half as much. */
const wordWeight = (word: string, sharers: number): number =>
  ((word.length === 1 ? 0.5 : 1) * Math.log(languagesInAll / sharers)) / 4;

/** Letters of each word that not every language of the script has; words without any are left out. */
function specialLetters(words: readonly string[], script: ScriptName): string[][] {
  const special = script === 'Latin' ? /[^a-z'·-]/gu : /[^\p{M}'-]/gu;
  return words.flatMap((word) => [word.match(special) ?? []].filter((letters) => letters.length > 0));
}

function countForeign(letters: readonly string[][], alphabet: ReadonlySet<string> | undefined): number {
  if (alphabet === undefined) return 0;
  let count = 0;
  for (const word of letters) if (word.some((letter) => !alphabet.has(letter))) count += 1;
  return count;
}

/** Languages written in a script, or undefined when the script alone decides. */
export function candidatesIn(script: ScriptName): readonly string[] | undefined {
  return sharedScripts()[script];
}

/**
 * Collects what speaks for each language that is written in the script.
 * @param text cleaned text, names removed, letters of one script
 */
export function gatherEvidence(
  text: string,
  script: ScriptName,
  models: LanguageModels | undefined,
): { words: number; evidence: Evidence[] } {
  const words = wordsOf(text);
  const { candidates, words: index } = scriptIndexOf(script);
  const wordScore = new Map<string, number>();
  for (const word of words) {
    const sharers = languagesOf(word, index);
    for (const tag of sharers) wordScore.set(tag, (wordScore.get(tag) ?? 0) + wordWeight(word, sharers.length));
  }
  const ngrams = eldScores(text, models);
  const network = models?.cld3.findLanguage(text);
  const networkTag = network && ownCode(network.language);
  const special = specialLetters(words, script);
  const evidence = candidates.map(({ tag, modelTag, isKnownToEld, alphabet }) => ({
    tag,
    ngrams: ngrams && isKnownToEld ? (ngrams.get(tag) ?? 0) : undefined,
    network: network && networkTag === modelTag ? network.probability : 0,
    words: wordScore.get(tag) ?? 0,
    foreign: countForeign(special, alphabet),
    endings: countMatching(words, typicalEndings[tag]) - countMatching(words, neighbourEndings[tag]),
  }));
  const further = network && furtherLanguage(network, words.length, candidates);
  if (further)
    evidence.push({ tag: further, ngrams: undefined, network: network.probability, words: 0, foreign: 0, endings: 0 });
  return { words: words.length, evidence };
}

/** Languages without a list of ours (Xhosa, Malagasy, Luxembourgish …): on a whole sentence cld3's near-certainty is enough. */
function furtherLanguage(
  network: { language: string; probability: number },
  words: number,
  candidates: readonly Candidate[],
): string | undefined {
  const tag = ownCode(network.language);
  const isSure = network.probability > 0.97 && words >= 6;
  return isSure && /^[a-z]{2,3}$/u.test(tag) && tag !== 'und' && !candidates.some((known) => known.modelTag === tag)
    ? tag
    : undefined;
}

const countMatching = (words: readonly string[], pattern: RegExp | undefined): number =>
  pattern ? words.filter((word) => pattern.test(word)).length : 0;

/** eld squeezes its scores into 0..1 as s / (s + 25); undone here, because the sum is what can be weighed. */
function eldScores(text: string, models: LanguageModels | undefined): Map<string, number> | undefined {
  if (!models) return undefined;
  const scores = new Map<string, number>();
  for (const [code, squeezed] of Object.entries(models.eld.detect(text).getScores())) {
    const tag = ownCode(code);
    scores.set(tag, Math.max(scores.get(tag) ?? 0, (25 * squeezed) / (1 - squeezed)));
  }
  return scores;
}

/** Little words of a language found in a text, in order, each once: what a person is shown as the reason. */
export function functionWordsIn(text: string, script: ScriptName, tag: string): string[] {
  const index = scriptIndexOf(script).words;
  return [...new Set(wordsOf(text).filter((word) => word.length > 1 && languagesOf(word, index).includes(tag)))];
}
