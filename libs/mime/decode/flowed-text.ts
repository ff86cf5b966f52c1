/** Depth of quoting and the text behind it, space-stuffing removed (RFC 3676 §4.4, §4.5). */
function takeQuotes(line: string): { depth: number; text: string } {
  let depth = 0;
  while (line[depth] === '>') depth++;
  const text = line.slice(depth);
  return { depth, text: text.startsWith(' ') ? text.slice(1) : text };
}

/**
 * Joins the soft-broken lines of format=flowed text (RFC 3676). Quoted paragraphs come out as one line with their
 * quote marks in front; "-- " stays the signature line that it is.
 * @param delSp DelSp=yes: the blank before a soft break is not part of the text
 */
export function joinFlowedLines(text: string, delSp: boolean): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let depth = -1;
  const flush = () => {
    if (depth >= 0) out.push((depth > 0 ? `${'>'.repeat(depth)} ` : '') + paragraph.join(''));
    paragraph = [];
    depth = -1;
  };
  for (const raw of text.split('\n')) {
    const line = takeQuotes(raw);
    const separator = line.text === '-- ' || line.text === '--';
    if (depth >= 0 && (line.depth !== depth || separator)) flush();
    const soft = line.text.endsWith(' ') && !separator;
    depth = line.depth;
    paragraph.push(soft && delSp ? line.text.slice(0, -1) : line.text);
    if (!soft) flush();
  }
  flush();
  return out.join('\n');
}
