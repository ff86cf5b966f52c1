import { htmlLines } from '../html/html-to-text.ts';

/** What HTML says of a line: within a quotation, within a signature, or from here on nothing is the writer's. */
export type LineKind = 'own' | 'quote' | 'rest' | 'signature';

/** Names that mail programs give their containers; nothing is read a second time where none of them occurs. */
const marks =
  /gmail_quote|gmail_signature|yahoo_quoted|divRplyFwdMsg|appendonsend|stopSpelling|OutlookMessageHeader|reference-message|protonmail_|tutanota_quote|moz-cite-prefix|moz-signature|isReplyContent|isForwardContent|mail-quote|zmail_extra|__(?:DIVIDER|HEADERS|QUOTED|SIG)|(?:id|class)=["']?(?:x_)*signature|mobile-signature|AppleMailSignature|type=["']?cite|1\.0pt/i;

const normal = (line: string): string =>
  line
    .replace(/^[\s>]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The kind of each line of the text, read from the HTML of the same letter. Where the text is another part than the HTML,
 * lines are told by what they say; where the two differ, nothing is concluded.
 */
export function lineKinds(lines: readonly string[], html: string): LineKind[] | null {
  if (!marks.test(html)) return null;
  const marked = htmlLines(html);
  const htmlText = marked.text.split('\n');
  if (htmlText.length === lines.length && htmlText.every((l, i) => l === lines[i]!.trimEnd())) return marked.kinds;
  const byWords = new Map<string, LineKind | null>();
  for (const [i, line] of htmlText.entries()) {
    const key = normal(line);
    const kind = marked.kinds[i] ?? 'own';
    if (key !== '') byWords.set(key, byWords.has(key) && byWords.get(key) !== kind ? null : kind);
  }
  const filled = lines.map(normal).filter((l) => l !== '');
  const known = filled.filter((l) => byWords.has(l)).length;
  if (known < filled.length * 0.8) return null;
  return lines.map((l) => byWords.get(normal(l)) ?? 'own');
}
