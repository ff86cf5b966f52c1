import { DashedLines, type Delimiter } from './dashed-lines.ts';
import { type Part, readPart } from './part.ts';
import { decodePart } from './part-content.ts';
import { signedContent } from './signed-data.ts';

export const MAX_DEPTH = 40;
export const MAX_PARTS = 10_000;

interface Reading {
  source: Buffer;
  lines: DashedLines;
  /** Shared by all buffers of one message. */
  count: { parts: number };
  warnings: string[];
}

// A multipart whose boundary is missing or matches nothing: the first dashed line that a Content- field follows is it.
function guessBoundary(reading: Reading, part: Part): string | null {
  for (const { text, next } of reading.lines.first(part.start, part.end, 50)) {
    if (text !== '' && /^content-[a-z-]+[ \t]*:/i.test(reading.source.toString('latin1', next, next + 60))) return text;
  }
  return null;
}

// The line break before a delimiter belongs to the delimiter (RFC 2046 §5.1.1).
function withoutLineBreak(source: Buffer, start: number, end: number): number {
  let at = end;
  if (at > start && source[at - 1] === 10) at--;
  if (at > start && source[at - 1] === 13) at--;
  return at;
}

function sections(reading: Reading, part: Part): [number, number][] {
  const declared = part.params.get('boundary')?.trimEnd();
  let delimiters = declared ? reading.lines.delimiters(declared, part.start, part.end) : [];
  if (delimiters.length === 0) {
    const guess = guessBoundary(reading, part);
    reading.warnings.push(declared ? 'the declared boundary does not occur' : 'multipart without a boundary');
    delimiters = guess ? reading.lines.delimiters(guess, part.start, part.end) : [];
  }
  const found: [number, number][] = [];
  for (let i = 0; i < delimiters.length; i++) {
    const delimiter = delimiters[i] as Delimiter;
    const following = delimiters[i + 1];
    // What follows the closing delimiter is the epilogue, unless another delimiter shows that it was no end.
    if (delimiter.closing && !following) break;
    const end = following ? withoutLineBreak(reading.source, delimiter.next, following.at) : part.end;
    if (
      delimiter.closing &&
      /^\s*$/.test(reading.source.toString('latin1', delimiter.next, Math.min(end, delimiter.next + 200)))
    ) {
      continue;
    }
    found.push([delimiter.next, Math.max(end, delimiter.next)]);
  }
  if (delimiters.length > 0 && !delimiters.at(-1)?.closing)
    reading.warnings.push('multipart without its closing delimiter');
  return found;
}

// RFC 2045 §6.4 forbids it, some gateways do it: a whole multipart in base64 or quoted-printable.
function decodeWhole(reading: Reading, part: Part): Reading {
  const mark = part.params.get('boundary');
  if (part.encoding === 'identity' || !mark || reading.lines.delimiters(mark, part.start, part.end).length > 0)
    return reading;
  const source = decodePart(part);
  part.source = source;
  part.encoding = 'identity';
  part.start = 0;
  part.end = source.length;
  reading.warnings.push('multipart with a transfer encoding');
  return { ...reading, source, lines: new DashedLines(source, 0) };
}

// An opaque S/MIME signature is read like multipart/signed: the text first, the signature behind it.
function openSigned(reading: Reading, part: Part, depth: number): void {
  const kind = part.params.get('smime-type')?.toLowerCase() ?? 'signed-data';
  if (kind !== 'signed-data' || depth >= MAX_DEPTH) return;
  const source = signedContent(decodePart(part));
  if (!source) return;
  const inner = readPart(source, 0, source.length, 'text/plain');
  readChildren({ ...reading, source, lines: new DashedLines(source, 0) }, inner, depth + 1);
  const signature: Part = { ...part, children: [] };
  part.type = 'multipart/signed';
  part.children = [inner, signature];
}

// Past the limit nothing is lost, only not taken apart.
function restOf(source: Buffer, start: number, end: number): Part {
  const rest = readPart(source, start, start, 'text/plain');
  return { ...rest, type: 'application/octet-stream', start, end };
}

function readChildren(outer: Reading, part: Part, depth: number): void {
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type)) openSigned(outer, part, depth);
  if (!part.type.startsWith('multipart/') || part.children.length > 0) return;
  const reading = decodeWhole(outer, part);
  if (depth >= MAX_DEPTH) {
    reading.warnings.push('parts nested too deep: kept as one attachment');
    part.type = 'application/octet-stream';
    return;
  }
  const fallback = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  for (const [start, end] of sections(reading, part)) {
    if (++reading.count.parts > MAX_PARTS) {
      reading.warnings.push('too many parts: the rest is kept as one attachment');
      part.children.push(restOf(reading.source, start, part.end));
      break;
    }
    const child = readPart(reading.source, start, end, fallback);
    part.children.push(child);
    readChildren(reading, child, depth + 1);
  }
  if (part.children.length > 0) return;
  // Not a multipart after all: shown as the text it is.
  part.type = 'text/plain';
  part.params = new Map([...part.params].filter(([name]) => name === 'charset'));
}

/**
 * The tree of a message's parts. Time is linear in the size: delimiter lines are found once, nesting is limited to
 * MAX_DEPTH, parts to MAX_PARTS.
 */
export function readPartTree(source: Buffer, warnings: string[]): Part {
  let start = 0;
  // Byte order mark and empty lines in front of the header.
  if (source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf) start = 3;
  while (start < source.length && (source[start] === 10 || source[start] === 13)) start++;
  const root = readPart(source, start, source.length, 'text/plain');
  readChildren({ source, lines: new DashedLines(source, root.start), count: { parts: 0 }, warnings }, root, 0);
  return root;
}
