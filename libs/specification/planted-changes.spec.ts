import { changesIn } from './changes.ts';
import { extractSpecification } from './extraction/extract.ts';
import { loadPack } from './pack.ts';

const pack = loadPack('doors-and-windows');
/** A steel entrance door as it was released. */
const door = {
  id: 'door',
  productType: 'entrance_door',
  values: {
    quantity: 1,
    width_mm: 900,
    height_mm: 2100,
    material: 'steel',
    color_outside: 'RAL 7016',
    color_inside: 'RAL 9016',
    swing: 'inward',
    handing_din: 'left',
    lock_type: 'multipoint',
    lock_points: 3,
    threshold_height_mm: 20,
    hatches: [{ type: 'letterbox' }],
  },
};

/** What a buyer writes later, by language: [text, attribute touched]. */
const planted: Record<string, [string, string][]> = {
  en: [
    ['Sorry, the width should be 920 mm, not 900.', 'width_mm'],
    ['One more thing: please make the height 2050 mm.', 'height_mm'],
    ['We changed our mind, RAL 3005 outside please.', 'color_outside'],
    ['The door should open outwards after all.', 'swing'],
    ['Actually we need 3 doors.', 'quantity'],
    ['Please add a cat flap.', 'hatches'],
    ['Aluminium instead of steel, please.', 'material'],
    ['We would prefer a 5-point lock.', 'lock_points'],
    ['Can the threshold be 15 mm instead?', 'threshold_height_mm'],
  ],
  fr: [
    ['Pardon, la largeur est de 92 cm et non 90.', 'width_mm'],
    ['Finalement la hauteur sera de 205 cm.', 'height_mm'],
    ['Nous préférons RAL 3005 à l’extérieur.', 'color_outside'],
    ['La porte doit s’ouvrir vers l’extérieur.', 'swing'],
    ['Il nous faut finalement 3 portes.', 'quantity'],
    ['Ajoutez une chatière, s’il vous plaît.', 'hatches'],
    ['Plutôt en aluminium.', 'material'],
  ],
  de: [
    ['Korrektur: Breite 920 mm statt 900 mm.', 'width_mm'],
    ['Die Höhe ist doch 2050 mm.', 'height_mm'],
    ['Bitte außen RAL 3005.', 'color_outside'],
    ['Die Tür soll nach außen öffnen.', 'swing'],
    ['Wir brauchen jetzt 3 Türen.', 'quantity'],
    ['Bitte noch eine Katzenklappe.', 'hatches'],
    ['Lieber aus Aluminium.', 'material'],
  ],
  es: [
    ['Perdón, el ancho es 92 cm, no 90.', 'width_mm'],
    ['La altura queda en 205 cm.', 'height_mm'],
    ['Mejor RAL 3005 por fuera.', 'color_outside'],
    ['La puerta debe abrir hacia afuera.', 'swing'],
    ['Ahora necesitamos 3 puertas.', 'quantity'],
    ['Agreguen una gatera, por favor.', 'hatches'],
  ],
  pt: [
    ['Desculpe, a largura é 92 cm e não 90.', 'width_mm'],
    ['A altura passa a 205 cm.', 'height_mm'],
    ['A porta deve abrir para fora.', 'swing'],
    ['Afinal precisamos de 3 portas.', 'quantity'],
  ],
  it: [
    ['Scusate, la larghezza è 92 cm e non 90.', 'width_mm'],
    ['L’altezza diventa 205 cm.', 'height_mm'],
    ['La porta deve aprire verso l’esterno.', 'swing'],
    ['Ci servono 3 porte.', 'quantity'],
  ],
  ru: [
    ['Извините, ширина 920 мм, а не 900.', 'width_mm'],
    ['Высота теперь 2050 мм.', 'height_mm'],
    ['Снаружи RAL 3005, пожалуйста.', 'color_outside'],
    ['Дверь должна открываться наружу.', 'swing'],
    ['Нам нужно 3 двери.', 'quantity'],
  ],
  zh: [
    ['不好意思，宽度改成920mm。', 'width_mm'],
    ['高度是2050毫米。', 'height_mm'],
    ['外面颜色改为RAL 3005。', 'color_outside'],
    ['门要向外开。', 'swing'],
    ['我们需要3樘门。', 'quantity'],
  ],
  ar: [
    ['عذراً، العرض 92 سم وليس 90.', 'width_mm'],
    ['الارتفاع 205 سم.', 'height_mm'],
    ['الباب يفتح للخارج.', 'swing'],
    ['نحتاج 3 أبواب.', 'quantity'],
  ],
  nl: [
    ['Sorry, de breedte moet 92 cm zijn, niet 90.', 'width_mm'],
    ['De hoogte wordt 205 cm.', 'height_mm'],
    ['De deur moet naar buiten draaien.', 'swing'],
  ],
  pl: [
    ['Przepraszam, szerokość 920 mm, nie 900.', 'width_mm'],
    ['Wysokość będzie 2050 mm.', 'height_mm'],
    ['Drzwi mają się otwierać na zewnątrz.', 'swing'],
  ],
  tr: [
    ['Pardon, genişlik 92 cm olacak, 90 değil.', 'width_mm'],
    ['Yükseklik 205 cm olsun.', 'height_mm'],
    ['Kapı dışarı açılsın.', 'swing'],
  ],
  ja: [
    ['すみません、幅は920mmです。', 'width_mm'],
    ['高さを2050mmに変更してください。', 'height_mm'],
    ['外開きにしてください。', 'swing'],
  ],
  sw: [
    ['Samahani, upana ni 92 cm, siyo 90.', 'width_mm'],
    ['Urefu uwe 205 cm.', 'height_mm'],
  ],
};

