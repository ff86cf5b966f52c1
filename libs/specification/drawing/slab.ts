import type { SlabRules } from './drawing-rules.ts';
import { dimensions, type LengthLabel, lengthOf, picture, sizeText, type Values } from './svg.ts';

/** The slab seen from above, to scale, its back at the wall; a cut-out whose place was not said is dashed in the middle. */
export function slab(rules: SlabRules, productType: string, values: Values, title: string, label: LengthLabel): string {
  const [length, depth] = [lengthOf(values[rules.length]), lengthOf(values[rules.depth])];
  if (length === null || depth === null) return '';
  const stroke = Math.max(length, depth) / 240;
  const font = Math.max(length, depth) / 28;
  const wall = rules.freestanding.includes(productType)
    ? []
    : [`<rect x="0" y="${-stroke * 4}" width="${length}" height="${stroke * 4}" fill="#98a2b3"/>`];
  return picture(length, depth, font * 2.6, title, [
    `<rect x="0" y="0" width="${length}" height="${depth}" fill="#fff" stroke="#1c2024" stroke-width="${stroke * 2}"/>`,
    ...wall,
    ...rules.cutouts.flatMap((c) => cutout(values, c, length, depth, stroke, font, label)),
    ...dimensions(length, depth, [label(rules.length, length), label(rules.depth, depth)], font, stroke),
  ]);
}

const centres: Readonly<Record<string, number>> = { left: 0.25, centre: 0.5, right: 0.75 };

function cutout(
  values: Values,
  rule: SlabRules['cutouts'][number],
  length: number,
  depth: number,
  stroke: number,
  font: number,
  label: LengthLabel,
): string[] {
  const [w, d] = [lengthOf(values[rule.length]), lengthOf(values[rule.depth])];
  if (w === null || d === null || w > length || d > depth) return [];
  const said = centres[String(values[rule.position])];
  const x = Math.min(Math.max(0, length * (said ?? 0.5) - w / 2), length - w);
  const dash = said === undefined ? ` stroke-dasharray="${stroke * 5} ${stroke * 4}"` : '';
  return [
    `<rect x="${x}" y="${(depth - d) / 2}" width="${w}" height="${d}" fill="#fff4e5" stroke="#d97706" stroke-width="${stroke * 1.5}"${dash}/>`,
    sizeText(x + w / 2, depth / 2 + font * 0.3, `${label(rule.length, w)}×${label(rule.depth, d)}`, w, font * 0.8),
  ];
}
