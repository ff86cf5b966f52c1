import encoding from 'encoding-japanese';
import iconv from 'iconv-lite';
import { parseMessage } from '../../libs/mime/index.ts';
import { DeliverMessage } from '../../src/delivery/index.ts';
import { SettingsService } from '../../src/settings/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { eventually, letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

// What users of other helpdesks complained of, each named after what went wrong there (CW Chatwoot, FS FreeScout, ZM Zammad,
// LD Libredesk).
let app: TestApp;
let desk: IntakeBench;
let agent: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  await app.get(SettingsService).update({ undoSendSeconds: 0 });
  desk = await intakeOf(app);
  agent = await app.signIn('agent');
});
afterAll(() => app.close());
afterEach(() => desk.clear());

/** A letter whose body is bytes of its own. */
const bytes = (body: Buffer | Uint8Array, contentType: string | null): Buffer =>
  Buffer.concat([
    Buffer.from(
      `From: Ann <ann@home.example>\r\nTo: sales@doors.example\r\nSubject: x\r\nMessage-ID: <${body.length}.${contentType?.length ?? 0}@home.example>\r\n${contentType ? `Content-Type: ${contentType}\r\n` : ''}\r\n`,
    ),
    body,
  ]);
const shownText = async (raw: Buffer): Promise<string> => {
  const { ticketId } = await desk.takeIn(raw);
  return (await agent.call('GET', `/tickets/${ticketId}`)).body.messages[0].text;
};

describe('letters garbled elsewhere', () => {
  it('ZM#6144: ISO-2022-JP without a charset was stored as raw escapes', async () => {
    const text = 'ドアの見積もりをお願いします。幅九百ミリです。';
    const jis = Buffer.from(encoding.convert(encoding.stringToCode(text), { to: 'JIS', from: 'UNICODE' }));
    expect(await shownText(bytes(jis, 'text/plain'))).toContain(text);
    expect(await shownText(bytes(jis, null))).toContain(text);
  });

  it('ZM#6054: a GB2312 part with an en-dash failed to import', async () => {
    const text = '门的尺寸：800–900毫米，谢谢。';
    expect(await shownText(bytes(iconv.encode(text, 'gb18030'), 'text/plain; charset=GB2312'))).toContain(text);
  });

  it('FS#4282: Japanese in GBK that called itself GB2312 was garbled', async () => {
    const text = '注文した扉について質問があります。';
    expect(await shownText(bytes(iconv.encode(text, 'gbk'), 'text/plain; charset=gb2312'))).toContain(text);
  });
});

describe('marketplaces elsewhere', () => {
  const ebay = {
    From: 'porte-joie <ab12cd34ef56@members.ebay.fr>',
    Subject: 'porte-joie a posé une question sur l’objet n° 123456789012 [#a2-x1y2z3#]',
  };
  /** The bytes of an answer as they would leave. */
  const answerTo = async (ticketId: string, text: string): Promise<string> => {
    const { status, body } = await agent.call('POST', `/tickets/${ticketId}/replies`, { text });
    expect(status).toBe(201);
    const row = await eventually(async () => {
      const [found] = await app.source.query('SELECT raw FROM outbox WHERE message_id = $1', [body.id]);
      return found;
    }, 'the answer');
    await app.get(DeliverMessage).send(body.id);
    return row.raw.toString();
  };

  it('FS#5264: eBay buyers saw the helpdesk’s own sign, eBay’s was lost, and the history grew with every turn', async () => {
    const first = await desk.takeIn(letter('Largeur possible ?', ebay));
    const mail = parseMessage(Buffer.from(await answerTo(first.ticketId!, 'Oui, 90 cm.')));
    expect(mail.subject.match(/\[#a2-x1y2z3#\]/g)).toHaveLength(1);
    expect(mail.subject).not.toContain('DR-');
    expect(mail.text).not.toContain('Largeur possible');
    expect(mail.html).toBeFalsy();
    expect(mail.replyTo).toEqual([]);
    const second = await desk.takeIn(letter('Et la hauteur ?', ebay));
    expect(second.ticketId).toBe(first.ticketId);
  });
});

describe('people lost elsewhere', () => {
  it('LD#74: whoever else had been written to was lost on reply', async () => {
    const first = await desk.takeIn(
      letter('my wife reads along', { Cc: 'Eve <eve@home.example>, sales@doors.example' }),
    );
    const { body } = await agent.call('GET', `/tickets/${first.ticketId}`);
    expect(body.messages[0].cc).toEqual(
      expect.arrayContaining([expect.objectContaining({ address: 'eve@home.example' })]),
    );
  });

  it('CW#9264: two tickets of one buyer could not be made one', async () => {
    const [from, into] = [await desk.open(), await desk.open('Ann Buyer <buyer@home.example>', { Subject: 'Again' })];
    const merged = await agent.call('POST', `/tickets/${from.ticketId}/merge`, { intoId: into.ticketId });
    expect(merged.status).toBe(201);
    const { body } = await agent.call('GET', `/tickets/${into.ticketId}`);
    expect(body.messages.map((m: { id: string }) => m.id).sort()).toEqual([from.messageId, into.messageId].sort());
  });
});

describe('marks of other servers', () => {
  it('are kept and shown: SPF, DKIM, DMARC, ARC, and the spam score', async () => {
    const raw = letter('hello', {
      'Authentication-Results':
        'mx.doors.example; spf=pass smtp.mailfrom=home.example; dkim=fail header.d=home.example; dmarc=fail header.from=home.example; arc=pass',
      'X-Spam-Status': 'No, score=3.4 required=5.0',
    });
    const { ticketId } = await desk.takeIn(raw);
    const { authentication } = (await agent.call('GET', `/tickets/${ticketId}`)).body.messages[0];
    expect(authentication).toMatchObject({ spf: 'pass', dkim: 'fail', dmarc: 'fail', arc: 'pass', spamScore: 3.4 });
  });
});
