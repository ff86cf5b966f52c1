/** Zero of each decimal digit block that mail in our markets uses: Arabic-Indic, Persian, Devanagari, Bengali, Thai, Lao, Myanmar, Khmer, fullwidth. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0xff10];

const signs: Readonly<Record<string, string>> = {
  '٫': '.',
  '٬': ',',
  '،': ',',
  '．': '.',
  '，': ',',
  '、': ',',
  '％': '%',
  '٪': '%',
  '／': '/',
  '⁄': '/',
  '－': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '×': 'x',
  '✕': 'x',
  '✖': 'x',
  '＊': 'x',
  '*': 'x',
  '’': "'",
  '′': "'",
  '‘': "'",
  '″': '"',
  '”': '"',
  '“': '"',
  '״': '"',
  '：': ':',
  '（': '(',
  '）': ')',
  '＋': '+',
  '\u202F': '\u00A0',
  '\u2009': '\u00A0',
};

/**
 * Writes digits and the signs around them in one way; every sign keeps its place, so that spans stay valid in the
 * original. (All blocks are in the Basic Multilingual Plane: one unit for one.)
 */
export function plainDigits(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const code = sign.charCodeAt(0);
    const zero = code > 0x65f ? zeros.find((start) => code >= start && code <= start + 9) : undefined;
    plain += zero === undefined ? (signs[sign] ?? sign) : String(code - zero);
  }
  return plain;
}
