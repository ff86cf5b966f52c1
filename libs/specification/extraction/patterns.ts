import { figuresOf, round } from './lengths.ts';

export interface Found {
  value: unknown;
  unit?: string | null;
  start: number;
  end: number;
  derivation: string;
  confidence: number;
}

const colors: readonly (readonly [string, RegExp])[] = [
  ['wine red', /\bwine[- ]?red\b|\bbordeaux\b|酒红色?|винно-красн\p{L}*|عنابي/iu],
  [
    'white',
    /\bwhite\b|\bblanche?\b|\bweiß\p{L}*|\bblanc[ao]s?\b|\bbranc[ao]s?\b|\bbianc[ao]\b|\bwit(?:te)?\b|\bbiał\p{L}+|\bбел(?:ый|ая|ого|ые|ой|ую)\b|\bbeyaz\b|أبيض|بيضاء|白色?|\bnyeupe\b|ホワイト/iu,
  ],
  [
    'black',
    /\bblack\b|\bnoire?\b|\bschwarz\p{L}*|\bnegr[ao]s?\b|\bpret[ao]s?\b|\bner[ao]\b|\bzwart\p{L}*|\bczarn\p{L}+|\bчёрн\p{L}+|\bчерн\p{L}+|\bsiyah\b|أسود|سوداء|黑色|\bnyeusi\b|ブラック/iu,
  ],
  ['anthracite', /\banthra[cz]it\p{L}*|\bantracit\p{L}*|антрацит\p{L}*|فحمي|\bantrasit\b/iu],
  [
    'grey',
    /\bgr[ea]y\b|\bgrise?\b|\bgrau\p{L}*|\bgris\b|\bcinz[ae]\p{L}*|\bgrigi[ao]\b|\bgrijs\p{L}*|\bszar\p{L}+|\bсер(?:ый|ая|ого|ые|ую)\b|\bgri\b|رمادي|灰色/iu,
  ],
  [
    'brown',
    /\bbrown\b|\bmarron\b|\bbraun\p{L}*|\bmarrón\b|\bmarrom\b|\bmarrone\b|\bbruin\p{L}*|\bbrązow\p{L}+|коричнев\p{L}+|\bkahverengi\b|بني|棕色|褐色|咖啡色/iu,
  ],
  ['walnut', /\bwalnut\b|\bnoyer\b|\bnussbaum\b|\bnogal\b|\bnogueira\b|\bnoce\b|орех\p{L}*|\bceviz\b|胡桃木?色?/iu],
  [
    'red',
    /\bred\b|\brouge\b|\brot(?:e[rn]?)?\b|\broj[ao]\b|\bvermelh[ao]\b|\bross[ao]\b|\bкрасн\p{L}+|\bkırmızı\b|أحمر|红色/iu,
  ],
  ['green', /\bgreen\b|\bverte?\b|\bgrün\p{L}*|\bverde\b|зелён\p{L}+|зелен\p{L}+|\byeşil\b|أخضر|绿色/iu],
  ['blue', /\bblue\b|\bbleue?\b|\bblau\p{L}*|\bazul\b|\bblu\b|\bсин(?:ий|яя|его)\b|\bmavi\b|أزرق|蓝色/iu],
];

const incoterm =
  /\b(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP)\b(?:[ \t]+(?:port (?:of )?|to |Hafen |puerto de )?([\p{Lu}][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’-]+)?))?/u;
const insideWord =
  /\b(?:inside|dedans|intérieur|innen|interior|por dentro|внутри|изнутри)\b|里面|室内|内侧|من الداخل/iu;

