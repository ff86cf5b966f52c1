export interface UuFile {
  name: string;
  content: Buffer;
}

const MAX_FILES = 200;
const BEGIN = /^begin(?:-base64)? [0-7]{3,4} (.{1,200})$/;

function decodeLine(line: string): Buffer | null {
  const length = (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(length / 3) * 4;
  // Trailing blanks (zero bits) are often lost on the way.
  const data = line.slice(1).padEnd(needed, ' ');
  if (line.length < 1 || line.length - 1 > needed + 2) return null;
  const out = Buffer.alloc((needed / 4) * 3);
  for (let i = 0, o = 0; i < needed; i += 4, o += 3) {
    const a = (data.charCodeAt(i) - 32) & 63;
    const b = (data.charCodeAt(i + 1) - 32) & 63;
    const c = (data.charCodeAt(i + 2) - 32) & 63;
    const d = (data.charCodeAt(i + 3) - 32) & 63;
    out[o] = (a << 2) | (b >> 4);
    out[o + 1] = ((b & 15) << 4) | (c >> 2);
    out[o + 2] = ((c & 3) << 6) | d;
  }
  return out.subarray(0, length);
}

function decodeBody(lines: string[], from: number): { content: Buffer; next: number } | null {
  const pieces: Buffer[] = [];
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line === 'end') return { content: Buffer.concat(pieces), next: i + 1 };
    if (line === '' || line === '`') continue;
    if (/[^\x20-\x60]/.test(line)) return null;
    const bytes = decodeLine(line);
    if (!bytes) return null;
    pieces.push(bytes);
  }
  return null;
}

/**
 * Takes the uuencoded files (POSIX uuencode) out of a text.
 * @param text with LF line ends
 * @returns the text without them and the files; the same text where there are none
 */
export function takeUuencoded(text: string): { text: string; files: UuFile[] } {
  if (!text.startsWith('begin ') && !text.includes('\nbegin ')) return { text, files: [] };
  const lines = text.split('\n');
  const kept: string[] = [];
  const files: UuFile[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as string;
    const begin = files.length < MAX_FILES && line.startsWith('begin ') ? BEGIN.exec(line.trimEnd()) : null;
    const body = begin ? decodeBody(lines, i + 1) : null;
    if (begin && body && body.content.length > 0) {
      files.push({ name: begin[1] as string, content: body.content });
      i = body.next;
    } else {
      kept.push(line);
      i++;
    }
  }
  return { text: kept.join('\n'), files };
}

/** A whole body in uuencode (Content-Transfer-Encoding: x-uuencode); the bytes as they are where it is none. */
export function decodeUuencodedBody(bytes: Buffer): Buffer {
  const { files } = takeUuencoded(bytes.toString('latin1').replaceAll('\r\n', '\n'));
  return files[0]?.content ?? bytes;
}
