import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts one embedded PostgreSQL for the whole run and makes the migrated template every test file clones. */
export default async function start(): Promise<void> {
  if (process.env['TEST_DATABASE_SERVER']) return;
  const { startEmbeddedPostgres } = await import('../../src/platform/database/embedded-postgres.ts');
  const { createDatabase, migrate } = await import('../../src/platform/database/migrate.ts');
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-test-'));
  const server = await startEmbeddedPostgres(folder, { durable: false });
  try {
    await createDatabase(server.url('postgres'), 'template_dragoman');
    await migrate(server.url('template_dragoman'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env['TEST_DATABASE_SERVER'] = server.url('postgres');
  Object.assign(globalThis, { stopTestDatabase: server.stop, testDatabaseFolder: folder });
}
