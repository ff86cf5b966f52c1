export type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'time'
  | 'temperature'
  | 'percent'
  | 'angle'
  | 'electric'
  | 'power'
  | 'sound'
  | 'pressure'
  | 'transmittance';

export interface Unit {
  id: string;
  dimension: Dimension;
  /** One of it in the dimension's base unit; 0 where only the same unit compares. */
  factor: number;
}

interface Entry extends Unit {
  /** Spellings, lower case, alternatives of a regular expression. */
  spellings: string;
}

/** Spellings of units in the languages of our markets; words with their inflections. Written for this project. */
const table: readonly Entry[] = [
  {
    id: 'W/m2K',
    dimension: 'transmittance',
    factor: 1,
    spellings: 'w\\/\\(?m(?:²|2|\\^2)[·. x]?k\\)?|вт\\/\\(?м(?:²|2)[·. x]?[кк°с]*\\)?',
  },
  {
    id: 'mm',
    dimension: 'length',
    factor: 1,
    spellings:
      'mm|m\\/m|millim(?:et(?:er|re)s?|ètres?)|milímetros?|millimetri|milimetr[yóo]?w?|millimeter[ns]?|миллиметр(?:а|ов|ы)?|мм|毫米|公厘|ミリ(?:メートル)?|㎜|밀리(?:미터)?|مم|ملم|مللي|ملليمتر|ملي|מ"מ|milimita|milimetre|ly|mili|มม\\.?',
  },
  {
    id: 'cm',
    dimension: 'length',
    factor: 10,
    spellings:
      'cm|cms|centim(?:et(?:er|re)s?|ètres?)|centímetros?|centimetri|centymetr[yóo]?w?|zentimeter[ns]?|сантиметр(?:а|ов|ы)?|см|厘米|公分|センチ(?:メートル)?|㎝|센티(?:미터)?|سم|سنتيمتر|سنتي|ס"מ|sentimita|santimetre|santim|phân|ซม\\.?',
  },
  {
    id: 'm2',
    dimension: 'area',
    factor: 1,
    spellings:
      'm²|m2|m\\^2|sqm|sq\\.? ?m|square met(?:er|re)s?|quadratmeter[ns]?|qm|mètres? carrés?|metros? cuadrados?|metros? quadrados?|metri quadr[ai]t?i?|mq|кв\\.? ?м|м²|м2|квадратн\\p{L}+ метр\\p{L}*|平方米|平米|㎡|平方公尺|م2|م²|متر مربع|metrekare|m kw\\.?|제곱미터',
  },
  {
    id: 'm3',
    dimension: 'volume',
    factor: 1000,
    spellings:
      'm³|m3|cbm|cubic met(?:er|re)s?|kubikmeter[ns]?|mètres? cubes?|metros? cúbicos?|metri cubi|куб\\.? ?м|м³|м3|立方米|立方公尺|方|㎥|متر مكعب|م3|م³|metreküp|입방미터|立米|mét khối|meter kubik',
  },
  { id: 'sqft', dimension: 'area', factor: 0.09290304, spellings: 'sq\\.? ?ft|sqft|square f(?:ee|oo)t|ft²|ft2' },
  {
    id: 'km',
    dimension: 'length',
    factor: 1e6,
    spellings:
      'km|kilom(?:et(?:er|re)s?|ètres?)|kilómetros?|quilómetros?|quilômetros?|chilometri|км|километр\\p{L}*|公里|千米|キロメートル|كم|كيلومتر|kilomita',
  },
  { id: 'dm', dimension: 'length', factor: 100, spellings: 'dm|dezimeter|décimètres?|дм' },
  {
    id: 'm',
    dimension: 'length',
    factor: 1000,
    spellings:
      "m|mt|mts|mtrs?|met(?:er|re)s?|mètres?|metros?|metri|metr(?:y|ów|a|ę)?|metern?|метр(?:а|ов|ы|е)?|м|米|公尺|メートル|미터|م|متر(?:ا|اً|ين)?|أمتار|מטר|מ'|mita|metre|mét|ม\\.|เมตร",
  },
  {
    id: 'in',
    dimension: 'length',
    factor: 25.4,
    spellings:
      "\"|''|inch(?:es)?|zoll|pouces?|po|pulgadas?|pulg|polegadas?|pol|pollici|pollice|cal(?:e|i|a)?|дюйм(?:а|ов|ы)?|英寸|吋|寸|インチ|인치|بوصة|بوصات|إنش|انش|אינץ'?|inchi|inç|inci|นิ้ว|duim|tum|tommer",
  },
  {
    id: 'ft',
    dimension: 'length',
    factor: 304.8,
    spellings:
      "ft|feet|foot|'|fuß|pieds?|pi|pies?|pés?|piedi|st(?:óp|opy|opa)|фут(?:а|ов|ы)?|英尺|呎|尺|フィート|피트|قدم|أقدام|futi|ayak|fit|ฟุต|voet",
  },
  { id: 'yd', dimension: 'length', factor: 914.4, spellings: 'yd|yds|yards?|码|碼|ярд\\p{L}*' },
  {
    id: 'um',
    dimension: 'length',
    factor: 0.001,
    spellings: 'µm|μm|um|microns?|micras?|micromètres?|мкм|микрон\\p{L}*|微米|ميكرون|mikron|µ|μ',
  },
  {
    id: 'kg',
    dimension: 'mass',
    factor: 1000,
    spellings:
      'kgs?|kilos?|kilogram(?:m|mes|me|s|men|mów|mi)?|kilogramos?|quilos?|quilogramas?|chili|chilogrammi|кг|килограмм\\p{L}*|кило|公斤|千克|キロ(?:グラム)?|킬로(?:그램)?|كجم|كغ|كغم|كيلو(?:غرام|جرام)?|ק"ג|kilogramu|kilo|กก\\.?|กิโล',
  },
  {
    id: 'g',
    dimension: 'mass',
    factor: 1,
    spellings: 'g|gr|grams?|grammes?|gramm|gramos?|gramas?|grammi|гр?|грамм\\p{L}*|克|グラム|그램|جرام|غرام|gramu',
  },
  {
    id: 't',
    dimension: 'mass',
    factor: 1e6,
    spellings: 't|tons?|tonnes?|tonnen|toneladas?|tonnellate|т|тонн\\p{L}*|吨|噸|トン|톤|طن|tani',
  },
  { id: 'lb', dimension: 'mass', factor: 453.59237, spellings: 'lbs?|pounds?|livres?|libras?|pfund|磅|фунт\\p{L}*' },
  {
    id: 'min',
    dimension: 'time',
    factor: 60,
    spellings:
      'min|mins|minutes?|minuten|minut(?:os?|i|y|ę|er|a|u)?|мин|минут\\p{L}*|хв|分钟|分鐘|分间|分間|분|دقيقة|دقائق|דקות|dk|dakika\\p{L}*|dakika|menit|phút|นาที|perc',
  },
  {
    id: 'h',
    dimension: 'time',
    factor: 3600,
    spellings:
      'h|hrs?|hours?|stunden?|std|heures?|horas?|or[ae]|uur|uren|godzin[yę]?|час(?:а|ов|ы)?|小时|小時|時間|시간|ساعة|ساعات|שעות|saat\\p{L}*|masaa|jam|giờ|ชั่วโมง|timer|timmar|hodin[ya]?',
  },
  {
    id: 'd',
    dimension: 'time',
    factor: 86400,
    spellings:
      '(?:working |business )?days?|werktagen?|werktage|jours?(?: ouvr(?:é|able)s?)?|(?:个|個)?工作(?:日|天)|営業日|日(?=以内|内|後|后|间|間|です|ほど|程|で|くらい|ぐらい|目|かか)|рабочи\\p{L}+ дн\\p{L}+|tagen?|tage|jours?|días?(?: hábiles)?|dias?(?: úteis)?|giorni|giorno|dagen|dag(?:ar|e)?|dni|dnia|дн(?:я|ей|і|ів)|день|天|日间|日間|일|يوم(?:ا|اً)?|أيام|ימים|gün\\p{L}*|siku|hari|ngày|วัน|zile|dní|päivää',
  },
  {
    id: 'wk',
    dimension: 'time',
    factor: 604800,
    spellings:
      'wks?|weeks?|wochen?|semaines?|semanas?|settimane|settimana|weken|tygodn(?:i|ie|iu|a)|недел(?:я|и|ь|ю|е)|周|週間?|星期|礼拜|주|أسابيع|أسبوع(?:ين)?|اسابيع|שבועות|hafta\\p{L}*|wiki|minggu|tuần|สัปดาห์|veckor|uker|uger|săptămâni|týdn\\p{L}+|viikkoa',
  },
  {
    id: 'mon',
    dimension: 'time',
    factor: 2629800,
    spellings:
      'months?|monaten?|monate|mois|meses|mês|mes|mesi|mese|maanden|maand|miesi[ąę]c\\p{L}*|месяц(?:а|ев|ы)?|个月|個月|ヶ月|か月|カ月|개월|أشهر|شهر(?:ا|اً)?|شهور|חודשים|ay|miezi|bulan|tháng|เดือน|månader|måneder|luni|měsíc\\p{L}*|kuukautta',
  },
  {
    id: 'yr',
    dimension: 'time',
    factor: 31557600,
    spellings:
      'yrs?|years?|jahren?|jahre|ans?|années?|años?|anos?|anni|anno|jaar|jaren|lat|lata|rok|roku|год(?:а|ы)?|лет|年|년|سنوات|سنة|شנים|שנים|yıl\\p{L}*|miaka|tahun|năm|ปี|år|ani|let|vuotta',
  },
  {
    id: 'C',
    dimension: 'temperature',
    factor: 0,
    spellings: '° ?c|℃|grad celsius|degrees? (?:celsius|c)|градус\\p{L}*(?: цельсия)?|摄氏度|度|درجة مئوية',
  },
  { id: 'F', dimension: 'temperature', factor: 0, spellings: '° ?f|℉|degrees? (?:fahrenheit|f)|华氏度' },
  { id: 'deg', dimension: 'angle', factor: 1, spellings: '°' },
  {
    id: '%',
    dimension: 'percent',
    factor: 1,
    spellings:
      '%|percent|per cent|prozent|pour ?cents?|por ciento|por cento|per cento|procent(?:y|ów)?|процент(?:а|ов|ы)?|個百分點|パーセント|퍼센트|بالمئة|بالمائة|في المئة|phần trăm|persen|asilimia|אחוז(?:ים)?',
  },
  { id: 'V', dimension: 'electric', factor: 1, spellings: 'v|volts?|voltios?|вольт|伏|伏特|볼트|فولت|ボルト' },
  { id: 'kW', dimension: 'power', factor: 1000, spellings: 'kw|квт|千瓦|كيلوواط' },
  { id: 'W', dimension: 'power', factor: 1, spellings: 'watts?|vatios?|ватт\\p{L}*|вт|瓦|واط' },
  { id: 'dB', dimension: 'sound', factor: 1, spellings: 'db|дб|分贝|デシベル|데시벨|ديسيبل' },
  { id: 'Pa', dimension: 'pressure', factor: 1, spellings: 'pa|па|帕' },
];

