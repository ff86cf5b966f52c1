import { buyers } from './demo-mail/correspondents.ts';
import type { DemoOrder, DemoOrderLine, StoreKey } from './demo-types.ts';

const line = (quantity: number, sku: string, title: string, options: Record<string, string> = {}): DemoOrderLine => ({
  title,
  sku,
  quantity,
  options,
});

type Who = { name: string; address: string };
type Sketch = [
  externalId: string,
  who: Who,
  daysAgo: number,
  status: DemoOrder['status'],
  total: number,
  tracking: string | null,
  ...lines: DemoOrderLine[],
];

const shopOf = (externalId: string): [StoreKey, string] => {
  if (externalId.startsWith('YZ-')) return ['yuzhong', 'USD'];
  if (externalId.startsWith('MP-') || externalId.startsWith('001_')) return ['maisonporte', 'EUR'];
  return ['linguadoor', 'USD'];
};

const amazonBuyer = (name: string, alias: string, site: string): Who => ({
  name,
  address: `${alias}@marketplace.amazon.${site}`,
});

/** Sums in the currency's units; ids are those the buyers quote in their mails. */
const sketches: Sketch[] = [
  [
    'MP-2026-1187',
    buyers.lefebvre,
    52,
    'ready',
    3480,
    null,
    line(2, 'MP-SL-2L', 'Porte-fenêtre coulissante alu 2 vantaux', {
      size: '2400 × 2150 mm',
      colour: 'RAL 7016',
      glazing: '4/16/4',
    }),
  ],
  [
    'MP-2025-0642',
    buyers.dubois,
    430,
    'delivered',
    2260,
    'DPD 09446712335012',
    line(4, 'MP-TT-12', 'Fenêtre oscillo-battante PVC', { size: '900 × 1200 mm', colour: 'RAL 9016' }),
  ],
  [
    'MP-2025-0877',
    buyers.schoenfelder,
    374,
    'delivered',
    4190,
    'Spedition 77120-4',
    line(1, 'MP-ED-SL', 'Haustür mit Seitenteil, Mehrfachverriegelung', {
      size: '1450 × 2180 mm',
      colour: 'RAL 7024',
      sidelight: 'left',
    }),
  ],
  [
    'MP-2026-1195',
    buyers.weissmann,
    47,
    'delivered',
    5120,
    'Spedition 81933-2',
    line(7, 'MP-TT-70', 'Dreh-Kipp-Fenster Kunststoff', { size: '1010 × 1380 mm', glazing: '4/16/4/16/4' }),
  ],
  [
    'MP-2026-1203',
    buyers.pemberton,
    44,
    'delivered',
    2740,
    'Pallet 55-20917',
    line(1, 'MP-ED-ST', 'Steel front door, thermally broken', {
      size: '990 × 2110 mm',
      colour: 'RAL 5011',
      handing: 'DIN right, inward',
    }),
  ],
  [
    'MP-2026-1168',
    buyers.esposito,
    60,
    'delivered',
    1180,
    'BRT 0129984471',
    line(2, 'MP-PS-1', 'Persiana in alluminio', { size: '1200 × 1400 mm', colour: 'RAL 6005' }),
  ],
  [
    'MP-2026-1190',
    buyers.nowak,
    50,
    'delivered',
    2650,
    'DPD 13378200911',
    line(6, 'MP-TT-82', 'Okno uchylno-rozwierane', { size: '1165 × 1435 mm', glazing: '4/18/4/18/4' }),
  ],
  [
    'MP-2025-0790',
    buyers.sahin,
    400,
    'delivered',
    3010,
    'TNT 4820011734',
    line(5, 'MP-TT-70', 'Çift açılım PVC pencere', { size: '1000 × 1300 mm' }),
  ],
  [
    'MP-2025-0931',
    buyers.sokolova,
    365,
    'delivered',
    1890,
    'CDEK 1502233871',
    line(1, 'MP-ED-TB', 'Входная дверь с терморазрывом', { size: '960 × 2080 mm', colour: 'RAL 8019' }),
  ],
  [
    'MP-2026-1174',
    buyers.vasseur,
    58,
    'in_production',
    640,
    null,
    line(1, 'MP-HP-1', 'Fenêtre à soufflet bois-alu', { size: '600 × 450 mm' }),
  ],
  [
    'MP-2023-0311',
    buyers.sutherland,
    1130,
    'delivered',
    2980,
    'Pallet 31-00442',
    line(5, 'MP-TT-12', 'Tilt and turn window', { size: '1100 × 1250 mm', handle: 'white lever' }),
  ],
  [
    'MP-2026-1099',
    buyers.murphy,
    96,
    'delivered',
    2310,
    'Pallet 50-11872',
    line(1, 'MP-ED-WD', 'Composite front door with sidelight', { size: '1350 × 2150 mm', colour: 'RAL 6021' }),
  ],
  [
    'MP-2026-1102',
    buyers.deVries,
    91,
    'delivered',
    7420,
    'Transport 22817',
    line(3, 'MP-LS-2', 'Hefschuifpui aluminium', { size: '3000 × 2400 mm', glazing: 'HR+++' }),
  ],
  [
    'MP-2026-0998',
    buyers.krueger,
    132,
    'delivered',
    8860,
    'Spedition 79004-1',
    line(8, 'MP-FD-T30', 'Wohnungseingangstür T30-RS', { size: '1010 × 2130 mm', colour: 'RAL 7016' }),
  ],
  [
    '001_48213377-A',
    { name: 'Nadège P.', address: 'rfx7qmo384n.ko2qhtg9z@notification.mirakl.net' },
    19,
    'delivered',
    389,
    'Chronopost XY482133770FR',
    line(1, 'MP-RS-M', 'Volet roulant motorisé sur mesure', {
      size: '1320 × 1200 mm',
      motor: 'right, seen from inside',
    }),
  ],
  [
    'LD-20931',
    buyers.nguyenAmy,
    16,
    'delivered',
    214,
    '1Z999AA10123456784',
    line(1, 'LDS-RET-3450-WH', 'Custom retractable screen door', {
      width: '34 1/2 in',
      height: '80 1/8 in',
      colour: 'white',
    }),
  ],
  [
    'LD-20755',
    buyers.santana,
    190,
    'delivered',
    698,
    '1Z999AA10123455001',
    line(1, 'LDS-SMART-1', 'Steel door with smart lock', { size: '36 × 80 in', lock: 'fingerprint, code' }),
  ],
  [
    'LD-20418',
    buyers.sato,
    400,
    'delivered',
    176,
    'Yamato 4021-7781-3390',
    line(1, 'LDS-PLI-JP', 'Pleated screen door', { size: '780 × 1980 mm', colour: 'white' }),
  ],
  [
    'LD-20877',
    buyers.quintero,
    41,
    'shipped',
    312,
    'Servientrega 2094411873',
    line(1, 'LDS-WIN-BAR', 'Sliding window with grille', { size: '1000 × 1000 mm' }),
  ],
  [
    '112-4837265-9012843',
    amazonBuyer('Dana', 'q4m8x2v7k1t9zbn', 'com'),
    9,
    'delivered',
    189,
    'TBA309918842201',
    line(1, 'LDS-RET-3681-WH', 'LinguaDoor retractable screen door, white, 36 x 81 in'),
  ],
  [
    '114-2093847-5561220',
    amazonBuyer('Terrell', 'b7n3c9w5j2h8rpd', 'com'),
    8,
    'shipped',
    129,
    'TBA310027715448',
    line(1, 'LDS-PET-1218', 'LinguaDoor steel pet door insert, 12 x 18 in'),
  ],
  [
    '304-7719256-3380147',
    amazonBuyer('Heike', 'v2k6t0m4x8q1wsf', 'de'),
    5,
    'shipped',
    142,
    'DHL 00340434292135100186',
    line(1, 'LDS-PLI-12024', 'LinguaDoor Plissee-Fliegengittertür, anthrazit'),
  ],
  [
    '250-6612093-8874531',
    amazonBuyer('高橋', 'j9r5d1w7n3c8kvt', 'co.jp'),
    12,
    'delivered',
    138,
    'Yamato 4032-1187-0092',
    line(1, 'LDS-PLI-9020', 'LinguaDoor プリーツ網戸 ホワイト 90×200cm'),
  ],
  [
    'YZ-260817',
    buyers.valdivia,
    98,
    'in_production',
    21_600,
    null,
    line(45, 'YZ-SD-12', 'Steel security door', {
      size: '960 × 2050 mm',
      sheet: '1.2 mm per face',
      colour: 'RAL 8017',
    }),
  ],
  [
    'YZ-260905',
    buyers.nuaimi,
    79,
    'ready',
    18_900,
    null,
    line(4, 'YZ-PV-30', 'Pivot villa door, aluminium', { size: '1600 × 2800 mm', colour: 'bronze' }),
  ],
  [
    'YZ-260733',
    buyers.juma,
    118,
    'delivered',
    3150,
    'MSKU 702118-5',
    line(10, 'YZ-SD-08', 'Steel door with frame', { size: '900 × 2100 mm', keys: '5 each' }),
  ],
  [
    'YZ-260412',
    buyers.wangLei,
    215,
    'delivered',
    30_400,
    'COSU 619033-8',
    line(160, 'YZ-SD-06', '出口防盗门', { size: '960 × 2050 mm', film: 'walnut 23' }),
  ],
  [
    'YZ-260518',
    buyers.adeyemi,
    180,
    'delivered',
    16_250,
    'CMAU 440912-1',
    line(26, 'YZ-SD-12', 'Steel security door, single leaf', {
      size: '960 × 2050 mm',
      colour: 'RAL 8017',
      certificate: 'SONCAP',
    }),
  ],
  [
    'YZ-261031',
    buyers.kuznetsov,
    23,
    'awaiting_deposit',
    15_800,
    null,
    line(40, 'YZ-TB-15', 'Входная дверь с терморазрывом', { size: '940 × 2060 mm', core: 'rock wool' }),
  ],
  [
    'YZ-260940',
    buyers.akhmetov,
    70,
    'in_production',
    9600,
    null,
    line(6, 'YZ-AD-2', 'Алюминиевая двупольная дверь', { size: '1700 × 2200 mm' }),
  ],
];

const DAY = 86_400_000;

/** Orders of the buyers who write, placed in the days before `now`; figures and numbers as their mails quote them. */
export function demoOrders(now: Date): DemoOrder[] {
  return sketches.map(([externalId, who, daysAgo, status, total, tracking, ...lines]) => {
    const [store, currency] = shopOf(externalId);
    return {
      externalId,
      store,
      contactEmail: who.address,
      contactName: who.name,
      currency,
      total,
      placedAt: new Date(now.getTime() - daysAgo * DAY),
      status,
      tracking,
      lines,
    };
  });
}
