/**
 * Words of a text as lexemes, for every script. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese are cut into
 * overlapping pairs of characters, because PostgreSQL's parser knows no words there; numbers with a length unit give a
 * lexeme of their value in millimetres as well, so that 80 cm finds 800 mm; part numbers also stand without their dashes.
 */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー]/u;
const run = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’._\-/@+]*|[\p{L}\p{N}]/gu;
const millimetres: Record<string, number> = {
  mm: 1,
  毫米: 1,
  мм: 1,
  مم: 1,
  ملم: 1,
  cm: 10,
  厘米: 10,
  公分: 10,
  см: 10,
  سم: 10,
  m: 1000,
  米: 1000,
  м: 1000,
  in: 25.4,
  inch: 25.4,
  inches: 25.4,
  '"': 25.4,
  '”': 25.4,
  '″': 25.4,
  zoll: 25.4,
  pouces: 25.4,
  英寸: 25.4,
  ft: 304.8,
  feet: 304.8,
  "'": 304.8,
  '′': 304.8,
  英尺: 304.8,
};
// No longer run of digits is a length, and none is looked at twice: a pasted number of 50,000 digits took seconds.
const quantity = new RegExp(
  `(?<![\\d.,])(\\d{1,9}(?:[.,]\\d{1,9})?)\\s?(${Object.keys(millimetres)
    .sort((a, b) => b.length - a.length)
    .map((u) => u.replace(/[.*+?^$()[\]\\]/g, '\\$&'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
const maxLexeme = 60;

/** One form for what looks or sounds the same: width, case, accents, Arabic-Indic digits, Arabic letter variants. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+|[\u064b-\u065f\u0670\u0640]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss');
}

export interface Token {
  lexeme: string;
  position: number;
}

/** Lexemes with their positions; a position counts words, so that neighbours are one apart. */
export function tokensOf(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let position = 0;
  for (const [word] of folded.matchAll(run)) {
    for (const piece of pieces(word)) {
      if (unspaced.test(piece)) {
        for (const pair of pairs(piece)) tokens.push({ lexeme: pair, position: ++position });
        continue;
      }
      const plain = piece.replace(/^[._\-/@+'’]+|[._\-/@+'’]+$/g, '');
      if (!plain || plain.length > maxLexeme) continue;
      position += 1;
      for (const lexeme of forms(plain)) tokens.push({ lexeme, position });
    }
  }
  for (const mm of quantitiesOf(folded)) tokens.push({ lexeme: mm, position: ++position });
  return tokens;
}

/** `q800`: 800 mm, however it was written; decimals to a tenth. */
export function quantitiesOf(folded: string): string[] {
  return [...folded.matchAll(quantity)].map((m) => lengthLexeme(Number(m[1]!.replace(',', '.')) * millimetres[m[2]!]!));
}

export const lengthLexeme = (mm: number): string => `q${Math.round(mm * 10) / 10}`;

const cut = new RegExp(`(?:${unspaced.source})+|(?:(?!${unspaced.source})[\\s\\S])+`, 'gu');

/** A run of letters cut where a script without spaces meets another. */
function pieces(word: string): string[] {
  return unspaced.test(word) ? (word.match(cut) ?? []) : [word];
}

function pairs(piece: string): string[] {
  const characters = [...piece];
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((c, i) => c + characters[i + 1]);
}

/** The word as written, its parts, and a part number without dashes. */
function forms(word: string): Set<string> {
  const forms = new Set([word]);
  const parts = word.split(/[._\-/@+'’]+/).filter(Boolean);
  if (parts.length > 1) {
    for (const part of parts) forms.add(part);
    if (/\d/.test(word)) forms.add(parts.join(''));
  }
  return forms;
}

/** The lexemes as a `tsvector` literal. Limits of PostgreSQL: 256 positions a lexeme, position ≤ 16,383, 1 MB in all. */
export function toVector(text: string): string {
  const positions = new Map<string, number[]>();
  for (const { lexeme, position } of tokensOf(text)) {
    const known = positions.get(lexeme);
    if (!known) positions.set(lexeme, [Math.min(position, 16_383)]);
    else if (known.length < 50 && position < 16_383) known.push(position);
    if (positions.size > 20_000) break;
  }
  return [...positions].map(([lexeme, at]) => `${quote(lexeme)}:${at.join(',')}`).join(' ');
}

/**
 * What a person typed as a `tsquery`: all words must be there, the last may be unfinished; pairs of one Chinese word stand
 * side by side; a length is found in any unit.
 * @returns null where nothing searchable was typed
 */
export function toQuery(typed: string): string | null {
  const folded = fold(typed);
  const lengths = [...folded.matchAll(quantity)];
  const rest = lengths.reduce((text, m) => text.replace(m[0], ' '), folded);
  const terms = lengths.map((m) => `(${quote(lengthLexeme(Number(m[1]!.replace(',', '.')) * millimetres[m[2]!]!))})`);
  for (const [word] of rest.matchAll(run)) {
    for (const piece of pieces(word)) {
      if (unspaced.test(piece)) {
        const list = pairs(piece);
        terms.push(
          `(${list.map((p) => (list.length === 1 && [...p].length === 1 ? `${quote(p)}:*` : quote(p))).join(' <-> ')})`,
        );
        continue;
      }
      const plain = piece.replace(/^[._\-/@+'’]+|[._\-/@+'’]+$/g, '').slice(0, maxLexeme);
      if (!plain) continue;
      const joined = /\d/.test(plain) ? plain.replace(/[._\-/@+'’]+/g, '') : plain;
      terms.push(joined === plain ? `${quote(plain)}:*` : `(${quote(plain)}:* | ${quote(joined)}:*)`);
    }
  }
  return terms.length > 0 ? terms.join(' & ') : null;
}

const quote = (lexeme: string): string => `'${lexeme.replace(/[\\']/g, (c) => c + c)}'`;
