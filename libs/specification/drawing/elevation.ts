import type { ElevationRules } from './drawing-rules.ts';
import { dimensions, type LengthLabel, lengthOf, picture, sizeText, text, type Values } from './svg.ts';

const outsideWord: Record<string, [string, string]> = {
  en: ['outside', 'inside'],
  'zh-CN': ['室外', '室内'],
  fr: ['extérieur', 'intérieur'],
  de: ['außen', 'innen'],
  es: ['exterior', 'interior'],
  pt: ['exterior', 'interior'],
  ar: ['الخارج', 'الداخل'],
  ru: ['снаружи', 'внутри'],
};

/** The element seen from outside, to scale, and its plan below with the arc of the leaf: a left that is a right is seen at a glance. */
export function elevation(
  rules: ElevationRules,
  productType: string,
  values: Values,
  language: string,
  title: string,
  label: LengthLabel,
): string {
  const [width, height] = [lengthOf(values[rules.width]), lengthOf(values[rules.height])];
  if (width === null || height === null) return '';
  const stroke = Math.max(width, height) / 160;
  const font = Math.max(width, height) / 24;
  const hasPlan = rules.withPlan.includes(productType);
  const parts: string[] = [
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#fff" stroke="#1c2024" stroke-width="${stroke * 2}"/>`,
    ...body(rules, productType, values, width, height, stroke),
    ...openings(rules, values, width, height, stroke, font, label),
    ...dimensions(width, height, [label(rules.width, width), label(rules.height, height)], font, stroke),
  ];
  if (hasPlan) parts.push(plan(rules, values, width, height + font * 2, stroke, font, language));
  return picture(width, height + (hasPlan ? width * 0.75 + font * 3 : 0), font * 2.6, title, parts);
}

/** Hinges of a leaf as seen from outside: DIN looks from the pull side, which is inside when it opens inwards. */
function hingesFromOutside(rules: ElevationRules, values: Values): 'left' | 'right' | null {
  const [din, swing, outside] = [values[rules.side], values[rules.swing], values[rules.outside]];
  if (outside === 'left' || outside === 'right') return outside;
  if ((din !== 'left' && din !== 'right') || (swing !== 'inward' && swing !== 'outward')) return null;
  if (swing === 'outward') return din;
  return din === 'left' ? 'right' : 'left';
}

function body(
  rules: ElevationRules,
  productType: string,
  values: Values,
  width: number,
  height: number,
  stroke: number,
): string[] {
  const layout =
    typeof values[rules.layout] === 'string' ? String(values[rules.layout]).toUpperCase().replace(/[^OX]/g, '') : '';
  if (layout) {
    const w = width / layout.length;
    return [...layout].flatMap((p, i) => [
      `<rect x="${i * w}" y="0" width="${w}" height="${height}" fill="#e8f1fb" stroke="#1c2024" stroke-width="${stroke}"/>`,
      p === 'X'
        ? `<path d="M${i * w + w * 0.25} ${height / 2} h${w * 0.5} m${-w * 0.12} ${-w * 0.08} l${w * 0.12} ${w * 0.08} l${-w * 0.12} ${w * 0.08}" fill="none" stroke="#1c5fb8" stroke-width="${stroke * 2}"/>`
        : '',
    ]);
  }
  const inset = width * 0.06;
  const parts = rules.glazed.includes(productType)
    ? [
        `<rect x="${inset}" y="${inset}" width="${width - inset * 2}" height="${height - inset * 2}" fill="#e8f1fb" stroke="#1c2024" stroke-width="${stroke}"/>`,
      ]
    : [];
  const hinges = hingesFromOutside(rules, values);
  if (!hinges) return parts;
  const [at, handle] = hinges === 'left' ? [0, width] : [width, 0];
  // The opening symbol: its point lies on the hinge side (EN 12519).
  const dash = values[rules.swing] === 'inward' ? ` stroke-dasharray="${stroke * 6} ${stroke * 4}"` : '';
  parts.push(
    `<path d="M${handle} 0 L${at} ${height / 2} L${handle} ${height}" fill="none" stroke="#667085" stroke-width="${stroke}"${dash}/>`,
  );
  const inwards = hinges === 'left' ? -1 : 1;
  parts.push(
    `<circle cx="${handle + inwards * width * 0.07}" cy="${height * 0.52}" r="${stroke * 3.5}" fill="#1c5fb8"/>`,
  );
  for (const y of [0.1, 0.5, 0.9])
    parts.push(
      `<rect x="${at - stroke * 2}" y="${height * y - stroke * 5}" width="${stroke * 4}" height="${stroke * 10}" fill="#1c2024"/>`,
    );
  return parts;
}

