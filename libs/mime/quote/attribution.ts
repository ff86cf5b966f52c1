import { quoting, wrote } from './phrases/attributions.ts';
import { alternatives, hasAddress, isBlank, isQuoted, longestMark, momentIn, withoutMarks } from './words.ts';

const verbs = new RegExp(
  `(?:^|[^\\p{L}])(?:${alternatives(Object.values(wrote).flat())})(?![\\p{L}])|(?:${alternatives([...wrote.ja!, ...wrote.ko!, ...wrote['zh-Hans']!, ...wrote['zh-Hant']!, ...wrote.th!].filter((w) => !/^[a-z]/.test(w)))})`,
  'iu',
);
/** How lines of "On … wrote:" begin where they wrap: a preposition or a day before the date. */
const beginnings =
  /^\s*(?:-{2,}\s|\*\s|on|le|am|um|el|em|il|op|den|d\.|p[åa]|w dniu|dnia|dne|d[ňn]a|pe|la|v|у|в|на|tarihi?nde|vào|lúc|pada|στις|ב|في|بتاريخ|در|在|于|於|\d|["“<]?\p{L})/iu;
const quotes = new RegExp(`^(?:${alternatives(quoting)})[\\s:].{2,200}[:：]$`, 'iu');
/** A preposition or a figure, and nothing but the moment: the first half of a wrapped line. */
const dated =
  /^\s*(?:on|le|am|um|el|em|il|op|den|pe|la|w dniu|dnia|dne|d[ňn]a|на|в|у|\p{Nd})(?!\p{L})[^.!?]{0,3}.{0,70}$/iu;
const mostLines = 5;

export interface Attribution {
  /** First line behind it. */
  end: number;
  /** Strong: who and when stand in it, so that a quotation follows whatever it looks like. */
  isStrong: boolean;
}

/** "On Monday at 10:00 Ann <ann@home.example> wrote:" at this line, be it wrapped over several. */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  // Every one of them ends with a colon or names an address.
  let mayBe = false;
  for (let i = at; i < lines.length && i < at + 2 * mostLines && !mayBe; i++) mayBe = /[:：@]/.test(lines[i]!);
  if (!mayBe) return null;
  const first = withoutMarks(lines[at]!);
  if (isBlank(first) || isQuoted(first) || first.length > longestMark || !beginnings.test(first)) return null;
  let joined = '';
  let taken = 0;
  let weak: Attribution | null = null;
  for (let i = at; i < lines.length && taken < mostLines; i++) {
    const line = withoutMarks(lines[i]!);
    if (isBlank(line)) {
      // A break within the line of some programs, once, after a name.
      if (taken === 0 || !momentIn(joined).hasTime || i + 1 >= lines.length || !/^\s*</.test(lines[i + 1]!)) break;
      continue;
    }
    if (taken > 0 && isQuoted(line) && !/^\s*>\s*\S{1,20}\s?:$/.test(line)) break;
    joined = `${joined} ${line.trim()}`.trim();
    taken += 1;
    if (joined.length > longestMark) break;
    const strength = strengthOf(joined);
    if (strength === null || (strength === 'weak' && weak)) continue;
    const found = { end: i + 1, isStrong: strength === 'strong' };
    if (taken > 1 && !isPartOfIt(lines, at, found.isStrong)) return weak;
    if (found.isStrong) return found;
    weak = found;
  }
  return weak;
}

/** The last line of the writer's own above an attribution is not part of it. */
function isPartOfIt(lines: readonly string[], at: number, isStrong: boolean): boolean {
  const inner = attributionAt(lines, nextFilled(lines, at + 1));
  const above = lines[at]!;
  const { hasDate, hasTime } = momentIn(above);
  if (hasDate && hasTime && dated.test(above) && !/[.!?]\s*$/.test(above)) return true;
  const isNamed = /<[^<>\s]+@[^<>\s]+>/.test(above) && !hasAddress(lines.slice(at + 1, inner?.end ?? at + 1).join(' '));
  if (inner && !isNamed && (inner.isStrong || !isStrong)) return false;
  return /[\d<@٠-٩۰-۹]/.test(above) || /^\s*(?:on|le|am|el|em|il|op|den|pe|la)\s/i.test(above);
}

function nextFilled(lines: readonly string[], from: number): number {
  let i = from;
  while (i < lines.length - 1 && isBlank(lines[i]!)) i++;
  return i;
}

function strengthOf(joined: string): 'strong' | 'weak' | null {
  // Zoho draws its line between dashes.
  const text = joined.replace(/^-{2,}\s*/, '').replace(/\s*-{2,}:?$/, '');
  const hasColon = /[:：]\s*\**$/.test(text);
  const address = hasAddress(text);
  if (!hasColon && !address) return null;
  const hasVerb = verbs.test(text);
  const { hasDate, hasTime, hasYear } = momentIn(text);
  const ends = hasColon || (hasVerb && /\p{L}\)?\s*$/u.test(text));
  if (ends && hasVerb && ((address && hasDate) || (hasColon && hasDate && hasTime && hasYear))) return 'strong';
  if (hasColon && address && hasDate && hasTime) return 'strong';
  if ((hasColon && hasVerb) || quotes.test(text)) return 'weak';
  if (address && hasDate && /[>)\]:：]\s*$/.test(text)) return 'weak';
  return null;
}
