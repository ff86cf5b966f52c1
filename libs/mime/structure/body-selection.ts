import { fileNameOf } from './file-name.ts';
import type { Part } from './part.ts';

export interface BodyParts {
  /** What makes up the body for a reader of plain text, in order (text/plain, text/html, media). */
  text: Part[];
  /** The same for a reader of HTML. */
  html: Part[];
  attachments: Part[];
}

interface Walk {
  text: Part[] | null;
  html: Part[] | null;
  attachments: Part[];
}

/** The same message once more for AMP and for watches: no file. */
const OTHER_RENDERINGS = /^text\/(?:x-amp-html|watch-html)$/;

const isMedia = (type: string) => /^(?:image|audio|video)\//.test(type);
const isText = (type: string) => type === 'text/plain' || type === 'text/html';

// A short text that its sender marked inline is read in its place and stays a file too.
const SHOWN_TEXT = 20_000;

/** True for a named text part whose sender wants it read as part of the message. */
export function isShownText(part: Part): boolean {
  return part.type === 'text/plain' && part.disposition === 'inline' && part.end - part.start <= SHOWN_TEXT;
}

function isInline(part: Part, index: number, parent: string): boolean {
  if (part.disposition === 'attachment') return false;
  if (!isText(part.type) && !isMedia(part.type)) return false;
  if (index === 0) return true;
  return parent !== 'multipart/related' && (isMedia(part.type) || fileNameOf(part) === null);
}

function placeAlternative(part: Part, walk: Walk): void {
  if (part.type === 'text/plain') walk.text?.push(part);
  else if (part.type === 'text/html') walk.html?.push(part);
  else if (!OTHER_RENDERINGS.test(part.type)) walk.attachments.push(part);
}

function placeInline(part: Part, walk: Walk, inAlternative: boolean): void {
  if (inAlternative && part.type === 'text/plain') walk.html = null;
  if (inAlternative && part.type === 'text/html') walk.text = null;
  walk.text?.push(part);
  walk.html?.push(part);
  if ((!walk.text || !walk.html) && isMedia(part.type)) walk.attachments.push(part);
}

// multipart/related may name its root (RFC 2387 §3.2); else the first part is it.
function rootFirst(part: Part): Part[] {
  const start = part.type === 'multipart/related' ? part.params.get('start')?.replace(/[<>\s]/g, '') : undefined;
  const root = start ? part.children.find((child) => child.contentId === start) : undefined;
  return root ? [root, ...part.children.filter((child) => child !== root)] : part.children;
}

function walkParts(parts: Part[], parent: string, inAlternative: boolean, walk: Walk): void {
  const alternative = parent === 'multipart/alternative';
  const textBefore = walk.text?.length ?? -1;
  const htmlBefore = walk.html?.length ?? -1;
  parts.forEach((part, index) => {
    if (part.type.startsWith('multipart/')) {
      const branch: Walk = { ...walk };
      walkParts(rootFirst(part), part.type, inAlternative || part.type === 'multipart/alternative', branch);
    } else if (!isInline(part, index, parent)) {
      walk.attachments.push(part);
      if (parent === 'multipart/mixed' && isShownText(part)) {
        walk.text?.push(part);
        walk.html?.push(part);
      }
    } else if (alternative) placeAlternative(part, walk);
    else placeInline(part, walk, inAlternative);
  });
  if (!alternative || !walk.text || !walk.html) return;
  // One side of the alternative only: it stands for the other too.
  if (textBefore === walk.text.length && htmlBefore !== walk.html.length)
    walk.text.push(...walk.html.slice(htmlBefore));
  else if (htmlBefore === walk.html.length && textBefore !== walk.text.length)
    walk.html.push(...walk.text.slice(textBefore));
}

/** Which parts are the body and which are attachments: the algorithm of JMAP for Mail (RFC 8621 §4.1.4). */
export function selectBody(root: Part): BodyParts {
  const walk: Walk & { text: Part[]; html: Part[] } = { text: [], html: [], attachments: [] };
  const parts = root.type.startsWith('multipart/') ? rootFirst(root) : [root];
  const parent = root.type.startsWith('multipart/') ? root.type : 'multipart/mixed';
  walkParts(parts, parent, parent === 'multipart/alternative', walk);
  return { text: walk.text, html: walk.html, attachments: walk.attachments };
}
