import { cleanForIdentification } from './clean-text.ts';
import { candidatesIn, functionWordsIn, gatherEvidence } from './evidence.ts';
import { languageModels } from './models.ts';
import { mainScript, onlyScript, type ScriptName, scriptLanguage, scriptsOf } from './scripts.ts';
import { chineseVariant, closestKin, isKanjiOnlyJapanese } from './variants.ts';
import { weigh } from './weigh.ts';
import { withoutNames } from './words.ts';

export interface LanguageHints {
  /** Languages the store serves, the main one first (ISO 639-1). */
  storeLanguages?: string[];
  /** Where the buyer is thought to be (ISO 3166-1 alpha-2); decides between regional forms only. */
  country?: string;
  /** Language a person has recorded for this contact. */
  contactLanguage?: string;
  /** Languages of earlier messages of the same contact, oldest first. */
  history?: string[];
}

export interface LanguageCandidate {
  language: string;
  variant?: string;
  /** 0..1; all candidates together at most 1. */
  score: number;
}

/**
 * Why: `empty`, `noLetters` · `script` {script} · `words` {words}: told by these little words · `spelling`: by the way
 * its words are built · `hints` {by}: the text says nothing, what is known of the buyer decides · `hintsTip` {by}: the text
 * leaves it open between two, what is known of the buyer decides · `undecided`.
 */
export interface LanguageReason {
  code: 'empty' | 'noLetters' | 'script' | 'words' | 'spelling' | 'hints' | 'hintsTip' | 'undecided';
  params: Record<string, string | number | boolean>;
}

export interface LanguageIdentification {
  /** ISO 639-1, or null when nothing says a language. */
  language: string | null;
  /** BCP 47 tag where the written form differs: zh-Hans, zh-Hant, pt-BR, pt-PT, sr-Latn, ar-Latn … */
  variant?: string;
  confidence: number;
  reason: LanguageReason;
  candidates: LanguageCandidate[];
  /** True when the answer is missing or too uncertain to act upon: ask, or take the store's language. */
  abstained: boolean;
}

/** Below this the first guess is wrong about as often as right. */
const enoughToAct = 0.5;

/** Log-odds of a hint in a sentence: as much as one or two little words, so that a clear sentence always wins. */
const hintStrength = { contact: 1.6, history: 1.2, store: 0.6 } as const;
/** A text of one or two words ('Hallo') hardly says its language: there the hints count up to four times as much. */
const hintPower = (words: number): number => 1 + 3 / Math.max(1, words);
type HintKind = keyof typeof hintStrength;

/**
 * Says which language a text is written in, and why. Never throws; the same text gives the same answer.
 * Call `loadLanguageModels()` once before, otherwise little words and letters decide alone.
 * @param text the newly written text, without quotes and signature
 */
export function identifyLanguage(text: string, hints: LanguageHints = {}): LanguageIdentification {
  if (typeof text !== 'string' || text.trim() === '') return byHints('empty', hints);
  const clean = cleanForIdentification(text);
  const script = mainScript(clean);
  if (!script) return byHints('noLetters', hints);
  const candidates = candidatesIn(script);
  // '10 x 20' and the like: single letters are no words.
  if (candidates && !/\p{L}[\p{L}\p{M}]/u.test(clean)) return byHints('noLetters', hints);
  return candidates ? byEvidence(clean, script, hints) : byScript(clean, script, hints);
}

function byScript(text: string, script: ScriptName, hints: LanguageHints): LanguageIdentification {
  const { language, variant } = languageOfScript(text, script, hints);
  const share = scriptsOf(text)[0]?.share ?? 1;
  const confidence = Math.max(0.9, share);
  return {
    language,
    ...(variant && { variant }),
    confidence,
    reason: { code: 'script', params: { script } },
    candidates: [{ language, ...(variant && { variant }), score: confidence }],
    abstained: false,
  };
}

function languageOfScript(
  text: string,
  script: ScriptName,
  hints: LanguageHints,
): { language: string; variant?: string } {
  if (script === 'Hebrew' && /[\u05F0-\u05F2]|\u05D0[\u05B7\u05B8]/u.test(text)) return { language: 'yi' };
  if (script !== 'Han') return { language: scriptLanguage[script] ?? 'und' };
  if (isKanjiOnlyJapanese(text)) return { language: 'ja' };
  const byCountry = ['TW', 'HK', 'MO'].includes(hints.country ?? '') ? 'zh-Hant' : 'zh-Hans';
  return { language: 'zh', variant: chineseVariant(text) ?? byCountry };
}

