import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFidelity, type FidelityKind } from '../index.ts';
import faithfulPairs from './faithful-pairs.json' with { type: 'json' };

/** Faithful translations of what buyers, agents and production write; made up for this project. */
type FaithfulPair = (typeof faithfulPairs)[number];

/** Mulberry32: the same corruptions in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Corrupt = (pair: FaithfulPair, random: () => number) => string | undefined;

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];
const splice = (text: string, start: number, length: number, by: string): string =>
  text.slice(0, start) + by + text.slice(start + length);
const digitsOf = (text: string): RegExpExecArray[] => [...text.matchAll(/\p{Nd}/gu)];
/** Another digit of the same script. */
const otherDigit = (digit: string, random: () => number): string => {
  const code = digit.charCodeAt(0);
  const zero = code < 0x80 ? 48 : code >= 0x6f0 ? 0x6f0 : 0x660;
  return String.fromCharCode(zero + ((code - zero + 1 + Math.floor(random() * 9)) % 10));
};

const changeDigit: Corrupt = ({ target }, random) => {
  const digit = pick(digitsOf(target), random);
  return digit && splice(target, digit.index, 1, otherDigit(digit[0], random));
};
/** A last zero behind the point, or a first one before it, changes no value. */
const idleZero = /[.,]\p{Nd}*?[1-9]?0+$/u;
const changesNothing = (text: string, at: number): boolean =>
  /[0٠]/u.test(text[at] ?? '') &&
  (idleZero.test(text.slice(0, at + 1)) || !/\p{Nd}/u.test(text[at - 1] ?? '')) &&
  !/^\p{Nd}/u.test(text.slice(at + 1));
const dropDigit: Corrupt = ({ target }, random) => {
  const digit = pick(
    [...target.matchAll(/(?<=\p{Nd})\p{Nd}/gu)].filter((found) => !changesNothing(target, found.index)),
    random,
  );
  return digit && splice(target, digit.index, 1, '');
};
const doubleDigit: Corrupt = ({ target }, random) => {
  const digit = pick(
    digitsOf(target).filter((found) => !/0/u.test(found[0])),
    random,
  );
  return digit && splice(target, digit.index, 0, digit[0]);
};
const swapDigits: Corrupt = ({ target }, random) => {
  const two = pick([...target.matchAll(/(\p{Nd})(?!\1)(?=(\p{Nd}))/gu)], random);
  return two && splice(target, two.index, 2, `${two[2]}${two[1]}`);
};
const dropNumber: Corrupt = ({ target }, random) => {
  const number = pick([...target.matchAll(/(?<![\p{L}\p{Nd}.,/-])\p{Nd}{2,}(?![\p{L}\p{Nd}.,/-])/gu)], random);
  return number && splice(target, number.index, number[0].length, '');
};
const movePoint: Corrupt = ({ target }, random) => {
  const point = pick([...target.matchAll(/(?<=\p{Nd})[.,](?=[1-9]\d?(?!\p{Nd}))/gu)], random);
  return point && splice(target, point.index, 1, '');
};

const unitSwaps: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{Nd} ?)mm\b/u, 'cm'],
  [/(?<=\p{Nd} ?)cm\b/u, 'mm'],
  [/(?<=\p{Nd} ?)m\b(?!²)/u, 'cm'],
  [/(?<=\p{Nd})毫米/u, '厘米'],
  [/(?<=\p{Nd})厘米/u, '毫米'],
  [/(?<=\p{Nd})米(?![×x])/u, '厘米'],
  [/(?<=\p{Nd} ?)مم/u, 'سم'],
  [/(?<=\p{Nd} ?)سم/u, 'مم'],
  [/(?<=\p{Nd} )мм/u, 'см'],
  [/英寸/u, '厘米'],
  [/英尺(?!.*英尺)/u, '英寸'],
  [/(?<=\p{Nd}|两)周/u, '天'],
  [/(?<=\p{Nd}|两)天/u, '周'],
  [/(?<=\p{Nd} )weeks\b/u, 'days'],
  [/\bsemanas\b/u, 'días'],
  [/\bdays\b/u, 'weeks'],
  [/\bkg\b/u, 'g'],
  [/公斤/u, '克'],
];
const changeUnit: Corrupt = ({ target }, random) => {
  const swap = pick(
    unitSwaps.filter(([unit]) => unit.test(target)),
    random,
  );
  return swap && target.replace(...swap);
};
const dropUnit: Corrupt = ({ target }, random) => {
  const unit = pick(
    unitSwaps.filter(([spelling]) => spelling.test(target) && !/两[周天]/u.test(target)),
    random,
  );
  return unit && target.replace(unit[0], '');
};

