import { extractSpecification } from '../index.ts';

/** Letters of our own, one trait or two each; expectations name what must be found, and with `not` what must not. */
const letters: {
  text: string;
  type?: string;
  values?: Record<string, unknown>;
  not?: string[];
  codes?: string[];
}[] = [
  {
    text: 'Hello, please quote for 4 fire doors, 926 x 2040 mm frame size, FD60S, grey RAL 7001, for a school in Leeds.',
    type: 'fire_door',
    values: {
      quantity: 4,
      width_mm: 926,
      height_mm: 2040,
      dimension_reference: 'frame_outer',
      fire_rating: 'FD60S',
      color_outside: 'RAL 7001',
    },
    not: ['handing_din'],
  },
  {
    text: 'We need an entry door 36" x 80", hinges on the left seen from outside, opens in, white outside and black inside.',
    type: 'entrance_door',
    values: {
      quantity: 1,
      width_mm: 914.4,
      height_mm: 2032,
      handing_din: 'right',
      swing: 'inward',
      color_outside: 'white',
      color_inside: 'black',
    },
    codes: ['color_unspecified', 'dimension_reference'],
  },
  {
    text: 'Bonjour, devis pour 3 portes coupe-feu EI60, passage libre 90 x 205 cm, ouverture vers l’extérieur, tirant gauche, pour Lyon.',
    type: 'fire_door',
    values: {
      quantity: 3,
      width_mm: 900,
      height_mm: 2050,
      dimension_reference: 'clear_opening',
      handing_din: 'left',
      swing: 'outward',
      fire_rating: 'EI60',
    },
  },
  {
    text: 'Guten Tag, wir brauchen eine Haustür aus Aluminium, Rohbauöffnung 1.135 x 2.250 mm (B x H), DIN rechts, nach innen öffnend, ohne Briefschlitz, RAL 7016.',
    type: 'entrance_door',
    values: {
      quantity: 1,
      width_mm: 1135,
      height_mm: 2250,
      dimension_reference: 'rough_opening',
      material: 'aluminium',
      handing_din: 'right',
      color_outside: 'RAL 7016',
      hatches: [],
    },
  },
  {
    text: 'Buenos días, necesito presupuesto para 6 ventanas oscilobatientes de PVC blanco, 1200 x 1400 mm (ancho x alto), doble acristalamiento, entrega en Sevilla.',
    type: 'tilt_turn_window',
    values: {
      quantity: 6,
      width_mm: 1200,
      height_mm: 1400,
      material: 'upvc',
      glazing_type: 'double',
      color_outside: 'white',
    },
  },
  {
    text: 'Boa tarde, queria orçamento para uma porta blindada, vão acabado 0,95 x 2,10 m, parede de 18 cm, fechadura multiponto, cor castanho. Entrega em Braga.',
    type: 'security_door',
    values: {
      quantity: 1,
      width_mm: 950,
      height_mm: 2100,
      dimension_reference: 'finished_opening',
      wall_thickness_mm: 180,
      lock_type: 'multipoint',
      color_outside: 'brown',
    },
  },
  {
    text: 'Buongiorno, vorrei un preventivo per 2 porte blindate, luce netta 90x210 cm, a spingere destra, RAL 9010. Consegna a Verona.',
    type: 'security_door',
    values: { quantity: 2, width_mm: 900, height_mm: 2100, handing_din: 'left', color_outside: 'RAL 9010' },
  },
  {
    text: 'Goedemorgen, graag een offerte voor 2 draaikiepramen in kunststof wit, 90 x 120 cm, triple glas. Levering in Utrecht.',
    type: 'tilt_turn_window',
    values: { quantity: 2, material: 'upvc', glazing_type: 'triple', color_outside: 'white' },
  },
  {
    text: 'Dzień dobry, proszę o wycenę drzwi zewnętrznych stalowych, szer. 100 x wys. 210 cm, prawe, otwierane na zewnątrz, antracyt. Dostawa do Łodzi.',
    type: 'entrance_door',
    values: {
      width_mm: 1000,
      height_mm: 2100,
      material: 'steel',
      handing_din: 'right',
      swing: 'outward',
      color_outside: 'anthracite',
    },
  },
  {
    text: 'Здравствуйте, нужна входная дверь стальная 960х2050 мм по коробке, открывание наружу, петли слева если смотреть с улицы, RAL 8017. Доставка в Пермь.',
    type: 'entrance_door',
    values: {
      width_mm: 960,
      height_mm: 2050,
      material: 'steel',
      handing_din: 'left',
      swing: 'outward',
      color_outside: 'RAL 8017',
      delivery_place: 'Perm',
    },
  },
  {
    text: 'Merhaba, 5 adet yangın kapısı istiyoruz, 1000x2100 mm, EI60, panik barlı, RAL 7035. İzmir teslim.',
    type: 'fire_door',
    values: {
      quantity: 5,
      width_mm: 1000,
      height_mm: 2100,
      fire_rating: 'EI60',
      panic_bar: true,
      color_outside: 'RAL 7035',
    },
  },
  {
    text: 'السلام عليكم، أحتاج عرض سعر ٦ أبواب داخلية خشب، عرض ٩٠ × ارتفاع ٢١٠ سم، لون أبيض، التسليم في جدة.',
    type: 'interior_door',
    values: { quantity: 6, width_mm: 900, height_mm: 2100, color_outside: 'white', delivery_place: 'Jeddah' },
  },
  {
    text: 'Habari, nahitaji bei ya madirisha 10 ya alumini, upana futi 4, urefu futi 5, rangi nyeupe, kupeleka Arusha.',
    values: { quantity: 10, width_mm: 1219.2, height_mm: 1524, material: 'aluminium', color_outside: 'white' },
  },
  {
    text: '您好,我要订做两樘防火门,甲级,洞口1000×2100mm,墙厚200mm,颜色RAL7035,送到上海。请报价。',
    type: 'fire_door',
    values: { quantity: 2, width_mm: 1000, height_mm: 2100, wall_thickness_mm: 200, color_outside: 'RAL 7035' },
  },
  {
    text: 'お世話になります。玄関ドア3セットの見積をお願いします。枠外寸法 W920×H2300、外開き、色は黒、納入先は大阪。',
    type: 'entrance_door',
    values: {
      quantity: 3,
      width_mm: 920,
      height_mm: 2300,
      dimension_reference: 'frame_outer',
      swing: 'outward',
      color_outside: 'black',
    },
  },
  {
    text: '안녕하세요. 방화문 8세트 견적 부탁드립니다. 문틀 외경 950×2100, 벽 두께 150, 흰색, 부산 현장입니다.',
    type: 'fire_door',
    values: { quantity: 8, width_mm: 950, height_mm: 2100, wall_thickness_mm: 150, color_outside: 'white' },
  },
  {
    text: 'We are after 12 steel doors: 7 LH and 5 RH, 900 x 2100 mm, delivered to Durban.',
    values: { quantity: 7, width_mm: 900, height_mm: 2100, material: 'steel' },
  },
];

