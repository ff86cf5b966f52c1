import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { parseMessage } from '../../libs/mime/index.ts';
import { caller, type SignedIn } from '../factories/app.ts';
import { eventually, letter } from '../factories/desk.ts';
import { type RunningProcess, startProcess } from '../factories/process.ts';
import { type SmtpPeer, startSmtpPeer } from './smtp-peers.ts';

// The whole of it: KILLED_LETTERS=1000 KILLED_ANSWERS=1000 npm run -s jest -- --selectProjects=peers --testPathPatterns killed
const letters = Number(process.env['KILLED_LETTERS'] ?? 20);
const answers = Number(process.env['KILLED_ANSWERS'] ?? 6);
const patience = 120_000 + (letters + answers) * 1_500;

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const folder = mkdtempSync(join(tmpdir(), 'dragoman-killed-'));
let main: RunningProcess;
let peer: SmtpPeer;
let cookie: string;
let kills = 0;
let isOver = false;
let admin: SignedIn['call'];

const start = async () => {
  main = await startProcess('main', { PORT: '0', SMTP_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' });
  admin = caller(main.ready.url, cookie);
};

/** Dies without a word at random moments and is started again, until told to stop. */
async function killing(): Promise<void> {
  while (!isOver) {
    await pause(100 + Math.random() * 900);
    if (isOver) return;
    const dead = new Promise((resolve) => main.child.once('exit', resolve));
    main.child.kill('SIGKILL');
    await dead;
    kills += 1;
    await start();
  }
}

/** The embedded server goes on when its owner is killed; this asks it directly. */
async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const lines = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(folder, 'postgres/password'), 'utf8');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(lines[3]),
    user: 'dragoman',
    password,
    database: 'dragoman',
  });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** As a mail server does: tries again until somebody says 250. */
async function transmit(raw: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(100)) {
    const transport = createTransport({
      host: '127.0.0.1',
      port: main.ready.smtp,
      ignoreTLS: true,
      connectionTimeout: 2_000,
      socketTimeout: 10_000,
    });
    try {
      const { response } = await transport.sendMail({
        envelope: { from: 'buyer@home.example', to: ['sales@doors.example'] },
        raw,
      });
      if (response.startsWith('250')) return;
    } catch {
      // It died meanwhile.
    } finally {
      transport.close();
    }
  }
  throw new Error('nobody took the letter');
}

beforeAll(async () => {
  peer = await startSmtpPeer();
  await start();
  const first = {
    name: 'Lin',
    email: 'lin@factory.example',
    password: 'long enough password',
    company: 'Doors',
    storeAddress: 'sales@doors.example',
  };
  await admin('POST', '/set-up', first);
  const session = await admin('POST', '/session', { email: first.email, password: first.password });
  cookie = session.headers.get('set-cookie')!.split(';')[0]!;
  admin = caller(main.ready.url, cookie);
  const [channel] = (await admin('GET', '/channels')).body.items;
  await admin('PUT', `/channels/${channel.id}`, {
    storeId: channel.storeId,
    kind: channel.kind,
    name: channel.name,
    addresses: channel.addresses,
    outbound: { kind: 'smtp', host: '127.0.0.1', port: peer.port, security: 'none' },
  });
  await admin('PATCH', '/settings', { undoSendSeconds: 0 });
}, 120_000);
afterAll(async () => {
  isOver = true;
  await main?.end();
  await peer?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('killed again and again', () => {
  it(
    'has every letter once, byte for byte',
    async () => {
      const raws = Array.from({ length: letters }, (_, i) =>
        letter(`letter ${i} ${'門'.repeat(i % 50)}`, {
          From: `Buyer ${i} <buyer${i}@home.example>`,
          Subject: `letter ${i}`,
        }),
      );
      const killer = killing();
      const queue = [...raws];
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          for (let raw = queue.shift(); raw; raw = queue.shift()) {
            await transmit(raw);
            await pause(Math.random() * 60);
          }
        }),
      );
      isOver = true;
      await killer;
      await eventually(
        async () => (await ask(`SELECT FROM received_messages WHERE state = 'received'`)).length === 0,
        'every letter to be worked off',
        60_000,
      );
      const kept = await ask<{ digest: string; state: string }>(
        `SELECT encode(sha256(raw), 'hex') AS digest, state FROM received_messages`,
      );
      expect(kept.map((k) => k.digest).sort()).toEqual(raws.map(sha256).sort());
      expect(kept.filter((k) => k.state !== 'ticketed')).toEqual([]);
      const subjects = await ask<{ subject: string }>(`SELECT subject FROM messages WHERE direction = 'in'`);
      expect(subjects.map((s) => s.subject).sort()).toEqual(raws.map((_, i) => `letter ${i}`).sort());
      expect(kills).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    'sends every answer, and repeats none that may have left',
    async () => {
      const tickets = await ask<{ id: string; subject: string }>(
        'SELECT id, subject FROM tickets ORDER BY number LIMIT $1',
        [answers],
      );
      isOver = false;
      kills = 0;
      const killer = killing();
      for (const { id, subject } of tickets) {
        const text = `answer to ${subject}.`;
        for (const until = Date.now() + 60_000; ; await pause(100)) {
          const isThere = async () =>
            (await ask('SELECT FROM messages WHERE ticket_id = $1 AND reply_text = $2', [id, text])).length > 0;
          if (await isThere()) break;
          if (Date.now() > until) throw new Error('the answer was never taken');
          await admin('POST', `/tickets/${id}/replies`, { text }).catch(() => undefined);
        }
      }
      isOver = true;
      await killer;
      const outbox = await eventually(
        async () => {
          const rows = await ask<{ state: string; text: string }>(
            `SELECT o.state, m.reply_text AS text FROM outbox o JOIN messages m ON m.id = o.message_id`,
          );
          return rows.length === tickets.length && rows.every((r) => r.state === 'sent' || r.state === 'uncertain')
            ? rows
            : null;
        },
        'every answer to have an outcome',
        120_000,
      );
      const taken = peer.taken.map((m) => parseMessage(Buffer.from(m.raw)).text.split('\n')[0]);
      for (const { state, text } of outbox) {
        const times = taken.filter((first) => first === text).length;
        expect({ text, state, times }).toEqual({ text, state, times: state === 'sent' ? 1 : Math.min(times, 1) });
      }
      expect(kills).toBeGreaterThan(0);
      // Uncertain is the exception: the moment between the hand-over and its record.
      expect(outbox.filter((o) => o.state === 'sent').length).toBeGreaterThan(tickets.length / 2);
    },
    patience,
  );
});
