import { loadPack } from './pack.ts';
import { traitsOf } from './traits.ts';

const pack = loadPack('doors-and-windows');

describe('traits of a wish', () => {
  it('names type, chosen values, yeses and kinds of parts, and no figure', () => {
    expect(
      traitsOf(pack, 'entrance_door', {
        width_mm: 930,
        material: 'steel',
        reinforcement_plate: true,
        thermal_break: false,
        hatches: [{ type: 'milk_hatch', width_mm: 250, height_mm: 300 }],
        certificates: ['SONCAP'],
        color_outside: 'wine red',
      }),
    ).toEqual([
      'certificates=SONCAP',
      'hatches=milk_hatch',
      'material=steel',
      'product_type=entrance_door',
      'reinforcement_plate=yes',
    ]);
  });

  it('is the same whatever the sizes and the order', () => {
    expect(traitsOf(pack, 'gate', { material: 'steel', width_mm: 1 })).toEqual(
      traitsOf(pack, 'gate', { width_mm: 4000, material: 'steel' }),
    );
  });
});
