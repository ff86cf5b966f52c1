/**
 * Endings a dictionary form may take, by language, enough to meet a term in a sentence: plurals, cases, possessives. A word
 * agrees with a term when it begins with the term (or with the term less one of its own endings) and goes on with one of these.
 */
const endings: Readonly<Record<string, string>> = {
  en: 's es ed',
  de: 'e en er ern n s es em nen',
  fr: 's es x e',
  es: 's es',
  pt: 's es',
  it: '',
  nl: 's en e n eren je jes',
  ro: 'a i ul ului le lor uri ii ei e',
  sv: 'n en et ar er or s na',
  id: 'nya',
  tl: '',
  vi: '',
  sw: 'ni',
  hu: 't ot et at k ok ek ak os es hoz hez val vel ba be ban ben re ra on en on',
  el: '',
  ar: 'ات ين ان ه ها ي ا يه تين هم كم نا',
  he: 'ים ות',
};
/** Languages that add to the end so freely that any ending of some letters is taken. */
const agglutinative: Readonly<Record<string, number>> = {
  tr: 9,
  ru: 4,
  uk: 4,
  pl: 4,
  cs: 4,
  ko: 4,
  fi: 6,
  hu: 5,
  kk: 6,
  hi: 3,
};
const genders: Readonly<Record<string, string>> = {
  es: 'o a os as',
  pt: 'o a os as',
  it: 'o a i e',
  fr: 'e es s',
  ro: 'a i e ie ii ă',
};
const sets = new Map<string, ReadonlySet<string>>();
const setOf = (list: string): ReadonlySet<string> => {
  let known = sets.get(list);
  if (!known) {
    known = new Set(list.split(' '));
    sets.set(list, known);
  }
  return known;
};

/** Dropped before comparing in languages where nouns change their last vowel. */
const finalVowel: Readonly<Record<string, RegExp>> = {
  it: /[aeio]$/,
  ru: /[аеёийоуыьюя]$/,
  uk: /[аеийоуьюяії]$/,
  pl: /[aeiouyąę]$/,
  cs: /[aeiouyě]$/,
  ro: /[aeiă]$/,
  tr: /$^/,
};

/** Does a word of a text agree with a word of a term? Both folded. */
export function agrees(word: string, term: string, language: string): boolean {
  if (word === term) return true;
  if (language === 'ar') return arabic(word, term);
  if (language === 'he') return hebrew(word, term);
  const any = agglutinative[language];
  const vowel = finalVowel[language];
  const stem = vowel && term.length > 3 ? term.replace(vowel, '') : term;
  if (!word.startsWith(stem) || word.length === stem.length)
    return word === stem && stem.length > 3 && any !== undefined;
  const rest = word.slice(stem.length);
  if (any !== undefined)
    return term.length >= (language === 'ko' ? 2 : 3) && rest.length <= any && /^\p{L}+$/u.test(rest);
  if (language === 'it') return stem !== term && rest.length === 1 && 'aeioh'.includes(rest[0]!);
  if (term.length < 3) return false;
  return setOf(endings[language] ?? 's').has(rest);
}

/** `blindad@`: with the endings of gender and number. */
export function agreesInGender(word: string, stem: string, language: string): boolean {
  if (!word.startsWith(stem)) return false;
  const rest = word.slice(stem.length);
  return rest === '' || setOf(genders[language] ?? 'o a e i os as es s').has(rest);
}

const arabicPrefixes = ['', 'ال', 'وال', 'بال', 'فال', 'كال', 'لل', 'و', 'ب', 'ل', 'ف', 'ول', 'وب', 'عال', 'هال'];
function arabic(word: string, term: string): boolean {
  for (const prefix of arabicPrefixes) {
    if (!word.startsWith(prefix)) continue;
    const bare = word.slice(prefix.length);
    if (bare === term) return true;
    if (term.length < 3 || bare.length <= 2) continue;
    const stem = term.endsWith('ه') ? term.slice(0, -1) : term;
    if (bare.startsWith(stem) && setOf(`${endings['ar']} ت`).has(bare.slice(stem.length))) return true;
  }
  return false;
}

const hebrewPrefixes = ['', 'ה', 'ו', 'ב', 'ל', 'מ', 'ש', 'כ', 'וה', 'בה', 'לה', 'מה', 'של'];
function hebrew(word: string, term: string): boolean {
  return hebrewPrefixes.some((p) => {
    if (!word.startsWith(p)) return false;
    const bare = word.slice(p.length);
    if (bare === term) return true;
    const stem = term.endsWith('ה') ? term.slice(0, -1) : term;
    return term.length >= 3 && bare.startsWith(stem) && ['ים', 'ות', 'י', 'ת', 'ה'].includes(bare.slice(stem.length));
  });
}
