import { newLinesOf } from './new-lines.ts';

describe('what is new within a quotation', () => {
  const earlier = ['Which width do you need, and which side are the hinges on?\nKind regards\nLi'];

  it('is what no earlier text holds', () => {
    const quoted =
      '> Which width do you need, and which side\n> are the hinges on?\n920 mm, left\n> Kind regards\n> Li';
    expect(newLinesOf(quoted, earlier)).toBe('920 mm, left');
  });

  it('is nothing where everything was said before', () => {
    expect(newLinesOf('> Which width do you need,\n> and which side are the hinges on?', earlier)).toBe('');
  });
});
