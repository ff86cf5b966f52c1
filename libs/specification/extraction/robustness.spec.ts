import fc from 'fast-check';
import { extractSpecification } from './extract.ts';

describe('whatever is written', () => {
  it.each([
    ['a price list', 'steel door 900 x 2100 mm RAL 7016 ', 'en'],
    ['figures', '90 x 210 ', 'en'],
    ['signs', '钢门900*2100 ', 'zh'],
    ['quotations', '> > > on a wrote:\n', 'en'],
    ['one word', 'a', 'de'],
    ['denials', 'no not without ', 'en'],
    ['digits', '1', 'fr'],
    ['brackets', '((((', 'ru'],
  ])(
    'half a megabyte of %s is read within two seconds',
    (_, line, language) => {
      extractSpecification({ text: 'warm', language });
      const started = process.cpuUsage();
      extractSpecification({ text: line.repeat(Math.ceil(500_000 / line.length)), language });
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000);
    },
    60_000,
  );

  it('never throws, and every value stands in the text', () => {
    const piece = fc.constantFrom(
      'door ',
      '900',
      ' x ',
      '2100 ',
      'mm ',
      'RAL 7016',
      '\n',
      '> ',
      'no ',
      'left ',
      '门',
      '²',
      '½"',
      'é',
      '\u0000',
      '🚪',
      '٩٠',
      ' في ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('en', 'zh', 'ar', 'fr', undefined),
        (pieces, language) => {
          const text = pieces.join('');
          const { items } = extractSpecification({ text, ...(language ? { language } : {}), isContinuation: true });
          for (const { source } of items.flatMap((i) => Object.values(i.attributes))) {
            expect(source.start).toBeGreaterThanOrEqual(0);
            expect(source.end).toBeGreaterThan(source.start);
            expect(source.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
