import { createHash } from 'node:crypto';
import { base64Lines, encodeText, type FileNameStyle, fileNameParameter, quotedPrintable } from './mime-encoding.ts';

const CRLF = '\r\n';

export type TransferEncoding = '7bit' | '8bit' | 'base64' | 'quoted-printable';

/** One body part: header lines and bytes, ready to stand in a multipart or as the whole message. */
export interface MimePart {
  headers: string[];
  body: Buffer;
}

const withLineEnds = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\n', CRLF);

function transfer(bytes: Buffer, encoding: TransferEncoding): Buffer {
  if (encoding === 'base64') return Buffer.from(base64Lines(bytes) + CRLF);
  if (encoding === 'quoted-printable') return Buffer.from(quotedPrintable(bytes) + CRLF, 'latin1');
  return Buffer.concat([bytes, Buffer.from(CRLF)]);
}

export interface TextPartOptions {
  charset: string;
  /** What the header claims; differs from `charset` in mislabelled mail, null leaves it out. */
  statedCharset?: string | null;
  encoding: TransferEncoding;
  isFlowed?: boolean;
}

export function textPart(subtype: 'plain' | 'html', text: string, options: TextPartOptions): MimePart {
  const stated = options.statedCharset === undefined ? options.charset : options.statedCharset;
  const parameters = `${stated ? `; charset="${stated}"` : ''}${options.isFlowed ? '; format=flowed' : ''}`;
  return {
    headers: [`Content-Type: text/${subtype}${parameters}`, `Content-Transfer-Encoding: ${options.encoding}`],
    body: transfer(encodeText(withLineEnds(text), options.charset), options.encoding),
  };
}

export interface DemoAttachment {
  name: string;
  type: string;
  content: Buffer;
  /** Shown in the HTML body under this Content-ID. */
  contentId?: string;
}

export function filePart(file: DemoAttachment, style: FileNameStyle, charset: string): MimePart {
  return {
    headers: [
      `Content-Type: ${file.type}; ${fileNameParameter('name', file.name, style, charset)}`,
      `Content-Disposition: ${file.contentId ? 'inline' : 'attachment'}; ${fileNameParameter('filename', file.name, style, charset)}`,
      ...(file.contentId ? [`Content-ID: <${file.contentId}>`] : []),
      'Content-Transfer-Encoding: base64',
    ],
    body: transfer(file.content, 'base64'),
  };
}

export function messagePart(raw: Buffer): MimePart {
  return { headers: ['Content-Type: message/rfc822', 'Content-Disposition: attachment'], body: raw };
}

/** Wraps parts; the boundary follows from the content, so that the same letter always has the same bytes. */
export function multipart(subtype: string, parts: MimePart[]): MimePart {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part.body);
  const boundary = `----=_Part_${hash.digest('hex').slice(0, 24)}`;
  const chunks = parts.flatMap((part) => [
    Buffer.from(`--${boundary}${CRLF}${part.headers.join(CRLF)}${CRLF}${CRLF}`),
    part.body,
    Buffer.from(CRLF),
  ]);
  return {
    headers: [`Content-Type: multipart/${subtype};${CRLF} boundary="${boundary}"`],
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--${CRLF}`)]),
  };
}

/** Header lines before, the part's own after, then the body. */
export function wholeMessage(headers: string[], part: MimePart): Buffer {
  return Buffer.concat([Buffer.from([...headers, 'MIME-Version: 1.0', ...part.headers, '', ''].join(CRLF)), part.body]);
}
