import { readNumber } from '../units/numbers.ts';
import { type Candidate, candidate, type Doubt } from './candidate.ts';
import { readDeadline } from './deadline.ts';
import type { Mention } from './lexicon-index.ts';
import { type Reading, tokenAt, wordsOf } from './reading.ts';

/** Signs and codes of money → ISO 4217; where several countries share a sign, none. */
const currencies: readonly (readonly [RegExp, string | null])[] = [
  [
    /\b(USD|EUR|GBP|CNY|RMB|CHF|CAD|AUD|NZD|AED|SAR|QAR|KWD|OMR|BHD|JOD|EGP|MAD|DZD|TND|XOF|XAF|NGN|GHS|KES|TZS|UGX|ETB|ZAR|MXN|COP|PEN|CLP|ARS|BRL|PLN|CZK|HUF|RON|BGN|SEK|NOK|DKK|TRY|RUB|UAH|KZT|JPY|KRW|INR|PKR|BDT|LKR|VND|IDR|PHP|THB|MYR|SGD|HKD|TWD|ILS|AOA|MZN)\b/gi,
    '',
  ],
  [/us\$|u\$s|us dollars?|dollars? us/gi, 'USD'],
  [/€|\beuros?\b/giu, 'EUR'],
  [/£|\bpounds? sterling/gi, 'GBP'],
  [/\bf?[. ]?cfa\b|(?<=\d\s?)\bf\b/gi, 'CFA'],
  [/₦|\bnaira\b/giu, 'NGN'],
  [/\bksh\b|\bkes\b/gi, 'KES'],
  [/\bcedis?\b|₵/giu, 'GHS'],
  [/r\$|\breais\b/giu, 'BRL'],
  [/₽|руб(?:л\p{L}*|\.)?/giu, 'RUB'],
  [/₹|\brupees?\b|\brs\.?(?=\s?\d)/giu, 'INR'],
  [/₺|\btl\b|\blira\b/giu, 'TRY'],
  [/¥|円|日元/gu, 'JPY'],
  [/元|人民币|\brmb\b/giu, 'CNY'],
  [/₩|원/gu, 'KRW'],
  [/zł|\bzl\b/giu, 'PLN'],
  [/درهم/gu, 'AED'],
  [/ريال/gu, null],
  [/\$|dollars?|dólares|دولار/giu, null],
];

/** Francs of the west and of the centre of Africa. */
const francZone = (country: string | null): string | null =>
  ['CI', 'SN', 'ML', 'BF', 'NE', 'TG', 'BJ', 'GW'].includes(country ?? '')
    ? 'XOF'
    : ['CM', 'GA', 'CG', 'TD', 'CF', 'GQ'].includes(country ?? '')
      ? 'XAF'
      : null;

interface FoundMoney {
  code: string | null;
  start: number;
  end: number;
}

