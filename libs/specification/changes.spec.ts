import { changesIn } from './changes.ts';
import { loadPack } from './pack.ts';

const pack = loadPack('doors-and-windows');
const door = {
  id: 'a',
  productType: 'entrance_door',
  values: { width_mm: 930, material: 'steel', hatches: [{ type: 'milk_hatch', width_mm: 250 }] },
};
const window = { id: 'b', productType: 'casement_window', values: { width_mm: 1200 } };
const said = (value: unknown, isImplied = false) => ({ value: value as number, start: 3, end: 9, isImplied });

describe('changes in a later text', () => {
  it('names what is said otherwise, with its place', () => {
    expect(changesIn(pack, [door], [{ productType: 'door', values: { width_mm: said(920) } }])).toEqual([
      { itemId: 'a', attribute: 'width_mm', before: 930, after: 920, start: 3, end: 9 },
    ]);
  });

  it('is silent on what is the same, to half a millimetre, and on what is only implied', () => {
    const values = { width_mm: said(930.4), material: said('Steel'), swing: said('inward', true) };
    expect(changesIn(pack, [door], [{ productType: 'door', values }])).toEqual([]);
  });

  it('finds the item that is meant', () => {
    const [change] = changesIn(
      pack,
      [door, window],
      [{ productType: 'casement_window', values: { width_mm: said(1300) } }],
    );
    expect(change).toMatchObject({ itemId: 'b', before: 1200, after: 1300 });
  });

  it('adds to a list and to what is known of a part', () => {
    const values = { hatches: said([{ type: 'milk_hatch', lockable: true }, { type: 'letterbox' }]) };
    const [change] = changesIn(pack, [door], [{ productType: 'door', values }]);
    expect(change?.after).toEqual([{ type: 'milk_hatch', width_mm: 250, lockable: true }, { type: 'letterbox' }]);
  });

  it('takes an emptied list as said', () => {
    const [change] = changesIn(pack, [door], [{ productType: 'door', values: { hatches: said([]) } }]);
    expect(change?.after).toEqual([]);
  });
});