/** Values that a pattern tells by itself, whatever the product: colours, handing, classes, terms of trade. */
export function patternValues(text: string): [string, Found][] {
  const found: [string, Found][] = [];
  const add = (
    attribute: string,
    value: unknown,
    start: number,
    end: number,
    derivation: string,
    confidence = 0.9,
    unit: string | null = null,
  ) => found.push([attribute, { value, unit, start, end, derivation, confidence }]);
  colorValues(text, add);
  handingValues(text, add);
  const term = incoterm.exec(text);
  if (term) {
    add('incoterm', term[1]!, term.index, term.index + 3, 'code', 0.98);
    if (term[2])
      add(
        'incoterm_place',
        term[2],
        term.index + term[0].length - term[2].length,
        term.index + term[0].length,
        'code',
        0.9,
      );
  }
  const gauge = /\b(\d{1,2})\s?(?:gauge|ga\b\.?|SWG|BWG)|\b(?:calibre|chapa|cal\.)\s(\d{2})\b/iu.exec(text);
  if (gauge) add('steel_gauge_stated', gauge[0], gauge.index, gauge.index + gauge[0].length, 'code');
  const points = /\b(\d{1,2})[- ](?:points?\b|puntos\b|pontos\b|punti\b|точ\p{L}*|punkt\p{L}*|fach\b)/iu.exec(text);
  if (
    points &&
    /lock|serrure|verr|schloss|riegel|cerradura|fechadura|serratura|замок|запир|zamek|slot/iu.test(
      text.slice(Math.max(0, points.index - 40), points.index + 60),
    )
  ) {
    add('lock_points', Number(points[1]), points.index, points.index + points[0].length, 'count');
    add('lock_type', 'multipoint', points.index, points.index + points[0].length, 'count', 0.85);
  }
  const classes: [string, RegExp][] = [
    ['burglar_class', /\bRC ?[1-6]N?\b|\bWK ?[1-6]\b|\bA2P ?BP ?[1-3]\b|\bPAS ?24\b/],
    ['fire_rating', /\bEI2? ?\d{2,3}\b|\bFD ?\d{2}S?\b|\bT ?(?:30|60|90)(?:-RS)?\b|\bREI ?\d{2,3}\b/],
    ['ip_rating', /\bIP ?\d{2}\b/],
  ];
  for (const [attribute, pattern] of classes) {
    const match = pattern.exec(text);
    if (match) add(attribute, match[0].replace(/ /g, ''), match.index, match.index + match[0].length, 'code');
  }
  const certificates = [
    ...text.matchAll(/\b(?:SONCAP|PVoC|CE|UKCA|SABER|EAC|TSE|BIS|INMETRO|NOA|NFRC|ISO ?9001|FSC)\b/g),
  ];
  if (certificates.length > 0)
    add(
      'certificates',
      [...new Set(certificates.map((c) => c[0]))],
      certificates[0]!.index,
      certificates[0]!.index + certificates[0]![0].length,
      'code',
    );
  wallValues(text, add);
  return found;
}

type Add = (
  attribute: string,
  value: unknown,
  start: number,
  end: number,
  derivation: string,
  confidence?: number,
  unit?: string | null,
) => void;

function colorValues(text: string, add: Add): void {
  const codes = [...text.matchAll(/\bRAL[ -]?(\d{4})\b|(?<=\bRAL[ -]?\d{4}[^\d.]{1,25})\b([1-9]0\d{2})\b/g)];
  if (codes.length > 0) {
    const [first, second] = codes;
    const name = (c: RegExpMatchArray) => `RAL ${c[1] ?? c[2]}`;
    const isInside = (c: RegExpMatchArray) =>
      insideWord.test(text.slice(c.index!, c.index! + c[0].length + 22).split(/[.;\n]/)[0]!) && codes.length > 1;
    const outside = second && isInside(first!) && !isInside(second) ? second : first!;
    add('color_outside', name(outside), outside.index!, outside.index! + outside[0].length, 'code', 0.98);
    const inside = second ? (outside === first ? second : first!) : null;
    if (inside) add('color_inside', name(inside), inside.index!, inside.index! + inside[0].length, 'code', 0.95);
    return;
  }
  for (const [color, pattern] of colors) {
    const match = pattern.exec(text);
    if (match) {
      add('color_outside', color, match.index, match.index + match[0].length, 'word', 0.75);
      return;
    }
  }
}

