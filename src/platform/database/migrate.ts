import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';

/** Any number known to nobody else: two processes that start together must not migrate together. */
const migrationLock = 4_011_702_316;

/**
 * Brings a database to the newest schema; makes the database first where it is missing.
 * @returns the names of the migrations that ran
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const source = new DataSource({ type: 'postgres', url, migrations, migrationsTableName: 'migrations' });
    await source.initialize();
    try {
      const ran = (await source.runMigrations({ transaction: 'each' })).map((m) => m.name);
      await runMigrations({ connectionString: url });
      return ran;
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
