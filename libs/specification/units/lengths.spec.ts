import fc from 'fast-check';
import { extractSpecification } from '../index.ts';
import { foldText } from '../text/fold.ts';
import { findLengths, lengthInMillimetres } from './find-lengths.ts';

const read = (written: string, language: string): number | null => {
  const { folded } = foldText(written);
  const [first] = findLengths(folded, new Uint8Array(folded.length + 1), language);
  return first ? lengthInMillimetres(first) : null;
};
const number = (value: number, language: string, digits: number) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits, useGrouping: false }).format(value);

/** How a language writes each unit. */
const units: [string, Record<string, [string, number]>][] = [
  ['en', { mm: ['mm', 1], cm: ['cm', 10], m: ['m', 1000], in: ['"', 25.4], ft: ['ft', 304.8] }],
  ['fr', { mm: ['mm', 1], cm: ['cm', 10], m: ['m', 1000], in: ['pouces', 25.4], ft: ['pieds', 304.8] }],
  ['de', { mm: ['mm', 1], cm: ['cm', 10], m: ['m', 1000], in: ['Zoll', 25.4] }],
  ['es', { mm: ['mm', 1], cm: ['centímetros', 10], m: ['metros', 1000], in: ['pulgadas', 25.4] }],
  ['pt', { mm: ['mm', 1], cm: ['cm', 10], m: ['metros', 1000], in: ['polegadas', 25.4] }],
  ['pl', { mm: ['mm', 1], cm: ['cm', 10], m: ['m', 1000] }],
  ['ru', { mm: ['мм', 1], cm: ['см', 10], m: ['м', 1000], in: ['дюймов', 25.4] }],
  ['tr', { mm: ['mm', 1], cm: ['santim', 10], m: ['metre', 1000] }],
  ['zh', { mm: ['毫米', 1], cm: ['厘米', 10], m: ['米', 1000], in: ['英寸', 25.4] }],
  ['ja', { mm: ['ミリ', 1], cm: ['センチ', 10], m: ['メートル', 1000] }],
  ['ar-EG', { mm: ['مم', 1], cm: ['سم', 10], m: ['متر', 1000] }],
];

describe('lengths as people write them', () => {
  it.each(units)('reads what %s writes, in every unit', (language, list) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(list)),
        fc.integer({ min: 10, max: 99_999 }),
        ([name, size], tenths) => {
          const value = Math.round((tenths / size) * 10) / 100;
          fc.pre(value >= 0.1 && !(size === 1000 && value > 99));
          const millimetres = value * size;
          const found = read(`${number(value, language, 2)} ${name}`, language.split('-')[0]!);
          expect(found).not.toBeNull();
          expect(Math.abs(found! - millimetres)).toBeLessThanOrEqual(0.0501);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads feet with inches and fractions of inches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 11 }), (feet, inches) => {
        expect(Math.abs(read(`${feet}'${inches}"`, 'en')! - (feet * 304.8 + inches * 25.4))).toBeLessThanOrEqual(
          0.0501,
        );
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 120 }), fc.integer({ min: 1, max: 15 }), (whole, top) => {
        expect(Math.abs(read(`${whole} ${top}/16"`, 'en')! - (whole + top / 16) * 25.4)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });
});

describe('a value and its place', () => {
  const words = fc.constantFrom(
    'door',
    'steel',
    '900x2100',
    'mm',
    'RAL 7016',
    'no',
    'glass',
    'left',
    'outside',
    '2',
    'FOB',
    'Lagos',
    '\n',
    'porte',
    'Tür',
    '门',
    'باب',
    '12"',
    'lock',
    ',',
    '.',
    'milk hatch',
    '25 x 30 cm',
    'ﬁ',
    '½',
    '😀',
  );
  it('stands in the text, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 40 }),
        fc.constantFrom(undefined, 'en', 'fr', 'zh'),
        (parts, language) => {
          const text = parts.join(' ');
          for (const item of extractSpecification({ text, language }).items) {
            for (const { source } of Object.values(item.attributes)) {
              expect(source.start).toBeGreaterThanOrEqual(0);
              expect(source.end).toBeGreaterThan(source.start);
              expect(source.end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
