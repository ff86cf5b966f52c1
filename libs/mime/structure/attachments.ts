import { createHash } from 'node:crypto';
import { decodeWords } from '../decode/encoded-words.ts';
import type { UuFile } from '../decode/uuencode.ts';
import { readHeaderBlock } from '../header/header-block.ts';
import { HeaderFields } from '../header/mail-headers.ts';
import type { ParsedAttachment } from '../types.ts';
import { type BodyParts, isShownText } from './body-selection.ts';
import { cleanFileName, extensionOf, fileNameOf } from './file-name.ts';
import type { Part } from './part.ts';
import { decodePart } from './part-content.ts';
import { readTnef } from './tnef.ts';

export interface AttachmentList {
  attachments: ParsedAttachment[];
  /** Body found inside winmail.dat, for messages that have no other. */
  wrapped: { text: string; html: string | null } | null;
}

interface Draft {
  name: string | null;
  type: string;
  contentId: string | null;
  content: Buffer;
  inline: boolean;
}

const isMessage = (type: string) => type === 'message/rfc822' || type === 'message/global';
const KIND_BY_TYPE: [RegExp, string][] = [
  [/^image\//, 'image'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/^text\/calendar|^application\/ics/, 'invite'],
  [/pkcs7-mime/, 'smime'],
  [/signature/, 'signature'],
];

/** Parts that only carry protection; the message's marks speak of them. */
const SIGNATURE = /^application\/(?:pgp-signature|pgp-encrypted|(?:x-)?pkcs7-signature)$/;

function isTnef(part: Part): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(part.type) || fileNameOf(part)?.toLowerCase() === 'winmail.dat';
}

/** Ids and places the HTML refers to, lower case. */
function references(html: string | null): Set<string> {
  const found = new Set<string>();
  if (html === null) return found;
  for (const match of html.matchAll(/(?:cid:|src\s?=\s?["']?)([^"'\s>)]{1,500})/gi)) {
    const id = (match[1] as string).replace(/^cid:/i, '').toLowerCase();
    found.add(id);
    if (id.includes('%')) found.add(percentDecoded(id));
  }
  return found;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function subjectOf(content: Buffer): string {
  const { fields } = readHeaderBlock(content, 0, content.length);
  return decodeWords(new HeaderFields(fields).raw('subject') ?? '');
}

function madeUpName(draft: Draft, number: number): string {
  if (isMessage(draft.type)) {
    const subject = cleanFileName(subjectOf(draft.content).replace(/[\\/:*?"<>|]+/g, ' '));
    return `${subject.slice(0, 100).trim() || `message-${number}`}.eml`;
  }
  const kind = KIND_BY_TYPE.find(([pattern]) => pattern.test(draft.type))?.[1] ?? 'attachment';
  return `${kind}-${number}.${extensionOf(draft.type)}`;
}

function finish(draft: Draft, number: number): ParsedAttachment {
  return {
    name: draft.name ?? madeUpName(draft, number),
    named: draft.name !== null,
    type: draft.type,
    size: draft.content.length,
    inline: draft.inline,
    contentId: draft.contentId,
    content: draft.content,
    sha256: createHash('sha256').update(draft.content).digest('hex'),
  };
}

function guessType(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const known: Record<string, string> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    gif: 'image/gif',
    webp: 'image/webp',
    heic: 'image/heic',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    bmp: 'image/bmp',
    pdf: 'application/pdf',
    txt: 'text/plain',
    csv: 'text/csv',
    htm: 'text/html',
    html: 'text/html',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    zip: 'application/zip',
    eml: 'message/rfc822',
    rtf: 'application/rtf',
  };
  return known[extension] ?? 'application/octet-stream';
}

class Collector {
  readonly drafts: Draft[] = [];
  wrapped: AttachmentList['wrapped'] = null;
  readonly #referenced: Set<string>;
  readonly #warnings: string[];

  constructor(html: string | null, warnings: string[]) {
    this.#referenced = references(html);
    this.#warnings = warnings;
  }

  addPart(part: Part): void {
    const content = decodePart(part);
    if (isTnef(part) && this.#addTnef(content)) return;
    this.drafts.push({
      name: fileNameOf(part),
      type: part.type,
      contentId: part.contentId,
      content,
      inline:
        this.#isReferenced(part.contentId) ||
        this.#isReferenced(part.contentLocation) ||
        SIGNATURE.test(part.type) ||
        isShownText(part),
    });
  }

  addFile(file: UuFile): void {
    const name = cleanFileName(file.name);
    this.drafts.push({ name, type: guessType(name), contentId: null, content: file.content, inline: false });
  }

  #addTnef(content: Buffer): boolean {
    const tnef = readTnef(content);
    if (!tnef) {
      this.#warnings.push('winmail.dat could not be opened');
      return false;
    }
    for (const file of tnef.files) {
      const name = cleanFileName(file.name) || null;
      const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : guessType(name ?? '');
      this.drafts.push({
        name,
        type,
        contentId: file.contentId,
        content: file.content,
        inline: this.#isReferenced(file.contentId),
      });
    }
    if (tnef.text !== '' || tnef.html !== null) this.wrapped = { text: tnef.text, html: tnef.html };
    return true;
  }

  #isReferenced(id: string | null): boolean {
    return id !== null && this.#referenced.has(id.trim().toLowerCase());
  }
}

/** Every file of a message: attached, inline, uuencoded in the text or wrapped in winmail.dat. */
export function collectAttachments(
  parts: BodyParts,
  files: UuFile[],
  html: string | null,
  warnings: string[],
): AttachmentList {
  const collector = new Collector(html, warnings);
  const media = new Set([...parts.text, ...parts.html].filter((part) => !part.type.startsWith('text/')));
  const attached = new Set([...media, ...parts.attachments]);
  for (const part of [...attached].sort((a, b) => a.start - b.start)) collector.addPart(part);
  for (const file of files) collector.addFile(file);
  return {
    attachments: collector.drafts.map((draft, index) => finish(draft, index + 1)),
    wrapped: collector.wrapped,
  };
}
