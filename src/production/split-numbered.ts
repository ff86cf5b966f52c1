/** The answers of a letter that numbers them: `1. left`, `2) 90 cm`, `③ yes`; each with its place. */
export function splitNumbered(text: string): Map<number, { text: string; start: number }> {
  const found = new Map<number, { text: string; start: number }>();
  const marks = [
    ...text.matchAll(
      /(?:^|\n)[ \t>]*(?:(?:no\.?|nr\.?|q|a|#|№)\s?)?(?:\(?([1-9]\d?|[١-٩])\s?[.):：、-]\)?|([①-⑳]))(?:[ \t]+|(?!\d))/giu,
    ),
  ];
  for (const [i, mark] of marks.entries()) {
    const number = mark[2]
      ? mark[2].charCodeAt(0) - 0x245f
      : Number(mark[1]!.replace(/[١-٩]/g, (d) => String(d.charCodeAt(0) - 0x660)));
    const start = mark.index + mark[0].length;
    const end = marks[i + 1]?.index ?? endOfParagraph(text, start);
    const answer = text.slice(start, end).trimEnd();
    if (answer.trim() !== '' && !found.has(number)) found.set(number, { text: answer, start });
  }
  return found;
}

function endOfParagraph(text: string, from: number): number {
  const blank = text.slice(from).search(/\n\s*\n/);
  return blank < 0 ? text.length : from + blank;
}
