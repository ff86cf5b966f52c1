import { closings, deviceLines, devices, ownDevice, thanks } from './phrases/closings.ts';
import { footers } from './phrases/markers.ts';
import { alternatives, hasAddress, isBlank, isQuoted, plain } from './words.ts';

const closing = new RegExp(`^(?:${alternatives(closings.map(plain))})(?=$|[ ,.!:;،、。!！-])(.*)$`, 'u');
const gratitude = new RegExp(`^(?:${alternatives(thanks.map(plain))})[ ,.!;:~،。！]*$`, 'u');
const device = new RegExp(
  `^[\\s<>[(*_]*(?:${deviceLines.map((d) => alternatives([d]).replace(/(?:\\s\+)?…(?:\\s\+)?/g, '.{0,60}')).join('|')})[\\s.>\\])*_]*$`,
  'iu',
);
/** Words that speak of the matter, not of the person: a signature with a size in it is none. */
const measures =
  /\d\s*(?:[x×*]\s*\d|(?:mm|cm|inch|inches|мм|см|pcs|pieces?|stück|stk|sets?|units?|шт|adet|szt|ks)(?!\p{L})|"|″|毫米|厘米|件|樘|套|扇)|\bral\s?\d|[€$£¥₽]\s?\d|\d\s?[€$£¥₽]/iu;
const mostLines = 14;

export interface Signed {
  body: string[];
  signature: string[];
}

/**
 * Takes the signature off the end of what somebody wrote: "-- " (RFC 3676 §4.3), what telephones, list servers and lawyers
 * add, a courtesy with a name below. In doubt it stays with the letter.

 * @param mayBeAll something else of the writer's stands elsewhere, so that nothing need be left of these lines
 */
export function splitSignature(lines: readonly string[], mayBeAll = false): Signed {
  const parts = [footerStart, delimiterStart, deviceStart, closingStart, dashedNameStart];
  let body = [...lines];
  const signature: string[] = [];
  for (const find of parts) {
    const at = find(body);
    if (at === null || (!mayBeAll && body.slice(0, at).every(isBlank))) continue;
    const taken = body.slice(isDelimiter(body[at]!) ? at + 1 : at);
    body = trimmedEnd(body.slice(0, at));
    signature.unshift(...taken, ...(signature.length > 0 ? [''] : []));
  }
  return { body, signature };
}

/** With the address that a program prints behind its name taken off. */
export function isDeviceLine(line: string): boolean {
  if (line.length > 300) return false;
  const text = line.replace(/\s?[<(]https?:[^<>()\s]{0,250}[>)]/g, '');
  return text.length <= 120 && (devices.test(text) || ownDevice.test(text)) && device.test(text);
}

const lastFilled = (lines: readonly string[]): number => {
  let i = lines.length - 1;
  while (i >= 0 && isBlank(lines[i]!)) i--;
  return i;
};
const trimmedEnd = (lines: string[]): string[] => lines.slice(0, lastFilled(lines) + 1);

/** A list server's or lawyer's words, with the rule above them. */
function footerStart(lines: readonly string[]): number | null {
  const last = lastFilled(lines);
  for (let i = Math.max(0, last - 25); i <= last; i++) {
    const line = lines[i]!.trim();
    if (line === '' || isQuoted(line)) continue;
    const by = footers.findIndex((f) => f.test(line.slice(0, 600)));
    if (by < 0 || (by === 0 && !isOfAList(lines, i))) continue;
    let at = i;
    while (at > 0 && i - at < 3 && !isBlank(lines[at - 1]!) && /^[\s_*=~#-]{2,}$|^\S+( \S+){0,3}$/.test(lines[at - 1]!))
      at--;
    while (at > 0 && /^\s*[_*=~#-]{2,}\s*$/.test(lines[at - 1]!)) at--;
    return at;
  }
  return null;
}

/** Buyers speak of mailing lists too: a footer has an address, or a rule above it. */
function isOfAList(lines: readonly string[], at: number): boolean {
  if (/^\s*you received this message because/i.test(lines[at]!)) return true;
  const near = lines.slice(at, at + 3).join(' ');
  if (hasAddress(near) || /https?:|www\./i.test(near)) return true;
  return lines.slice(Math.max(0, at - 3), at).some((l) => /^\s*[_*=~#-]{2,}\s*$/.test(l));
}

const isDelimiter = (line: string): boolean => /^\s*[-—–_~=*#─━═＝☆★◆◇■□●○＊+]+\s*$/.test(line);

/** "-- ", and the dashes or underscores of those who draw it by hand. */
function delimiterStart(lines: readonly string[]): number | null {
  const last = lastFilled(lines);
  const rules = lines.filter((l) => isDelimiter(l) && !isBlank(l)).length;
  // Several rules divide a letter, unless the last closes a signature drawn as a box.
  if (rules > 2 && !isDelimiter(lines[last] ?? '')) return null;
  let at: number | null = null;
  for (let i = last; i >= Math.max(0, last - 40); i--) {
    const line = lines[i]!;
    // Dashes with a size below them divide what the writer says.
    if (/^\s{0,2}--\s*$/.test(line) && lines.slice(i + 1, last + 1).some((l) => measures.test(l))) return null;
    if (
      /^\s{0,2}--\s*$/.test(line) ||
      (/^\s{0,2}(?:—|–|__|_{3,}|-{3,}|~{2,}|\*{3,}|={3,}|[─━═＝☆★◆◇■□●○＊+]{4,})\s*$/.test(line) &&
        looksSigned(lines.slice(i + 1), 10))
    )
      at = i;
  }
  return at;
}

/** Letters of the east end with the name and a humble word behind it; those of France with a sentence. */
const signedLine = /^\S{2,12}\s(?:드림|올림|敬上|谨上|謹上|拜上|拝)[.。]?$/u;
const sentence =
  /^(?:(?:et |nous |je )?(?:vous )?(?:prie|prions|adresse|adressons)|veuillez|dans l['’]attente|recevez|agr[ée]ez).{0,150}(?:salutations|sentiments|consid[ée]ration)/iu;

/** What a device adds stands last; what people add below it is theirs. */
function deviceStart(lines: readonly string[]): number | null {
  const last = lastFilled(lines);
  return last >= 0 && isDeviceLine(lines[last]!) ? last : null;
}

/** The last courtesy below which nothing but a name and where to find it stands. */
function closingStart(lines: readonly string[]): number | null {
  const last = lastFilled(lines);
  const first = lines.findIndex((l) => !isBlank(l));
  let filled = 0;
  for (let i = last; i > first && filled <= mostLines; i--) {
    const line = lines[i]!;
    if (isBlank(line)) continue;
    filled += 1;
    if (sentence.test(line.trim()) && namesFirst(lines.slice(i + 1)) && looksSigned(lines.slice(i + 1), mostLines))
      return i;
    if (line.length > 90) continue;
    if (signedLine.test(line.trim()) && looksSigned(lines.slice(i + 1), mostLines)) return atCourtesy(lines, i, first);
    const text = plain(line);
    const below = lines.slice(i + 1);
    const match = closing.exec(text);
    if (match && match[1]!.length <= 40 && !/[?]/.test(match[1]!)) {
      const sameLine = match[1]!.replace(/^[ ,.!:;،、。！-]+|[ ,.!。]+$/g, '');
      const count = sameLine === '' ? 0 : sameLine.split(' ').length;
      const hasName = count > 0 && count <= 5 && namesFirst([line.trim().split(/\s+/).slice(-count).join(' ')]);
      if (count > 0 && !hasName) continue;
      if ((hasName || namesFirst(below)) && looksSigned(below, mostLines)) return atCourtesy(lines, i, first);
    } else if (
      gratitude.test(text) &&
      below.some((l) => !isBlank(l)) &&
      looksSigned(below, 6) &&
      isName(below) &&
      namesFirst(below)
    ) {
      return i;
    }
  }
  return null;
}

/** "Thank you." on the line above a closing belongs to it; so does the first of two closings. */
function atCourtesy(lines: readonly string[], at: number, first: number): number {
  let i = at - 1;
  while (i > first && isBlank(lines[i]!)) i--;
  const text = plain(lines[i] ?? '');
  return i > first && text.length <= 60 && (/^[.,!。！]?$/.test(closing.exec(text)?.[1] ?? ' ') || /^此致$/.test(text))
    ? i
    : at;
}

/** Lines that name a person and where to find them, and say nothing. */
function looksSigned(below: readonly string[], most: number): boolean {
  const filled = below.filter((l) => !isBlank(l));
  if (filled.length > most) return false;
  return filled.every((line) => {
    const text = line.trim();
    if (/^p\.?\s?s\.?[\s:.]/i.test(text)) return false;
    if (hasAddress(text) || /https?:|www\.|\+?\d[\d\s()./-]{6,}/i.test(text)) return text.length <= 200;
    if (measures.test(text) || /[?？؟]\s*$/.test(text)) return false;
    const words = text.split(/\s+/).length;
    // A sentence is the writer's; a name, a title, an address is short or cut up by figures and bars.
    if (words >= 5 && /[.!。！]$/.test(text)) return false;
    return text.length <= 100 && (words <= 7 || (words <= 14 && /[|·•/@\d]/.test(text)));
  });
}

/** The first line names somebody: most words begin with a capital where the script has them, and no figure stands in it. */
function namesFirst(below: readonly string[]): boolean {
  const text = below.find((l) => !isBlank(l) && !/^\s*\[.*\]\s*$/.test(l))?.trim();
  if (text === undefined || /\p{Ll}{4,}\.$/u.test(text)) return false;
  if (/\d/.test(text)) return hasAddress(text) || /https?:|www\.|\+?\d[\d\s()./-]{6,}/i.test(text);
  const words = text.split(/\s+/).filter((w) => /\p{L}/u.test(w));
  return words.length < 2 || words.filter((w) => !/^\P{L}*\p{Ll}/u.test(w)).length * 2 >= words.length;
}

/** The first line below a word of thanks is a short name. */
function isName(below: readonly string[]): boolean {
  const text = below.find((l) => !isBlank(l))?.trim() ?? '';
  return text.length <= 40 && text.split(/\s+/).length <= 4 && /^[^\d:?]*$/.test(text) && !/[,;。]$/.test(text);
}

/** "-Ann Miller", "/Ann": a name behind a dash on the last line, not the last of a list. */
function dashedNameStart(lines: readonly string[]): number | null {
  const last = lastFilled(lines);
  if (last < 1 || !/^\s*(?:[-–—~/]|— )\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}\s*$/u.test(lines[last]!))
    return null;
  let above = last - 1;
  while (above > 0 && isBlank(lines[above]!)) above--;
  return /^\s*[-–—~/*•]/.test(lines[above]!) ? null : last;
}