/** Spellings that are an everyday word elsewhere count only in their own languages. */
const onlyIn: Readonly<Record<string, string>> = {
  po: 'fr',
  pol: 'pt',
  pi: 'fr',
  fit: 'tr',
  ay: 'tr az',
  ayak: 'tr',
  ly: 'vi',
  mili: 'vi id',
  mit: 'vi',
  ani: 'ro',
  let: 'cs sl',
  timer: 'da no',
  tum: 'sv',
  tommer: 'da no',
  wiki: 'sw',
  jam: 'id ms',
  hari: 'id ms',
  perc: 'hu',
  luni: 'ro',
  tani: 'sw',
  duim: 'nl af',
  zile: 'ro',
  år: 'sv da no',
  weken: 'nl',
  lata: 'pl',
  lat: 'pl',
  chili: 'it',
  pfund: 'de',
  phân: 'vi',
  inci: 'az tr id',
};

const ownScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}"'°%℃℉㎜㎝㎡㎥]$/u;

/** A unit ends where its own script ends: `200mm입니다`, `5 kg的`. */
const endOf = (spelling: string): string => {
  if (ownScript.test(spelling)) return '';
  if (/\p{Script=Arabic}/u.test(spelling)) return '(?:[\\u064B-\\u0652]?ا?[\\u064B]?)?(?![\\p{Script=Arabic}\\p{M}])';
  return /\p{Script=Cyrillic}/u.test(spelling)
    ? '(?![\\p{Script=Cyrillic}\\p{N}²³])'
    : '(?![\\p{Script=Latin}\\p{M}\\p{N}²³])';
};

