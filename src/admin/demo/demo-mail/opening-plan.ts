const CRLF = '\r\n';

/** What an opening plan says: a title, a size and some lines, ASCII only (the built-in font knows no more). */
export interface OpeningPlan {
  title: string;
  width: string;
  height: string;
  lines: string[];
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');
const words = (x: number, y: number, size: number, text: string) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;

/** A one-page PDF (ISO 32000-1) with the elevation of an opening and its dimensions, written by hand. */
export function openingPlan(plan: OpeningPlan): Buffer {
  const content = [
    '1 w 200 200 160 380 re S 212 200 136 368 re S 332 380 8 30 re f',
    '200 170 m 360 170 l S 385 200 m 385 580 l S',
    words(70, 760, 18, plan.title),
    words(260, 155, 12, plan.width),
    words(395, 390, 12, plan.height),
    ...plan.lines.map((line, i) => words(70, 730 - i * 18, 11, line)),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = `%PDF-1.4${CRLF}`;
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
