import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
});
afterAll(() => app.close());

/** Takes it in through the listener, then a good letter; both must be tickets. @returns the first one with its messages */
async function survived(raw: string | Buffer, from: string) {
  expect(await deliver(app, raw, 'sales@doors.example', from)).toMatch(/^250/);
  await settled(app);
  const [row] = await app.source.query('SELECT ticket_id AS id FROM messages ORDER BY id DESC LIMIT 1');
  await deliver(app, letter('a door, please', { Subject: `after ${from}` }));
  await settled(app);
  const { items } = (await agent.call('GET', '/tickets?view=all')).body;
  expect(items.map((t: { subject: string }) => t.subject)).toContain(`after ${from}`);
  return (await agent.call('GET', `/tickets/${row.id}`)).body;
}

const multipart = (depth: number): string => {
  let body = 'Content-Type: text/plain\r\n\r\nat the bottom\r\n';
  for (let i = 0; i < depth; i++)
    body = `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n${body}\r\n--b${i}--\r\n`;
  return `From: deep@home.example\r\nTo: sales@doors.example\r\nSubject: deep\r\nMIME-Version: 1.0\r\n${body}`;
};

describe('hostile mail through the listener', () => {
  it('with ten thousand parts is a ticket, and the next goes on', async () => {
    const parts =
      '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nx\r\n'.repeat(
        10_000,
      );
    const raw = letter('').replace(
      /Content-Type[\s\S]*$/,
      `Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nmany parts\r\n${parts}--b--\r\n`,
    );
    const { messages } = await survived(raw, 'many@home.example');
    expect(messages[0].text).toContain('many parts');
    expect(messages[0].warnings.length).toBeGreaterThan(0);
  }, 60_000);

  it('with parts within parts a thousand deep is a ticket', async () => {
    const { messages } = await survived(multipart(1_000), 'deep@home.example');
    expect(messages).toHaveLength(1);
  }, 60_000);

  it('without a single byte of text is a ticket', async () => {
    const { ticket, messages } = await survived('\r\n', 'empty@home.example');
    expect(ticket.status).toBe('new');
    expect(messages[0].text).toBe('');
  }, 60_000);

  it('with a header of a megabyte keeps its text', async () => {
    const { messages, ticket } = await survived(
      letter('the text is here', {
        'X-Long': `${'long '.repeat(14)}\r\n `.repeat(14_000),
        Subject: 's'.repeat(100_000),
      }),
      'long@home.example',
    );
    expect(messages[0].text).toContain('the text is here');
    expect(ticket.subject.length).toBeLessThan(2_000);
  }, 60_000);

  it('in bytes that are no UTF-8 is read as what it most likely is', async () => {
    const raw = Buffer.concat([
      Buffer.from(letter('T').replace(/T\r\n$/, '')),
      Buffer.from('T\xfcr mit Glas \xff\xfe\xc3(', 'latin1'),
      Buffer.from('\r\n'),
    ]);
    const { messages } = await survived(raw, 'bytes@home.example');
    expect(messages[0].text).toMatch(/^T.r mit Glas/);
  }, 60_000);

  it('with NUL, control signs and lone surrogates in it is stored and shown', async () => {
    const { messages } = await survived(letter('before \u0000\u0007 after \ud800 end'), 'nul@home.example');
    expect(messages[0].text).toMatch(/before .*after .*end/);
  }, 60_000);
});
