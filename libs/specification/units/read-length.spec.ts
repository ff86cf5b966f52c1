import { readLength } from './read-length.ts';

describe('a length typed by hand', () => {
  it.each([
    ['914', 914, null],
    ['36"', 914.4, 'in'],
    ['35 13/16"', 909.6, 'in'],
    ['91,4 cm', 914, 'cm'],
    ['2,10 m', 2100, 'm'],
    ['3\'0"', 914.4, 'ft'],
    ['٩٠ سم', 900, 'cm'],
    ['90厘米', 900, 'cm'],
  ])('%s', (typed, millimetres, unit) => {
    const read = readLength(typed, 'fr');
    expect(read?.unit).toBe(unit);
    expect(read?.millimetres).toBeCloseTo(millimetres, 0);
  });

  it.each(['', 'wide', '90 x 210', '914 or so', '-5', '0'])('nothing is guessed from %p', (typed) => {
    expect(readLength(typed, 'en')).toBeNull();
  });
});
