import { type HtmlAttribute, type HtmlHandler, tokenizeHtml } from './html-tokenizer.ts';

const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre table fieldset hr'.split(' '));
const LINES = new Set(
  'div tr li dt dd address article aside center details figure figcaption footer form header main nav section summary caption legend option body html thead tbody tfoot title'.split(
    ' ',
  ),
);
const VOID = new Set(
  'br hr img input meta link area base col embed source track wbr basefont bgsound frame keygen param'.split(' '),
);
const UNSEEN = new Set(
  'head script style template svg math iframe object applet noembed noframes select audio video canvas datalist'.split(
    ' ',
  ),
);
const MAX_STACK = 400;
/** How far a closing tag looks for its start tag; markup of people and mail programs never misnests deeper. */
const LOOK_BACK = 100;
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

interface Open {
  name: string;
  hides: boolean;
  item: number;
}

class TextWriter implements HtmlHandler {
  readonly #out: string[] = [];
  readonly #stack: Open[] = [];
  readonly #honourHidden: boolean;
  #hidden = 0;
  #quotes = 0;
  #preformatted = 0;
  /** Line breaks owed before the next text: 0 none, 1 new line, 2 empty line. */
  #owed = 0;
  #lineEmpty = true;
  #blankOwed = false;
  /** Behind a bullet: the item's own blocks must not push its text to the next line. */
  #afterBullet = false;
  #started = false;

  constructor(honourHidden: boolean) {
    this.#honourHidden = honourHidden;
  }

  /** True where an element that hides its content was never closed. */
  get endedHidden(): boolean {
    return this.#hidden > 0;
  }

  result(): string {
    // Not a regular expression: /[ \t]+$/ takes quadratic time on long runs of blanks.
    return this.#out
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
  }

