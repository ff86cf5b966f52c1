import { lengthIn, loadPack } from '../index.ts';
import { drawing } from './drawing.ts';

const figures = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]!);
const doors = loadPack('doors-and-windows');
const door = {
  width_mm: 930,
  height_mm: 2180,
  hatches: [{ type: 'milk_hatch', width_mm: 400, height_mm: 300, bottom_height_mm: 100 }],
};

describe('figures on a drawing', () => {
  it('are bare millimetres for the workshop', () => {
    expect(figures(drawing(doors, 'entrance_door', door, 'zh-CN'))).toEqual(
      expect.arrayContaining(['930', '2180', '400×300']),
    );
  });

  it('stand in the unit of whoever reads it', () => {
    const inCm = figures(drawing(doors, 'entrance_door', door, 'fr', (_, mm) => lengthIn(mm, 'cm')));
    expect(inCm).toEqual(expect.arrayContaining(['93 cm', '218 cm', '40 cm×30 cm']));
    expect(inCm.join(' ')).not.toMatch(/930|2180/);
    const worktops = loadPack('kitchen-worktops');
    expect(
      figures(drawing(worktops, 'worktop', { length_mm: 3048, depth_mm: 635 }, 'en', (_, mm) => lengthIn(mm, 'in'))),
    ).toEqual(['120 in', '25 in']);
  });

  it('say their unit where the buyer wrote none that is known', () => {
    expect([lengthIn(930, null), lengthIn(930, '寸'), lengthIn(3, 'cm')]).toEqual(['930 mm', '930 mm', '0.3 cm']);
  });
});
