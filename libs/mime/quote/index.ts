import { attributionAt } from './attribution.ts';
import {
  type Forwarded,
  forwardBeginsAt,
  isForwardMarker,
  isOriginalMarker,
  readForward,
  startsAsForward,
} from './forward.ts';
import { headerBlockAt } from './header-block.ts';
import { type LineKind, lineKinds } from './html-blocks.ts';
import { aboveThisLine, answersBelow, forwardSubject, replyWords } from './phrases/markers.ts';
import { isDeviceLine, splitSignature } from './signature.ts';
import { alternatives, isBlank, isQuoted } from './words.ts';

const above = new RegExp(alternatives(aboveThisLine), 'iu');

export interface SeparateInput {
  /** The readable text of the message. */
  text: string;
  /** Its HTML body, where there is one: containers of mail programs are better evidence than words. */
  html?: string | null;
  /** Decoded subject: that of a forward makes the message below a forwarded one. */
  subject?: string;
}

export interface SeparatedReply {
  /** What the person newly wrote; never empty where the message has words. */
  replyText: string;
  quotedText: string;
  signature: string;
  forwarded: Forwarded | null;
}

/** A stretch of lines of one kind, [start, end). */
interface Run {
  kind: 'own' | 'quote';
  start: number;
  end: number;
}

/**
 * Splits a letter into what is new, what is quoted, and the signature. Linear in the text. In doubt a line is kept: answers
 * between quoted lines keep what they answer, and a letter that is nothing but a quotation is shown whole.
 * Sources: RFC 3676 §4.3 and §4.5, and the habits of mail programs in phrases/.
 */
export function separateReply({ text, html, subject }: SeparateInput): SeparatedReply {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kinds = html ? lineKinds(lines, html) : null;
  const cut = findCut(lines, kinds);
  const isForward =
    cut.at < lines.length &&
    (cut.isForward || (cut.hasFields && (startsAsForward(lines) || forwardSubject.test(subject ?? ''))));
  const runs = runsOf(lines, kinds, cut.at);
  const own = separateOwn(lines, runs, kinds);
  if (isForward) {
    const { message, below } = readForward(lines.slice(cut.at));
    const rest = splitSignature(below);
    return {
      ...own,
      replyText: [own.replyText, rest.body.join('\n').trim()].filter(Boolean).join('\n\n'),
      signature: [own.signature, joined(rest.signature)].filter(Boolean).join('\n\n'),
      forwarded: message,
    };
  }
  if (own.replyText === '' && (own.signature === '' || own.quotedText === '')) return wholeOf(lines);
  const tail = lines.slice(cut.at).join('\n').trim();
  // What holds new words is not folded away.
  if (answersBelow.some((says) => says.test(own.replyText.slice(0, 2_000))) && !/^\s*>/m.test(tail + own.quotedText))
    return { replyText: text.trim(), quotedText: '', signature: '', forwarded: null };
  return { ...own, quotedText: [own.quotedText, tail].filter(Boolean).join('\n\n'), forwarded: null };
}

/** A letter that is nothing but a quotation, or nothing but the fields and text of another. */
function wholeOf(lines: readonly string[]): SeparatedReply {
  const { body, signature } = splitSignature(lines);
  return { replyText: joined(body), quotedText: '', signature: joined(signature), forwarded: null };
}

interface Cut {
  /** From here on nothing is the writer's; the number of lines where there is no such place. */
  at: number;
  isForward: boolean;
  hasFields: boolean;
}

/** The first line from which everything to the end is somebody else's. */
function findCut(lines: readonly string[], kinds: readonly LineKind[] | null): Cut {
  const firstQuoted = lines.findIndex(isQuoted);
  const lastQuoted = lines.findLastIndex(isQuoted);
  const lastFilled = lines.findLastIndex((l) => !isBlank(l));
  let isIntroduced = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (isBlank(line)) continue;
    if ((!isQuoted(line) || (i === firstQuoted && !isIntroduced)) && forwardBeginsAt(lines, i))
      return { at: back(lines, i), isForward: true, hasFields: true };
    if (isQuoted(line)) continue;
    if (i > 0 && asksForReplyAbove(line)) return { at: back(lines, i), isForward: false, hasFields: false };
    const hasFields = headerBlockAt(lines, i) !== null;
    if ((isOriginalMarker(line) || hasFields) && !answersFollow(lines, i + 1))
      return { at: back(lines, i, true), isForward: false, hasFields: true };
    const attribution = attributionAt(lines, i);
    isIntroduced ||= attribution !== null;
    if (attribution?.isStrong && !quotationFollows(lines, attribution.end))
      return { at: back(lines, i), isForward: false, hasFields: false };
    if (kinds?.[i] === 'rest') return { at: back(lines, i), isForward: false, hasFields: false };
    // Telephones put their line between the answer and a quotation without marks.
    if (i > 0 && i > lastQuoted && i < lastFilled && isDeviceLine(line) && isBareQuotation(lines, i + 1))
      return { at: i, isForward: false, hasFields: false };
  }
  return { at: lines.length, isForward: false, hasFields: false };
}

