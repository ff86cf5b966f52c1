import { foldTerm } from '../text/fold.ts';

/** What a unit word stands for. `chi` and `cun` (尺, 寸) are several units in use; they are read as feet and inches and asked about. */
export type LengthUnit = 'mm' | 'cm' | 'dm' | 'm' | 'in' | 'ft' | 'yd' | 'si' | 'tenth';

/** Millimetres in one unit, exact. `si` is the hundredth of a millimetre of the sheet trade (丝), `tenth` that of `tôle 15/10`. */
export const millimetresIn: Readonly<Record<LengthUnit, number>> = {
  mm: 1,
  cm: 10,
  dm: 100,
  m: 1000,
  in: 25.4,
  ft: 304.8,
  yd: 914.4,
  si: 0.01,
  tenth: 0.1,
};

/** Spellings, folded when compared; `*` stands for any ending. Source: spec-domain §6.1. */
const spellings: Readonly<Record<LengthUnit, string>> = {
  mm: 'mm mms milim mill millim* milim* milli mili 毫米 公厘 厘 耗 мм миллиметр* ملم مم ملي مللي مليمتر* ميليمتر* milimita ミリ ミリメートル 밀리 밀리미터 มม มิล มิลลิเมตร मिमी מ"מ ממ χιλ χιλιοστ*',
  cm: 'cm cms cm2x centim* zentim* sentim* santim* centy* 厘米 公分 糎 см сантиметр* سم سنتي سنتيمتر* سانتي* センチ センチメートル 센치 센티 센티미터 ซม เซนติเมตร सेमी ס"מ סמ εκ εκατοστ* phan',
  dm: 'dm decim* dezim* дм дециметр*',
  m: 'm mt mts mtr mtrs meter* metre* metro* metr* metri mita метр* м 米 公尺 متر امتار مترين メートル 미터 เมตร ม मीटर מטר מ μετρ* met thuoc',
  in: "in inch inches inchi inci \" '' zoll zolls pouce* po pol pols polegada* pulg pulgada* pulgs pollic* cal cale cali calowe duim inc дюйм* بوصه بوصات انش اينش إنش انشات インチ 인치 นิ้ว इंच אינץ' אינץ אינצ* 英寸 英吋 吋 寸 tum tommer tuum* palcu palce palec ιντσ* pulgadas hüvelyk*",
  ft: "ft feet foot fit ' fuß fuss pied* pi pie pies pe pes piedi piede stop stopy фут* ayak قدم اقدام futi フィート 피트 ฟุต फुट फीट 呎 英尺 尺 talampakan voet kaki רגל πόδι*",
  yd: 'yd yard yards ярд* ياردة',
  si: '丝 絲 条 道',
  tenth: '',
};
/** Only after a figure of one or two decimals and in languages where nothing else is meant by it. */
export const ambiguousUnitWords = new Set(['尺', '寸', '吋', '厘', '条', '道']);

interface UnitWord {
  unit: LengthUnit;
  word: string;
  isPrefix: boolean;
}
const words: UnitWord[] = /* @__PURE__ */ (Object.entries(spellings) as [LengthUnit, string][])
  .flatMap(([unit, list]) =>
    list
      .split(' ')
      .filter(Boolean)
      .map((w) => ({ unit, word: foldTerm(w.replace('*', '')), isPrefix: w.endsWith('*') })),
  )
  .sort((a, b) => b.word.length - a.word.length);

const byFirst = new Map<string, UnitWord[]>();
for (const w of words) {
  const first = w.word[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), w]);
}
const letter = /[\p{L}\p{M}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Short words that are units only where they cannot be another word: `in` and what may follow it, `m`, `pi`, `po`, `pe`. */
const afterShort =
  /^(?:\.?\s*(?:$|[x×*)\]/,;:.+\-\n'"]|by\b|wide|high|tall|thick|deep|long|w\b|h\b|and\b|[0-9]|[^a-z\s]))/;
const treacherous = new Set([
  'in',
  'pi',
  'po',
  'pe',
  'pol',
  'fit',
  'stop',
  'met',
  'cal',
  'inc',
  'm',
  'phan',
  'tum',
  'met',
  'pie',
  'mill',
]);
const notInches = /^\s+(?:the|a|an|my|our|this|your|china|one|two|total|stock|steel|white|black|ral)\b/;

/**
 * The unit word that begins at a place of a folded text, or null.
 * @param own unit words that the language of the text uses; short Latin ones of other languages are then not taken
 */
export function unitAt(
  folded: string,
  at: number,
  language?: string,
): { unit: LengthUnit; word: string; end: number } | null {
  for (const w of byFirst.get(folded[at] ?? '') ?? []) {
    if (!folded.startsWith(w.word, at)) continue;
    let end = at + w.word.length;
    if (letter.test(w.word[0]!) && !unspaced.test(w.word[0]!)) {
      const hasMore = letter.test(folded[end] ?? '');
      if (hasMore && !w.isPrefix) continue;
      while (letter.test(folded[end] ?? '') && !unspaced.test(folded[end] ?? '')) end += 1;
    }
    if (treacherous.has(w.word) && !fits(w, folded, end, language)) continue;
    if (
      folded[end] === '.' &&
      /^\.(?=\s|,|$|\)|x|×)/.test(folded.slice(end, end + 2)) &&
      /^(?:in|ft|pulg|pol|mt|mts|cm|mm|m|inc)$/.test(w.word)
    )
      if (/^\.\s*(?:[a-zà-ÿ0-9(×]|x\b)/.test(folded.slice(end, end + 4)) && !/^\.\s+[A-Z]/.test(folded.slice(end)))
        // The dot of an abbreviation belongs to it, unless a new sentence begins.
        end += 1;
    return { unit: w.unit, word: w.word, end };
  }
  return null;
}

const ownUnits: Readonly<Record<string, RegExp>> = {
  pi: /^fr/,
  po: /^fr/,
  pe: /^pt/,
  pie: /^(?:es|en)/,
  pol: /^pt/,
  fit: /^tr/,
  inc: /^tr/,
  stop: /^pl/,
  cal: /^pl/,
  met: /^vi/,
  phan: /^vi/,
  tum: /^(?:sv|da|no|nb)/,
};

function fits(w: UnitWord, folded: string, end: number, language: string | undefined): boolean {
  const after = folded.slice(end, end + 14);
  const own = ownUnits[w.word];
  if (own) return !language || own.test(language);
  if (w.word === 'in')
    return (
      !notInches.test(after) &&
      (afterShort.test(after) ||
        /^\s+(?:wide|high|tall|thick|deep|long|x|by|jamb|wall|door|clear|rough|opening|width|height)/.test(after))
    );
  return true;
}