function openings(
  rules: ElevationRules,
  values: Values,
  width: number,
  height: number,
  stroke: number,
  font: number,
  label: LengthLabel,
): string[] {
  const list = values[rules.openings];
  if (!Array.isArray(list)) return [];
  return list.flatMap((h) => {
    if (typeof h === 'string') return [];
    const [w, ht] = [lengthOf(h['width_mm'] ?? undefined), lengthOf(h['height_mm'] ?? undefined)];
    if (w === null || ht === null || w > width || ht > height) return [];
    const bottom = lengthOf(h['bottom_height_mm'] ?? undefined);
    const y = height - (bottom ?? Math.min(height * 0.06, height - ht)) - ht;
    const dash = bottom === null ? ` stroke-dasharray="${stroke * 4} ${stroke * 3}"` : '';
    return [
      `<rect x="${(width - w) / 2}" y="${y}" width="${w}" height="${ht}" fill="#fff4e5" stroke="#d97706" stroke-width="${stroke * 1.5}"${dash}/>`,
      sizeText(
        width / 2,
        y + ht / 2 + font * 0.3,
        `${label(rules.openings, w)}×${label(rules.openings, ht)}`,
        w,
        font * 0.8,
      ),
    ];
  });
}

/** From above: the wall, the leaf half open and its arc; outside is below. */
function plan(
  rules: ElevationRules,
  values: Values,
  width: number,
  y: number,
  stroke: number,
  font: number,
  language: string,
): string {
  const [outside, inside] = outsideWord[language] ?? outsideWord['en']!;
  const hinges = hingesFromOutside(rules, values);
  const swing = values[rules.swing];
  const middle = y + width * 0.375 + font;
  const parts = [
    `<rect x="${-width * 0.12}" y="${middle - stroke * 3}" width="${width * 0.12}" height="${stroke * 6}" fill="#98a2b3"/>`,
    `<rect x="${width}" y="${middle - stroke * 3}" width="${width * 0.12}" height="${stroke * 6}" fill="#98a2b3"/>`,
    text(
      width * (swing === 'outward' && hinges ? (hinges === 'left' ? 0.85 : 0.15) : 0.5),
      y + width * 0.75 + font * 2.6,
      outside,
      font,
    ),
    text(width * (hinges === 'left' ? 0.85 : 0.15), y + font, inside, font),
  ];
  if (hinges && (swing === 'inward' || swing === 'outward')) {
    const x = hinges === 'left' ? 0 : width;
    const side = hinges === 'left' ? 1 : -1;
    const up = swing === 'inward' ? -1 : 1;
    const r = width * 0.72;
    const [ex, ey] = [x + side * r * Math.SQRT1_2, middle + up * r * Math.SQRT1_2];
    parts.push(`<line x1="${x}" y1="${middle}" x2="${ex}" y2="${ey}" stroke="#1c5fb8" stroke-width="${stroke * 3}"/>`);
    parts.push(
      `<path d="M${x + side * r} ${middle} A${r} ${r} 0 0 ${side * up > 0 ? 1 : 0} ${ex} ${ey}" fill="none" stroke="#1c5fb8" stroke-width="${stroke}" stroke-dasharray="${stroke * 4} ${stroke * 3}"/>`,
    );
    parts.push(`<circle cx="${x}" cy="${middle}" r="${stroke * 3}" fill="#1c2024"/>`);
  } else
    parts.push(
      `<line x1="0" y1="${middle}" x2="${width}" y2="${middle}" stroke="#98a2b3" stroke-width="${stroke * 2}" stroke-dasharray="${stroke * 4} ${stroke * 4}"/>`,
    );
  return parts.join('');
}
