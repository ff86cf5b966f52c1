import { takeUuencoded, type UuFile } from '../decode/uuencode.ts';
import { htmlToText } from '../html/html-to-text.ts';
import { hasTooManyTags } from '../html/html-tokenizer.ts';
import type { BodyParts } from './body-selection.ts';
import { fileNameOf } from './file-name.ts';
import type { Part } from './part.ts';
import { CUT, MAX_TEXT, partText } from './part-content.ts';

export interface MessageBody {
  text: string;
  /** Null when no part of the body is HTML. */
  html: string | null;
  /** Files that were uuencoded in the text. */
  files: UuFile[];
  /** True where the text stood inside an OpenPGP clear signature. */
  clearSigned: boolean;
}

const isText = (part: Part) => part.type === 'text/plain' || part.type === 'text/html';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

class BodyReader {
  readonly files: UuFile[] = [];
  readonly #texts = new Map<Part, string>();
  readonly #hint: string | null;
  readonly #warnings: string[];

  constructor(hint: string | null, warnings: string[]) {
    this.#hint = hint;
    this.#warnings = warnings;
  }

  /** Decoded once per part, whichever side of the body asks. */
  source(part: Part): string {
    const known = this.#texts.get(part);
    if (known !== undefined) return known;
    let text = partText(part, this.#hint, this.#warnings);
    if (part.type === 'text/plain') {
      const taken = takeUuencoded(text);
      this.files.push(...taken.files);
      text = taken.text;
    }
    this.#texts.set(part, text);
    return text;
  }

  text(parts: Part[]): string {
    const pieces = parts.filter(isText).map((part) => {
      const source = this.source(part);
      return part.type === 'text/html' ? htmlToText(source) : source;
    });
    const filled = pieces.filter((piece) => piece.trim() !== '');
    return filled.map((piece, i) => (i < filled.length - 1 ? `${piece.trimEnd()}\n` : piece)).join('\n');
  }

  html(parts: Part[]): string | null {
    if (!parts.some((part) => part.type === 'text/html')) return null;
    return parts
      .filter((part) => isText(part) || part.contentId !== null)
      .map((part) => {
        if (part.type === 'text/html') return this.source(part);
        if (part.type === 'text/plain')
          return `<div style="white-space:pre-wrap">${escapeHtml(this.source(part))}</div>`;
        return part.type.startsWith('image/') ? `<img src="cid:${part.contentId}">` : '';
      })
      .join('\n');
  }
}

// text/enriched (RFC 1896) and its like: commands in angle brackets, "<<" for the bracket itself.
function enrichedToText(source: string): string {
  return source
    .replace(/<param>[^<]{0,500}<\/param>/gi, '')
    .replace(/<<|<\/?[a-z][a-z0-9-]{0,60}>/gi, (mark) => (mark === '<<' ? '<' : ''));
}

const FALLBACK =
  /^(?:text\/(?!calendar|csv|vcard|x-vcard|directory|xml|css|javascript)|message\/(?:delivery-status|disposition-notification)$)/;

/** A body that is neither plain nor HTML (enriched, markdown, a bare report): readable is better than empty. */
function fallbackText(parts: BodyParts, hint: string | null, warnings: string[]): string {
  const part = parts.attachments.find(
    (p) => p.disposition !== 'attachment' && fileNameOf(p) === null && FALLBACK.test(p.type),
  );
  if (!part) return '';
  const source = partText(part, hint, warnings);
  return part.type === 'text/enriched' || part.type === 'text/richtext' ? enrichedToText(source) : source;
}

const CLEAR_SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';

/** The text inside an OpenPGP clear signature (RFC 9580 §7), dash-escapes undone; any other text as it is. */
function withoutClearSignature(text: string): string {
  const begin = text.indexOf(CLEAR_SIGNED);
  if (begin < 0 || text.slice(0, begin).trim() !== '') return text;
  const start = text.indexOf('\n\n', begin);
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----', start);
  if (start < 0 || end < 0) return text;
  const behind = text.indexOf('-----END PGP SIGNATURE-----', end);
  const rest = behind < 0 ? '' : text.slice(text.indexOf('\n', behind) + 1 || text.length);
  return text.slice(start + 2, end).replace(/^- /gm, '') + (rest.trim() === '' ? '' : `\n${rest}`);
}

/** Markup that shows nothing while the text says something: the text is the message. */
function isHollow(html: string, text: string): boolean {
  return html.length < 4_000 && text.trim() !== '' && !/<img/i.test(html) && htmlToText(html).trim() === '';
}

/**
 * Text and HTML of a message from the parts that selectBody chose. A plain side without content yields to the HTML one.
 */
export function readBody(parts: BodyParts, hint: string | null, warnings: string[]): MessageBody {
  const reader = new BodyReader(hint, warnings);
  const html = reader.html(parts.html);
  if (html !== null && hasTooManyTags(html)) warnings.push(CUT);
  let text = reader.text(parts.text);
  if (text.trim() === '') text = html === null ? fallbackText(parts, hint, warnings) : htmlToText(html);
  const signedText = text;
  text = withoutClearSignature(text);
  const clearSigned = text !== signedText;
  if (text.length > MAX_TEXT) {
    warnings.push(CUT);
    text = text.slice(0, MAX_TEXT);
  }
  return { text, html: html !== null && isHollow(html, text) ? null : html, files: reader.files, clearSigned };
}
