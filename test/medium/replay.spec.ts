import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '../../src/cli/import.ts';
import { mailFilesIn } from '../../src/cli/mail-files.ts';
import { ReplayMessages } from '../../src/intake/index.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';
import { letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

let app: TestApp;
let desk: IntakeBench;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-import-'));
beforeAll(async () => {
  app = await startTestApp();
  desk = await intakeOf(app);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

async function replayed(apply: boolean) {
  const found = [];
  for await (const message of app.get(ReplayMessages).replay({ apply })) found.push(message);
  return found;
}

describe('replay', () => {
  const picture =
    'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nsee the picture\r\n--x\r\nContent-Type: image/png; name="a.png"\r\nContent-Disposition: attachment; filename="a.png"\r\n\r\nPNG\r\n--x--\r\n';

  it('finds nothing to change where the reader is the same', async () => {
    await desk.open();
    await desk.takeIn(letter('').replace(/Content-Type[\s\S]*$/, picture));
    await desk.takeIn(letter('我想定制一扇门', { Date: 'Mon, 23 Nov 2026 10:00:00 +0800', Cc: 'c@home.example' }));
    expect(await replayed(false)).toEqual([]);
  });

  it('mends what an older reader got wrong, and leaves what people did', async () => {
    const taken = await desk.takeIn(letter('').replace(/Content-Type[\s\S]*$/, picture));
    const agent = await app.signIn('agent');
    await agent.call('PATCH', `/tickets/${taken.ticketId}`, {
      subject: 'named by a person',
      tags: ['mine'],
      language: 'nl',
    });
    const [attachment] = await app.source.query('SELECT id FROM attachments WHERE message_id = $1', [taken.messageId]);
    await app.source.query(
      `UPDATE messages SET text = 'garbled', reply_text = 'garbled', subject = '=?x?' WHERE id = $1`,
      [taken.messageId],
    );
    await app.source.query(`UPDATE attachments SET name = 'noname' WHERE id = $1`, [attachment.id]);

    const shown = await replayed(false);
    expect(shown.map((m) => [m.messageId, m.changes.map((c) => c.field).sort()])).toEqual([
      [taken.messageId, ['attachments', 'reply_text', 'subject', 'text']],
    ]);
    const [untouched] = await app.source.query('SELECT text FROM messages WHERE id = $1', [taken.messageId]);
    expect(untouched.text).toBe('garbled');

    await replayed(true);
    expect(await replayed(false)).toEqual([]);
    const { body } = await agent.call('GET', `/tickets/${taken.ticketId}`);
    expect(body.messages[0]).toMatchObject({
      text: 'see the picture',
      subject: 'A door',
      attachments: [{ id: attachment.id, name: 'a.png' }],
    });
    expect(body.ticket).toMatchObject({ subject: 'named by a person', tags: ['mine'], language: 'nl' });
  });
});

describe('import', () => {
  it('brings a mailbox in as history, once, and threads it', async () => {
    const from = (raw: string) => `From a@home.example Mon Nov 23 10:00:00 2026\n${raw.replace(/\r\n/g, '\n')}\n`;
    writeFileSync(
      join(folder, 'old.mbox'),
      [
        from(letter('first', { 'Message-ID': '<i1@home.example>' })),
        from(letter('second', { 'Message-ID': '<i2@home.example>', 'In-Reply-To': '<i1@home.example>' })),
        from(letter('other', { 'Message-ID': '<i3@home.example>' })),
      ].join(''),
    );
    const source = { get: app.get } as unknown as Parameters<typeof importFiles>[0];
    const files = await mailFilesIn(folder);
    expect(await importFiles(source, files, {})).toMatchObject({ messages: 3, known: 0, ticketed: 3, failed: 0 });
    expect(await importFiles(source, files, {})).toMatchObject({ messages: 3, known: 3, ticketed: 0 });
    const rows = await app.source.query(
      `SELECT t.id, t.status, t.is_history FROM tickets t JOIN messages m ON m.ticket_id = t.id WHERE m.message_id_header IN ('i1@home.example', 'i2@home.example', 'i3@home.example') ORDER BY m.message_id_header`,
    );
    expect(new Set(rows.map((r: { id: string }) => r.id)).size).toBe(2);
    expect(rows[0]).toMatchObject({ status: 'closed', is_history: true });
  });
});
