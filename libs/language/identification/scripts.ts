/** Scripts that are told apart by counting letters. */
const scriptPatterns = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Arabic: /\p{Script=Arabic}/u,
  Han: /\p{Script=Han}/u,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hangul: /\p{Script=Hangul}/u,
  Greek: /\p{Script=Greek}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Thai: /\p{Script=Thai}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Bengali: /\p{Script=Bengali}/u,
  Gurmukhi: /\p{Script=Gurmukhi}/u,
  Gujarati: /\p{Script=Gujarati}/u,
  Oriya: /\p{Script=Oriya}/u,
  Tamil: /\p{Script=Tamil}/u,
  Telugu: /\p{Script=Telugu}/u,
  Kannada: /\p{Script=Kannada}/u,
  Malayalam: /\p{Script=Malayalam}/u,
  Sinhala: /\p{Script=Sinhala}/u,
  Lao: /\p{Script=Lao}/u,
  Tibetan: /\p{Script=Tibetan}/u,
  Myanmar: /\p{Script=Myanmar}/u,
  Khmer: /\p{Script=Khmer}/u,
  Georgian: /\p{Script=Georgian}/u,
  Armenian: /\p{Script=Armenian}/u,
  Ethiopic: /\p{Script=Ethiopic}/u,
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

const names = Object.keys(scriptPatterns) as ScriptName[];
const known = new Map<string, ScriptName | undefined>();

function scriptOf(sign: string): ScriptName | undefined {
  if ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')) return 'Latin';
  if (sign < '\u00AA') return undefined;
  if (!known.has(sign))
    known.set(
      sign,
      names.find((name) => scriptPatterns[name].test(sign)),
    );
  return known.get(sign);
}

/** Scripts of a text, the weightiest first; empty when it holds no letter. */
export function scriptsOf(text: string): ScriptShare[] {
  const letters = new Map<ScriptName, number>();
  for (const sign of text) {
    const script = scriptOf(sign);
    if (script) letters.set(script, (letters.get(script) ?? 0) + 1);
  }
  const weighted = [...letters].map(([script, count]) => ({
    script,
    letters: count,
    weight: count * (signWeight[script] ?? 1),
  }));
  const total = weighted.reduce((sum, entry) => sum + entry.weight, 0);
  return weighted
    .map((entry) => ({ script: entry.script, letters: entry.letters, share: entry.weight / total }))
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

/**
 * Share from which another script beats Latin letters: sentences in Arabic, Chinese or Russian are full of brands and
 * titles in Latin letters, the reverse hardly happens.
 */
const minorityThatDecides = 0.2;

/** The script a text is written in (Kana for Japanese, whatever the share of Han), or undefined without letters. */
export function mainScript(text: string): ScriptName | undefined {
  const scripts = scriptsOf(text);
  const other = scripts.find((entry) => entry.script !== 'Latin');
  const main = other && other.share >= minorityThatDecides ? other.script : scripts[0]?.script;
  return main === 'Han' && scripts.some((entry) => entry.script === 'Kana' && entry.letters > 1) ? 'Kana' : main;
}

/**
 * The letters of the given script only ('Jams-да' → '-да'); the whole text where that script has no spaces between words.
 */
export function onlyScript(text: string, script: ScriptName): string {
  if (script === 'Han' || script === 'Kana' || script === 'Thai' || script === 'Latin') return text;
  const pattern = scriptPatterns[script];
  return text
    .replace(/\p{Script=Latin}+/gu, ' ')
    .split(/\s+/u)
    .filter((item) => pattern.test(item))
    .join(' ');
}
