/** A picture that stands in the letter where a line says `[its name]`. */
export interface LetterPicture {
  name: string;
  contentId: string;
}

export interface Letter {
  text: string;
  pictures?: readonly LetterPicture[];
  /** The letter that is answered, below its line "On …, … wrote:". */
  quoted?: { attribution: string; text: string } | null;
}

const address = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A letter as plain text: the part that every reader of mail shows. */
export function letterText({ text, quoted }: Letter): string {
  if (!quoted) return text;
  const lines = quoted.text.split('\n').map((l) => (l.startsWith('>') ? `>${l}` : `> ${l}`));
  return `${text}\n\n${quoted.attribution}\n${lines.join('\n')}`;
}

/**
 * The same letter as HTML: paragraphs, links, pictures in their place, the quoted letter in a `blockquote` as clients fold it.
 * Says nothing the text does not say, loads nothing, sets no font but the reader's own.
 */
export function letterHtml({ text, pictures = [], quoted }: Letter): string {
  const body = paragraphs(text, pictures);
  if (!quoted) return body;
  const history = `${paragraphs(quoted.attribution, [])}\n<blockquote type="cite">\n${paragraphs(quoted.text, [])}\n</blockquote>`;
  return `${body}\n<div class="gmail_quote">\n${history}\n</div>`;
}

/** Names of pictures that a letter shows in its text. */
export function picturesNamedIn(text: string, names: readonly string[]): string[] {
  const lines = new Set(text.split(/\r?\n/).map((l) => l.trim()));
  return names.filter((name) => lines.has(`[${name}]`));
}

function paragraphs(text: string, pictures: readonly LetterPicture[]): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map(
      (p) =>
        `<p dir="auto">${p
          .split('\n')
          .map((l) => line(l, pictures))
          .join('<br>\n')}</p>`,
    )
    .join('\n');
}

function line(text: string, pictures: readonly LetterPicture[]): string {
  const picture = pictures.find((p) => text.trim() === `[${p.name}]`);
  if (picture)
    return `<img src="cid:${escapeHtml(picture.contentId)}" alt="${escapeHtml(picture.name)}" style="max-width:100%">`;
  let html = '';
  let from = 0;
  for (const found of text.matchAll(address)) {
    const href = found[0].includes('://') ? found[0] : `mailto:${found[0]}`;
    html += `${spaced(text.slice(from, found.index))}<a href="${escapeHtml(href)}">${escapeHtml(found[0])}</a>`;
    from = found.index + found[0].length;
  }
  return html + spaced(text.slice(from));
}

/** Runs of blanks stay as wide as they were: tables of sizes are set with them. */
const spaced = (text: string): string =>
  escapeHtml(text).replace(/ {2,}/g, (run) => `${'&nbsp;'.repeat(run.length - 1)} `);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