/** All spellings of all units; the longest that matches counts, so that `mm` is not read as `m` nor `m²` as `m`. */
const spellings = table
  .flatMap(({ spellings: list, ...unit }) => splitAlternatives(list).map((spelling) => ({ spelling, unit })))
  .map(({ spelling, unit }) => ({
    unit: unit as Unit,
    languages: onlyIn[spelling]?.split(' '),
    pattern: new RegExp(`^[ \\u00A0-]?(?:${spelling})${endOf(spelling)}`, 'iu'),
  }));

function splitAlternatives(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const sign of list) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) {
      parts.push(current);
      current = '';
    } else current += sign;
  }
  return [...parts, current];
}

/** `in` is an inch only where English says a size with it; elsewhere it is the preposition. */
const inch =
  /^[ \u00A0-]?in\.?(?=\s*(?:[x,;:.)\n/]|by\b|wide|tall|high|deep|thick|long|w\b|h\b|width|height|opening|wall|jamb|and \d|$))/iu;
const watt = /^[ \u00A0]?W(?![\p{L}\p{N}/])/u;
/** 4830w x 2440h: letters that label a size, not watts and hours. */
const sizeLabel = /^[whd](?:\s*x|\b)/iu;
/** The Russian letter for volt is also the preposition 'in'. */
const mainsVoltages = new Set([12, 24, 36, 48, 110, 120, 220, 230, 240, 380, 400]);
const voltUnit: Unit = { id: 'V', dimension: 'electric', factor: 1 };
const inchUnit: Unit = { id: 'in', dimension: 'length', factor: 25.4 };
const wattUnit: Unit = { id: 'W', dimension: 'power', factor: 1 };