  open(name: string, attributes: HtmlAttribute[]): void {
    if (name === 'br') {
      this.#break();
      return;
    }
    if (name === 'img') this.#image(attributes);
    if (name === 'body') this.#leaveHead();
    this.#boundary(name);
    if (VOID.has(name) || this.#stack.length >= MAX_STACK) return;
    this.#closeImplied(name);
    const style = this.#honourHidden ? attributes.find(([key]) => key === 'style')?.[1] : undefined;
    const hides = UNSEEN.has(name) || (style !== undefined && HIDING.test(style.slice(0, 2_000)));
    if (hides) this.#hidden++;
    if (name === 'blockquote') {
      // The empty line before a quote is not part of it.
      this.#settle();
      this.#quotes++;
    }
    if (name === 'pre') this.#preformatted++;
    this.#stack.push({ name, hides, item: 0 });
    if (name === 'li') this.#bullet();
    if (name === 'td' || name === 'th') this.#cell();
  }

  close(name: string): void {
    if (name === 'br') this.#break();
    if (name === 'p' && !this.#isOpen('p')) this.#owe(2);
    const lowest = Math.max(0, this.#stack.length - LOOK_BACK);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      if (this.#stack[i]?.name !== name) continue;
      while (this.#stack.length > i) this.#pop();
      return;
    }
  }

  text(text: string, raw: string | null): void {
    if (this.#hidden > 0 || raw === 'script' || raw === 'style' || raw === 'iframe' || raw === 'title') return;
    if (this.#preformatted > 0 || raw === 'textarea' || raw === 'xmp' || raw === 'plaintext')
      this.#writePreformatted(text);
    else this.#writeCollapsed(text);
  }

  #isOpen(name: string): boolean {
    return this.#stack.slice(-LOOK_BACK).some((entry) => entry.name === name);
  }

  #pop(): void {
    const entry = this.#stack.pop();
    if (!entry) return;
    if (entry.hides) this.#hidden--;
    this.#boundary(entry.name);
    if (entry.name === 'blockquote') this.#quotes--;
    if (entry.name === 'pre') this.#preformatted--;
  }

  // A body ends a head that nobody closed.
  #leaveHead(): void {
    const head = this.#stack.slice(0, 10).findIndex((entry) => entry.name === 'head');
    while (head >= 0 && this.#stack.length > head) this.#pop();
  }

  // A new cell, row or item ends the one before; end tags are optional in HTML.
  #closeImplied(name: string): void {
    const top = this.#stack.at(-1)?.name;
    const ends =
      (name === 'li' && top === 'li') ||
      (name === 'p' && top === 'p') ||
      ((name === 'td' || name === 'th') && (top === 'td' || top === 'th')) ||
      (name === 'option' && top === 'option') ||
      ((name === 'dt' || name === 'dd') && (top === 'dt' || top === 'dd'));
    if (ends) this.#pop();
  }

  #boundary(name: string): void {
    if (PARAGRAPHS.has(name)) this.#owe(2);
    else if (LINES.has(name)) this.#owe(1);
  }

  #owe(lines: number): void {
    if (lines > this.#owed && !this.#afterBullet) this.#owed = lines;
  }

  #break(): void {
    if (this.#hidden > 0) return;
    this.#settle();
    this.#newLine();
  }

  #newLine(): void {
    if (!this.#started) return;
    if (this.#lineEmpty && this.#quotes > 0) this.#out.push(this.#prefix().trimEnd());
    this.#out.push('\n');
    this.#lineEmpty = true;
    this.#blankOwed = false;
  }

  #prefix(): string {
    return '> '.repeat(Math.min(this.#quotes, 20));
  }

  // Block ends leave one line break, paragraphs an empty line; several in a row are one.
  #settle(): void {
    if (this.#owed === 0) return;
    const owed = this.#owed;
    this.#owed = 0;
    if (!this.#started) return;
    if (!this.#lineEmpty) this.#newLine();
    if (owed === 2 && !this.#endsWithEmptyLine()) this.#newLine();
  }

  #endsWithEmptyLine(): boolean {
    return this.#out.at(-1) === '\n' && (this.#out.at(-2) === '\n' || this.#out.length === 1);
  }

  #write(text: string): void {
    if (this.#lineEmpty && this.#quotes > 0) this.#out.push(this.#prefix());
    this.#out.push(text);
    this.#afterBullet = false;
    this.#lineEmpty = false;
    this.#started = true;
  }

  #writeCollapsed(text: string): void {
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    const leading = words.startsWith(' ');
    const trailing = words.endsWith(' ');
    const core =
      words.trim() === '' && !words.includes('\u00a0') ? '' : words.slice(leading ? 1 : 0, trailing ? -1 : undefined);
    if (core === '') {
      this.#blankOwed = this.#blankOwed || leading;
      return;
    }
    this.#settle();
    const blank = (leading || this.#blankOwed) && !this.#lineEmpty ? ' ' : '';
    this.#write(blank + core.replaceAll('\u00a0', ' '));
    this.#blankOwed = trailing;
  }

  #writePreformatted(text: string): void {
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    lines.forEach((line, index) => {
      if (index > 0) {
        this.#settle();
        this.#newLine();
      }
      if (line === '') return;
      this.#settle();
      this.#write((this.#blankOwed && !this.#lineEmpty ? ' ' : '') + line);
      this.#blankOwed = false;
    });
  }

  #bullet(): void {
    if (this.#hidden > 0) return;
    const list = this.#stack.findLast((entry) => entry.name === 'ol' || entry.name === 'ul');
    const number = list?.name === 'ol' ? ++list.item : 0;
    this.#settle();
    this.#write(number > 0 ? `${number}. ` : '- ');
    this.#blankOwed = false;
    this.#afterBullet = true;
  }

  #cell(): void {
    if (!this.#lineEmpty && this.#owed === 0) this.#blankOwed = true;
  }

  // Emoji come as pictures with the character as their alternative text.
  #image(attributes: HtmlAttribute[]): void {
    const alt = attributes.find(([key]) => key === 'alt')?.[1] ?? '';
    if (alt.length <= 12 && /\p{Extended_Pictographic}/u.test(alt)) this.text(alt, null);
  }
}

function write(html: string, honourHidden: boolean): TextWriter {
  const writer = new TextWriter(honourHidden);
  tokenizeHtml(html, writer);
  return writer;
}

/**
 * Readable text of an HTML body: paragraphs, lists, table rows, `> ` in front of quoted blocks; what the sender hid and
 * the head are left out. Linear time.
 */
export function htmlToText(html: string): string {
  const writer = write(html, true);
  // Hiding markup that is never closed would swallow the message.
  return writer.endedHidden ? write(html, false).result() : writer.result();
}