/** Friendly words in which nothing is changed. */
const harmless: Record<string, string[]> = {
  en: [
    'Thank you, the steel door in RAL 7016 is perfect. When can you ship?',
    'I paid the deposit of 300 USD today.',
    'Please send the invoice to my accountant.',
  ],
  fr: ['Merci, la porte en acier de 90 x 210 cm est parfaite.', 'J’ai payé l’acompte ce matin.'],
  de: ['Danke, alles gut. Wann wird geliefert?', 'Die Tür, 900 x 2100 mm, passt so.'],
  es: ['Gracias, todo correcto. ¿Cuándo sale el envío?'],
  zh: ['谢谢，没问题，什么时候发货？'],
  ru: ['Спасибо, всё верно. Когда отправка?'],
};

const touched = (text: string, language: string) => {
  const { items } = extractSpecification({ text, language, pack, isContinuation: true });
  const found = items.map((i) => ({
    productType: i.product_type,
    values: Object.fromEntries(
      Object.entries(i.attributes).map(([name, v]) => [
        name,
        { value: v.value as never, ...v.source, isImplied: v.derivation === 'implied' || v.confidence < 0.6 },
      ]),
    ),
  }));
  return changesIn(pack, [door], found).map((c) => c.attribute);
};

describe('a change that is planted in a later letter', () => {
  const cases = Object.entries(planted).flatMap(([language, list]) =>
    list.map(([text, attribute]) => [language, text, attribute] as const),
  );

  it.each(cases)('is found (%s): %s', (language, text, attribute) => {
    expect(touched(text, language)).toContain(attribute);
  });

  it.each(cases.slice(0, 9))('is found where the language is not known (%s): %s', (_, text, attribute) => {
    const { items } = extractSpecification({ text, pack, isContinuation: true });
    expect(items.flatMap((i) => Object.keys(i.attributes))).toContain(attribute);
  });

  it.each(Object.entries(harmless).flatMap(([language, list]) => list.map((text) => [language, text] as const)))(
    'is none in thanks (%s): %s',
    (language, text) => {
      expect(touched(text, language)).toEqual([]);
    },
  );
});
