import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { BlobStore } from '../../platform/index.ts';
import { type BackupHead, notKept } from './backup-format.ts';

const rowsAtOnce = 500;

/**
 * Writes everything of a database at one moment, and its blobs, into one file; the desk may go on working meanwhile.
 * @param secret the generated secret to keep with it, or null where the operator holds it
 * @returns how many rows and blobs are in it
 */
export async function writeBackup(
  file: string,
  from: { databaseUrl: string; blobs: BlobStore; secret: string | null },
): Promise<{ rows: number; blobs: number }> {
  const client = new pg.Client({ connectionString: from.databaseUrl });
  await client.connect();
  const counts = { rows: 0, blobs: 0 };
  const part = `${file}.part`;
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const lines = Readable.from(hashed(linesOf(client, from, counts), counts));
    // Whoever holds it can read all mail and, with the secret, the channels' passwords.
    await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
  } finally {
    await client.end();
  }
  return counts;
}

async function* hashed(lines: AsyncIterable<string>, counts: { rows: number; blobs: number }): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ end: true, ...counts, sha256: hash.digest('hex') })}\n`;
}

async function* linesOf(
  client: pg.Client,
  from: { blobs: BlobStore; secret: string | null },
  counts: { rows: number; blobs: number },
): AsyncGenerator<string> {
  const query = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await client.query(sql, values)).rows;
  const migrations = await query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const sequences = await query<{ name: string; value: string | null }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq'`,
  );
  yield JSON.stringify({
    format: 'dragoman-backup',
    version: 1,
    madeAt: new Date().toISOString(),
    migrations: migrations.map((m) => m.name),
    sequences: Object.fromEntries(sequences.flatMap((s) => (s.value === null ? [] : [[s.name, s.value]]))),
    secret: from.secret,
  } satisfies BackupHead);

  const tables = await query<{ table: string; columns: string[] }>(
    `SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' AND table_name <> ALL ($1)
     GROUP BY table_name ORDER BY table_name`,
    [notKept],
  );
  for (const { table, columns } of tables) {
    yield JSON.stringify({ table, columns });
    const list = columns.map((c) => client.escapeIdentifier(c)).join(', ');
    // Rows are text made by PostgreSQL and taken back by it: no number or moment passes through JavaScript.
    await client.query(
      `DECLARE rows CURSOR FOR SELECT row_to_json(r)::text AS line FROM (SELECT ${list} FROM ${client.escapeIdentifier(table)}) r`,
    );
    for (;;) {
      const rows = await query<{ line: string }>(`FETCH ${rowsAtOnce} FROM rows`);
      for (const { line } of rows) yield line;
      counts.rows += rows.length;
      if (rows.length < rowsAtOnce) break;
    }
    await client.query('CLOSE rows');
  }

  const keys = await query<{ key: string }>(
    'SELECT blob_key AS key FROM received_messages WHERE blob_key IS NOT NULL UNION SELECT blob_key FROM attachments WHERE blob_key IS NOT NULL UNION SELECT blob_key FROM specification_pictures ORDER BY 1',
  );
  for (const { key } of keys) {
    yield JSON.stringify({ blob: key, base64: (await from.blobs.get(key)).toString('base64') });
    counts.blobs += 1;
  }
}
