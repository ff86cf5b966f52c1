/**
 * Small numbers in words, 1 to 12: 'two doors' ↔ '2 doors' is a faithful translation, so a word may stand for a number,
 * but is never demanded. Entries in order from one; spellings of one number by '/'.
 */
const tables: Readonly<Record<string, string>> = {
  en: 'one/a/an/single/once two/both/pair/double/twice three/triple four five six seven eight nine ten eleven twelve/dozen',
  de: 'ein/eine/einen/einem/einer/eines/eins/einmal/einflügelig zwei/beide/beiden/paar/zweimal/zweiflügelig/doppel drei/dreimal/dreifach vier fünf sechs sieben acht neun zehn elf zwölf/dutzend',
  fr: 'un/une/seul/seule deux/paire/double/deuxième trois/triple quatre cinq six sept huit neuf dix onze douze/douzaine',
  es: 'un/una/uno/sola/solo dos/par/doble/ambas/ambos tres/triple cuatro cinco seis siete ocho nueve diez once doce/docena',
  pt: 'um/uma/só dois/duas/par/dupla/duplo/ambas três/triplo quatro cinco seis sete oito nove dez onze doze/dúzia',
  it: 'un/una/uno/unico due/paio/doppia/doppio/entrambe/coppia tre/triplo quattro cinque sei sette otto nove dieci undici dodici/dozzina',
  nl: 'een/één/enkele twee/beide/paar/dubbele/dubbel drie/drievoudig vier vijf zes zeven acht negen tien elf twaalf/dozijn',
  sv: 'en/ett två/båda/par tre fyra fem sex sju åtta nio tio elva tolv/dussin',
  da: 'en/et/én/ét to/begge/par tre fire fem seks syv otte ni ti elleve tolv/dusin',
  no: 'en/et/ei/én/ett to/begge/par tre fire fem seks sju/syv åtte ni ti elleve tolv/dusin',
  pl: 'jeden/jedna/jedno/jedną/jednej dwa/dwie/dwoje/dwóch/dwu/para/dwuskrzydłowe trzy/trzech/troje/trzyszybowy cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem dziewięć dziesięć jedenaście dwanaście',
  cs: 'jeden/jedna/jedno/jedny/jednu dva/dvě/dvoje/dvou/dvojí tři/tří/troje čtyři/čtyř pět/pěti šest sedm osm devět deset jedenáct dvanáct/tucet',
  ro: 'un/o/una/unu doi/două/ambele trei patru cinci șase șapte opt nouă zece unsprezece doisprezece',
  ru: 'один/одна/одно/одну/одной/одного/одностворчатый/одностворчатые два/две/двух/двое/пара/двойной/двумя/оба/обе три/трёх/трех/трое четыре/четырёх/четырех пять/пяти шесть/шести семь восемь девять десять одиннадцать двенадцать/дюжина',
  uk: "один/одна/одне/одну два/дві/двох/обидві три/трьох чотири пʼять/п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
  tr: 'bir/tek iki/çift/ikisi üç/üçü dört beş altı yedi sekiz dokuz on on-bir on-iki/düzine',
  ar: 'واحد/واحدة/واحده/مفرد اثنان/اثنين/اثنتين/مزدوج/بابين/نافذتين/شباكين/ضلفتين/يومين/أسبوعين/شهرين/قطعتين ثلاثة/ثلاث/تلات/ثلاثي أربعة/أربع/اربعة/اربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر أحد-عشر اثنا-عشر/دزينة',
  he: 'אחד/אחת שניים/שתיים/שני/שתי/שתי שלושה/שלוש ארבעה/ארבע חמישה/חמש שישה/שש שבעה/שבע שמונה תשעה/תשע עשרה/עשר אחד-עשר שנים-עשר',
  sw: 'moja/mmoja/kimoja mbili/wawili/viwili/miwili tatu/mitatu/vitatu nne/minne tano sita saba nane tisa kumi kumi-na-moja kumi-na-mbili',
  vi: 'một hai/đôi/kép ba bốn/tư năm sáu bảy tám chín mười mười-một mười-hai/tá',
  id: 'satu/sebuah/seunit/tunggal dua/kedua/ganda/sepasang tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua-belas/lusin',
  tl: 'isa/isang dalawa/dalawang/pares tatlo/tatlong apat lima/limang anim pito walo siyam sampu onse dosena',
  hi: 'एक दो/दोनों तीन चार पांच/पाँच छह/छः सात आठ नौ दस ग्यारह बारह',
};

const counters = '[개세트장쪽짝벌조]';

const chinese: Readonly<Record<string, number>> = {
  一: 1,
  单: 1,
  單: 1,
  二: 2,
  两: 2,
  兩: 2,
  双: 2,
  雙: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const chineseNumber = /[一二两兩三四五六七八九]?十[一二三四五六七八九]?|[一二两兩双雙单單三四五六七八九]/gu;
const korean: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
};

export interface NumberWord {
  value: number;
  start: number;
  end: number;
}

const words = new Map<string, ReadonlyMap<string, number>>(
  Object.entries(tables).map(([language, list]) => [
    language,
    new Map(
      list.split(' ').flatMap((spellings, at) => spellings.split('/').map((word): [string, number] => [word, at + 1])),
    ),
  ]),
);

function chineseValue(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  if (!text.includes('十')) return chinese[text] ?? 0;
  return (tens ? (chinese[tens] ?? 1) : 1) * 10 + (ones ? (chinese[ones] ?? 0) : 0);
}

/** Numbers said in words. In Chinese, Japanese and Korean any such sign counts: it is only ever a permission. */
export function numberWords(text: string, language: string): NumberWord[] {
  if (language === 'zh' || language === 'ja') {
    return [...text.matchAll(chineseNumber)].map((match) => ({
      value: chineseValue(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
  }
  if (language === 'ko') {
    const pattern = new RegExp(`(${Object.keys(korean).join('|')})(?= ?${counters}| |[가-힣])`, 'gu');
    return [...text.matchAll(pattern)].map((match) => ({
      value: korean[match[1] ?? ''] ?? 0,
      start: match.index,
      end: match.index + match[0].length,
    }));
  }
  const table = words.get(language);
  if (!table) return [];
  return [...text.matchAll(/[\p{L}\p{M}']+/gu)].flatMap((match) => {
    const value = lookup(table, match[0].toLowerCase());
    return value ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** The word itself, without an elided article (d'une) or an Arabic conjunction, or the first half of a compound (zweiflügelig). */
function lookup(table: ReadonlyMap<string, number>, word: string): number | undefined {
  return (
    table.get(word) ??
    table.get(word.split("'").pop() ?? '') ??
    (/^[وبلف]\p{Script=Arabic}/u.test(word)
      ? (table.get(word.slice(1)) ?? table.get(word.replace(/^و?ال/u, '')))
      : undefined)
  );
}