/** How a denial gets lost, per language; written apart from the checker's own table. */
const denials: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bmust not\b/u, 'must'],
    [/\bcannot\b/u, 'can'],
    [/ not yet /u, ' already '],
    [/\bwithout\b/u, 'with'],
    [/\bdo not want\b/u, 'want'],
    [/\bnever\b/u, 'always'],
    [/\bno\b/iu, 'a'],
    [/\bis not\b/u, 'is'],
    [/\bdoes not\b/u, 'does'],
    [/\bhas not\b/u, 'has'],
    [/\bthere are no\b/u, 'there are'],
  ],
  de: [
    [/\bnicht /u, ''],
    [/\bohne\b/u, 'mit'],
    [/\bkeine?\b/u, 'eine'],
  ],
  fr: [
    [/n['’]ai pas/u, 'ai'],
    [/\bsans\b/u, 'avec'],
  ],
  es: [
    [/\bno (?!se ha roto nada|se preocupe)/u, ''],
    [/\bsin\b/u, 'con'],
  ],
  pt: [
    [/\bnunca /u, ''],
    [/\bsem\b/u, 'com'],
  ],
  ru: [
    [/ нельзя/u, ' можно'],
    [/без/u, 'с'],
  ],
  ar: [
    [/ولا /u, 'و'],
    [/لا /u, ''],
    [/بدون/u, 'مع'],
  ],
  zh: [
    [/不要/u, '要'],
    [/不需要/u, '需要'],
    [/无/u, '有'],
    [/没有/u, '有'],
    [/不带/u, '带'],
    [/不能/u, '能'],
    [/不(?!锈|变|是)/u, ''],
  ],
};
const loseDenial: Corrupt = ({ to, target }, random) => {
  const loss = pick(
    (denials[to] ?? []).filter(([said]) => said.test(target)),
    random,
  );
  return loss && target.replace(...loss);
};
const gains: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bmust\b(?! not)/u, 'must not'],
    [/\bis (?!not|double)/u, 'is not '],
    [/\bwith\b/u, 'without'],
  ],
  zh: [
    [/(?<!不)需要/u, '不需要'],
    [/(?<!不)带/u, '不带'],
    [/(?<!不)要(?!求)/u, '不要'],
  ],
  de: [
    [/\bmit\b/u, 'ohne'],
    [/\bsoll\b/u, 'soll nicht'],
  ],
  fr: [
    [/\bavec\b/u, 'sans'],
    [/\bdevraient\b/u, 'ne devraient pas'],
  ],
};
const gainDenial: Corrupt = ({ to, target }, random) => {
  if ((denials[to] ?? []).some(([said]) => said.test(target))) return undefined;
  const gain = pick(
    (gains[to] ?? []).filter(([said]) => said.test(target)),
    random,
  );
  return gain && target.replace(...gain);
};

const changeCode: Corrupt = ({ target }, random) => {
  const code = pick([...target.matchAll(/RAL \d{4}|\d{3}-\d{7}-\d{7}|RC\d/gu)], random);
  if (!code) return undefined;
  const at = pick(digitsOf(code[0]), random);
  return at && splice(target, code.index + at.index, 1, otherDigit(at[0], random));
};
const turnSize: Corrupt = ({ target }, random) => {
  const size = pick(
    [...target.matchAll(/(?<![\p{Nd}.,W/-])([\d.,]+) ?([x×]) ?(?!H)(?!\1)([\d.,]*\d)(?![\d/])/gu)],
    random,
  );
  return size && splice(target, size.index, size[0].length, `${size[3]}${size[2]}${size[1]}`);
};
const months = [
  [/\bMay\b/u, 'March'],
  [/5月/u, '6月'],
  [/\bMarch\b/u, 'May'],
  [/\bApril\b/u, 'August'],
  [/10月/u, '11月'],
  [/\bmai\b/u, 'mars'],
  [/مايو/u, 'مارس'],
  [/\bJune\b/u, 'July'],
] as const;
const changeMonth: Corrupt = ({ target }, random) => {
  const swap = pick(
    months.filter(([name]) => name.test(target)),
    random,
  );
  return swap && target.replace(swap[0], swap[1]);
};
const changeMoney: Corrupt = ({ target }, random) => {
  const swap = pick(
    (
      [
        [/€/u, '£'],
        [/\beuros\b/u, 'dollars'],
        [/\bUSD\b/u, 'EUR'],
        [/دولار/u, 'يورو'],
        [/\bSAR\b/u, 'AED'],
        [/\bRUB\b/u, 'USD'],
      ] as const
    ).filter(([sign]) => sign.test(target)),
    random,
  );
  return swap && target.replace(swap[0], swap[1]);
};

const runs = 1_000;

function measure(corrupt: Corrupt, kinds?: readonly FidelityKind[]): { rate: number; missed: string[] } {
  const random = seeded(20_26);
  const missed = new Set<string>();
  let tried = 0;
  let caught = 0;
  for (let attempt = 0; tried < runs && attempt < runs * 60; attempt += 1) {
    const pair = pick(faithfulPairs, random);
    const broken = pair && corrupt(pair, random);
    if (!pair || broken === undefined || broken === pair.target) continue;
    tried += 1;
    const { findings } = checkFidelity({ text: pair.source, language: pair.from }, { text: broken, language: pair.to });
    if (findings.some((found) => !kinds || kinds.includes(found.kind))) caught += 1;
    else missed.add(broken);
  }
  expect(tried).toBe(runs);
  return { rate: caught / tried, missed: [...missed] };
}

