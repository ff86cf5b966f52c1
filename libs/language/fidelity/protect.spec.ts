import { describe, expect, it } from '@jest/globals';
import { checkFidelity, protect, restore } from '../index.ts';
import faithfulPairs from './faithful-pairs.json' with { type: 'json' };

describe('protect', () => {
  it('hides what must not change, and keeps what must be translated', () => {
    const { text, tokens } = protect('Tür 90 x 210 cm in RAL 7016, Lieferung in 6 Wochen bis 3. Mai, {{order}}', 'de');
    expect(text).toBe('Tür ⟦0⟧ x ⟦1⟧ in ⟦2⟧, Lieferung in ⟦3⟧ Wochen bis 3. Mai, ⟦4⟧');
    expect(tokens).toEqual(['90', '210 cm', 'RAL 7016', '6', '{{order}}']);
  });

  it('writes numbers as the reader writes them', () => {
    expect(protect('1.110 x 2,5 mm', 'de', 'en').tokens).toEqual(['1,110', '2.5 mm']);
    expect(protect('٤ أبواب ١٠٥ سم', 'ar', 'zh').tokens).toEqual(['4', '105']);
  });

  it('comes back whole from an engine that leaves the marks alone', () => {
    for (const { from, source } of faithfulPairs) {
      const { text, tokens } = protect(source, from);
      const back = restore(text, tokens);
      expect(back).toMatchObject({ lost: [], unknown: 0 });
      expect(checkFidelity({ text: source, language: from }, { text: back.text, language: from }).findings).toEqual([]);
    }
  });

  it('tells what an engine dropped or invented', () => {
    expect(restore('nur [ 1 ] und 【0】 und ⟦7⟧', ['a', 'b', 'c'])).toEqual({
      text: 'nur b und a und ⟦7⟧',
      lost: [2],
      unknown: 1,
    });
  });
});
