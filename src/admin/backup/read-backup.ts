import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type BackupHead, BadBackup, blobLine, endLine, head, tableLine } from './backup-format.ts';

/** Lines of a backup; a file that is not gzip or ends early fails on the way. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createReadStream(file).pipe(createGunzip());
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  } finally {
    unpacked.destroy();
  }
}

/** What a backup says of itself. @throws BadBackup when it is none */
export async function readHead(file: string): Promise<BackupHead> {
  for await (const line of linesOf(file)) return headOf(line);
  throw new BadBackup(`${file} is empty`);
}

function headOf(line: string): BackupHead {
  try {
    return head.parse(JSON.parse(line));
  } catch (cause) {
    throw new BadBackup('this is no backup of Dragoman, or of a newer version', { cause });
  }
}

/** Reads the whole file once. @throws BadBackup when a line is missing or was changed */
export async function verifyBackup(file: string): Promise<void> {
  const hash = createHash('sha256');
  let last: string | null = null;
  try {
    for await (const line of linesOf(file)) {
      if (last !== null) hash.update(`${last}\n`);
      last = line;
    }
  } catch (cause) {
    throw new BadBackup(`${file} cannot be unpacked: it is damaged or incomplete`, { cause });
  }
  const end = last?.startsWith('{"end"') ? endLine.safeParse(JSON.parse(last)) : null;
  if (!end?.success || end.data.sha256 !== hash.digest('hex'))
    throw new BadBackup(`${file} is damaged or incomplete: its checksum is not that of its content`);
}

export type BackupPart =
  | { kind: 'rows'; table: string; columns: string[]; rows: string[] }
  | { kind: 'blob'; key: string; bytes: Buffer };

/** The content in order: rows by table, some at a time, then blobs. */
export async function* partsOf(file: string, rowsAtOnce = 500): AsyncGenerator<BackupPart> {
  let table: { table: string; columns: string[] } | null = null;
  let rows: string[] = [];
  let isFirst = true;
  for await (const line of linesOf(file)) {
    if (isFirst) {
      isFirst = false;
      continue;
    }
    const next = line.startsWith('{"table":') ? tableLine.safeParse(JSON.parse(line)) : null;
    const blob = line.startsWith('{"blob":') ? blobLine.safeParse(JSON.parse(line)) : null;
    const isEnd = line.startsWith('{"end":true');
    if (next?.success || blob?.success || isEnd || rows.length >= rowsAtOnce) {
      if (table && rows.length > 0) yield { kind: 'rows', ...table, rows };
      rows = [];
    }
    if (next?.success) table = next.data;
    else if (blob?.success) {
      table = null;
      yield { kind: 'blob', key: blob.data.blob, bytes: Buffer.from(blob.data.base64, 'base64') };
    } else if (!isEnd && table) rows.push(line);
  }
}
