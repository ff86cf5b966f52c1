import pg from 'pg';
import { deliveryFinding } from '../../../libs/contracts/index.ts';
import { type BlobStore, migrate } from '../../platform/index.ts';
import { BadBackup } from './backup-format.ts';
import { partsOf, readHead, verifyBackup } from './read-backup.ts';

/**
 * Fills an empty database with a backup. Nothing is sent because of it: answers that were on their way wait for a person.
 * @throws BadBackup when the file is damaged, of a newer version, or the database is in use
 */
export async function restoreBackup(
  file: string,
  to: { databaseUrl: string; blobs: BlobStore },
): Promise<{ rows: number; blobs: number; undelivered: number }> {
  await verifyBackup(file);
  const { migrations, sequences } = await readHead(file);
  await refuseUsed(to.databaseUrl);
  // Rows go into the schema they came from; what changed since then happens to them as it did to everybody's.
  const unknown = await migrate(to.databaseUrl, { only: migrations });
  if (unknown.length > 0) throw new BadBackup(`made by a newer version: ${unknown.join(', ')}`);
  const client = new pg.Client({ connectionString: to.databaseUrl });
  await client.connect();
  const counts = { rows: 0, blobs: 0 };
  let undelivered = 0;
  try {
    await client.query('BEGIN');
    const keys = await dropForeignKeys(client);
    await empty(client);
    for await (const part of partsOf(file)) {
      if (part.kind === 'blob') {
        await to.blobs.put(part.key, part.bytes);
        counts.blobs += 1;
        continue;
      }
      await insert(client, part);
      counts.rows += part.rows.length;
    }
    for (const [name, value] of Object.entries(sequences))
      await client.query('SELECT setval($1::regclass, $2::bigint)', [client.escapeIdentifier(name), value]);
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`);
    undelivered = await holdBack(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await migrate(to.databaseUrl);
  return { ...counts, undelivered };
}

async function refuseUsed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS "isThere"`);
    if (rows[0].isThere)
      throw new BadBackup(
        'the database holds something already: restore into an empty one, and point DATABASE_URL or DATA_DIR at it',
      );
  } finally {
    await client.end();
  }
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Rows come by table name, not by who points at whom: the keys are made anew, and so checked, at the end. */
async function dropForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows }: { rows: ForeignKey[] } = await client.query(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`);
  return rows;
}

/** Migrations put first rows into some tables; the backup has its own. */
async function empty(client: pg.Client): Promise<void> {
  const { rows }: { rows: { name: string }[] } = await client.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  await client.query(`TRUNCATE ${rows.map((r) => client.escapeIdentifier(r.name)).join(', ')}`);
}

async function insert(client: pg.Client, part: { table: string; columns: string[]; rows: string[] }): Promise<void> {
  const table = client.escapeIdentifier(part.table);
  const columns = part.columns.map((c) => client.escapeIdentifier(c)).join(', ');
  await client.query(
    `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
    [`[${part.rows.join(',')}]`],
  );
}

/** What was on its way may have left since: a person decides whether it goes again. */
async function holdBack(client: pg.Client): Promise<number> {
  const detail = deliveryFinding('interrupted');
  const begun = await client.query(
    `UPDATE outbox SET state = 'uncertain', last_response = $1, sending_by = NULL, sending_seen_at = NULL, next_attempt_at = NULL WHERE state IN ('queued', 'sending')`,
    [detail],
  );
  await client.query(
    `UPDATE messages m SET delivery_state = 'uncertain', delivery_detail = $1, delivery_at = now() FROM outbox o WHERE o.message_id = m.id AND o.state = 'uncertain'`,
    [detail],
  );
  const composed = await client.query(
    `UPDATE messages m SET delivery_state = 'failed', delivery_detail = $1, delivery_at = now()
     WHERE m.delivery_state IN ('queued', 'sending') AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.message_id = m.id)`,
    [detail],
  );
  return (begun.rowCount ?? 0) + (composed.rowCount ?? 0);
}
