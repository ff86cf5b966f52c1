import fc from 'fast-check';
import { alignSentences, sentencesOf } from './sentences.ts';

const whole = (sentences: { text: string; after: string }[]) => sentences.map((s) => s.text + s.after).join('');

describe('sentences of a text and its translation', () => {
  it('have the same number where both have as many', () => {
    const aligned = alignSentences('Bonjour. Merci !\nÀ bientôt.', 'fr', '你好。谢谢!\n再见。', 'zh-CN');
    expect(aligned?.source.map((s) => s.text)).toEqual(['Bonjour.', 'Merci !', 'À bientôt.']);
    expect(aligned?.target.map((s) => s.text)).toEqual(['你好。', '谢谢!', '再见。']);
  });

  it('are matched line by line where they differ in number, and not at all where the lines differ', () => {
    expect(alignSentences('One. Two.\nThree.', 'en', 'Eins und zwei.\nDrei.', 'de')?.source).toHaveLength(2);
    expect(alignSentences('One.\nTwo.', 'en', 'Eins. Zwei.', 'de')).toBeNull();
  });

  it('lose nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(sentencesOf(text, 'en').map(whole).join('')).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});
