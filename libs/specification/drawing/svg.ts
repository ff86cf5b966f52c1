import type { PlainValue } from '../values.ts';

export type Values = Readonly<Record<string, PlainValue>>;

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** A length that can be drawn, mm. */
export const lengthOf = (v: PlainValue | undefined): number | null =>
  typeof v === 'number' && v > 0 && v < 50_000 ? v : null;

export const text = (x: number, y: number, words: string, size: number, color = '#1c2024'): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" fill="${color}">${escapeXml(words)}</text>`;

/** What is written at a length: the figure in mm, or with the unit in which somebody else thinks. */
export type LengthLabel = (attribute: string, mm: number) => string;

/** Figures of width above and of height at the left. */
export const dimensions = (
  width: number,
  height: number,
  [across, up]: readonly [string, string],
  font: number,
  stroke: number,
): string[] => [
  `<line x1="0" y1="${-font * 0.5}" x2="${width}" y2="${-font * 0.5}" stroke="#667085" stroke-width="${stroke}"/>`,
  text(width / 2, -font, across, font),
  `<g transform="rotate(-90 ${-font} ${height / 2})">${text(-font, height / 2, up, font)}</g>`,
  `<line x1="${-font * 0.5}" y1="0" x2="${-font * 0.5}" y2="${height}" stroke="#667085" stroke-width="${stroke}"/>`,
];

/** Both lengths of something within, small enough for its width. */
export const sizeText = (x: number, y: number, words: string, width: number, largest: number): string =>
  text(x, y, words, Math.min(largest, (width * 1.4) / words.length), '#92400e');

/** A picture of these parts; `margin` lies around width and height. */
export const picture = (
  width: number,
  height: number,
  margin: number,
  title: string,
  parts: readonly string[],
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${width + margin * 2} ${height + margin * 2}" role="img" font-family="Noto Sans, Noto Sans SC, Noto Sans Arabic, sans-serif">${title ? `<title>${escapeXml(title)}</title>` : ''}${parts.join('')}</svg>`;
