import { takeUuencoded, type UuFile } from '../decode/uuencode.ts';
import { htmlToText } from '../html/html-to-text.ts';
import type { BodyParts } from './body-selection.ts';
import type { Part } from './part.ts';
import { MAX_TEXT, partText } from './part-content.ts';

export interface MessageBody {
  text: string;
  /** Null when no part of the body is HTML. */
  html: string | null;
  /** Files that were uuencoded in the text. */
  files: UuFile[];
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

/**
 * Text and HTML of a message from the parts that selectBody chose. A plain side without content yields to the HTML one.
 */
export function readBody(parts: BodyParts, hint: string | null, warnings: string[]): MessageBody {
  const reader = new BodyReader(hint, warnings);
  const html = reader.html(parts.html);
  let text = reader.text(parts.text);
  if (text.trim() === '' && html !== null) text = htmlToText(html);
  if (text.length > MAX_TEXT) {
    warnings.push('text cut for display: the original holds more');
    text = text.slice(0, MAX_TEXT);
  }
  return { text, html, files: reader.files };
}