const plain = (text: string) => {
  const found = extractSpecification({ text });
  const [first] = found.items;
  return {
    found,
    type: first?.product_type,
    values: Object.fromEntries(Object.entries(first?.attributes ?? {}).map(([k, v]) => [k, v.value])),
  };
};

describe('letters in the languages of buyers', () => {
  it.each(letters.map((l) => [l.text.slice(0, 48), l] as const))('%s…', (_, { text, type, values, not, codes }) => {
    const read = plain(text);
    expect(read.found.is_custom_spec).toBe(true);
    if (type) expect(read.type).toBe(type);
    expect(read.values).toMatchObject(values ?? {});
    for (const name of not ?? []) expect(read.values).not.toHaveProperty(name);
    expect(read.found.ambiguities.map((a) => a.code)).toEqual(expect.arrayContaining(codes ?? []));
  });

  it.each([
    'Hi, where is my parcel? The tracking number has not moved for a week.',
    'Bonjour, la porte reçue hier est rayée, je voudrais un remboursement.',
    'Do you have this model in stock? I am a reseller and want your price list and MOQ.',
  ])('asks for nothing to be made: %s', (text) => {
    expect(extractSpecification({ text })).toMatchObject({ is_custom_spec: false, items: [], missing_mandatory: [] });
  });
});

describe('what later words change', () => {
  it('takes the figure that a correction says', () => {
    expect(plain('Front door 90 x 210 cm please, steel. Sorry, the width is 92 cm, not 90.').values).toMatchObject({
      width_mm: 920,
    });
    expect(
      plain('Change for our steel door: height goes from 2110 to 2085 mm, width stays 980 mm. Price please.').values,
    ).toMatchObject({ height_mm: 2085 });
  });

  it('asks for the earlier order that a letter refers to', () => {
    expect(
      plain('Please quote 5 steel doors, same as last time, 900 x 2100 mm.').found.ambiguities.map((a) => a.code),
    ).toContain('reference_missing');
  });

  it('makes an item of each side and each half', () => {
    const sides = extractSpecification({
      text: 'Nous cherchons 15 portes blindées 90 x 210 cm, 10 ouvrent à droite et 5 à gauche. Prix ?',
    });
    expect(sides.items.map((i) => i.attributes['quantity']?.value)).toEqual([10, 5]);
    const halves = extractSpecification({
      text: 'We need 60 steel doors 900 x 2100 mm, half left hand, half right hand. Quote please.',
    });
    expect(halves.items.map((i) => i.attributes['quantity']?.value)).toEqual([30, 30]);
  });

  it.each([
    ['en', '3 doors 90 wide 210 high', 900, 2100],
    ['de', 'Garagentor 2,50 m breit und 2,12 m hoch', 2500, 2120],
    ['de', '2 Haustüren Breite 1,10 m Höhe 2,12 m', 1100, 2120],
    ['fr', '2 portes 93 cm de large et 215 cm de haut', 930, 2150],
    ['es', 'una puerta de 90 de ancho y 210 de alto', 900, 2100],
    ['en', 'door width 900 height 2100', 900, 2100],
  ])('reads labels before and behind figures (%s): %s', (language, text, width, height) => {
    const [item] = extractSpecification({ text, language, isContinuation: true }).items;
    expect([item?.attributes['width_mm']?.value, item?.attributes['height_mm']?.value]).toEqual([width, height]);
  });
});
