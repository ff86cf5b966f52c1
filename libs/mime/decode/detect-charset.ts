import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const SAMPLE = 6_000;

// The most frequent characters of running text tell the languages (and so the charsets) of East Asia apart.
const SIMPLIFIED = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运您好请谢邮件',
);
const TRADITIONAL = new Set(
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運您請謝郵',
);

interface Candidate {
  label: string;
  decoder: TextDecoder;
  /** 0 … 1: how much of the text looks like ordinary writing of that charset's languages. */
  score: (text: string) => number;
}

function share(text: string, test: (char: string, code: number) => number): number {
  let wide = 0;
  let good = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    wide++;
    good += test(char, code);
  }
  return wide === 0 ? 0 : good / wide;
}

const isKana = (code: number) => code >= 0x3041 && code <= 0x30ff;
const isWideMark = (code: number) => (code >= 0x3000 && code <= 0x3020) || (code >= 0xff00 && code <= 0xff60);
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

function chinese(common: Set<string>): (text: string) => number {
  return (text) =>
    share(text, (char, code) => {
      if (common.has(char)) return 1;
      if (isHan(code)) return 0.45;
      return isWideMark(code) || (code >= 0x2010 && code <= 0x2026) ? 0.6 : 0;
    });
}

// Common Japanese text is at least a third kana; half-width kana is what other charsets look like when misread.
const japanese = (text: string) =>
  share(text, (char, code) => {
    if (isKana(code)) return 1;
    if (isHan(code)) return TRADITIONAL.has(char) || SIMPLIFIED.has(char) ? 0.7 : 0.45;
    return isWideMark(code) ? 0.6 : 0;
  });
const korean = (text: string) =>
  share(text, (_char, code) =>
    code >= 0xac00 && code <= 0xd7a3 ? 0.9 : isWideMark(code) ? 0.5 : isHan(code) ? 0.1 : 0,
  );

// Running Cyrillic is mostly lower case and never changes from lower to upper inside a word; the wrong one of
// KOI8-R and windows-1251 swaps the cases.
function cyrillic(text: string): number {
  // Cyrillic inside of a Latin word is a Latin letter misread.
  if (/[a-z][\u0400-\u045f]|[\u0400-\u045f][a-z]/i.test(text)) {
    const mixed = text.match(/[a-z][\u0400-\u045f]|[\u0400-\u045f][a-z]/gi)?.length ?? 0;
    const wide = text.match(/[\u0400-\u045f]/g)?.length ?? 0;
    if (mixed * 5 > wide) return 0;
  }
  const words = text.match(/[\u0400-\u045f]+/g) ?? [];
  let good = 0;
  let wide = 0;
  for (const word of words) {
    wide += word.length;
    if (/^[\u0400-\u042f]?[\u0430-\u045f]+$/.test(word)) good += word.length;
    else if (/^[\u0400-\u042f]+$/.test(word)) good += word.length * 0.5;
  }
  const other = text.replace(/[\u0000-\u007f\u0400-\u045f«»—–№“”„…]/g, '').length;
  return wide < 2 ? 0 : (good / (wide + other * 3)) * 0.97;
}

const fatal = (label: string) => new TextDecoder(label, { fatal: true });
const MULTIBYTE: Candidate[] = [
  { label: 'gb18030', decoder: fatal('gb18030'), score: chinese(SIMPLIFIED) },
  { label: 'big5', decoder: fatal('big5'), score: chinese(TRADITIONAL) },
  { label: 'shift_jis', decoder: fatal('shift_jis'), score: japanese },
  { label: 'euc-jp', decoder: fatal('euc-jp'), score: japanese },
  { label: 'euc-kr', decoder: fatal('euc-kr'), score: korean },
];
const CYRILLIC: Candidate[] = [
  { label: 'windows-1251', decoder: fatal('windows-1251'), score: cyrillic },
  { label: 'koi8-r', decoder: fatal('koi8-r'), score: cyrillic },
];

function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE) return bytes;
  let first = 0;
  while (first < bytes.length && (bytes[first] as number) < 0x80) first++;
  const start = bytes.lastIndexOf(10, first) + 1;
  const slice = bytes.subarray(start, start + SAMPLE);
  // End at a line so that no character is cut in two.
  const end = slice.lastIndexOf(10);
  return end > 0 ? slice.subarray(0, end) : slice;
}

function highShare(bytes: Buffer): { share: number; longestRun: number } {
  let high = 0;
  let letters = 0;
  let run = 0;
  let longestRun = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      high++;
      run++;
      if (run > longestRun) longestRun = run;
    } else {
      run = 0;
      if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) letters++;
    }
  }
  return { share: high / Math.max(1, high + letters), longestRun };
}

function tryDecode(candidate: Candidate, bytes: Buffer): number {
  try {
    return candidate.score(candidate.decoder.decode(bytes));
  } catch {
    return 0;
  }
}

/** The ISO 2022 or HZ family by its escape sequences; null when there are none. */
export function detectEscapes(bytes: Buffer): 'iso-2022-jp' | 'iso-2022-kr' | 'hz' | null {
  const esc = bytes.indexOf(0x1b);
  if (esc >= 0) {
    const text = bytes.toString('latin1', esc, Math.min(bytes.length, esc + 4));
    if (/^\x1b(?:\$[@B]|\$\([@BDOQ]|\(I)/.test(text)) return 'iso-2022-jp';
    if (text.startsWith('\x1b$)C')) return 'iso-2022-kr';
    if (bytes.indexOf('\x1b$B') >= 0 || bytes.indexOf('\x1b$@') >= 0) return 'iso-2022-jp';
  }
  const hz = bytes.indexOf('~{');
  return hz >= 0 && bytes.indexOf('~}', hz) > hz + 3 ? 'hz' : null;
}

/**
 * Guesses the charset of 8-bit text without a (credible) label. Deterministic; looks at a sample of 6 kB.
 * @param hint label used elsewhere in the same message, preferred when it fits about as well
 */
export function detectCharset(bytes: Buffer, hint: string | null = null): string {
  const sample = sampleOf(bytes);
  if (isUtf8(sample)) return 'utf-8';
  const { share: high, longestRun } = highShare(sample);
  let best = { label: 'windows-1252', score: high < 0.25 && longestRun <= 3 ? 0.75 : 0.35 };
  for (const candidate of [...MULTIBYTE, ...CYRILLIC]) {
    const score = tryDecode(candidate, sample) + (candidate.label === hint ? 0.2 : 0);
    if (score > best.score) best = { label: candidate.label, score };
  }
  return best.label;
}
