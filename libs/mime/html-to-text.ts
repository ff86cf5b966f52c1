import { convert } from 'html-to-text';

/** Readable text of an HTML body. */
export function htmlToText(html: string): string {
  return convert(html, { wordwrap: false, selectors: [{ selector: 'img', format: 'skip' }] });
}
