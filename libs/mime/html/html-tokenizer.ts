import { decodeHTML, decodeHTMLAttribute } from 'entities';

export type HtmlAttribute = [name: string, value: string];

export interface HtmlHandler {
  /** Start tag, name and attribute names in lower case, values decoded; the first of equal names wins. */
  open(name: string, attributes: HtmlAttribute[]): void;
  close(name: string): void;
  /** Decoded text; `raw` names the element whose content is not markup (script, style, title …). */
  text(text: string, raw: string | null): void;
}

const RAW_TEXT = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'title', 'textarea', 'plaintext']);
const MAX_ATTRIBUTES = 100;
/** A page of this many tags is no letter; what follows is left out. */
const MAX_TAGS = 150_000;

const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 12 || code === 13;
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const EQUALS = 61;
const SLASH = 47;
const CLOSE = 62;

/**
 * Splits HTML into tags and text much as the HTML standard's tokeniser does, in one pass and linear time whatever the
 * input: that is why it is our own. Comments, doctypes and processing instructions are dropped.
 */
export function tokenizeHtml(html: string, handler: HtmlHandler): void {
  new HtmlReader(html, handler).read();
}

/** True where tokenizeHtml leaves out the end. */
export function hasTooManyTags(html: string): boolean {
  if (html.length < MAX_TAGS * 2) return false;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && tags <= MAX_TAGS; at = html.indexOf('<', at + 1)) tags++;
  return tags > MAX_TAGS;
}

class HtmlReader {
  readonly #html: string;
  readonly #handler: HtmlHandler;
  #at = 0;
  // Where a quote was looked for in vain: an unfinished attribute is looked for once, not from every tag.
  readonly #noMore = { '"': Number.POSITIVE_INFINITY, "'": Number.POSITIVE_INFINITY };

  constructor(html: string, handler: HtmlHandler) {
    this.#html = html;
    this.#handler = handler;
  }

  read(): void {
    const html = this.#html;
    let textFrom = 0;
    let tags = 0;
    while (this.#at < html.length) {
      const open = html.indexOf('<', this.#at);
      if (open < 0) break;
      if (tags > MAX_TAGS) return;
      const code = html.charCodeAt(open + 1);
      this.#at = open + 1;
      if (!isLetter(code) && code !== SLASH && code !== 33 && code !== 63) continue;
      if (code === SLASH && open + 2 >= html.length) continue;
      tags++;
      this.#emitText(textFrom, open);
      if (isLetter(code)) this.#startTag(open + 1);
      else if (code === SLASH && isLetter(html.charCodeAt(open + 2))) this.#endTag(open + 2);
      else this.#comment(open);
      textFrom = this.#at;
    }
    this.#emitText(textFrom, html.length);
  }

  #emitText(from: number, to: number): void {
    if (from >= to) return;
    const text = this.#html.slice(from, to);
    this.#handler.text(text.includes('&') ? decodeHTML(text) : text, null);
  }

  #comment(open: number): void {
    const html = this.#html;
    if (!html.startsWith('<!--', open)) {
      const end = html.indexOf('>', open);
      this.#at = end < 0 ? html.length : end + 1;
      return;
    }
    if (html.startsWith('<!-->', open) || html.startsWith('<!--->', open)) {
      this.#at = html.indexOf('>', open) + 1;
      return;
    }
    const end = html.indexOf('--', open + 4);
    let at = end;
    while (at >= 0) {
      if (html.charCodeAt(at + 2) === CLOSE) break;
      if (html.startsWith('--!>', at)) break;
      at = html.indexOf('--', at + 1);
    }
    this.#at = at < 0 ? html.length : html.indexOf('>', at) + 1;
  }

  #name(from: number): string {
    const html = this.#html;
    let end = from;
    while (end < html.length) {
      const code = html.charCodeAt(end);
      if (isSpace(code) || code === SLASH || code === CLOSE) break;
      end++;
    }
    this.#at = end;
    return html.slice(from, Math.min(end, from + 60)).toLowerCase();
  }

  #endTag(from: number): void {
    const name = this.#name(from);
    const end = this.#html.indexOf('>', this.#at);
    this.#at = end < 0 ? this.#html.length : end + 1;
    this.#handler.close(name);
  }

  #startTag(from: number): void {
    const name = this.#name(from);
    const attributes = this.#attributes();
    this.#handler.open(name, attributes);
    if (RAW_TEXT.has(name)) this.#rawText(name);
  }

  #attributes(): HtmlAttribute[] {
    const html = this.#html;
    const found: HtmlAttribute[] = [];
    while (this.#at < html.length) {
      const code = html.charCodeAt(this.#at);
      if (code === CLOSE) {
        this.#at++;
        break;
      }
      if (isSpace(code) || code === SLASH) {
        this.#at++;
        continue;
      }
      const attribute = this.#attribute();
      if (found.length < MAX_ATTRIBUTES && !found.some(([name]) => name === attribute[0])) found.push(attribute);
    }
    return found;
  }

  #attribute(): HtmlAttribute {
    const html = this.#html;
    const from = this.#at;
    let at = from + 1;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code === EQUALS || code === CLOSE || code === SLASH || isSpace(code)) break;
      at++;
    }
    const name = html.slice(from, at).toLowerCase();
    while (isSpace(html.charCodeAt(at))) at++;
    if (html.charCodeAt(at) !== EQUALS) {
      this.#at = at;
      return [name, ''];
    }
    at++;
    while (isSpace(html.charCodeAt(at))) at++;
    const raw = this.#value(at);
    return [name, raw.includes('&') ? decodeHTMLAttribute(raw) : raw];
  }

  #value(from: number): string {
    const html = this.#html;
    const quote = html[from];
    if (quote === '"' || quote === "'") {
      const end = from < this.#noMore[quote] ? html.indexOf(quote, from + 1) : -1;
      if (end >= 0) {
        this.#at = end + 1;
        return html.slice(from + 1, end);
      }
      this.#noMore[quote] = Math.min(this.#noMore[quote], from);
    }
    let end = from;
    while (end < html.length && html.charCodeAt(end) !== CLOSE && !isSpace(html.charCodeAt(end))) end++;
    this.#at = end;
    return html.slice(from, end);
  }

  #rawText(name: string): void {
    const html = this.#html;
    const from = this.#at;
    let end = name === 'plaintext' ? -1 : html.indexOf('</', from);
    while (end >= 0 && !this.#closes(name, end + 2)) end = html.indexOf('</', end + 2);
    const to = end < 0 ? html.length : end;
    if (to > from) {
      const raw = html.slice(from, to);
      this.#handler.text((name === 'title' || name === 'textarea') && raw.includes('&') ? decodeHTML(raw) : raw, name);
    }
    this.#at = to;
    if (end < 0) this.#handler.close(name);
  }

  #closes(name: string, at: number): boolean {
    if (this.#html.slice(at, at + name.length).toLowerCase() !== name) return false;
    const code = this.#html.charCodeAt(at + name.length);
    return isSpace(code) || code === SLASH || code === CLOSE;
  }
}
