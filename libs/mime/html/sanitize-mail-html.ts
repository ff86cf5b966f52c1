import { type HtmlAttribute, type HtmlHandler, tokenizeHtml } from './html-tokenizer.ts';
import { safeStyle } from './safe-style.ts';

export interface SanitizeOptions {
  /** Address under which an inline picture can be shown; null where the message has no such part. */
  inlineUrl?: (contentId: string) => string | null;
  /** True shows remote pictures (the reader asked for them); otherwise they are counted and kept in data-blocked-src. */
  allowRemoteImages?: boolean;
}

export interface SafeHtml {
  html: string;
  /** Remote pictures and backgrounds that were taken out. */
  blockedImages: number;
}

const TAGS = new Set(
  `a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn dir
  div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu ol p pre q rp rt
  ruby s samp section small span strike strong sub summary details sup table tbody td tfoot th thead time tr tt u ul var
  wbr`.split(/\s+/),
);
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
/** Elements that vanish with all they hold; other unknown elements leave their content. */
const SWALLOWED = new Set(
  `script style head title iframe frameset object embed applet noscript noembed noframes template svg math select
  datalist audio video canvas xml`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `align alt bgcolor border cellpadding cellspacing char charoff color colspan datetime dir face height hspace lang nowrap
  rowspan scope size span start title valign value vspace width`.split(/\s+/),
);
/** Classes and ids by which mail programs mark what they quote; kept as data-quoted, so that a screen can fold it. */
const QUOTE_MARKS =
  /(?:^|\s)(?:gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|divRplyFwdMsg|appendonsend|isReplyContent|mail_quote|cite_quote)/i;
/** Sizes that stretch the page. */
const HUGE = /^\s*\d{5}/;
const LINK = /^(?:https?:\/\/|mailto:|tel:|sms:|ftp:\/\/)/i;
const INLINE_DATA = /^data:image\/(?:png|gif|jpe?g|webp|bmp|x-icon|avif);base64,[a-z0-9+/=\s]*$/i;
const MAX_STACK = 250;
const LOOK_BACK = 100;

function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('`', '&#96;');
}

// What a browser strips from an address before it looks at the scheme (URL standard).
function bareUrl(value: string): string {
  const text = value.replace(/[\t\r\n]/g, '');
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return text.slice(from, to);
}

class SafeWriter implements HtmlHandler {
  readonly #out: string[] = [];
  readonly #stack: string[] = [];
  readonly #options: SanitizeOptions;
  readonly #swallows: boolean;
  #swallowed: string[] = [];
  blockedImages = 0;

  constructor(options: SanitizeOptions, swallows: boolean) {
    this.#options = options;
    this.#swallows = swallows;
  }

  /** True where an element that takes its content with it was never closed. */
  get endedSwallowed(): boolean {
    return this.#swallowed.length > 0;
  }

  result(): string {
    while (this.#stack.length > 0) this.#out.push(`</${this.#stack.pop()}>`);
    return this.#out.join('');
  }

  open(tag: string, attributes: HtmlAttribute[]): void {
    const name = tag === 'image' ? 'img' : tag;
    if (name === 'body') this.#swallowed = [];
    if (SWALLOWED.has(name)) {
      if (this.#swallows && this.#swallowed.length < MAX_STACK && name !== 'embed') this.#swallowed.push(name);
      return;
    }
    if (this.#swallowed.length > 0 || !TAGS.has(name)) {
      this.#countBackground(attributes);
      return;
    }
    if (!VOID.has(name) && this.#stack.length >= MAX_STACK) return;
    this.#out.push(`<${name}${this.#attributes(name, attributes)}>`);
    if (!VOID.has(name)) this.#stack.push(name);
  }

  close(name: string): void {
    if (this.#swallowed.length > 0) {
      const at = this.#swallowed.lastIndexOf(name);
      if (at >= 0) this.#swallowed.length = at;
      return;
    }
    if (name === 'br') this.#out.push('<br>');
    const lowest = Math.max(0, this.#stack.length - LOOK_BACK);
    const at = this.#stack.lastIndexOf(name);
    if (at < lowest) return;
    while (this.#stack.length > at) this.#out.push(`</${this.#stack.pop()}>`);
  }

  text(text: string, raw: string | null): void {
    if (this.#swallowed.length > 0 || (raw !== null && SWALLOWED.has(raw))) return;
    this.#out.push(escapeText(text.replaceAll('\0', '')));
  }

  #countBackground(attributes: HtmlAttribute[]): void {
    if (attributes.some(([key, value]) => key === 'background' && /^\s*(?:https?:)?\/\//i.test(value)))
      this.blockedImages++;
  }

  #attributes(tag: string, attributes: HtmlAttribute[]): string {
    let out = '';
    let quoted = false;
    for (const [name, value] of attributes) {
      if (name === 'style') {
        const { style, loads } = safeStyle(value);
        if (loads) this.blockedImages++;
        if (style !== '') out += ` style="${escapeAttribute(style)}"`;
      } else if (tag === 'a' && name === 'href') out += this.#link(value);
      else if (tag === 'img' && name === 'src') out += this.#picture(value);
      else if (tag === 'ol' && name === 'type' && /^[1aAiI]$/.test(value)) out += ` type="${value}"`;
      else if ((name === 'class' || name === 'id') && !quoted && QUOTE_MARKS.test(value.slice(0, 500))) {
        quoted = true;
        out += ' data-quoted=""';
      } else if (ATTRIBUTES.has(name) && !HUGE.test(value))
        out += ` ${name}="${escapeAttribute(value.slice(0, 1_000))}"`;
    }
    this.#countBackground(attributes);
    return out;
  }

  #link(value: string): string {
    const url = bareUrl(value);
    if (!LINK.test(url)) return '';
    return ` href="${escapeAttribute(url.slice(0, 8_000))}" target="_blank" rel="noopener noreferrer nofollow"`;
  }

  #picture(value: string): string {
    const url = bareUrl(value);
    if (/^cid:/i.test(url)) {
      const id = url.slice(4).replace(/^<|>$/g, '');
      const inline = this.#options.inlineUrl?.(id) ?? null;
      return ` data-cid="${escapeAttribute(id)}"${inline === null ? '' : ` src="${escapeAttribute(inline)}"`}`;
    }
    if (INLINE_DATA.test(url)) return ` src="${escapeAttribute(url)}"`;
    const remote = url.startsWith('//') ? `https:${url}` : url;
    if (!/^https?:\/\//i.test(remote)) return '';
    if (this.#options.allowRemoteImages) return ` src="${escapeAttribute(remote)}" referrerpolicy="no-referrer"`;
    this.blockedImages++;
    return ` data-blocked-src="${escapeAttribute(remote)}"`;
  }
}

/**
 * Mail HTML that cannot run, phone home or restyle the page around it: rebuilt from a list of harmless elements,
 * attributes and style properties, every open element closed. Linear time.
 */
export function sanitizeMailHtml(html: string, options: SanitizeOptions = {}): SafeHtml {
  let writer = new SafeWriter(options, true);
  tokenizeHtml(html, writer);
  if (writer.endedSwallowed) {
    // An <object> that is never closed would take the message with it: keep the content of such elements, made safe.
    writer = new SafeWriter(options, false);
    tokenizeHtml(html, writer);
  }
  return { html: writer.result(), blockedImages: writer.blockedImages };
}