describe('checkFidelity', () => {
  it.each<[string, Corrupt, number, (readonly FidelityKind[])?]>([
    ['a digit changed', changeDigit, 0.99, undefined],
    ['a digit dropped', dropDigit, 0.99, undefined],
    ['a digit doubled', doubleDigit, 0.99, undefined],
    ['two digits swapped', swapDigits, 0.99, undefined],
    ['a number dropped', dropNumber, 0.99, undefined],
    ['a decimal point lost', movePoint, 0.99, undefined],
    ['a unit changed', changeUnit, 0.99, undefined],
    ['a unit dropped', dropUnit, 0.99, undefined],
    ['a code changed', changeCode, 0.99, undefined],
    ['width and height turned', turnSize, 0.99, undefined],
    ['a month changed', changeMonth, 0.99, undefined],
    ['a currency changed', changeMoney, 0.99, undefined],
    ['a denial lost', loseDenial, 0.95, ['negation']],
    ['a denial gained', gainDenial, 0.95, ['negation']],
  ])('notices %s', (_, corrupt, least, kinds) => {
    const { rate, missed } = measure(corrupt, kinds);
    expect({ missed: rate >= least ? [] : missed }).toEqual({ missed: [] });
  });

  it('raises no false alarm on faithful translations', () => {
    const alarmed = faithfulPairs.filter(
      ({ from, source, to, target }) =>
        checkFidelity({ text: source, language: from }, { text: target, language: to }).findings.length > 0,
    );
    expect(faithfulPairs.length).toBeGreaterThanOrEqual(60);
    expect(new Set(faithfulPairs.flatMap(({ from, to }) => [from, to])).size).toBeGreaterThanOrEqual(14);
    expect(alarmed.length / faithfulPairs.length).toBeLessThanOrEqual(0.02);
  });

  it('allows exact conversion with a warning, and stops a wrong one', () => {
    const check = (source: string, target: string) =>
      checkFidelity({ text: source, language: 'en' }, { text: target, language: 'zh' });
    expect(check('Opening 90 cm wide', '洞口宽900毫米')).toMatchObject({
      ok: true,
      findings: [{ kind: 'unit', severity: 'warn' }],
    });
    expect(check('Opening 35 7/16 in wide', '洞口宽900毫米')).toMatchObject({
      ok: true,
      findings: [{ message: { code: 'converted' } }],
    });
    expect(check('Opening 90 cm wide', '洞口宽90毫米')).toMatchObject({
      ok: false,
      findings: [{ message: { code: 'unitChanged' } }],
    });
    expect(check('Height 6\'8"', '高2032毫米')).toMatchObject({ ok: true });
  });

  it('stops left that became right', () => {
    const report = checkFidelity(
      { text: 'Hinges on the left, opens inwards', language: 'en' },
      { text: '合页在右边，向内开', language: 'zh' },
    );
    expect(report).toMatchObject({
      ok: false,
      findings: [{ message: { code: 'reversed', params: { source: 'left', target: '右' } } }],
    });
  });

  it('tells where, in the texts as given', () => {
    const source = 'Größe 910 mm';
    const report = checkFidelity({ text: source, language: 'de' }, { text: '尺寸９０１毫米', language: 'zh' });
    const [found] = report.findings;
    expect(found?.source && source.slice(found.source.start, found.source.end)).toBe('910 mm');
    expect(found?.target?.text).toBe('９０１毫米');
    expect(report.counts).toMatchObject({ number: 1, unit: 1 });
  });

  it('warns of a number whose point is read differently by the reader', () => {
    const report = checkFidelity(
      { text: 'Breite 1.110 mm', language: 'de' },
      { text: 'Width 1.110 mm', language: 'en' },
    );
    expect(report).toMatchObject({ ok: true, findings: [{ message: { code: 'notation' } }] });
  });

  it('lets labels move with their numbers', () => {
    const check = (target: string) =>
      checkFidelity({ text: 'Sparingsmaat (h x b) 2350 x 1010 mm', language: 'nl' }, { text: target, language: 'en' });
    expect(check('Opening 1010 x 2350 mm (w x h)').findings).toEqual([]);
    expect(check('Opening (h x w) 2350 x 1010 mm').findings).toEqual([]);
    expect(check('Opening 2350 x 1010 mm (w x h)').ok).toBe(false);
  });

  it('never throws, finds nothing between a text and itself, and is done in time whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('en', 'de', 'zh', 'ar', 'ru', 'xx'),
        (text, language) => {
          expect(checkFidelity({ text, language }, { text, language }).findings).toEqual([]);
        },
      ),
      { numRuns: 500, seed: 7 },
    );
    for (const part of ['1 000 ', '90x210 ', '12-34-', '1.2.3.', 'a', 'a@', '三十', '{{', 'не ', '1/2 ']) {
      const text = part.repeat(20_000 / part.length);
      const started = performance.now();
      checkFidelity({ text, language: 'fr' }, { text, language: 'en' });
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