/**
 * The unit that directly follows a number.
 * @param after plain text from the end of the number on
 * @returns unit and how many signs it takes, blank included; undefined when none follows
 */
export function unitAt(after: string, value: number, language: string): { unit: Unit; length: number } | undefined {
  const near = after.slice(0, 30);
  if (!/^[ \u00A0-]?[\p{L}"'°%℃℉㎜㎝㎡㎥µμ]/u.test(near)) return undefined;
  if (value >= 100 && sizeLabel.test(near)) return undefined;
  if (mainsVoltages.has(value) && /^[ \u00A0]?[вВ](?![\p{L}])/u.test(near))
    return { unit: voltUnit, length: near.startsWith('в') || near.startsWith('В') ? 1 : 2 };
  // 2025 г.: the year, not grams.
  if (value > 1900 && value < 2100 && /^[ \u00A0]?[г年년]/u.test(near)) return undefined;
  let longest: { unit: Unit; length: number } | undefined;
  for (const { unit, pattern, languages } of spellings) {
    if (languages && !languages.includes(language)) continue;
    const length = pattern.exec(near)?.[0].length ?? 0;
    if (length > (longest?.length ?? 0)) longest = { unit, length };
  }
  if (longest) return longest;
  const inches = inch.exec(after.slice(0, 40));
  if (inches) return { unit: inchUnit, length: inches[0].length };
  const watts = watt.exec(near);
  return watts ? { unit: wattUnit, length: watts[0].length } : undefined;
}

const namedBefore: Readonly<Record<string, string>> = {
  futi: 'ft',
  inchi: 'in',
  mita: 'm',
  sentimita: 'cm',
  milimita: 'mm',
  kilo: 'kg',
  wiki: 'wk',
  siku: 'd',
  saa: 'h',
  dakika: 'min',
  mwezi: 'mon',
  miezi: 'mon',
  mwaka: 'yr',
  miaka: 'yr',
};

/** Swahili names the unit before the number (futi 3); Turkish and Chinese the percent (yüzde 5, 百分之5, %5). */
export function unitBefore(before: string, language: string): { unit: Unit; length: number } | undefined {
  const percent = /(?:%|yüzde|百分之)[ \u00A0]?$/iu.test(before);
  const id = percent
    ? '%'
    : language === 'sw'
      ? namedBefore[/(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase() ?? '']
      : undefined;
  const entry = table.find((item) => item.id === id);
  return entry && { unit: { id: entry.id, dimension: entry.dimension, factor: entry.factor }, length: 0 };
}