/** A helpdesk's own line, drawn or said: "##- Please type your reply above this line -##". */
const asksForReplyAbove = (line: string): boolean =>
  line.length <= 300 && above.test(line) && (/^\s*[#=*~_<>|-]{2,}/.test(line) || replyWords.test(line));

/** The next line with something on it is quoted. */
function quotationFollows(lines: readonly string[], from: number, end = lines.length): boolean {
  for (let i = from; i < end; i++) if (!isBlank(lines[i]!)) return isQuoted(lines[i]!);
  return false;
}

/** What follows is text that no other mark introduces. */
function isBareQuotation(lines: readonly string[], from: number): boolean {
  let next = from;
  while (isBlank(lines[next]!)) next++;
  const line = lines[next]!;
  return (
    !isOriginalMarker(line) &&
    !isForwardMarker(line) &&
    attributionAt(lines, next) === null &&
    headerBlockAt(lines, next) === null
  );
}

/** Below a marker everything is quoted with `>` and the writer goes on further down. */
function answersFollow(lines: readonly string[], from: number): boolean {
  let i = from;
  while (i < lines.length && !isQuoted(lines[i]!) && i < from + 12) i++;
  if (i >= lines.length || !isQuoted(lines[i]!) || lines.slice(from, i).filter((l) => !isBlank(l)).length > 6)
    return false;
  while (i < lines.length && (isQuoted(lines[i]!) || isBlank(lines[i]!))) i++;
  return i < lines.length;
}

/** A rule or empty lines above the quotation belong to it. */
function back(lines: readonly string[], at: number, withRule = false): number {
  let i = at;
  while (i > 0 && (isBlank(lines[i - 1]!) || (withRule && /^\s*[_*=-]{5,}\s*$/.test(lines[i - 1]!)))) i--;
  return i;
}

/** The lines above the cut as stretches of the writer's own and of quotation, attributions with what they introduce. */
function runsOf(lines: readonly string[], kinds: readonly LineKind[] | null, end: number): Run[] {
  const runs: Run[] = [];
  const add = (kind: Run['kind'], start: number, stop: number) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.end = stop;
    else runs.push({ kind, start, end: stop });
  };
  for (let i = 0; i < end; ) {
    const attribution = attributionAt(lines, i);
    if (attribution && quotationFollows(lines, attribution.end, end)) {
      add('quote', i, attribution.end);
      i = attribution.end;
    } else if ((isQuoted(lines[i]!) && !isFigure(lines, i)) || kinds?.[i] === 'quote' || kinds?.[i] === 'rest') {
      add('quote', i, i + 1);
      i += 1;
    } else {
      // Empty lines and the short end of a wrapped line stay with the quotation around them.
      const isGap = runs.at(-1)?.kind === 'quote' && isBlank(lines[i]!);
      const isWrapped =
        i > 0 &&
        isQuoted(lines[i - 1]!) &&
        isQuoted(lines[i + 1] ?? '') &&
        lines[i]!.length < 30 &&
        !isBlank(lines[i]!) &&
        lines[i - 1]!.length > 60;
      add(isGap || isWrapped ? 'quote' : 'own', i, i + 1);
      i += 1;
    }
  }
  return runs;
}

/** "> 5 mm" by itself is a figure. */
const isFigure = (lines: readonly string[], i: number): boolean =>
  /^\s*>\s?=?\s?\d/.test(lines[i]!) && !isQuoted(lines[i - 1] ?? '') && !isQuoted(lines[i + 1] ?? '');

function separateOwn(
  lines: readonly string[],
  runs: readonly Run[],
  kinds: readonly LineKind[] | null,
): Pick<SeparatedReply, 'replyText' | 'quotedText' | 'signature'> {
  const filled = runs.filter((r) => lines.slice(r.start, r.end).some((l) => !isBlank(l)));
  const own = filled.filter((r) => r.kind === 'own');
  const signed = filled.map((r) =>
    r.kind === 'own' ? signedOf(lines, r, kinds, own.length > 1 && r !== own[0]) : null,
  );
  const says = (i: number) => signed[i]?.body.some((l) => !isBlank(l)) ?? false;
  const lastSaid = filled.findLastIndex((_, i) => says(i));
  const answered = filled.filter((r, i) => r.kind === 'quote' && i < lastSaid && says(i + 1)).length;
  // One quotation with an answer below it is a quotation; several are a conversation that only reads together.
  const isInterleaved = answered >= 2;
  const reply: string[] = [];
  const quoted: string[] = [];
  const signature: string[] = [];
  for (const [i, run] of filled.entries()) {
    const part = signed[i];
    if (part) {
      reply.push(joined(part.body));
      signature.push(joined(part.signature));
    } else (isInterleaved && i < lastSaid ? reply : quoted).push(joined(lines.slice(run.start, run.end)));
  }
  const together = (parts: string[]) => parts.filter(Boolean).join('\n\n');
  return { replyText: together(reply), quotedText: together(quoted), signature: together(signature) };
}

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

/** Takes off what HTML marks as signature, else what reads as one. */
function signedOf(lines: readonly string[], run: Run, kinds: readonly LineKind[] | null, mayBeAll: boolean) {
  const own = lines.slice(run.start, run.end);
  const at = kinds ? own.findIndex((l, i) => kinds[run.start + i] === 'signature' && !isBlank(l)) : -1;
  const rest = at > 0 ? own.slice(at) : [];
  const isTail = rest.every((l, i) => isBlank(l) || kinds![run.start + at + i] === 'signature');
  if (at > 0 && isTail && own.slice(0, at).some((l) => !isBlank(l))) {
    const above = splitSignature(own.slice(0, at));
    return { body: above.body, signature: [...above.signature, ...rest] };
  }
  return splitSignature(own, mayBeAll);
}
