import { type TransferEncoding, transferEncoding } from '../decode/transfer-encoding.ts';
import { readHeaderBlock } from '../header/header-block.ts';
import { HeaderFields } from '../header/mail-headers.ts';
import { readParameterised } from '../header/parameters.ts';

/** One MIME entity: header and the place of its body inside `source`. */
export interface Part {
  source: Buffer;
  headers: HeaderFields;
  /** Lower case, always type/subtype. */
  type: string;
  params: Map<string, string>;
  /** True where the entity itself said what it is. */
  typed: boolean;
  disposition: 'inline' | 'attachment' | null;
  dispositionParams: Map<string, string>;
  encoding: TransferEncoding;
  /** Bare, null when missing. */
  contentId: string | null;
  contentLocation: string | null;
  start: number;
  end: number;
  children: Part[];
}

const TYPE = /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+*-]{1,120}$/;

function normaliseType(value: string, params: Map<string, string>, fallback: string): string {
  if (TYPE.test(value)) return value;
  if (value === 'multipart' || params.has('boundary')) return 'multipart/mixed';
  if (value === 'html' || value === 'text/html/plain') return 'text/html';
  if (value === 'text' || value === 'plain' || value === '') return fallback;
  const [first = '', second = ''] = value.split('/');
  const cleaned = `${first.replace(/[^a-z0-9.+-]/g, '')}/${second.replace(/[^a-z0-9.+-]/g, '')}`;
  if (TYPE.test(cleaned)) return cleaned;
  return /^(?:application|image|audio|video)/.test(first) ? 'application/octet-stream' : fallback;
}

function dispositionOf(value: string): 'inline' | 'attachment' | null {
  if (value === '') return null;
  // RFC 2183 §2.8: an unknown disposition is treated as attachment.
  return value === 'inline' ? 'inline' : 'attachment';
}

function contentIdOf(value: string | undefined): string | null {
  const id = value?.replace(/[<>\s]+/g, '') ?? '';
  return id === '' ? null : id;
}

// Some senders give S/MIME only its file name.
function isSmime(type: string, params: Map<string, string>, placed: Map<string, string>): boolean {
  if (type !== 'application/octet-stream') return false;
  return /^smime\.p7m$/i.test(params.get('name') ?? placed.get('filename') ?? '');
}

const NO_PARAMS: Map<string, string> = new Map();

/**
 * Reads an entity's own header.
 * @param fallback type of an entity that does not say one: text/plain, in a digest message/rfc822 (RFC 2046 §5.1.5)
 */
export function readPart(source: Buffer, start: number, end: number, fallback: string): Part {
  const block = readHeaderBlock(source, start, end);
  const headers = new HeaderFields(block.fields);
  const contentType = headers.raw('content-type');
  const { value, params } = contentType ? readParameterised(contentType) : { value: '', params: NO_PARAMS };
  const disposition = headers.raw('content-disposition');
  const placed = disposition ? readParameterised(disposition) : { value: '', params: NO_PARAMS };
  return {
    source,
    headers,
    type: isSmime(value, params, placed.params) ? 'application/pkcs7-mime' : normaliseType(value, params, fallback),
    params,
    typed: value !== '',
    disposition: dispositionOf(placed.value),
    dispositionParams: placed.params,
    encoding: transferEncoding(headers.raw('content-transfer-encoding') ?? ''),
    contentId: contentIdOf(headers.raw('content-id')),
    contentLocation: headers.raw('content-location') ?? null,
    start: block.bodyStart,
    end,
    children: [],
  };
}
