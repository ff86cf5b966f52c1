import {
  attributions,
  deviceLines,
  forwardBegin,
  forwardMarkers,
  fromNames,
  originalMarkers,
  sentNames,
  toNames,
} from './phrases.ts';

export interface SeparateInput {
  /** The readable text of the message. */
  text: string;
  /** Its HTML body, where there is one: containers of mail programs are better evidence than words. */
  html?: string | null;
}

export interface SeparatedReply {
  /** What the person newly wrote; never empty where the message has words. */
  replyText: string;
  quotedText: string;
  signature: string;
  forwarded: { from?: string; subject?: string; date?: string; text: string } | null;
}

const maxLine = 300;

/**
 * Splits a letter into what is new, what is quoted, and the signature. Linear in the text. In doubt a line is kept: a quotation
 * is folded only when nothing of the writer's follows it, and a forward is shown as what it is.
 * Sources: RFC 3676 §4.3 ("-- "), the habits of mail programs in phrases.ts.
 */
export function separateReply({ text }: SeparateInput): SeparatedReply {
  const lines = text.split('\n');
  const forward = findForward(lines);
  const cut = Math.min(forward?.at ?? lines.length, quoteStart(lines, forward?.at ?? lines.length));
  const own = lines.slice(0, cut);
  const quoted = lines.slice(cut, forward?.at ?? lines.length);
  const { body, signature } = splitSignature(own);
  const replyText = body.join('\n').trim();
  const whole = { replyText: text.trim(), quotedText: '', signature: '', forwarded: null };
  if (forward) {
    return {
      replyText,
      quotedText: quoted.join('\n').trim(),
      signature,
      forwarded: readForward(lines.slice(forward.at)),
    };
  }
  // A letter that would be nothing but a quotation is shown whole.
  if (replyText === '' && signature === '') return whole;
  return { replyText, quotedText: quoted.join('\n').trim(), signature, forwarded: null };
}

const isQuoted = (line: string): boolean => /^\s{0,3}(?:>|｜|\|\s)/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** Where the trailing quotation begins, its attribution included; the end when there is none. */
function quoteStart(lines: readonly string[], end: number): number {
  for (let i = 0; i < end; i++) {
    const line = lines[i]!;
    if (line.length > maxLine) continue;
    if (originalMarkers.test(line)) return back(lines, i);
    if (isHeaderBlock(lines, i, end)) return back(lines, i, true);
    const joined = i + 1 < end && line.length < 160 ? `${line.trim()} ${lines[i + 1]!.trim()}` : line;
    const one = isAttribution(line);
    const two = !one && joined.length <= maxLine && isAttribution(joined);
    if ((one || two) && onlyQuotationFollows(lines, i + (two ? 2 : 1), end)) return back(lines, i);
  }
  return trailingQuotation(lines, end);
}

const isAttribution = (line: string): boolean =>
  /[:：]\s*$|wrote\s*$/i.test(line) && /\d|@/.test(line) && attributions.some((p) => p.test(line.trim()));

/** Behind an attribution either every line is quoted, or none is (Outlook on a phone, web mail); a mixture is an answer between the lines. */
function onlyQuotationFollows(lines: readonly string[], from: number, end: number): boolean {
  let quoted = 0;
  let plainAfterQuote = 0;
  let plain = 0;
  for (let i = from; i < end; i++) {
    const line = lines[i]!;
    if (isBlank(line)) continue;
    if (isQuoted(line)) quoted += 1;
    else {
      plain += 1;
      // Wrapped ends of quoted lines are short and follow a quoted line at once.
      if (quoted > 0 && !(isQuoted(lines[i - 1] ?? '') && line.trim().length < 30)) plainAfterQuote += 1;
    }
  }
  return quoted === 0 ? true : plain === 0 || plainAfterQuote === 0;
}

/** `>` lines to the very end without an attribution. */
function trailingQuotation(lines: readonly string[], end: number): number {
  let i = end - 1;
  while (i >= 0 && isBlank(lines[i]!)) i--;
  const last = i;
  while (i >= 0 && (isQuoted(lines[i]!) || isBlank(lines[i]!))) i--;
  return last >= 0 && isQuoted(lines[last]!) && i < last ? i + 1 : end;
}

/** From, and Sent or To within the next lines. */
function isHeaderBlock(lines: readonly string[], at: number, end: number): boolean {
  if (!fromNames.test(lines[at]!)) return false;
  const next = lines.slice(at + 1, Math.min(end, at + 7)).filter((l) => !isBlank(l) && l.length <= maxLine);
  return next.some((l) => sentNames.test(l)) && next.some((l) => toNames.test(l));
}

/** A rule or blank lines above the quotation belong to it. */
function back(lines: readonly string[], at: number, withRule = false): number {
  let i = at;
  while (i > 0 && (isBlank(lines[i - 1]!) || (withRule && /^\s*[_*-]{5,}\s*$/.test(lines[i - 1]!)))) i--;
  return i;
}

function findForward(lines: readonly string[]): { at: number } | null {
  for (const [at, line] of lines.entries()) {
    if (line.length > maxLine) continue;
    if (forwardMarkers.test(line) || forwardBegin.test(line)) return { at };
  }
  return null;
}

function readForward(lines: readonly string[]): SeparatedReply['forwarded'] {
  const head = lines.slice(1, 14);
  const value = (pattern: RegExp) => {
    const line = head.find((l) => l.length <= maxLine && pattern.test(l));
    return line ? line.slice(line.search(/[:：]/) + 1).replace(/^\*?\s*|\s*$/g, '') : undefined;
  };
  const subject = value(
    /^\s*[>*_ ]*(?:subject|objet|betreff|asunto|assunto|oggetto|onderwerp|temat|тема|主题|主旨|件名|제목|الموضوع|konu)\*?\s*[:：]/iu,
  );
  const from = value(fromNames);
  const date = value(sentNames);
  const blank = lines.findIndex((l, i) => i > 1 && isBlank(l));
  return {
    ...(from ? { from } : {}),
    ...(subject ? { subject } : {}),
    ...(date ? { date } : {}),
    text: lines.slice(Math.max(1, blank)).join('\n').trim(),
  };
}

/** "-- " (RFC 3676), else what a device adds, else nothing: a name under a letter stays with it. */
function splitSignature(lines: readonly string[]): { body: string[]; signature: string } {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 40); i--) {
    if (/^--\s?$/.test(lines[i]!))
      return {
        body: lines.slice(0, i),
        signature: lines
          .slice(i + 1)
          .join('\n')
          .trim(),
      };
  }
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1]!)) end--;
  if (end > 0 && lines[end - 1]!.length <= maxLine && deviceLines.test(lines[end - 1]!))
    return { body: lines.slice(0, end - 1), signature: lines[end - 1]!.trim() };
  return { body: [...lines], signature: '' };
}
