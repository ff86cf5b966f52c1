/** Ways in which a figure can be read. */
export interface ReadNumber {
  value: number;
  /** `1.250`, `1,250`: grouping or decimals, nothing else said. */
  isAmbiguous: boolean;
}

/** Languages that write a comma before decimals; the others write a point. Source: spec-domain §6.2. */
const commaLanguages = /^(?:fr|de|es|pt|it|nl|pl|ru|uk|cs|sk|ro|tr|id|vi|sv|da|nb|no|fi|el|hu|bg|sr|hr|sl)/;

/**
 * Reads a figure in any notation: `2,10`, `1.110`, `1'180`, `4.500.000`, `1,00,000`, `1 250,50`, `.95`, `35 13/16`.
 * A single group of three after one separator is taken as thousands where `isGrouping` says so or the language groups that way.
 * @param written Latin digits
 */
export function readNumber(
  written: string,
  options: { language?: string; isGrouping?: boolean; isDecimal?: boolean } = {},
): ReadNumber | null {
  const fraction = /^(?:(\d+)[\s-]+)?(\d{1,3})\/(\d{1,3})$/.exec(written.trim());
  if (fraction) {
    const [whole, top, bottom] = [Number(fraction[1] ?? 0), Number(fraction[2]), Number(fraction[3])];
    return bottom ? { value: whole + top / bottom, isAmbiguous: false } : null;
  }
  const text = written.trim().replace(/(?<=\d)[ '](?=\d{3}(?!\d))/g, '');
  if (!/^[.,]?\d[\d.,]*$/.test(text)) return null;
  const separators = [...text].filter((c) => c === '.' || c === ',');
  if (separators.length === 0) return { value: Number(text), isAmbiguous: false };
  if (separators.length > 1) return { value: readSeveral(text, separators), isAmbiguous: false };
  const [whole = '', rest = ''] = text.split(/[.,]/);
  if (rest.length !== 3 || whole === '' || whole === '0' || whole.length > 3)
    return { value: Number(`${whole || '0'}.${rest}`), isAmbiguous: false };
  const grouped = Number(whole + rest);
  const decimal = Number(`${whole}.${rest}`);
  if (options.isDecimal) return { value: decimal, isAmbiguous: false };
  if (options.isGrouping) return { value: grouped, isAmbiguous: false };
  const groupsBy = options.language ? (commaLanguages.test(options.language) ? '.' : ',') : null;
  return { value: groupsBy === null || groupsBy === separators[0] ? grouped : decimal, isAmbiguous: true };
}

function readSeveral(text: string, separators: readonly string[]): number {
  const last = separators.at(-1)!;
  const isMixed = separators.some((s) => s !== last);
  const at = text.lastIndexOf(last);
  if (!isMixed) return Number(text.replace(/[.,]/g, ''));
  return Number(`${text.slice(0, at).replace(/[.,]/g, '')}.${text.slice(at + 1)}`);
}

/** Millimetres to a tenth; thin sheet to a hundredth, so that 16 ga and 80丝 keep their meaning. */
export const roundMillimetres = (mm: number): number =>
  Math.abs(mm) < 10 ? Math.round(mm * 100 + 1e-7) / 100 : Math.round(mm * 10 + 1e-7) / 10;
