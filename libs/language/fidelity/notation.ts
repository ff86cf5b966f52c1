/** Languages that write 1.234,5 or 1 234,5; all others 1,234.5. Source: Unicode CLDR. */
const commaLanguages = new Set(
  'af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk ky lt lv mk nl nn no nb pl pt ro ru sk sl sq sr sv tr uk uz vi'.split(
    ' ',
  ),
);
/** Of these, the ones that group with a blank. */
const blankLanguages = new Set('be bg cs et fi fr hu hy ka kk ky lt lv nn no nb pl ru sk sv uk uz sq'.split(' '));

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? language;

/** Does the language write the decimal point as a comma? (`es` and `fr` are also written with a point: both readings are kept.) */
export function hasDecimalComma(language: string): boolean {
  return commaLanguages.has(primary(language));
}

/** Does a blank between groups of three digits join them? */
export function groupsWithBlank(language: string): boolean {
  return blankLanguages.has(primary(language));
}

const fractions: Readonly<Record<string, number>> = {
  '¼': 1 / 4,
  '½': 1 / 2,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
};

/** A number as written: `35 13/16`, `1½`, `1.234,56`, `.95`, `4 500 000`. Spaces join only in languages that group so. */
export function numberPattern(language: string): RegExp {
  const blank = groupsWithBlank(language) ? "[ \\u00A0']" : "[\\u00A0']";
  return new RegExp(
    [
      '\\d+[ \\u00A0-]\\d{1,2}/(?:2|3|4|8|16|32|64)(?!\\d)',
      '\\d+ ?[¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]|[¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]',
      '(?<![\\d/])\\d{1,2}/(?:2|3|4|8|16|32|64)(?![\\d/])',
      `\\d{1,3}(?:${blank}\\d{3})+(?:[.,]\\d+)?(?!\\d)`,
      '\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d+)?(?!\\d)',
      '\\d{1,3}(?:,\\d{2,3})+,\\d{3}(?:\\.\\d+)?(?!\\d)',
      '\\d{1,3}(?:\\.\\d{3})+,\\d+(?!\\d)',
      '\\d{1,3}(?:,\\d{3})+\\.\\d+(?!\\d)',
      '\\d+[.,]\\d+(?![\\d])',
      '(?<![\\d\\p{L}])[.,]\\d+(?!\\d)',
      '\\d+',
    ].join('|'),
    'gu',
  );
}

/**
 * Values a written number may have, the likeliest for the language first; `1.250` is 1250 to a German and 1.25 to a Briton.
 * @param written as matched by `numberPattern`, digits already plain
 */
export function readNumber(written: string, language: string): number[] {
  const mixed = /^(?:(\d+)[ \u00A0-])?(\d+)\/(\d+)$/u.exec(written);
  if (mixed) return [Number(mixed[1] ?? 0) + Number(mixed[2]) / Number(mixed[3])];
  const sign = fractions[written.at(-1) ?? ''];
  if (sign !== undefined) return [Number(written.slice(0, -1).trim() || 0) + sign];
  const joined = written.replace(/(?<=\d)[ \u00A0'](?=\d)/gu, '');
  const separators = joined.match(/[.,]/gu) ?? [];
  const [first] = separators;
  if (!first) return [Number(joined)];
  const last = separators.at(-1) ?? first;
  if (first !== last) return [Number(joined.replaceAll(first, '').replace(last, '.'))];
  if (separators.length > 1) return [Number(joined.replaceAll(first, ''))];
  const asDecimal = Number(joined.replace(first, '.'));
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/u.test(joined)) return [asDecimal];
  const asGroup = Number(joined.replace(first, ''));
  const isDecimalHere = (first === ',') === hasDecimalComma(language);
  return isDecimalHere ? [asDecimal, asGroup] : [asGroup, asDecimal];
}
