import { Config, Jobs } from '../../src/platform/index.ts';
import { DeadProcesses } from '../../src/platform/jobs/dead-processes.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';
import { eventually } from '../factories/desk.ts';

let app: TestApp;
beforeAll(async () => {
  // As with a database of one's own, where other processes may be at work.
  app = await startTestApp({
    DATABASE_URL: 'postgres://elsewhere.example/dragoman',
    APP_SECRET: 'of this test alone, thirty-two characters and more',
  });
});
afterAll(() => app.close());

/** A job that a process took two minutes ago. */
const takenBy = (pool: string, key: string) =>
  app.source.transaction(async (db) => {
    await app.get(Jobs).add(db, 'tickets.wakeSnoozed', {}, { key });
    await db.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - interval '2 minutes', attempts = 1 WHERE key = $2`,
      [pool, key],
    );
  });
const left = async (): Promise<string[]> =>
  (await app.source.query(`SELECT key FROM graphile_worker.jobs WHERE key LIKE 'test %'`)).map(
    (r: { key: string }) => r.key,
  );

it('what a dead process had in hand is done by another; what a living one has is left to it', async () => {
  await app.source.query(
    `INSERT INTO job_pools (id, seen_at) VALUES ('dead', now() - interval '61 seconds'), ('living', now() - interval '30 seconds')`,
  );
  await takenBy('dead', 'test of a dead one');
  await takenBy('never heard of', 'test of one never heard of');
  await takenBy('living', 'test of a living one');
  const watching = new DeadProcesses(app.source, app.get(Config));
  await watching.watch('this one');
  watching.close();
  await eventually(async () => (await left()).length === 1, 'the jobs of the dead');
  expect(await left()).toEqual(['test of a living one']);
});
