import { decodeText } from '../decode/decode-text.ts';
import { decodeWords } from '../decode/encoded-words.ts';

export interface ParameterisedValue {
  /** Lower case, without parameters and comments: text/plain, attachment … */
  value: string;
  /** Names in lower case, values decoded. */
  params: Map<string, string>;
}

interface RawParameter {
  name: string;
  value: string;
}

const MAX_PARAMETERS = 200;
const FILE_NAMES = /^(?:file)?name(?:\*|$)/;

function skipBlanksAndComments(text: string, from: number): number {
  let at = from;
  let depth = 0;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (char === '\\' && depth > 0) at++;
    else if (depth === 0 && char !== ' ' && char !== '\t' && char !== ';' && char !== ',') break;
  }
  return at;
}

// Windows paths come unescaped: a backslash only escapes a quote or itself.
function readQuoted(text: string, from: number): { value: string; next: number } {
  let value = '';
  let at = from + 1;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === '"') break;
    if (char === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++;
    value += text[at];
  }
  return { value, next: at + 1 };
}

function readToken(text: string, from: number, name: string): { value: string; next: number } {
  const semicolon = text.indexOf(';', from);
  const end = semicolon < 0 ? text.length : semicolon;
  const value = text.slice(from, end).trim();
  // A file name may hold blanks and brackets although unquoted; anything else ends there.
  if (FILE_NAMES.test(name)) {
    const another = /\s(?:file)?name\*?=/.exec(value);
    return another ? { value: value.slice(0, another.index).trim(), next: from + another.index } : { value, next: end };
  }
  const short = /^[^\s"]*/.exec(value)?.[0] ?? '';
  return { value: short.replace(/\(.*$/, ''), next: short.length < value.length ? from + short.length : end };
}

function readParameters(text: string, from: number): RawParameter[] {
  const found: RawParameter[] = [];
  let at = from;
  while (at < text.length && found.length < MAX_PARAMETERS) {
    at = skipBlanksAndComments(text, at);
    const equals = text.indexOf('=', at);
    if (equals < 0) break;
    const semicolon = text.indexOf(';', at);
    if (semicolon >= 0 && semicolon < equals) {
      at = text.lastIndexOf(';', equals) + 1;
      continue;
    }
    const name = (text.slice(at, equals).trim().split(/\s+/).at(-1) ?? '').toLowerCase();
    let start = equals + 1;
    while (text[start] === ' ' || text[start] === '\t') start++;
    const { value, next } = text[start] === '"' ? readQuoted(text, start) : readToken(text, start, name);
    if (name !== '') found.push({ name, value });
    at = Math.max(next, equals + 1);
  }
  return found;
}

function percentBytes(text: string): Buffer {
  return Buffer.from(
    text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

interface Segment {
  index: number;
  encoded: boolean;
  value: string;
}

// RFC 2231 §3–4: name*0*=charset'language'%41, name*1="plain", name*2*=%42
function joinSegments(segments: Segment[], hint: string | null): string {
  segments.sort((a, b) => a.index - b.index);
  const head = segments[0] as Segment;
  const prefix = head.encoded ? /^([^']{0,60})'[^']{0,60}'/.exec(head.value) : null;
  const charset = prefix?.[1] || null;
  if (prefix) head.value = head.value.slice(prefix[0].length);
  if (segments.some((s) => s.encoded)) {
    const bytes = Buffer.concat(
      segments.map((s) => (s.encoded ? percentBytes(s.value) : Buffer.from(s.value, 'latin1'))),
    );
    const text = decodeText(bytes, charset, hint);
    return text.includes('=?') ? decodeWords(text, hint) : text;
  }
  return decodeWords(segments.map((s) => s.value).join(''), hint);
}

function decodePlain(name: string, value: string, hint: string | null): string {
  const text = decodeWords(value, hint);
  if (!FILE_NAMES.test(name) || !/%[89A-Fa-f][0-9A-Fa-f]%/.test(text)) return text;
  // Some senders percent-encode the plain parameter too: taken only where it is clean UTF-8.
  const decoded = percentBytes(text).toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

/**
 * Content-Type, Content-Disposition and their like: value and parameters (RFC 2045 §5.1, RFC 2183) with continuations
 * and charsets (RFC 2231), also encoded words and raw 8-bit where they may not stand.
 */
export function readParameterised(field: string, hint: string | null = null): ParameterisedValue {
  const semicolon = field.search(/[;\s(]/);
  const head = semicolon < 0 ? field : field.slice(0, semicolon);
  // "Content-Type: charset=utf-8" and the like hold parameters only.
  const onlyParameters = head.includes('=') && !head.includes('/');
  const value = onlyParameters
    ? ''
    : head
        .trim()
        .replace(/^["']|["']$/g, '')
        .toLowerCase();
  const params = new Map<string, string>();
  const continued = new Map<string, Segment[]>();
  for (const { name, value: raw } of readParameters(
    field,
    onlyParameters || semicolon < 0 ? (onlyParameters ? 0 : field.length) : semicolon,
  )) {
    const star = name.indexOf('*');
    if (star < 0) {
      if (!params.has(name)) params.set(name, decodePlain(name, raw, hint));
      continue;
    }
    const base = name.slice(0, star);
    const index = Number.parseInt(name.slice(star + 1), 10);
    const segment = { index: Number.isNaN(index) ? 0 : index, encoded: name.endsWith('*'), value: raw };
    const segments = continued.get(base);
    if (!segments) continued.set(base, [segment]);
    else if (!segments.some((s) => s.index === segment.index)) segments.push(segment);
  }
  for (const [name, segments] of continued) params.set(name, joinSegments(segments, hint));
  return { value, params };
}
