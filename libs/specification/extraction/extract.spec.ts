import { extractSpecification } from '../index.ts';

const item = (text: string, language = 'fr') => extractSpecification({ text, language, country: 'FR' }).items[0];
const values = (text: string, language?: string) =>
  Object.fromEntries(Object.entries(item(text, language)?.attributes ?? {}).map(([name, v]) => [name, v.value]));

describe('finding values', () => {
  const letter =
    "Je cherche une porte d'entrée en acier, cote tableau L 93 x H 218 cm, mur de 48 cm, poussant droit, elle s'ouvre vers l'intérieur. RAL 7016.";

  it('reads size, reference, wall, handing and colour, each with its place', () => {
    expect(values(letter)).toMatchObject({
      width_mm: 930,
      height_mm: 2180,
      dimension_reference: 'finished_opening',
      wall_thickness_mm: 480,
      handing_din: 'left',
      swing: 'inward',
      material: 'steel',
      color_outside: 'RAL 7016',
      quantity: 1,
    });
    for (const v of Object.values(item(letter)!.attributes)) {
      expect(v.source.start).toBeGreaterThanOrEqual(0);
      expect(letter.slice(v.source.start, v.source.end).length).toBeGreaterThan(0);
    }
  });

  it('never takes a figure of a size for a quantity', () => {
    expect(values('Haustür 90 x 210 cm, Stahl', 'de')).not.toHaveProperty('quantity');
    expect(values('12 doors 900 x 2100 mm steel', 'en')).toMatchObject({ quantity: 12, width_mm: 900 });
  });

  it.each([
    ['3ft x 7ft', 914.4, 2133.6],
    ['3\'0" x 6\'8"', 914.4, 2032],
    ['35 13/16" x 79"', 909.6, 2006.6],
    ['2,10 m x 0,90 m', 900, 2100],
    ['900*2100mm', 900, 2100],
    ['٩٠×٢١٠ سم', 900, 2100],
    ['90 auf 210 cm', 900, 2100],
  ])('reads %s', (size, width, height) => {
    expect(values(`door ${size} steel`, 'en')).toMatchObject({ width_mm: width, height_mm: height });
  });

  it('says no to what is denied, and nothing of what is not said', () => {
    const found = values('Haustür aus Stahl 90 x 210 cm ohne Spion', 'de');
    expect(found['peephole']).toBe(false);
    expect(found).not.toHaveProperty('lock_type');
  });

  it('asks where left and right of one leaf do not agree, and not where one corrects the other', () => {
    const doubts = (text: string) =>
      extractSpecification({ text, language: 'en', country: 'NG' }).ambiguities.filter(
        (a) => a.attribute === 'handing_din',
      );
    const door = '3 steel doors 90 x 210 cm, opening outward, ';
    expect(doubts(`${door}left hand, hinges on the right when viewed from outside.`)).toEqual([
      expect.objectContaining({ code: 'conflicting_values' }),
    ]);
    expect(doubts(`${door}hinges on the right when viewed from outside.`)).toEqual([]);
  });

  it('reads a size said as a trade code by its own word where no country is known', () => {
    const { items } = extractSpecification({ text: 'Need 2 prehung 2868 interior doors', language: 'en' });
    expect(items[0]?.attributes).toMatchObject({
      width_mm: { value: 812.8 },
      height_mm: { value: 2032 },
      quantity: { value: 2 },
    });
  });

  it('takes the way a leaf opens for no kind of door, and a name for no country', () => {
    const found = extractSpecification({
      text: "Il me faut une porte en acier, 90 x 215 cm. Elle s'ouvre vers l'intérieur, pour que ce soit clair.\n\nMaurice Perrenoud",
      language: 'fr',
    });
    expect(found.items[0]).toMatchObject({ product_type: 'entrance_door' });
    expect(found.items[0]?.attributes).not.toHaveProperty('delivery_country');
    expect(found.items[0]?.attributes).not.toHaveProperty('dimension_reference');
    const sent = extractSpecification({ text: 'Une porte 90 x 215 cm, livraison à Maurice.', language: 'fr' });
    expect(sent.items[0]?.attributes).toMatchObject({ delivery_country: { value: 'MU' } });
  });

  it('finds no specification in an ordinary question', () => {
    expect(extractSpecification({ text: 'Where is my parcel?', language: 'en' })).toMatchObject({
      is_custom_spec: false,
      items: [],
    });
  });
});
