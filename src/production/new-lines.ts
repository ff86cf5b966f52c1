const normal = (line: string): string =>
  line
    .replace(/^[\s>|]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * Lines of a quotation that none of the earlier texts holds. Mail programs break quoted lines anew: a line counts as known
 * when it stands, spaces aside, anywhere in an earlier text.
 */
export function newLinesOf(quoted: string, earlier: readonly string[]): string {
  const known = earlier.map((t) => t.split('\n').map(normal).join(' ')).join(' ');
  return quoted
    .split('\n')
    .filter((line) => {
      const text = normal(line);
      return text !== '' && !known.includes(text);
    })
    .map((line) => line.replace(/^[\s>|]+/, ''))
    .join('\n');
}
