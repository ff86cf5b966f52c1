import { cleanForIdentification } from './clean-text.ts';
import { languageModels } from './models.ts';
import { type ScriptShare, scriptLanguage, scriptsOf } from './scripts.ts';

export interface LanguageHints {
  /** Languages the store serves, the main one first (ISO 639-1). */
  storeLanguages?: string[];
  /** Where the buyer is thought to be (ISO 3166-1 alpha-2). */
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

export interface LanguageReason {
  code: 'empty' | 'noLetters' | 'script' | 'models' | 'modelsWithHints' | 'hints' | 'undecided';
  params: Record<string, string | number | boolean>;
}

export interface LanguageIdentification {
  /** ISO 639-1, or null when nothing in the text says a language. */
  language: string | null;
  /** BCP 47 tag where the written form differs: zh-Hans, zh-Hant, pt-BR, pt-PT, sr-Latn … */
  variant?: string;
  confidence: number;
  reason: LanguageReason;
  candidates: LanguageCandidate[];
  /** True when the answer is missing or too uncertain to act upon without a fallback. */
  abstained: boolean;
}

const nothing = (code: LanguageReason['code']): LanguageIdentification => ({
  language: null,
  confidence: 0,
  reason: { code, params: {} },
  candidates: [],
  abstained: true,
});

/**
 * Says which language a text is written in, and why. Never throws; deterministic.
 * @param text the newly written text, without quotes and signature
 */
export function identifyLanguage(text: string, _hints: LanguageHints = {}): LanguageIdentification {
  if (typeof text !== 'string' || text.trim() === '') return nothing('empty');
  const clean = cleanForIdentification(text);
  const scripts = scriptsOf(clean);
  const main = scripts[0];
  if (!main) return nothing('noLetters');
  const byScript = decidedByScript(scripts);
  if (byScript) {
    return {
      language: byScript,
      confidence: main.share,
      reason: { code: 'script', params: { script: main.script } },
      candidates: [{ language: byScript, score: main.share }],
      abstained: false,
    };
  }
  const scores = Object.entries(languageModels()?.eld.detect(clean).getScores() ?? {}).sort((a, b) => b[1] - a[1]);
  const [first, second] = scores;
  if (!first) return nothing('undecided');
  const confidence = Math.min(1, 0.5 + (first[1] - (second?.[1] ?? 0)) * 2);
  return {
    language: first[0],
    confidence,
    reason: { code: 'models', params: { script: main.script } },
    candidates: scores.slice(0, 3).map(([language, score]) => ({ language, score: score * confidence })),
    abstained: confidence < 0.55,
  };
}

function decidedByScript(scripts: ScriptShare[]): string | undefined {
  const main = scripts[0];
  if (!main) return undefined;
  if (main.script === 'Han') return scripts.some((entry) => entry.script === 'Kana') ? 'ja' : 'zh';
  return scriptLanguage[main.script];
}
