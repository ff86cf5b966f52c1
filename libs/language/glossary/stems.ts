/**
 * Endings that a noun or adjective may take without becoming another word, per language: a word and a term agree when
 * both are one stem with one of these. Longest first does not matter: all are tried. Enough for matching terms, not a grammar.
 */
const endings: Readonly<Record<string, readonly string[]>> = {
  en: ['', 's', 'es'],
  de: ['', 'e', 'en', 'n', 'er', 'ern', 'es', 's', 'em', 'nen'],
  fr: ['', 's', 'x', 'es', 'e'],
  es: ['', 's', 'es', 'a', 'o', 'as', 'os'],
  pt: ['', 's', 'es', 'a', 'o', 'as', 'os', 'ões', 'ão', 'is', 'l'],
  it: ['', 'a', 'o', 'e', 'i'],
  nl: ['', 's', 'en', 'e', 'n', 'eren'],
  pl: [
    '',
    'a',
    'ą',
    'ę',
    'e',
    'y',
    'i',
    'o',
    'u',
    'em',
    'ie',
    'ów',
    'om',
    'ami',
    'ach',
    'ej',
    'ego',
    'emu',
    'ym',
    'ych',
    'ymi',
    'iego',
    'owi',
    'ię',
    'ia',
    'iami',
  ],
  ru: [
    '',
    'а',
    'я',
    'о',
    'е',
    'ё',
    'и',
    'ы',
    'у',
    'ю',
    'ой',
    'ей',
    'ою',
    'ом',
    'ем',
    'ам',
    'ям',
    'ами',
    'ями',
    'ах',
    'ях',
    'ов',
    'ев',
    'ый',
    'ий',
    'ая',
    'яя',
    'ое',
    'ее',
    'ые',
    'ие',
    'ого',
    'его',
    'ому',
    'ему',
    'ым',
    'им',
    'ых',
    'их',
    'ую',
    'юю',
    'ь',
    'ью',
    'ью',
    'ыми',
    'ими',
    'ия',
    'ии',
    'ию',
  ],
  tr: [
    '',
    'i',
    'ı',
    'u',
    'ü',
    'si',
    'sı',
    'su',
    'sü',
    'a',
    'e',
    'ya',
    'ye',
    'da',
    'de',
    'ta',
    'te',
    'dan',
    'den',
    'nın',
    'nin',
    'nun',
    'nün',
    'ın',
    'in',
    'un',
    'ün',
    'lar',
    'ler',
    'ları',
    'leri',
    'ların',
    'lerin',
    'yı',
    'yi',
    'yu',
    'yü',
    'sını',
    'sini',
    'lı',
    'li',
    'lu',
    'lü',
    'lara',
    'lere',
    'ında',
    'inde',
  ],
  ar: ['', 'ات', 'ين', 'ان', 'ه', 'ها', 'ي', 'ا', 'يه'],
  sw: ['', 'ni'],
};
const shortestStem = 3;

/** Lower case without accents, with the letters that Arabic writers exchange freely made one. */
export function foldWord(word: string, language: string): string {
  if (language === 'ar') {
    return word
      .replace(/[\u064B-\u0652\u0640]/gu, '')
      .replace(/[أإآٱ]/gu, 'ا')
      .replace(/ى/gu, 'ي')
      .replace(/ة/gu, 'ه');
  }
  const lower = language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase();
  return language === 'ru'
    ? lower.replaceAll('ё', 'е')
    : lower
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC');
}

const stems = (word: string, list: readonly string[]): string[] =>
  list
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= shortestStem)
    .map((ending) => word.slice(0, word.length - ending.length));

/** Are two folded words the same but for inflection? */
export function sameWord(word: string, term: string, language: string): boolean {
  if (word === term) return true;
  if (language === 'ar') return arabicForms(word).some((form) => form === term || sameStem(form, term, language));
  if (language === 'sw') return swahiliSingular(word) === swahiliSingular(term);
  return sameStem(word, term, language);
}

function sameStem(word: string, term: string, language: string): boolean {
  const list = endings[language];
  if (!list || word.length < shortestStem || term.length < shortestStem) return false;
  // A nominal stem keeps its vowel in French: porte is not port.
  const own = new Set(
    stems(term, language === 'fr' || language === 'en' ? ['', ...(term.endsWith('s') ? ['s'] : [])] : list),
  );
  return stems(word, list).some((stem) => own.has(stem));
}

/** Without conjunction, preposition and article: والباب, بالباب, للباب → باب. */
function arabicForms(word: string): string[] {
  const forms = [word];
  for (const prefix of ['ال', 'وال', 'بال', 'فال', 'كال', 'لل', 'و', 'ب', 'ل']) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 2) forms.push(word.slice(prefix.length));
  }
  return forms;
}

/** Noun classes: mi- → m-, vi- → ki-, ma- → ∅. */
function swahiliSingular(word: string): string {
  if (/^mi\p{L}{3}/u.test(word)) return `m${word.slice(2)}`;
  if (/^vi\p{L}{3}/u.test(word)) return `ki${word.slice(2)}`;
  return /^ma\p{L}{4}/u.test(word) ? word.slice(2) : word;
}
