import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { restoreBackup, writeBackup } from '../../src/admin/index.ts';
import { BlobStore, loadConfig, openBlobStore } from '../../src/platform/index.ts';
import { caller, type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';
import { dragoman, startProcess } from '../factories/process.ts';

const secret = 'a secret of at least thirty-two characters';
let app: TestApp;
let agent: SignedIn;
let folder: string;
let file: string;
let ticketId: string;
let answerId: string;
const made: string[] = [];

async function emptyDatabase(): Promise<string> {
  const server = process.env['TEST_DATABASE_SERVER']!;
  const name = `empty_${process.pid}_${made.length}`;
  await run(server, `CREATE DATABASE ${name}`);
  made.push(name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
async function run(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
/** A digest of every row of every table, whatever their order. */
async function digests(url: string): Promise<Record<string, string>> {
  const tables = await run(url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const entries = [];
  for (const { name } of tables) {
    const [row] = await run(
      url,
      `SELECT md5(coalesce(string_agg(r::text, ',' ORDER BY r::text), '')) AS d FROM ${name} r`,
    );
    entries.push([name, row!['d']]);
  }
  return Object.fromEntries(entries);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-backup-'));
  file = join(folder, 'desk.backup');
  app = await startTestApp({ APP_SECRET: secret });
  await furnish(app);
  agent = await app.signIn('agent', { email: 'agent@factory.example', password: 'long enough password' });
  await deliver(app, letter('A small letter with 2"×4" and ümlauts, 门.'));
  // Above what stays in the row: its bytes are a blob.
  await deliver(
    app,
    letter(`A long letter.\n${'A line of some seventy characters, again and again and again.\n'.repeat(6000)}`),
  );
  await settled(app);
  ticketId = (await agent.call('GET', '/tickets?view=all')).body.items[0].id;
  answerId = (await agent.call('POST', `/tickets/${ticketId}/replies`, { text: 'Still within its ten seconds.' })).body
    .id;
  await writeBackup(file, { databaseUrl: app.databaseUrl, blobs: app.get(BlobStore), secret: null });
});
afterAll(async () => {
  await app.close();
  for (const name of made)
    await run(process.env['TEST_DATABASE_SERVER']!, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('comes back row for row into an empty database, and sends nothing', async () => {
    const url = await emptyDatabase();
    const blobs = await openBlobStore(loadConfig({ DATA_DIR: join(folder, 'restored') }));
    const done = await restoreBackup(file, { databaseUrl: url, blobs });
    expect(done).toMatchObject({ blobs: 1, undelivered: 1 });
    const [before, after] = [await digests(app.databaseUrl), await digests(url)];
    const differing = Object.keys(before).filter((t) => before[t] !== after[t]);
    // Nobody is signed in; what was on its way waits for a person; texts are put into the search index anew.
    expect(differing.filter((t) => t !== 'search_pending').sort()).toEqual(['messages', 'sessions']);
    expect(await run(url, `SELECT delivery_state AS state FROM messages WHERE id = '${answerId}'`)).toEqual([
      { state: 'failed' },
    ]);
    expect(
      await run(url, `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier LIKE 'delivery.%'`),
    ).toEqual([{ n: 0 }]);
  });

  it('works on after the restore, through the command line: sign-in, raw mail, secrets, next number', async () => {
    const env = {
      DATABASE_URL: await emptyDatabase(),
      APP_SECRET: secret,
      DATA_DIR: join(folder, 'second'),
      PORT: '0',
      SMTP_PORT: '0',
    };
    const restored = await dragoman(['restore', file], env);
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    const desk = await startProcess('main', env);
    try {
      const session = await caller(desk.ready.url)('POST', '/session', {
        email: 'agent@factory.example',
        password: 'long enough password',
      });
      const call = caller(desk.ready.url, session.headers.get('set-cookie')!.split(';')[0]);
      const { items } = (await call('GET', '/tickets?view=all')).body;
      expect(items).toHaveLength(2);
      for (const item of items) {
        const { messages } = (await call('GET', `/tickets/${item.id}`)).body;
        const path = `/messages/${messages[0].id}/raw`;
        const [there, here] = [await call('GET', path), await agent.call('GET', path)];
        expect([there.status, there.body]).toEqual([200, here.body]);
      }
    } finally {
      await desk.end();
    }
    const again = await dragoman(['restore', file], env);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('restore into an empty one')]);
    const second = await dragoman(['backup', join(folder, 'second.backup')], env);
    expect([second.status, JSON.parse(second.stdout)]).toEqual([
      0,
      expect.objectContaining({ blobs: 1, holdsSecret: false }),
    ]);
  }, 60_000);

  it('is refused when it is cut short, changed, or no backup', async () => {
    const url = await emptyDatabase();
    const whole = readFileSync(file);
    const broken = join(folder, 'broken.backup');
    const blobs = app.get(BlobStore);
    for (const bytes of [whole.subarray(0, whole.length - 200), Buffer.from('hello')]) {
      writeFileSync(broken, bytes);
      await expect(restoreBackup(broken, { databaseUrl: url, blobs })).rejects.toThrow(/damaged or incomplete/);
    }
    expect(await run(url, `SELECT to_regclass('public.users')::text AS users`)).toEqual([{ users: null }]);
  });
});
