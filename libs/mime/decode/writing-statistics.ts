// How much a decoded text looks like ordinary writing, 0 … 1, by the characters that running text is made of.

const SIMPLIFIED = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运您好请谢邮件尺寸宽毫米订单价格客户产品报价付款发货木窗钢',
);
const TRADITIONAL = new Set(
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運您請謝郵寬訂單價客戶貨錢扇窗鋼',
);
const HANGUL = new Set(
  '이다는을의에가하고한지은를로기사도나시대자어서리아그인들정해수일보있제것니면전여있부라요원상만적구성주장조과동스거문소마세유습관공국발경저신내음까계선없위안학생화용물했때게모된연결년중분행방미트당회비차명더우실건바무금할체치재통교선진드럼료외오데님십감합럽입답습금격품송받많좋않겠려왔싶',
);

const isKana = (code: number) => code >= 0x3041 && code <= 0x30ff;
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
const isWideMark = (code: number) => (code >= 0x3000 && code <= 0x3020) || (code >= 0xff00 && code <= 0xff60);

function mean(text: string, weigh: (char: string, code: number) => number): number {
  let wide = 0;
  let good = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    wide++;
    good += weigh(char, code);
  }
  return wide === 0 ? 0 : good / wide;
}

function chinese(common: Set<string>): (text: string) => number {
  return (text) =>
    mean(text, (char, code) => {
      if (common.has(char)) return 1;
      if (isHan(code)) return 0.4;
      return isWideMark(code) || (code >= 0x2010 && code <= 0x2026) || code === 0xd7 ? 0.6 : 0;
    });
}

export const simplifiedChinese = chinese(SIMPLIFIED);
export const traditionalChinese = chinese(TRADITIONAL);

/** Common Japanese text is at least a third kana; half-width kana is what other charsets look like when misread. */
export function japanese(text: string): number {
  return mean(text, (char, code) => {
    if (isKana(code)) return 1;
    if (isHan(code)) return TRADITIONAL.has(char) || SIMPLIFIED.has(char) ? 0.7 : 0.4;
    return isWideMark(code) || (code >= 0x2460 && code <= 0x2473) ? 0.6 : 0;
  });
}

export function korean(text: string): number {
  return mean(text, (char, code) => {
    if (code >= 0xac00 && code <= 0xd7a3) return HANGUL.has(char) ? 1 : 0.35;
    return isWideMark(code) ? 0.5 : 0;
  });
}

interface Alphabet {
  letters: RegExp;
  /** The dozen most frequent letters of running text. */
  frequent: Set<string>;
  /** Their share of all letters in real text. */
  usual: number;
}

const alphabet = (letters: RegExp, frequent: string, usual: number): Alphabet => ({
  letters,
  frequent: new Set(frequent),
  usual,
});
const CYRILLIC = alphabet(/[\u0400-\u045f\u0490\u0491]/, 'оеаинтсрвлкміОЕАИНТСРВЛКМ', 0.7);
const GREEK = alphabet(/[\u0384-\u03ce]/, 'αοιετσνηυρπκςΑΟΙΕΤΣΝΗΥΡΠΚ', 0.68);
const HEBREW = alphabet(/[\u05d0-\u05ea]/, 'יוהלאמרתבשנכ', 0.72);
const ARABIC = alphabet(/[\u0621-\u064a\u067e\u0686\u06af]/, 'اليمونرتبةعدسفهأ', 0.75);
const THAI = alphabet(/[\u0e01-\u0e5b]/, 'านรอกเง่้มยวลดตทสะ', 0.65);

// Letters of another script inside of a Latin word are Latin letters misread; the wrong one of two Cyrillic charsets
// swaps the cases, so that capitals stand inside of words.
function writing(text: string, { letters, frequent, usual }: Alphabet): number {
  let wide = 0;
  let own = 0;
  let common = 0;
  let torn = 0;
  let before = ' ';
  for (const char of text) {
    const isOwn = letters.test(char);
    if (char >= '\u0080') wide++;
    if (isOwn) own++;
    if (isOwn && frequent.has(char)) common++;
    if ((isOwn && /[a-z]/i.test(before)) || (/[a-z]/i.test(char) && letters.test(before))) torn++;
    if (isOwn && /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) torn++;
    before = char;
  }
  if (own < 3) return 0;
  return Math.max(0, Math.min(1, common / own / usual) * (own / wide) - torn / own);
}

export const cyrillic = (text: string) => writing(text, CYRILLIC) * 0.97;
export const greek = (text: string) => writing(text, GREEK) * 0.95;
export const hebrew = (text: string) => writing(text, HEBREW) * 0.95;
export const arabic = (text: string) => writing(text, ARABIC) * 0.95;
export const thai = (text: string) => writing(text, THAI) * 0.95;

const OPENING = /[«“‘„‚¿¡§£€$×–—]/;
const CLOSING = /[»”’…°²³®™©€–—×]/;

// Signs stand before or behind a word, letters inside of it; what breaks the rule is a letter of another charset.
function signFits(before: string, sign: string, after: string): number {
  const opens = /\p{L}/u.test(after);
  const closes = /\p{L}/u.test(before);
  if (opens && closes) return /[’–—]/.test(sign) ? 0.8 : 0;
  if (opens) return OPENING.test(sign) ? 0.7 : 0.1;
  if (closes) return CLOSING.test(sign) ? 0.7 : 0.1;
  return 0.7;
}

/** Latin text: letters beyond ASCII stand between letters, signs do not. */
export function latin(text: string): number {
  let wide = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char < '\u0080') continue;
    wide++;
    const before = text[i - 1] ?? '';
    const after = text[i + 1] ?? '';
    if (/\p{L}/u.test(char)) good += /[a-z]/i.test(before) || /[a-z]/i.test(after) ? 1 : 0.4;
    else good += signFits(before, char, after);
  }
  return wide === 0 ? 0 : good / wide;
}