function byEvidence(clean: string, script: ScriptName, hints: LanguageHints): LanguageIdentification {
  const text = withoutNames(onlyScript(clean, script));
  const { words, evidence } = gatherEvidence(text, script, languageModels());
  const isLatin = script === 'Latin';
  const prior = priorsOf(hints);
  const power = hintPower(words);
  const weighed = weigh(evidence, text.length, words, isLatin, (tag) => prior(tag).strength * power);
  const [best] = weighed;
  if (!best) return byHints('noLetters', hints);
  const said = regional(clean, hints);
  const candidates = weighed
    .filter((item) => item.probability >= 0.01)
    .slice(0, 5)
    .map((item) => ({ ...closestKin(item.tag, said), score: round(item.probability) }));
  const abstained = best.probability < enoughToAct;
  const found = functionWordsIn(text, script, best.tag);
  const tipped = prior(best.tag);
  const withoutHints = tipped.by && weigh(evidence, text.length, words, isLatin, () => 0)[0];
  let reason: LanguageReason = { code: 'spelling', params: {} };
  if (withoutHints && withoutHints.tag !== best.tag) reason = { code: 'hintsTip', params: { by: tipped.by ?? '' } };
  else if (abstained) reason = { code: 'undecided', params: {} };
  else if (found.length > 0) reason = { code: 'words', params: { words: found.slice(0, 4).join(', ') } };
  const kin = closestKin(best.tag, said);
  return { ...kin, confidence: round(best.probability), reason, candidates, abstained };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The country tips the scale between regional forms when the words do not: one word's worth. */
function regional(text: string, hints: LanguageHints): string {
  if (hints.country === 'BR') return `${text} você`;
  return hints.country === 'PT' ? `${text} cumprimentos` : text;
}

const base = (tag: string): string => {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
};
const kinOf: Readonly<Record<string, string>> = { sr: 'hr', bs: 'hr', ms: 'id', nb: 'no', nn: 'no', fil: 'tl' };

interface Prior {
  strength: number;
  by?: HintKind;
}

/** What is known of the buyer speaks for few languages: each is looked up once, not compared with every candidate. */
function priorsOf(hints: LanguageHints): (tag: string) => Prior {
  const kin = (hint: string): string => kinOf[base(hint)] ?? base(hint);
  const contact = hints.contactLanguage ? kin(hints.contactLanguage) : undefined;
  const history = (hints.history ?? []).map(kin);
  const store = new Set((hints.storeLanguages ?? []).map(kin));
  const none: Prior = { strength: 0 };
  if (!contact && history.length === 0 && store.size === 0) return () => none;
  const said = new Set([...(contact ? [contact] : []), ...history, ...store]);
  return (tag) => {
    const language = base(tag);
    if (!said.has(language)) return none;
    const found: [HintKind, number][] = [
      ['contact', contact === language ? hintStrength.contact : 0],
      [
        'history',
        history.length
          ? hintStrength.history * (history.filter((item) => item === language).length / history.length)
          : 0,
      ],
      ['store', store.has(language) ? hintStrength.store : 0],
    ];
    const strength = found.reduce((sum, [, value]) => sum + value, 0);
    const [strongest] = found.sort((a, b) => b[1] - a[1]);
    return strength > 0 && strongest ? { strength, by: strongest[0] } : none;
  };
}

/** A text without words ('👍 112-1234567') is answered in the language the buyer wrote before; still marked as a guess. */
function byHints(code: 'empty' | 'noLetters', hints: LanguageHints): LanguageIdentification {
  const last = hints.history?.at(-1);
  const [language, by, confidence] = hints.contactLanguage
    ? [hints.contactLanguage, 'contact', 0.6]
    : last
      ? [last, 'history', 0.5]
      : [null, '', 0];
  if (!language)
    return { language: null, confidence: 0, reason: { code, params: {} }, candidates: [], abstained: true };
  return {
    language: base(language),
    ...(language.includes('-') && { variant: language }),
    confidence,
    reason: { code: 'hints', params: { by } },
    candidates: [{ language: base(language), score: confidence }],
    abstained: true,
  };
}
