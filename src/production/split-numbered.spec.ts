import { splitNumbered } from './split-numbered.ts';

const answers = (text: string) => Object.fromEntries([...splitNumbered(text)].map(([n, a]) => [n, a.text]));

describe('numbered answers', () => {
  it.each([
    ['1. left\n2. 90 cm\n3. yes\n\nRegards\nAnn', { 1: 'left', 2: '90 cm', 3: 'yes' }],
    ['Hello,\n1) links\n2) keine\nGruß', { 1: 'links', 2: 'keine\nGruß' }],
    ['① 左开\n② 是', { 1: '左开', 2: '是' }],
    ['١. يسار\n٢. نعم', { 1: 'يسار', 2: 'نعم' }],
    ['1: droite, vers\nl’intérieur\n2: oui', { 1: 'droite, vers\nl’intérieur', 2: 'oui' }],
  ])('are told apart in %j', (text, expected) => {
    expect(answers(text)).toEqual(expected);
  });

  it('are none in a list of sizes', () => {
    expect(answers('900 x 2100\n2.10 m')).toEqual({});
  });

  it('have their place', () => {
    const text = 'Hi\n2. 90 cm';
    const answer = splitNumbered(text).get(2)!;
    expect(text.slice(answer.start, answer.start + answer.text.length)).toBe('90 cm');
  });
});
