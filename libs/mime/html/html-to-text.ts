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
  mark: Mark | null;
  /** Holds a blockquote: only that, and what stands above it, is quoted. */
  isAnswered: boolean;
}

/** What a container of a mail program holds; `rest`: it and everything behind it was there before. */
type Mark = 'quote' | 'signature' | 'rest';

/** Containers by class or id (the last word of it), as Gmail, Outlook, Yahoo, Thunderbird, Proton, NetEase and Zimbra name them. */
const CONTAINERS: Record<string, Mark> = {
  gmail_quote: 'quote',
  gmail_quote_container: 'quote',
  yahoo_quoted: 'quote',
  protonmail_quote: 'quote',
  tutanota_quote: 'quote',
  'moz-cite-prefix': 'quote',
  zmail_extra: 'quote',
  'mail-quote-collapse': 'quote',
  isreplycontent: 'quote',
  isforwardcontent: 'quote',
  'mail-editor-reference-message-container': 'quote',
  'ms-outlook-mobile-reference-message': 'quote',
  divrplyfwdmsg: 'rest',
  appendonsend: 'rest',
  stopspelling: 'rest',
  outlookmessageheader: 'rest',
  __divider__: 'rest',
  gmail_signature: 'signature',
  gmail_signature_prefix: 'signature',
  'moz-signature': 'signature',
  protonmail_signature_block: 'signature',
  signature: 'signature',
  'ms-outlook-mobile-signature': 'signature',
  applemailsignature: 'signature',
};
const NAMING = new Set(['class', 'id', 'data-marker']);
/** The rule that Outlook draws above the fields of what it quotes. */
const OUTLOOK_RULE = /border:\s?none;\s*border-top:\s?solid #(?:e1e1e1|b5c4df) 1\.0pt/i;

function markOf(name: string, attributes: HtmlAttribute[]): Mark | null {
  for (const [key, value] of attributes) {
    if (name === 'blockquote' && key === 'type' && value === 'cite') return 'quote';
    if (name === 'div' && key === 'style' && OUTLOOK_RULE.test(value.slice(0, 500))) return 'rest';
    if (!NAMING.has(key)) continue;
    for (const word of value.slice(0, 500).toLowerCase().split(/\s+/)) {
      const mark = CONTAINERS[word.replace(/^(?:x_)+/, '').replace(/^(yahoo_quoted)_?.*$/, '$1')];
      if (mark) return mark;
    }
  }
  return null;
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
  /** What each line was written in. */
  readonly #lineMarks: (Mark | undefined)[] = [];
  #line = 0;
  #isRest = false;

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

  /** By line of the result: what it was written in. */
  kinds(): ('own' | Mark)[] {
    return Array.from({ length: this.#line + 1 }, (_, i) => this.#lineMarks[i] ?? 'own');
  }

  open(name: string, attributes: HtmlAttribute[]): void {
    if (name === 'br') {
      this.#break();
      return;
    }
    if (name === 'img') this.#image(attributes);
    if (name === 'body') this.#leaveHead();
    this.#boundary(name);
    const mark = attributes.length > 0 ? markOf(name, attributes) : null;
    if (mark === 'rest') this.#isRest = true;
    if (VOID.has(name) || this.#stack.length >= MAX_STACK) return;
    this.#closeImplied(name);
    const style = this.#honourHidden ? attributes.find(([key]) => key === 'style')?.[1] : undefined;
    const hides = UNSEEN.has(name) || (style !== undefined && HIDING.test(style.slice(0, 2_000)));
    if (hides) this.#hidden++;
    if (name === 'blockquote') {
      // The empty line before a quote is not part of it.
      this.#settle();
      this.#quotes++;
      // What stands in a container between its blockquotes, or below them, answers them.
      for (const entry of this.#stack)
        if (entry.mark === 'quote' && entry.name !== 'blockquote') entry.isAnswered = true;
    }
    if (name === 'pre') this.#preformatted++;
    this.#stack.push({ name, hides, item: 0, mark, isAnswered: false });
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
    this.#line++;
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
    const mark = this.#lineEmpty ? this.#mark() : null;
    if (mark) this.#lineMarks[this.#line] = mark;
    this.#afterBullet = false;
    this.#lineEmpty = false;
    this.#started = true;
  }

  #mark(): Mark | null {
    if (this.#stack.some((entry) => entry.mark === 'quote' && !entry.isAnswered)) return 'quote';
    if (this.#isRest) return 'rest';
    return this.#stack.findLast((entry) => entry.mark !== null && entry.mark !== 'quote')?.mark ?? null;
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

/**
 * The same text with what the containers of mail programs say of each line: quotation, signature, or that from here on
 * everything was there before.
 */
export function htmlLines(html: string): { text: string; kinds: ('own' | Mark)[] } {
  const first = write(html, true);
  const writer = first.endedHidden ? write(html, false) : first;
  return { text: writer.result(), kinds: writer.kinds() };
}
