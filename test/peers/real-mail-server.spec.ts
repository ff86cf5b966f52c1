import { createTransport } from 'nodemailer';
import { parseMessage } from '../../libs/mime/index.ts';
import { SmtpListener } from '../../src/channels/index.ts';
import { DeliverMessage } from '../../src/delivery/index.ts';
import { SettingsService } from '../../src/settings/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';
import { openScreen, type Screen } from '../factories/sockets.ts';
import type { MailServer } from './exim.ts';
import { startMailServer } from './mail-server.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

let app: TestApp;
let agent: SignedIn;
let screen: Screen;
let server: MailServer;
/** The line from the mail server to our listener. */
let line: TcpProxy;

beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'silent' });
  await app.get(SettingsService).update({ undoSendSeconds: 0 });
  agent = await app.signIn('agent', { languages: [{ language: 'en', level: 'fluent' }] });
  screen = await openScreen(app, agent);
  line = await startTcpProxy(app.get(SmtpListener).port);
  server = await startMailServer(line.port);
  console.info(`SMTP is tested against ${server.name}`);
  await furnish(app, { outbound: { kind: 'smtp', host: '127.0.0.1', port: server.port, security: 'none' } });
}, 60_000);
afterAll(async () => {
  screen?.socket.close();
  await server?.close();
  await line?.close();
  await app?.close();
});

interface Answered {
  ticketId: string;
  messageId: string;
}
async function answered(from: string, subject: string, more: object = {}): Promise<Answered> {
  await deliver(app, letter('I have a question', { From: `Buyer <${from}@home.example>`, Subject: subject }));
  await settled(app);
  const { items } = (await agent.call('GET', '/tickets?view=all')).body;
  const ticket = items.find((t: { subject: string }) => t.subject === subject);
  const reply = await agent.call('POST', `/tickets/${ticket.id}/replies`, {
    text: 'Here is the answer',
    status: 'resolved',
    ...more,
  });
  expect(reply.status).toBe(201);
  return { ticketId: ticket.id, messageId: reply.body.id };
}
const detailOf = async (of: Answered) => (await agent.call('GET', `/tickets/${of.ticketId}`)).body;
const inState = (of: Answered, state: string) =>
  eventually(
    async () => {
      const { messages } = await detailOf(of);
      const { delivery } = messages.find((m: { id: string }) => m.id === of.messageId);
      return delivery.state === state && (delivery as { detail: string });
    },
    `the state ${state}`,
    30_000,
  );
const told = (of: Answered) =>
  eventually(
    async () =>
      screen.heard.find(
        (h) => h.name === 'notification' && (h.payload as { ticketId?: string }).ticketId === of.ticketId,
      ),
    'the author to be told',
  );