/** Sides with a viewpoint only; a side without one is kept in the buyer's words and asked about. Source: spec-domain §5. */
const handings: readonly (readonly [RegExp, 'left' | 'right' | null, 'inward' | 'outward' | null])[] = [
  [/poussant\s+droite?/iu, 'left', null],
  [/poussant\s+gauche/iu, 'right', null],
  [/tirant\s+droite?/iu, 'right', null],
  [/tirant\s+gauche/iu, 'left', null],
  [/DIN[- ]?(?:links|left)/iu, 'left', null],
  [/DIN[- ]?(?:rechts|right)/iu, 'right', null],
  [/\bLHR\b/, 'left', 'outward'],
  [/\bRHR\b/, 'right', 'outward'],
  [/左内开/u, 'right', 'inward'],
  [/右内开/u, 'left', 'inward'],
  [/左外开/u, 'left', 'outward'],
  [/右外开/u, 'right', 'outward'],
  [/a spingere sinistr[ao]/iu, 'right', null],
  [/a spingere destr[ao]/iu, 'left', null],
  [/a tirare sinistr[ao]/iu, 'left', null],
  [/a tirare destr[ao]/iu, 'right', null],
];
const swings: readonly (readonly ['inward' | 'outward', RegExp])[] = [
  [
    'inward',
    /(?:s['’]ouvr\p{L}+|ouverture|ouvrant)[^.\n]{0,20}vers l['’]intérieur|\binward\p{L}*|\binswing|opens? in(?:to|wards?|side)\b|nach innen (?:öffn|auf)\p{L}*|öffnet? nach innen|abre hacia (?:dentro|adentro|el interior)|abre para dentro|apertura (?:verso l['’])?intern[ao]|открыва\p{L}+ (?:внутрь|вовнутрь)|内开|向内开|للداخل|içeri açıl\p{L}*|naar binnen/iu,
  ],
  [
    'outward',
    /(?:s['’]ouvr\p{L}+|ouverture|ouvrant)[^.\n]{0,20}vers l['’]extérieur|\boutward\p{L}*|\boutswing|opens? out(?:wards?|side)?\b|nach außen (?:öffn|auf)\p{L}*|öffnet? nach außen|abre hacia (?:fuera|afuera|el exterior)|abre para fora|apertura (?:verso l['’])?estern[ao]|открыва\p{L}+ наружу|外开|向外开|للخارج|dışarı açıl\p{L}*|naar buiten/iu,
  ],
];

function handingValues(text: string, add: Add): void {
  for (const [pattern, hinge, swing] of handings) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (hinge) add('handing_din', hinge, match.index, match.index + match[0].length, 'handing', 0.9);
    if (swing) add('swing', swing, match.index, match.index + match[0].length, 'handing', 0.9);
    break;
  }
  for (const [swing, pattern] of swings) {
    const match = pattern.exec(text);
    if (match) add('swing', swing, match.index, match.index + match[0].length, 'words', 0.9);
  }
  const stated =
    /\b(?:left|right)[- ](?:hand(?:ed)?|hinged?)\b|\b(?:hinges?|handle) on the (?:left|right)\b|\b(?:mano|derecha|izquierda) (?:izquierda|derecha)\b/iu.exec(
      text,
    );
  if (stated && !handings.some(([p]) => p.test(text)))
    add('handing_stated', stated[0], stated.index, stated.index + stated[0].length, 'words', 0.7);
}

const references: readonly (readonly [string, RegExp])[] = [
  ['finished_opening', /cote tableau|finished opening|lichte Maueröffnung|luce architettonica|完成面/iu],
  ['rough_opening', /rough opening|Rohbaumaß|réservation|hueco de obra|размер про[её]ма|毛洞/iu],
  ['frame_outer', /cote hors tout|Blendrahmenaußenmaß|Rahmenaußenmaß|frame size|外框/iu],
  ['clear_opening', /passage libre|clear opening|lichter Durchgang|luz libre|净通过|в свету/iu],
];

function wallValues(text: string, add: Add): void {
  for (const [reference, pattern] of references) {
    const match = pattern.exec(text);
    if (match) add('dimension_reference', reference, match.index, match.index + match[0].length, 'term', 0.95);
  }
  const wall =
    /(?:\bwall|\bmur|\bWand|\bMauer|\bpared|\bmuro|\bparede|\bстен\p{L}*|墙|الجدار|\bduvar|\bmuur|\bścian\p{L}*)[^.\n\d]{0,24}/iu.exec(
      text,
    );
  if (wall) {
    const figure = [...figuresOf(text)].find(
      (f) => f.start >= wall.index && f.start <= wall.index + wall[0].length + 1 && f.factor !== null,
    );
    if (figure && round(figure.value * figure.factor!) >= 50 && round(figure.value * figure.factor!) <= 900)
      add(
        'wall_thickness_mm',
        round(figure.value * figure.factor!),
        figure.start,
        figure.end,
        'label',
        0.9,
        figure.unit,
      );
  }
}