function moneyIn(reading: Reading): FoundMoney[] {
  const found: FoundMoney[] = [];
  for (const [pattern, code] of currencies) {
    for (const m of reading.plain.matchAll(pattern)) {
      const [start, end] = [m.index, m.index + m[0].length];
      if (found.some((f) => f.start < end && start < f.end)) continue;
      if (code === 'CFA' && !/cfa/i.test(m[0]) && !francZone(reading.country)) continue;
      const named =
        code === ''
          ? m[0].toUpperCase().replace('RMB', 'CNY')
          : code === 'CFA'
            ? (francZone(reading.country) ?? 'XOF')
            : code;
      found.push({ code: named, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const amount = /\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?/g;

/** Price wanted, currency, term and sample; what is vague is asked about. */
export function readCommerce(reading: Reading): { candidates: Candidate[]; doubts: Doubt[] } {
  const candidates: Candidate[] = [];
  const doubts: Doubt[] = [];
  const rule = reading.pack.extraction.commerce;
  if (!rule) return { candidates, doubts };
  readPrice(reading, rule, candidates, doubts);
  readLeadTime(reading, rule, candidates);
  readDeadline(reading, rule.deadline, candidates, doubts);
  if (rule.sample) {
    const sample = wordsOf(reading, 'sample').find((m) => !isDenied(reading, m));
    if (sample) candidates.push(candidate(rule.sample, true, sample, 'word'));
  }
  return { candidates, doubts };
}

type CommerceRule = NonNullable<Reading['pack']['extraction']['commerce']>;

function readPrice(reading: Reading, rule: CommerceRule, candidates: Candidate[], doubts: Doubt[]): void {
  const money = moneyIn(reading);
  const wanted = wordsOf(reading, 'price');
  let hasPrice = false;
  for (const m of reading.plain.matchAll(amount)) {
    const [start, end] = [m.index, m.index + m[0].length];
    if (reading.taken[start] || hasPrice) continue;
    const sign = money.find((f) => (f.end <= start && start - f.end <= 1) || (f.start >= end && f.start - end <= 1));
    const token = tokenAt(reading, start);
    const word = wanted.find((w) => w.sentence === reading.tokens[token]?.sentence && Math.abs(w.from - token) <= 5);
    const each = wordsOf(reading, 'unit_price').find(
      (w) => w.from >= token && w.from - token <= 3 && w.sentence === reading.tokens[token]?.sentence,
    );
    if (!sign && !(word && each)) continue;
    const read = readNumber(m[0], { language: reading.language ?? undefined });
    const grouped = read?.isAmbiguous ? Number(m[0].replace(/[.,]/g, '')) : (read?.value ?? 0);
    if (!read || grouped < 5 || /^\s?(?:mm|cm|m\b|in\b|ft|"|'|%|[x×*]\s?\d)/.test(reading.folded.slice(end, end + 4)))
      continue;
    hasPrice = true;
    candidates.push(
      candidate(rule.price, grouped, { start, end }, 'label', {
        unit: sign?.code ?? null,
        confidence: read.isAmbiguous ? 0.7 : 0.9,
      }),
    );
    if (read.isAmbiguous) doubts.push({ attribute: rule.price, code: 'decimal_separator', at: start });
    if (sign?.code) candidates.push(candidate(rule.currency, sign.code, sign, 'code', { confidence: 0.93 }));
    else doubts.push({ attribute: rule.currency, code: 'currency_unclear', at: start });
    const total = wordsOf(reading, 'total_price').find((w) => w.sentence === reading.tokens[token]?.sentence);
    if (rule.basis) {
      if (each && !total) candidates.push(candidate(rule.basis, 'unit', each, 'word'));
      else if (total && !each) candidates.push(candidate(rule.basis, 'total', total, 'word'));
      else doubts.push({ attribute: rule.basis, code: 'price_basis_unclear', at: start });
    }
  }
  if (hasPrice || money.length === 0) return;
  const named = money.find(
    (f) =>
      f.code &&
      /[a-z]/i.test(reading.plain.slice(f.start, f.end)) &&
      wanted.some((w) => Math.abs(w.start - f.start) < 90),
  );
  if (named?.code) candidates.push(candidate(rule.currency, named.code, named, 'code', { confidence: 0.85 }));
}

const units: readonly (readonly [RegExp, number])[] = [
  [
    /^\s?-?\s?(?:business |working |calendar |jours? |dias? |días? |giorni |werk)?(?:days?|tage?n?|jours?|d[ií]as?|giorni|dagen|dni|дн\p{L}*|day\p{L}*|gun\p{L}*|gün\p{L}*|siku|天|日|일|يوم\p{L}*|ايام|أيام|ngay|ngày|hari)(?!\p{L})/iu,
    1,
  ],
  [
    /^\s?-?\s?(?:weeks?|wochen?|semaines?|semanas?|settiman\p{L}*|weken|week|tygodni\p{L}*|недел\p{L}*|haft\p{L}*|wiki|周|週間?|星期|주|اسبوع\p{L}*|أسبوع\p{L}*|اسابيع|أسابيع|tuan|tuần|minggu)(?!\p{L})/iu,
    7,
  ],
];

/** "Delivery within 6 weeks": days from the order. */
function readLeadTime(reading: Reading, rule: CommerceRule, candidates: Candidate[]): void {
  if (!rule.leadTime) return;
  for (const m of reading.plain.matchAll(/(?<![\d.,/-])\d{1,3}(?![\d.,])/g)) {
    const end = m.index + m[0].length;
    const unit = units.find(([pattern]) => pattern.test(reading.plain.slice(end, end + 24)));
    if (!unit) continue;
    const token = tokenAt(reading, m.index);
    const isSaid = wordsOf(reading, 'lead').some(
      (w) => w.sentence === reading.tokens[token]?.sentence && w.to <= token && token - w.to <= 6,
    );
    if (!isSaid) continue;
    const length = unit[0].exec(reading.plain.slice(end, end + 24))![0].length;
    candidates.push(
      candidate(rule.leadTime, Number(m[0]) * unit[1], { start: m.index, end: end + length }, 'label', {
        unit: 'd',
        confidence: 0.85,
      }),
    );
    return;
  }
}

const isDenied = (reading: Reading, m: Mention): boolean =>
  wordsOf(reading, 'no').some((n) => n.clause === m.clause && n.to <= m.from && m.from - n.to <= 2);
