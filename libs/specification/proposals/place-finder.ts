const spaced =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u;
const figure = /\p{Nd}/u;

/**
 * Finds the places of quotations in a text, letter for letter; only runs of white space count as one. A place that cuts a word
 * or a figure in two is none: the 90 of 1900 was not said.
 */
export function placeFinder(text: string): (quote: string, occurrence: number) => Place | null {
  const { flat, startOf } = flatten(text);
  /** [start, end) in UTF-16 units of the text; where there is one place only, that, whichever was asked for. */
  return (quote, occurrence) => {
    const wanted = quote.trim().replace(/\s+/gu, ' ');
    if (wanted === '') return null;
    const places: Place[] = [];
    for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + 1)) {
      const start = startOf[at]!;
      const end = startOf[at + wanted.length - 1]! + 1;
      if (!cuts(text, start) && !cuts(text, end)) places.push({ start, end });
      if (places.length >= Math.max(2, occurrence)) break;
    }
    return (places.length === 1 ? places[0] : places[occurrence - 1]) ?? null;
  };
}

interface Place {
  start: number;
  end: number;
}

/** The text with every run of white space as one blank, and where each of its signs stands. */
function flatten(text: string): { flat: string; startOf: number[] } {
  const startOf: number[] = [];
  let flat = '';
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = /\s/u.test(text[at]!);
    if (isBlank && flat.endsWith(' ')) continue;
    flat += isBlank ? ' ' : text[at];
    startOf.push(at);
  }
  return { flat, startOf };
}

/** Whether a place lies within a word, a figure, or a sign of two units. */
function cuts(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? ''];
  if (/\p{M}/u.test(after) || (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after))) return true;
  if (spaced.test(before) && spaced.test(after)) return true;
  const isFigure = (sign: string) => figure.test(sign);
  if (isFigure(before) && isFigure(after)) return true;
  // 2|,10 and 2,|10: decimals and groups belong to their figure.
  return (
    (isFigure(before) && /[.,'’٫٬/]/u.test(after) && isFigure(text[at + 1] ?? '')) ||
    (/[.,'’٫٬/]/u.test(before) && isFigure(after) && isFigure(text[at - 2] ?? ''))
  );
}
