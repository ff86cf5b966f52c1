import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';

/** Any number known to nobody else: two processes that start together must not migrate together. */
const migrationLock = 4_011_702_316;

/**
 * Brings a database to the newest schema, or to that of the migrations named.
 * @returns names that are not known here: the schema is of a newer version
 */
export async function migrate(url: string, options: { only?: readonly string[] } = {}): Promise<string[]> {
  const wanted = migrations.filter((m) => options.only?.includes(m.name) ?? true);
  const unknown = (options.only ?? []).filter((name) => !wanted.some((m) => m.name === name));
  if (unknown.length > 0) return unknown;
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const source = new DataSource({ type: 'postgres', url, migrations: wanted, migrationsTableName: 'migrations' });
    await source.initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
      await runMigrations({ connectionString: url });
      return [];
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

/** Creates a database on the server of `adminUrl` unless it is there. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (there.rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(name)}${template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : ''}`,
      );
    }
  } finally {
    await client.end();
  }
}
