/** Scripts that are told apart by counting letters. */
const scriptPatterns = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Han: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Greek: /\p{Script=Greek}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Thai: /\p{Script=Thai}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Gurmukhi: /\p{Script=Gurmukhi}/gu,
  Gujarati: /\p{Script=Gujarati}/gu,
  Oriya: /\p{Script=Oriya}/gu,
  Tamil: /\p{Script=Tamil}/gu,
  Telugu: /\p{Script=Telugu}/gu,
  Kannada: /\p{Script=Kannada}/gu,
  Malayalam: /\p{Script=Malayalam}/gu,
  Sinhala: /\p{Script=Sinhala}/gu,
  Lao: /\p{Script=Lao}/gu,
  Tibetan: /\p{Script=Tibetan}/gu,
  Myanmar: /\p{Script=Myanmar}/gu,
  Khmer: /\p{Script=Khmer}/gu,
  Georgian: /\p{Script=Georgian}/gu,
  Armenian: /\p{Script=Armenian}/gu,
  Ethiopic: /\p{Script=Ethiopic}/gu,
} as const;

export type ScriptName = keyof typeof scriptPatterns;

/** Scripts that (nearly) one language is written in today. */
export const scriptLanguage: Partial<Record<ScriptName, string>> = {
  Kana: 'ja',
  Hangul: 'ko',
  Greek: 'el',
  Hebrew: 'he',
  Thai: 'th',
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Oriya: 'or',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Lao: 'lo',
  Tibetan: 'bo',
  Myanmar: 'my',
  Khmer: 'km',
  Georgian: 'ka',
  Armenian: 'hy',
  Ethiopic: 'am',
};

/**
 * One Han or Hangul sign carries about as much as this many letters of an alphabet; without the weight
 * a brand name in Latin letters would outvote a short Chinese sentence.
 */
const signWeight: Partial<Record<ScriptName, number>> = { Han: 3, Kana: 2, Hangul: 2 };

export interface ScriptShare {
  script: ScriptName;
  letters: number;
  /** Weighted share of all letters, 0..1. */
  share: number;
}

/** Scripts of a text, the weightiest first; empty when it holds no letter. */
export function scriptsOf(text: string): ScriptShare[] {
  const counts = (Object.entries(scriptPatterns) as [ScriptName, RegExp][])
    .map(([script, pattern]) => ({ script, letters: text.match(pattern)?.length ?? 0 }))
    .filter((entry) => entry.letters > 0)
    .map((entry) => ({ ...entry, weight: entry.letters * (signWeight[entry.script] ?? 1) }));
  const total = counts.reduce((sum, entry) => sum + entry.weight, 0);
  return counts
    .map(({ script, letters, weight }) => ({ script, letters, share: weight / total }))
    .sort((a, b) => b.share - a.share);
}

const rightToLeft = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'ks']);

/**
 * Is this language written from right to left?
 * @param language ISO 639-1 code or BCP 47 tag; a script subtag decides before the language
 */
export function isRightToLeft(language: string): boolean {
  const parts = language.toLowerCase().split(/[-_]/u);
  if (parts.includes('latn') || parts.includes('cyrl')) return false;
  if (parts.includes('arab') || parts.includes('hebr')) return true;
  return rightToLeft.has(parts[0] ?? '');
}
