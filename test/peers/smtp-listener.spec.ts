import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { SmtpListener } from '../../src/channels/index.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter } from '../factories/desk.ts';
import { certificate } from './certificate.ts';
import { dropConnections } from './drop-connections.ts';
import { SmtpDialogue } from './smtp-dialogue.ts';

const limit = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-listener-'));
let app: TestApp;
let port: number;

beforeAll(async () => {
  writeFileSync(join(folder, 'cert.pem'), certificate.cert);
  writeFileSync(join(folder, 'key.pem'), certificate.key);
  app = await startTestApp({
    RUN_JOBS: 'false',
    MAX_MESSAGE_BYTES: String(limit),
    DATA_DIR: join(folder, 'data'),
    SMTP_TLS_CERT: join(folder, 'cert.pem'),
    SMTP_TLS_KEY: join(folder, 'key.pem'),
    LOG_LEVEL: 'silent',
  });
  await furnish(app);
  await furnish(app, { address: 'türen@bücher.example' });
  port = app.get(SmtpListener).port;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Kept {
  id: string;
  size: number;
  sha256: string;
  envelope: { from: string | null; to: string[]; tls: boolean };
}
const kept = (): Promise<Kept[]> =>
  app.source.query(`SELECT id, size, encode(sha256, 'hex') AS sha256, envelope FROM received_messages ORDER BY id`);
const sha256 = (raw: string | Buffer) => createHash('sha256').update(raw).digest('hex');
const ofSize = (bytes: number) =>
  letter(
    'x'
      .repeat(70)
      .concat('\n')
      .repeat(Math.ceil(bytes / 72)),
  );

describe('the built-in SMTP listener', () => {
  it('takes a port of its own and says what it can', async () => {
    expect(port).toBeGreaterThan(0);
    const dialogue = await SmtpDialogue.open(port);
    const said = await dialogue.say('EHLO shop.example');
    expect(said).toContain(`SIZE ${limit}`);
    for (const extension of ['8BITMIME', 'SMTPUTF8', 'STARTTLS', 'PIPELINING']) expect(said).toContain(extension);
    expect(said).not.toContain('AUTH');
    dialogue.cut();
  });

  it('has the bytes in the database when it says 250', async () => {
    const raw = letter('durable');
    const said = await deliver(app, raw);
    const [id] = /[0-9a-f-]{36}/.exec(said)!;
    const row = (await kept()).find((k) => k.id === id)!;
    expect(row).toMatchObject({ size: Buffer.byteLength(raw), sha256: sha256(raw) });
    expect(row.envelope).toMatchObject({ from: 'buyer@home.example', to: ['sales@doors.example'], tls: false });
  });

  it('takes mail over STARTTLS', async () => {
    const transport = createTransport({ host: '127.0.0.1', port, requireTLS: true, tls: { ca: certificate.cert } });
    await transport.sendMail({
      envelope: { from: 'a@home.example', to: ['sales@doors.example'] },
      raw: letter('secret'),
    });
    transport.close();
    expect((await kept()).at(-1)!.envelope.tls).toBe(true);
  });

  it('refuses an unknown recipient, and takes the known one beside it', async () => {
    const dialogue = await SmtpDialogue.open(port);
    await dialogue.say('EHLO shop.example');
    expect(await dialogue.say('MAIL FROM:<>')).toMatch(/^250/);
    expect(await dialogue.say('RCPT TO:<nobody@doors.example>')).toMatch(/^550 5\.1\.1/);
    expect(await dialogue.say('RCPT TO:<someone@elsewhere.example>')).toMatch(/^550/);
    expect(await dialogue.say('RCPT TO:<SALES@Doors.Example>')).toMatch(/^250/);
    await dialogue.say('DATA');
    dialogue.write(letter('a bounce'));
    expect(await dialogue.say('.')).toMatch(/^250/);
    dialogue.cut();
    expect((await kept()).at(-1)!.envelope.from).toBeNull();
  });

  it.each([
    ['plus-addressed', 'sales+t.abc123@doors.example'],
    ['in other letters', 'türen@bücher.example'],
    ['in other letters, the domain as xn--', 'türen@xn--bcher-kva.example'],
  ])('takes an address %s', async (_name, to) => {
    expect(await deliver(app, letter('hello'), to)).toMatch(/^250/);
  });

  it('keeps one transmission once, however often it comes', async () => {
    const raw = letter('I did not hear you');
    const first = await deliver(app, `Received: from a by b; Mon, 2 Mar 2026 10:00:00 +0000\r\n${raw}`);
    const second = await deliver(app, `Received: from a by b; Mon, 2 Mar 2026 10:30:00 +0000\r\n${raw}`);
    expect(second).toBe(first);
  });

  it('keeps two different mails with one Message-ID', async () => {
    const same = { 'Message-ID': '<same@broken.example>' };
    expect(await deliver(app, letter('one', same))).not.toBe(await deliver(app, letter('two', same)));
  });

  it('takes two hundred letters over twenty connections, each byte for byte', async () => {
    const before = (await kept()).length;
    const raws = Array.from({ length: 200 }, (_, i) => letter(`letter ${i} ${'ж'.repeat(i * 20)}`));
    const transport = createTransport({ pool: true, maxConnections: 20, host: '127.0.0.1', port, ignoreTLS: true });
    const said = await Promise.all(
      raws.map((raw) => transport.sendMail({ envelope: { from: 'a@home.example', to: ['sales@doors.example'] }, raw })),
    );
    transport.close();
    expect(said.every((s) => s.response.startsWith('250'))).toBe(true);
    const rows = (await kept()).slice(before);
    expect(rows.map((r) => r.sha256).sort()).toEqual(raws.map(sha256).sort());
  });

  it('keeps nothing of a message whose connection broke, and takes the next', async () => {
    const before = (await kept()).length;
    const dialogue = await SmtpDialogue.open(port);
    await dialogue.say('EHLO shop.example');
    await dialogue.say('MAIL FROM:<a@home.example>');
    await dialogue.say('RCPT TO:<sales@doors.example>');
    await dialogue.say('DATA');
    dialogue.write(ofSize(200_000));
    dialogue.cut();
    await deliver(app, letter('next'));
    expect((await kept()).length).toBe(before + 1);
  });

  it('says 552 to a message that is too large, announced or not, and goes on', async () => {
    const dialogue = await SmtpDialogue.open(port);
    await dialogue.say('EHLO shop.example');
    expect(await dialogue.say(`MAIL FROM:<a@home.example> SIZE=${limit + 1}`)).toMatch(/^552/);
    await dialogue.say('MAIL FROM:<a@home.example>');
    await dialogue.say('RCPT TO:<sales@doors.example>');
    await dialogue.say('DATA');
    dialogue.write(ofSize(limit + 100_000));
    expect(await dialogue.say('.')).toMatch(/^552/);
    await dialogue.say('MAIL FROM:<a@home.example>');
    await dialogue.say('RCPT TO:<sales@doors.example>');
    await dialogue.say('DATA');
    dialogue.write(letter('after a large one'));
    expect(await dialogue.say('.')).toMatch(/^250/);
    dialogue.cut();
  });

  it('says 452 to a large message while blobs cannot be written, and takes a small one', async () => {
    writeFileSync(join(folder, 'data', 'blobs'), 'not a folder');
    await expect(deliver(app, ofSize(400_000))).rejects.toThrow(/452/);
    expect(await deliver(app, letter('small'))).toMatch(/^250/);
    rmSync(join(folder, 'data', 'blobs'));
    expect(await deliver(app, ofSize(400_000))).toMatch(/^250/);
  });

  it('says 452 to what the database does not take, and nothing else to its neighbours', async () => {
    await app.source.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
    );
    await app.source.query(
      `CREATE TRIGGER refuse BEFORE INSERT ON received_messages FOR EACH ROW WHEN (new.size > 20000) EXECUTE FUNCTION refuse()`,
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => deliver(app, i === 7 ? ofSize(30_000) : letter(`neighbour ${i}`))),
    );
    await app.source.query('DROP TRIGGER refuse ON received_messages');
    expect(outcomes.map((o) => o.status).filter((s) => s === 'rejected')).toHaveLength(1);
    expect(outcomes[7]).toMatchObject({ status: 'rejected', reason: { responseCode: 452 } });
  });

  it('loses nothing and doubles nothing when the database drops its connections meanwhile', async () => {
    const before = (await kept()).length;
    const raws = Array.from({ length: 60 }, (_, i) => letter(`through a broken line ${i}`));
    const insist = async (raw: string): Promise<string> => {
      for (;;) {
        const said = await deliver(app, raw).catch((error: { responseCode?: number }) => String(error.responseCode));
        if (said.startsWith('250')) return said;
        expect(said).toMatch(/^4/);
      }
    };
    const sent = Promise.all(raws.map(insist));
    for (let i = 0; i < 5; i++) {
      await dropConnections(app.databaseUrl);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await sent;
    const rows = (await kept()).slice(before);
    expect(rows.map((r) => r.sha256).sort()).toEqual(raws.map(sha256).sort());
  });

  it('bears a NUL in the header', async () => {
    const raw = Buffer.from(letter('nul', { 'Message-ID': '<nul\0nul@home.example>' }));
    expect(await deliver(app, raw)).toMatch(/^250/);
    expect((await kept()).at(-1)!.sha256).toBe(sha256(raw));
  });
});
