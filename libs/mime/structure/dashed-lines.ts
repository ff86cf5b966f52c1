/** A boundary delimiter line (RFC 2046 §5.1.1). */
export interface Delimiter {
  /** Where the line begins. */
  at: number;
  /** Where the line after it begins. */
  next: number;
  closing: boolean;
}

interface DashedLine {
  at: number;
  next: number;
  /** What follows the two dashes, without blanks at the end. */
  text: string;
}

const DASH = 45;
/** A message with more such lines is an attack; what follows stays in the part it is in. */
const MAX_LINES = 200_000;
const MAX_LENGTH = 200;

function firstFrom(sorted: DashedLine[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as DashedLine).at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The lines of a message that begin with "--", found once and looked up by their text: so that nested multiparts with
 * many boundaries cost no more than their delimiters.
 */
export class DashedLines {
  readonly #source: Buffer;
  readonly #start: number;
  #lines: DashedLine[] | null = null;
  readonly #byText = new Map<string, DashedLine[]>();

  constructor(source: Buffer, start: number) {
    this.#source = source;
    this.#start = start;
  }

  /** Delimiters of a boundary between two offsets, in order. */
  delimiters(boundary: string, from: number, to: number): Delimiter[] {
    this.#read();
    const opening = this.#between(boundary, from, to).map((line) => ({ at: line.at, next: line.next, closing: false }));
    const closing = this.#between(`${boundary}--`, from, to).map((line) => ({
      at: line.at,
      next: line.next,
      closing: true,
    }));
    if (closing.length === 0) return opening;
    return [...opening, ...closing].sort((a, b) => a.at - b.at);
  }

  /** The first `count` lines between two offsets. */
  first(from: number, to: number, count: number): DashedLine[] {
    const lines = this.#read();
    const index = firstFrom(lines, from);
    return lines.slice(index, index + count).filter((line) => line.at < to);
  }

  #between(text: string, from: number, to: number): DashedLine[] {
    const lines = this.#byText.get(text) ?? [];
    return lines.slice(firstFrom(lines, from), firstFrom(lines, to));
  }

  #read(): DashedLine[] {
    if (this.#lines) return this.#lines;
    this.#lines = [];
    const source = this.#source;
    const first = this.#start;
    const atOnce = source[first] === DASH && source[first + 1] === DASH;
    // indexOf finds the line break before the dashes.
    let before = atOnce ? first - 1 : source.indexOf('\n--', first);
    while ((before >= 0 || (atOnce && this.#lines.length === 0)) && this.#lines.length < MAX_LINES) {
      const at = before + 1;
      const newline = source.indexOf(10, at);
      const next = newline < 0 ? source.length : newline + 1;
      this.#add({ at, next, text: source.toString('latin1', at + 2, Math.min(next, at + MAX_LENGTH)).trimEnd() });
      before = newline < 0 ? -1 : source.indexOf('\n--', newline);
    }
    return this.#lines;
  }

  #add(line: DashedLine): void {
    this.#lines?.push(line);
    // "--boundary-- and something": the closing delimiter with junk behind it.
    const junk = line.text.indexOf('-- ');
    const key = junk > 0 ? line.text.slice(0, junk + 2) : line.text;
    const same = this.#byText.get(key);
    if (same) same.push(line);
    else this.#byText.set(key, [line]);
  }
}
