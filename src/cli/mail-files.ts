import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface MailFile {
  path: string;
  size: number;
  kind: 'message' | 'mbox';
}

/**
 * Files that hold mail below a path: a single message, an mbox (RFC 4155), a maildir, or a folder of any of these. In the
 * order of their names, which for a maildir is the order of arrival.
 */
export async function mailFilesIn(path: string): Promise<MailFile[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [{ path, size: found.size, kind: await kindOf(path) }];
  const entries = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .filter(isMail)
    .sort((a, b) => basename(a).localeCompare(basename(b), 'en', { numeric: true }) || a.localeCompare(b));
  return Promise.all(
    entries.map(async (file) => ({ path: file, size: (await stat(file)).size, kind: await kindOf(file) })),
  );
}

/** In a maildir, what lies in `cur` and `new`; elsewhere what is called like mail. */
function isMail(path: string): boolean {
  const parts = path.split(/[\\/]/);
  const folder = parts.at(-2);
  return (
    folder === 'cur' || folder === 'new' || /\.(?:eml|mbox|mbx|msg\.txt)$/i.test(path) || /^mbox$/i.test(parts.at(-1)!)
  );
}

async function kindOf(path: string): Promise<MailFile['kind']> {
  for await (const head of createReadStream(path, { end: 4 }))
    return (head as Buffer).toString('latin1') === 'From ' ? 'mbox' : 'message';
  return 'message';
}

/** The messages of a file, one after the other; a mailbox of any size is never held in memory. */
export async function* messagesOf(file: MailFile): AsyncGenerator<Buffer> {
  if (file.kind === 'message') yield await readFile(file.path);
  else yield* splitMbox(createReadStream(file.path, { highWaterMark: 1024 * 1024 }));
}

const fromLine = /^From [^\r\n]{1,500}\d{4}/;

/**
 * Cuts an mbox at its `From ` lines, which stand at the beginning or after an empty line and end in a year; `>From` gets its
 * mark off again (mboxrd).
 */
export async function* splitMbox(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let from = 0;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const at = nextFromLine(rest, from);
      if (at < 0) break;
      yield unwrapped(rest.subarray(0, at));
      rest = rest.subarray(at);
      from = 5;
    }
    // A mark may be cut in two by the end of the chunk.
    from = Math.max(5, rest.length - 600);
  }
  if (rest.length > 0) yield unwrapped(rest);
}

/** @returns where the next `From ` line begins, or -1 when there is none or it is not wholly here */
function nextFromLine(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('\nFrom ', from); at >= 0; at = bytes.indexOf('\nFrom ', at + 1)) {
    const before = bytes.subarray(Math.max(0, at - 2), at).toString('latin1');
    const isAfterEmptyLine = /(?:^|\n)\r?$/.test(before);
    if (isAfterEmptyLine && fromLine.test(bytes.subarray(at + 1, at + 520).toString('latin1'))) return at + 1;
  }
  return -1;
}

function unwrapped(part: Buffer): Buffer {
  const end = part.indexOf('\n');
  const body = end >= 0 && part.subarray(0, 5).toString('latin1') === 'From ' ? part.subarray(end + 1) : part;
  if (body.indexOf('\n>') < 0) return Buffer.from(body);
  return Buffer.from(body.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
