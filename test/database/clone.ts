import pg from 'pg';

/**
 * A database of its own for a test file, cloned from the migrated template in some 20 ms.
 * @returns its connection URL and how to drop it
 */
export async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_SERVER'];
  if (!server) throw new Error('the test database was not started: run through jest with its global set-up');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await run(server, `CREATE DATABASE ${name} TEMPLATE template_dragoman STRATEGY FILE_COPY`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
