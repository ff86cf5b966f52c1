import { type LengthUnit, millimetresIn, unitAt } from './length-units.ts';
import { readNumber, roundMillimetres } from './numbers.ts';

/** A figure in a folded text, with its unit where one is written. */
export interface FoundLength {
  /** In the unit written; where two units are combined (3'6", 2m10) already in the larger. */
  value: number;
  unit: LengthUnit | null;
  start: number;
  end: number;
  /** Where the digits end, before the unit. */
  figureEnd: number;
  /** Grouping or decimals is open: 1.250. */
  isAmbiguous: boolean;
  isFraction: boolean;
  written: string;
  /** Where the figure begins that this one replaces: "from 2110 to 2085". */
  replaces?: number;
}

/** Millimetres of a found length, by its own unit or the one given. */
export const lengthInMillimetres = (
  length: Pick<FoundLength, 'value' | 'unit'>,
  unit: LengthUnit = length.unit ?? 'mm',
): number => roundMillimetres(length.value * millimetresIn[unit]);

const figure = /(?:\d{1,3}(?:[.,']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|(?<![\d.,])[.,]\d+)/y;
const groupedBySpace = /\d{1,3}(?: \d{3})+(?=\s*(?:mm|мм|毫米)(?![\p{L}]))/uy;
const fractionAfter = /(?:\s+|-|\s+-\s*)?(\d{1,2}\/(?:2|3|4|8|16|32|64))(?!\d)/y;
const feetMark =
  "(?:'(?!')|ft\\.?|feet|foot|pi(?:eds?)?|pies?|pes?|piedi|fu(?:ss|ß)|фут\\p{L}*|قدم|futi|フィート|英尺|呎|尺|fit|stop\\p{L}*)";
const inchMark =
  "(?:\"|''|in(?:ch(?:es)?)?\\b|po(?:uces?)?\\b|pulg\\p{L}*\\.?|pol\\p{L}*\\.?|zoll|cal\\p{L}*|дюйм\\p{L}*|inc\\b|بوصه|انش|inchi|インチ|英寸|吋|寸)";
const feetInches = new RegExp(
  `(\\d{1,2})\\s?${feetMark}\\s?(?:-|,|and|na|et|y|e|und)?\\s?(\\d{1,2}(?:[\\s-]\\d{1,2}/\\d{1,2}|[.,]\\d+|/\\d{1,2})?)\\s?(?:${inchMark}|(?=\\s*(?:$|[x×*)\\],;.\\s-])))`,
  'uy',
);
const metreWord = '(?:m(?:tr?s?\\b\\.?|etros?|etres?|eter)?|м(?:етр\\p{L}*)?|متر|米|mita)';
/** 2m10: written together, or with a word for "and" between; then nothing else can be meant. */
const metresJoined = new RegExp(
  `(\\d{1,2})(?:\\s?(?:m|м|米|متر)|\\s${metreWord}\\s?(?:و|et|e|y|und|and|и)\\s?)\\s?(?:و\\s?)?(\\d{1,3})(?![\\d/"'.,]?\\d|\\s?(?:mm|cm|kg)\\b|[\\p{L}"'%])`,
  'uy',
);
const metresApart = new RegExp(
  `(\\d{1,2})\\s?${metreWord}\\s(\\d{2})(?=\\s*(?:$|[x×*)\\],;.\\n]|sur\\b|por\\b|por\\b|на\\b|by\\b|cm\\b|см))(?:\\s?(?:cm|см))?`,
  'uy',
);
const half =
  /(\d{1,2})?\s?(متر|مللي|ملي|مم|mita|metros?|metres?|meter|metr[oia]?|фута?|feet|foot|ft|futi|قدم)\s?(?:و\s?نص|و\s?نصف|na nusu|y medio|et demi|und ein halb|e meio|e mezzo|and (?:a )?half)(?!\p{L})/uy;
const unitBefore =
  /(?<![\p{L}\d])(futi|mita|inchi|sentimita|milimita|sm|mm|cm|سم|ملم|مم|mtrs?|metros?|metres?|meters?)\.?\s?[:=]?\s?$/u;
/** Swahili puts the unit before the figure. */
const swahili = /(?:futi|mita|inchi|sentimita|milimita)\s?$/;
const letterBefore = /(?<!\p{L})[whblaтшвдsdt]$/u;

/** Every figure of a text that may be a length; `taken[i]` says that a sign belongs to something else (a code, a date). */
export function findLengths(folded: string, taken: Uint8Array, language?: string): FoundLength[] {
  const found: FoundLength[] = [];
  let at = 0;
  while (at < folded.length) {
    const code = folded.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    const isPoint =
      (code === 46 || code === 44) && /\d/.test(folded[at + 1] ?? '') && !/[\d\p{L}]/u.test(folded[at - 1] ?? ' ');
    if (!isDigit && !isPoint) {
      const opened = /[\p{L}]/u.test(folded[at]!) && !/\p{L}/u.test(folded[at - 1] ?? ' ') ? halfAt(folded, at) : null;
      if (opened) {
        found.push(opened);
        at = opened.end;
      } else at += 1;
      continue;
    }
    const length = taken[at] || isInsideWord(folded, at) ? null : lengthAt(folded, at, language);
    if (!length || taken[length.figureEnd - 1]) {
      at += 1;
      while (/\d/.test(folded[at] ?? '')) at += 1;
      continue;
    }
    found.push(length);
    at = Math.max(length.end, at + 1);
  }
  return found;
}

/** `RC2`, `x2`: digits behind letters are a code, unless the letter is that of a dimension (W900). */
function isInsideWord(folded: string, at: number): boolean {
  const before = folded[at - 1] ?? ' ';
  if (/[\d]/.test(before) || (/[.,]/.test(before) && /\d/.test(folded[at - 2] ?? ''))) return true;
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(before)) return false;
  // Arabic in Latin letters writes with figures: l3rd.
  if (/^\d\p{L}{2}/u.test(folded.slice(at, at + 3))) return true;
  return (
    !letterBefore.test(folded.slice(Math.max(0, at - 2), at)) &&
    !/(?<!\p{L})[x×х]$/u.test(folded.slice(Math.max(0, at - 2), at)) &&
    !unitBefore.test(folded.slice(Math.max(0, at - 12), at)) &&
    !/\d\s?[x×х]$/u.test(folded.slice(Math.max(0, at - 3), at)) &&
    !/\p{L}[x×х]$/u.test(folded.slice(Math.max(0, at - 2), at))
  );
}

function halfAt(folded: string, at: number): FoundLength | null {
  half.lastIndex = at;
  const match = half.exec(folded);
  if (!match) return null;
  return halfOf(match, folded, at);
}

function halfOf(match: RegExpExecArray, folded: string, at: number): FoundLength {
  const unit = unitAt(folded, at + match[0].indexOf(match[2]!))?.unit ?? 'm';
  return {
    value: Number(match[1] ?? 1) + 0.5,
    unit,
    start: at,
    end: at + match[0].length,
    figureEnd: at + match[0].length,
    isAmbiguous: false,
    isFraction: false,
    written: match[0],
  };
}

function lengthAt(folded: string, at: number, language?: string): FoundLength | null {
  const combined = combinedAt(folded, at);
  if (combined) return combined;
  groupedBySpace.lastIndex = at;
  figure.lastIndex = at;
  const match = groupedBySpace.exec(folded) ?? figure.exec(folded);
  if (!match) return null;
  let written = match[0];
  let end = at + written.length;
  let isFraction = false;
  fractionAfter.lastIndex = end;
  const rest = /^\d+$/.test(written) ? fractionAfter.exec(folded) : null;
  if (rest && /^[\s-]/.test(rest[0])) {
    written = `${written} ${rest[1]}`;
    end += rest[0].length;
    isFraction = true;
  } else if (
    /^\d{1,2}$/.test(written) &&
    /^\/(?:2|4|8|16|32)(?!\d)/.test(folded.slice(end)) &&
    !/\/\d+\//.test(folded.slice(at, at + 8))
  ) {
    const bottom = /^\/\d+/.exec(folded.slice(end))![0];
    written += bottom;
    end += bottom.length;
    isFraction = true;
  } else if (/^\d{1,2}$/.test(written) && Number(written) >= 4 && /^\/10(?![\d/]|[.,]\d)/.test(folded.slice(end))) {
    return {
      value: Number(written),
      unit: 'tenth',
      start: at,
      end: end + 3,
      figureEnd: end + 3,
      isAmbiguous: false,
      isFraction: false,
      written: `${written}/10`,
    };
  }
  const gap = /^[ ]?[-]?/.exec(folded.slice(end))![0].length;
  const unit =
    unitAt(folded, end, language) ??
    unitAt(folded, end + gap, language) ??
    (folded[end] === ' ' ? unitAt(folded, end + 1, language) : null);
  const before = prefixUnit(folded, at, language);
  const isPrefixed = before !== null && (!unit || swahili.test(folded.slice(Math.max(0, at - 12), at)));
  const kind = isPrefixed ? before : (unit?.unit ?? null);
  const number = readNumber(written, {
    language,
    isGrouping: kind === 'mm' && isGroupable(written),
    isDecimal: kind === 'm' || kind === 'ft',
  });
  if (!number) return null;
  return {
    value: number.value,
    unit: kind,
    start: at,
    end: isPrefixed ? end : (unit?.end ?? end),
    figureEnd: end,
    isAmbiguous: number.isAmbiguous,
    isFraction,
    written,
  };
}

/** `1.110 mm` is a thousand and more; `1.250 mm` of sheet would be written 1,25. */
const isGroupable = (written: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(written);

function prefixUnit(folded: string, at: number, language?: string): LengthUnit | null {
  const before = folded.slice(Math.max(0, at - 14), at);
  const match = unitBefore.exec(before);
  if (!match || (!swahili.test(before) && /\d\s?$/.test(before.slice(0, match.index)))) return null;
  if (match[1] === 'sm') return language && /^(?:sw|az|uz)/.test(language) ? 'cm' : null;
  return unitAt(match[1]!, 0)?.unit ?? null;
}

function combinedAt(folded: string, at: number): FoundLength | null {
  half.lastIndex = at;
  const withHalf = half.exec(folded);
  if (withHalf) return halfOf(withHalf, folded, at);
  feetInches.lastIndex = at;
  const feet = feetInches.exec(folded);
  if (feet) {
    const inches = readNumber(feet[2]!.replace('-', ' '));
    if (inches && inches.value < 12)
      return {
        value: Number(feet[1]) + inches.value / 12,
        unit: 'ft',
        start: at,
        end: at + feet[0].length,
        figureEnd: at + feet[0].length,
        isAmbiguous: false,
        isFraction: false,
        written: feet[0],
      };
  }
  metresJoined.lastIndex = at;
  metresApart.lastIndex = at;
  const metres = metresJoined.exec(folded) ?? metresApart.exec(folded);
  if (metres) {
    const digits = metres[2]!;
    return {
      value: Number(metres[1]) + Number(digits) / 10 ** digits.length,
      unit: 'm',
      start: at,
      end: at + metres[0].length,
      figureEnd: at + metres[0].length,
      isAmbiguous: false,
      isFraction: false,
      written: metres[0],
    };
  }
  return null;
}
