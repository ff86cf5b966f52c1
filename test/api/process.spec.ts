import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { io } from 'socket.io-client';
import { cloneDatabase } from '../database/clone.ts';
import { caller } from '../factories/app.ts';
import { eventually, letter } from '../factories/desk.ts';
import { dragoman, type RunningProcess, startProcess } from '../factories/process.ts';

const secret = 'a secret of at least thirty-two characters';
let database: { url: string; drop(): Promise<void> };
let folder: string;
let main: RunningProcess;
const settings = () => ({
  DATABASE_URL: database.url,
  APP_SECRET: secret,
  DATA_DIR: folder,
  PORT: '0',
  SMTP_PORT: '0',
  LOG_LEVEL: 'debug',
});
beforeAll(async () => {
  database = await cloneDatabase();
  folder = mkdtempSync(join(tmpdir(), 'dragoman-process-'));
  main = await startProcess('main', settings());
}, 120_000);
afterAll(async () => {
  if (main?.child.exitCode === null) await main.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const planted = {
  name: 'Aurelie Combremont',
  address: 'aurelie.combremont@val-noir.example',
  subject: 'Volets pour la bergerie du haut',
  text: 'Notre bergerie est au bout du sentier, code 7319B.',
  html: 'Bergerie-Markup',
  file: 'facade-combremont',
};
const anybody = () => caller(main.ready.url);

describe('a process', () => {
  it('leaves no server of its own behind when it ends', async () => {
    const own = mkdtempSync(join(tmpdir(), 'dragoman-embedded-'));
    try {
      const process = await startProcess('main', { PORT: '0', SMTP_PORT: '0', DATA_DIR: own, LOG_LEVEL: 'warn' });
      const pidFile = join(own, 'postgres/cluster/postmaster.pid');
      expect(existsSync(pidFile)).toBe(true);
      expect((await process.end()).status).toBe(0);
      expect(existsSync(pidFile)).toBe(false);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }, 60_000);

  it('says all faults of its settings at once and ends with 78', async () => {
    const { status, stderr, stdout } = await dragoman(['migrate'], {
      PORT: 'seventy',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://nobody',
      APP_SECRET: 'short',
      MAX_MESSAGE_BYTES: '1',
    });
    expect([status, stdout]).toEqual([78, '']);
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL', 'APP_SECRET', 'MAX_MESSAGE_BYTES'])
      expect(stderr).toMatch(new RegExp(`^ {2}${name}: `, 'm'));
    const crossed = await dragoman(['migrate'], {
      BLOB_STORE: 's3',
      TRANSLATOR: 'deepl',
      SMTP_TLS_CERT: '/nowhere.pem',
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
    });
    expect(crossed.status).toBe(78);
    for (const name of ['S3_BUCKET', 'TRANSLATOR_URL', 'SMTP_TLS_KEY', 'APP_SECRET'])
      expect(crossed.stderr).toContain(name);
  });

  it('takes free ports, says which, and starts no database of its own beside DATABASE_URL', async () => {
    expect(main.ready).toMatchObject({ ready: true, url: `http://127.0.0.1:${main.ready.http}` });
    expect(main.ready.http).toBeGreaterThan(0);
    expect(main.ready.smtp).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'dragoman' AND datname = current_database()`,
    );
    await client.end();
    expect(rows[0].n).toBeGreaterThan(0);
  });

  it('makes the first administrator and the first store once', async () => {
    expect((await anybody()('GET', '/set-up')).body).toEqual({ needed: true, demo: null });
    const first = {
      name: 'Lin',
      email: 'lin@factory.example',
      password: 'long enough password',
      company: 'Doors',
      storeAddress: 'sales@doors.example',
    };
    const weak = await anybody()('POST', '/set-up', { ...first, password: 'short' });
    expect([weak.status, weak.body.params.faults[0].path]).toEqual([400, 'body.password']);
    const made = await Promise.all([anybody()('POST', '/set-up', first), anybody()('POST', '/set-up', first)]);
    expect(made.map((m) => m.status).sort()).toEqual([201, 409]);
    expect((await anybody()('GET', '/set-up')).body.needed).toBe(false);
  });

  it('writes no word of a buyer into its log, whatever goes wrong', async () => {
    const credentials = { email: 'lin@factory.example', password: 'long enough password' };
    const session = await anybody()('POST', '/session', credentials);
    const admin = caller(main.ready.url, session.headers.get('set-cookie')!.split(';')[0]);
    const [channel] = (await admin('GET', '/channels')).body.items;
    // Answers go to a port where nobody listens: every try is a fault with words.
    await admin('PUT', `/channels/${channel.id}`, {
      storeId: channel.storeId,
      kind: channel.kind,
      name: channel.name,
      addresses: channel.addresses,
      outbound: { kind: 'smtp', host: '127.0.0.1', port: 1, security: 'none' },
    });
    await admin('PATCH', '/settings', { undoSendSeconds: 0 });
    const raws = [
      letter(`${planted.text}\n\n${planted.name}`, {
        From: `${planted.name} <${planted.address}>`,
        Subject: planted.subject,
      }),
      letter(`<p>${planted.html}<script>x</p>`, {
        From: `${planted.name} <${planted.address}>`,
        Subject: planted.subject,
        'Content-Type': `text/html; charset="${planted.file}"; name="${planted.file}.html"`,
        'Content-Transfer-Encoding': 'base64',
        Date: `not a date ${planted.name}`,
      }),
      `From: ${planted.name} <${planted.address}>\r\nContent-Type: multipart/mixed; boundary="${planted.file}"\r\n\r\n--${planted.file}\r\n${planted.text}`,
    ];
    for (const raw of raws) await handOver(raw, 'sales@doors.example', planted.address);
    await handOver(raws[0]!, planted.address, planted.address).catch(() => undefined);
    const tickets = await eventually(async () => {
      const { items } = (await admin('GET', '/tickets?view=all')).body;
      return items.length >= 1 && items;
    }, 'the letters to become tickets');
    await admin('GET', `/search?q=${encodeURIComponent(planted.text)}`);
    await admin('POST', `/tickets/${tickets[0].id}/replies`, { text: `${planted.name}, ${planted.text}` });
    await eventually(() => Promise.resolve(main.said().includes('is not taken yet')), 'the answer to fail once');
    await anybody()('POST', '/session', { email: planted.address, password: planted.text });
    await anybody()('GET', `/approve/${encodeURIComponent(planted.text)}`);
    await admin('GET', `/${encodeURIComponent(planted.subject)}`);
    await admin('GET', `/tickets/${encodeURIComponent(planted.name)}`);

    expect(main.said()).toContain('"level":20');
    expect(Object.values(planted).filter((secret) => main.said().includes(secret))).toEqual([]);
    for (const line of main.said().trim().split('\n').slice(1)) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('answers health and shows what waits in its metrics', async () => {
    const answers = await Promise.all(
      ['health/live', 'health/ready'].map((p) => fetch(`${main.ready.url}/${p}`).then((r) => r.json())),
    );
    expect(answers).toEqual([{ status: 'ok' }, { status: 'ok' }]);
    const metrics = await fetch(`${main.ready.url}/metrics`).then((r) => r.text());
    expect(metrics).toMatch(/^dragoman_received_waiting\{kind="smtp_listener"\} 0$/m);
    expect(metrics).toMatch(/^dragoman_outbox\{state="queued"\} 1$/m);
    expect(metrics).toMatch(/^dragoman_tickets_open\{status="(new|open|pending)"\} \d+$/m);
    expect(metrics).toMatch(/^dragoman_jobs_waiting\{state="due"\} \d+$/m);
    expect(metrics).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/tickets\/:id",status="400"\} 1/,
    );
    expect(metrics).toContain('process_resident_memory_bytes');
    expect(Object.values(planted).filter((secret) => metrics.includes(secret))).toEqual([]);
  });

  it('finds what is wrong: the doctor names the fault and what to do', async () => {
    const { status, stdout } = await dragoman(['doctor'], settings());
    expect(stdout).toMatch(/^ok {4}database/m);
    expect(stdout).toMatch(/^ok {4}blob store/m);
    expect(stdout).toMatch(/^ok {4}administrator/m);
    expect(status).toBe(0);
    const alone = await dragoman(['doctor'], { ...settings(), DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect([alone.status, alone.stdout]).toEqual([1, expect.stringContaining('FAIL')]);
  });

  it('ends in order: what is open is finished, nothing hangs, status 0', async () => {
    const worker = await startProcess('worker', settings());
    const socket = io(main.ready.url, { transports: ['websocket'], reconnection: false });
    const idle = createConnection(main.ready.smtp, '127.0.0.1');
    await new Promise((resolve) => idle.once('data', resolve));
    const [first, second] = await Promise.all([main.end(), worker.end()]);
    expect([first.status, second.status]).toEqual([0, 0]);
    await expect(fetch(main.ready.url)).rejects.toThrow();
    socket.close();
    idle.destroy();
  }, 60_000);
});

async function handOver(raw: string, to: string, from: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: main.ready.smtp, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw });
  } finally {
    transport.close();
  }
}
