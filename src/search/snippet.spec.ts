import { snippetOf } from './snippet.ts';

const marked = (text: string, typed: string) => {
  const { snippet, marks } = snippetOf(text, typed);
  return marks.map(([a, b]) => snippet.slice(a, b));
};

describe('snippets', () => {
  it('mark what matched in the text as it was written', () => {
    expect(marked('Une porte à Évreux, s’il vous plaît', 'evreux')).toEqual(['Évreux']);
    expect(marked('请在两层之间加钢板', '钢板')).toEqual(['钢板']);
    expect(marked('Breite 80 cm', '800 mm')).toEqual(['80 cm']);
  });

  it('show the surroundings of a late match', () => {
    const { snippet, marks } = snippetOf(`${'word '.repeat(100)}needle ${'word '.repeat(100)}`, 'needle');
    expect(snippet.length).toBeLessThan(300);
    expect(snippet.slice(...marks[0]!)).toBe('needle');
  });
});