describe('an answer through a real mail server', () => {
  it('arrives as text and as HTML with its picture in place, and keeps what the server said', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');
    const upload = await fetch(`${app.url}/api/v1/uploads?name=hatch.png&type=image/png`, {
      method: 'POST',
      headers: { cookie: agent.cookie, 'content-type': 'image/png' },
      body: png,
    });
    const { id } = (await upload.json()) as { id: string };
    const text = 'The hatch looks like this:\n\n[hatch.png]\n\n900 × 2100 mm, see https://doors.example/hatch';
    const message = await answered('ann', 'A hatch', { text, attachmentIds: [id] });
    expect((await inState(message, 'sent')).detail).toMatch(/^250 /);
    const raw = await eventually(async () => server.mailbox('ann') || null, 'the mail');
    const mail = parseMessage(Buffer.from(raw));
    expect(mail.text).toContain('900 × 2100 mm');
    expect(mail.text).toContain('> I have a question');
    expect(mail.html).toMatch(/<img[^>]+cid:/);
    expect(mail.html).toContain('href="https://doors.example/hatch"');
    expect(mail.html).toMatch(/<blockquote[^>]*>[\s\S]*I have a question/);
    expect(mail.attachments).toMatchObject([{ name: 'hatch.png', type: 'image/png', inline: true }]);
    expect(Buffer.from(mail.attachments[0]!.content)).toEqual(png);
  });

  it('waits while the server is busy, and says in whose words', async () => {
    const message = await answered('busy', 'Waiting');
    const { detail } = await eventually(async () => {
      const { messages } = await detailOf(message);
      const { delivery } = messages.find((m: { id: string }) => m.id === message.messageId);
      return delivery.detail && delivery;
    }, 'the first try');
    expect(detail).toMatch(/^451 .*Mailbox busy/);
    server.open();
    await app.get(DeliverMessage).send(message.messageId);
    await inState(message, 'sent');
  });

  it.each([
    ['nobody', 'Unknown', /^550 .*No such user/],
    ['ann', 'Please refuse me', /^550 .*Content refused/],
  ])(
    'to %s, "%s", that is refused reopens its ticket and tells its author (FS#5571, FS#3479, CW#4629)',
    async (to, subject, words) => {
      const message = await answered(to, subject);
      expect((await inState(message, 'failed')).detail).toMatch(words);
      expect((await detailOf(message)).ticket).toMatchObject({ status: 'open', hasFailedDelivery: true });
      await told(message);
    },
  );

  it('that was taken and comes back later reopens its ticket, marks the address and tells its author', async () => {
    const message = await answered('gone', 'Moved away');
    const { detail } = await inState(message, 'bounced');
    expect(detail).toContain('The mailbox was removed');
    expect((await detailOf(message)).ticket).toMatchObject({ status: 'open', hasFailedDelivery: true });
    await told(message);
    const [row] = await app.source.query(`SELECT bounced_at FROM contact_addresses WHERE value = 'gone@home.example'`);
    expect(row.bounced_at).not.toBeNull();
  }, 60_000);
});

describe('mail from a real mail server', () => {
  const send = async (raw: string, to = 'sales@doors.example') => {
    const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true });
    try {
      await transport.sendMail({ envelope: { from: 'ann@home.example', to: [to] }, raw });
    } finally {
      transport.close();
    }
  };
  const count = async (subject: string): Promise<number> => {
    await settled(app);
    const [{ n }] = await app.source.query('SELECT count(*)::int AS n FROM messages WHERE subject = $1', [subject]);
    return n;
  };

  it('is there once although the line broke after we had said 250', async () => {
    let cuts = 0;
    let isAtDot = false;
    line.rule = (said) => {
      isAtDot = said === '.';
      return 'pass';
    };
    line.rewrite = (said) => {
      if (!isAtDot || cuts >= 2 || !said.startsWith('250')) return said;
      cuts += 1;
      line.cut();
      return '';
    };
    await send(letter('once only', { Subject: 'Cut' }));
    await eventually(async () => cuts === 2 && (await count('Cut')) > 0, 'the third try', 30_000);
    const tries = line.connections;
    line.rewrite = (said) => said;
    await eventually(async () => line.connections >= tries && (await count('Cut')) === 1, 'the mail');
    line.rule = () => 'pass';
    expect(await count('Cut')).toBe(1);
  }, 60_000);

  it('comes later when we cannot take it now', async () => {
    let refusals = 0;
    line.rule = (said) => {
      if (!/^MAIL FROM/i.test(said) || refusals >= 2) return 'pass';
      refusals += 1;
      return { answer: '421 4.3.2 shutting down' };
    };
    await send(letter('later', { Subject: 'Deferred' }));
    await eventually(async () => (await count('Deferred')) === 1, 'the mail', 30_000);
    expect(refusals).toBe(2);
    line.rule = () => 'pass';
  }, 60_000);

  it('to an address we do not have goes back to its sender with our words', async () => {
    await send(letter('hello?', { Subject: 'Wrong address' }), 'nobody-here@doors.example');
    await eventually(async () => /Diagnostic-Code:.*550/i.test(server.mailbox('ann')), 'the report', 30_000);
    expect(await count('Wrong address')).toBe(0);
  }, 60_000);
});
