/** ISO 4217 code → spellings beside an amount; `dollar`-like signs stand for several. */
const spellings: readonly (readonly [string, string])[] = [
  ['EUR', '€|eur(?:os?|о)?|евро|欧元|歐元|يورو|ユーロ|유로|אירו'],
  ['GBP', '£|gbp|pounds? sterling|英镑|фунт(?:ов)? стерлингов'],
  ['USD', 'us\\$|usd?|\\$|dollars?|dollar|dólares?|доллар(?:а|ов)?|美元|美金|دولار|ドル|달러'],
  ['BRL', 'r\\$|brl|reais'],
  ['CNY', '¥|cny|rmb|(?<!日|美|欧)元|人民币|yuan|юан(?:ь|я|ей)'],
  ['JPY', '円|jpy|yen|日元|日圆'],
  ['CHF', 'chf|sfr\\.?|fr\\.|瑞士法郎'],
  ['RUB', '₽|rub|руб(?:\\.|лей|ля|ль)?|卢布'],
  ['KZT', '₸|kzt|тенге|теңге'],
  ['INR', '₹|inr|rs\\.?|rupees?|卢比'],
  ['NGN', '₦|ngn|naira'],
  ['TRY', '₺|try|tl|lira'],
  ['PLN', 'zł|pln|złot\\p{L}*'],
  ['CZK', 'kč|czk'],
  ['XOF', 'f?cfa|xof|xaf|francs? cfa|西非法郎|非郎|中非法郎'],
  ['SAR', 'sar|ريال(?: سعودي)?|沙特里亚尔|里亚尔'],
  ['AED', 'aed|درهم(?: إماراتي)?|dirhams?|迪拉姆'],
  ['EGP', 'egp|جنيه(?: مصري)?|埃镑'],
  ['KES', 'kes|ksh\\.?'],
  ['ZAR', 'zar|rands?'],
  ['KRW', '₩|krw|원|韩元'],
  ['VND', '₫|vnd|đồng|越南盾'],
  ['IDR', 'rp\\.?|idr|rupiah'],
  ['PHP', '₱|php|pesos? filipinos?'],
  ['MXN', 'mxn|pesos? mexicanos?'],
  ['ARS', 'ars'],
  ['COP', 'cop'],
  ['CAD', 'c\\$|ca\\$|cad'],
  ['AUD', 'a\\$|au\\$|aud'],
];

const isWord = /[\p{L}]$/u;
const patterns = spellings.map(([code, list]) => ({
  code,
  before: new RegExp(`(?<![\\p{L}])(?:${list})[ \\u00A0]?$`, 'iu'),
  after: new RegExp(
    `^[ \\u00A0]?(?:${list})${isWord.test(list) ? '(?![\\p{Script=Latin}\\p{Script=Cyrillic}])' : ''}`,
    'iu',
  ),
}));

/** Dollar and peso signs, `¥` and plain francs are shared; these codes agree with one another. */
const shared = [new Set(['USD', 'CAD', 'AUD', 'MXN', 'ARS', 'COP', 'CLP']), new Set(['CNY', 'JPY'])];

/**
 * Currency written beside a number, in front of it or behind it.
 * @returns ISO 4217 code (the largest of those that share the sign) and whether the sign is a shared one
 */
export function currencyAt(before: string, after: string): { code: string; isShared: boolean } | undefined {
  const near = before.slice(-12);
  for (const { code, before: pattern } of patterns) {
    const match = pattern.exec(near);
    if (match) return { code, isShared: /^[$¥]|dollar|dólar/iu.test(match[0].trim()) };
  }
  const next = after.slice(0, 24);
  for (const { code, after: pattern } of patterns) {
    const match = pattern.exec(next);
    if (match) return { code, isShared: /^[$¥]|dollar|dólar/iu.test(match[0].trim()) };
  }
  return undefined;
}

/** Do two currencies agree, a shared sign agreeing with each that uses it? */
export function currenciesAgree(
  one: { code: string; isShared: boolean },
  other: { code: string; isShared: boolean },
): boolean {
  if (one.code === other.code) return true;
  if (!one.isShared && !other.isShared) return false;
  return shared.some((group) => group.has(one.code) && group.has(other.code));
}
