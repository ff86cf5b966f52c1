import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, letter } from '../factories/desk.ts';
import { type MailboxDesk, sha256, startMailboxDesk } from './mailbox-desk.ts';

const secret = 'of this test alone, thirty-two characters and more';
const built = join(import.meta.dirname, '../../dist/src/worker.js');
const running: ChildProcess[] = [];
let desk: MailboxDesk;

beforeAll(async () => {
  // Mailboxes are for the workers alone.
  desk = await startMailboxDesk({ RUN_JOBS: 'false', APP_SECRET: secret });
}, 60_000);
afterAll(async () => {
  for (const child of running) await ended(child, 'SIGTERM');
  await desk?.close();
});

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** A real worker process on the database of this test. */
async function startWorker(): Promise<ChildProcess> {
  if (!existsSync(built)) throw new Error('the worker is not built: npm run build:server');
  const child = spawn(process.execPath, [built], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: desk.app.databaseUrl,
      APP_SECRET: secret,
      SMTP_PORT: '0',
      DATABASE_POOL: '6',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  await Promise.race([
    once(child.stdout!, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the worker did not start'))),
  ]);
  child.stdout!.resume();
  return child;
}

it('a worker killed while it reads loses its mailboxes to another within 30 seconds; each message is there once', async () => {
  const [busy, quiet] = [await desk.peer.account(), await desk.peer.account()];
  const raws = Array.from({ length: 130 }, (_, i) => letter(`number ${i}`));
  for (const raw of raws) await busy.append(raw);
  let fetches = 0;
  // In the middle of the back-fill the line goes silent, so that the worker dies with work in hand.
  busy.proxy.rule = (line) => {
    if (/BODY\.PEEK\[\]/i.test(line) && ++fetches === 2) busy.proxy.freeze();
    return 'pass';
  };
  const first = await startWorker();
  const reading = await desk.connect(busy);
  const waiting = await desk.connect(quiet);
  await desk.arrived(reading.id, 50, 30_000);
  await desk.isRead(waiting.id, 30_000);
  await startWorker();
  await ended(first, 'SIGKILL');
  const died = Date.now();
  const raw = letter('who is there?');
  await quiet.append(raw);
  await desk.arrived(waiting.id, 1, 40_000);
  await desk.arrived(reading.id, raws.length, 40_000);
  const seconds = (Date.now() - died) / 1000;
  console.info(`both mailboxes read by the other worker ${seconds.toFixed(1)} s after the kill`);
  expect(seconds).toBeLessThan(30);
  expect((await desk.received(reading.id)).map((r) => r.sha256).sort()).toEqual(raws.map(sha256).sort());
  expect((await desk.received(waiting.id)).map((r) => r.sha256)).toEqual([sha256(raw)]);
  const isTicketed = async ({ id }: { id: string }) => (await desk.received(id)).every((r) => r.state === 'ticketed');
  await eventually(async () => (await isTicketed(reading)) && isTicketed(waiting), 'the tickets', 30_000);
  const [{ n }] = await desk.app.source.query('SELECT count(*)::int AS n FROM messages');
  expect(n).toBe(raws.length + 1);
}, 180_000);
