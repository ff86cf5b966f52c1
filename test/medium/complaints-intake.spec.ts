import { startTestApp, type TestApp } from '../factories/app.ts';
import { letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

// What users of other helpdesks complained of, each named after what went wrong there (CW Chatwoot, FS FreeScout, ZM Zammad,
// LD Libredesk, FH Frappe Helpdesk, OD Odoo, osT osTicket).
let app: TestApp;
let desk: IntakeBench;
beforeAll(async () => {
  app = await startTestApp();
  desk = await intakeOf(app);
});
afterAll(() => app.close());
afterEach(() => desk.clear());

const alias = '"Ann - Amazon Marketplace" <stb6ssjkf7gpxz4@marketplace.amazon.fr>';
const withoutHeader = (raw: string, name: string) => raw.replace(new RegExp(`^${name}:.*\\r\\n`, 'mi'), '');

describe('threading elsewhere', () => {
  it('FS#4222: every message of an Amazon buyer about one order was a new ticket', async () => {
    const subject = { From: alias, Subject: 'Demande de Ann (Commande : 402-1234567-7654321)' };
    const first = await desk.takeIn(letter('Où est-elle ?', subject));
    const second = await desk.takeIn(letter('Toujours rien.', subject));
    expect(second.ticketId).toBe(first.ticketId);
  });

  it('CW#15869: a reply with a new subject was glued on for good', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    const other = await desk.takeIn(
      letter('Quite another matter', { Subject: 'Window', 'In-Reply-To': `<${header}>` }),
    );
    const agent = await app.signIn('agent');
    const split = await agent.call('POST', `/tickets/${other.ticketId}/split`, { messageId: other.messageId });
    expect(split.body.subject).toBe('Window');
  });

  it("CW#13502, ZM#5064: strangers' mail was merged because nobody compared the sender", async () => {
    const first = await desk.open();
    const header = `<${await desk.headerOf(first.messageId)}>`;
    const byReference = await desk.takeIn(
      letter('hi', { From: 'm@evil.example', References: header, 'In-Reply-To': header }),
    );
    const byNumber = await desk.takeIn(
      letter('hi', { From: 'm@evil.example', Subject: `Re: ${desk.reference(first.number)}` }),
    );
    expect([byReference.ticketId, byNumber.ticketId]).not.toContain(first.ticketId);
  });

  it('FS#4958: a similar mail was taken for a duplicate and never fetched', async () => {
    const headers = { Subject: 'Order', Date: 'Mon, 23 Nov 2026 10:00:00 +0000' };
    const taken = await desk.takeInAll([
      letter('two doors, please', headers),
      letter('two doors, please', headers),
      withoutHeader(letter('two doors', headers), 'message-id'),
      withoutHeader(letter('three doors', headers), 'message-id'),
    ]);
    expect(taken.map((t) => t.state)).toEqual(['ticketed', 'ticketed', 'ticketed', 'ticketed']);
  });

  it('FS#5485, FS#5638: one mail through a distribution list was imported many times', async () => {
    const raw = letter('to all of you', { 'Message-ID': '<list@home.example>' });
    const taken = await desk.takeInAll([
      raw,
      `Delivered-To: a@doors.example\r\n${raw}`,
      `Delivered-To: b@doors.example\r\n${raw}`,
    ]);
    expect(taken.map((t) => t.state)).toEqual(['ticketed', 'ignored', 'ignored']);
  });

  it('ZM#5716: References to an id that never came here found nothing', async () => {
    const id = '<never-seen@elsewhere.example>';
    const first = await desk.open(undefined, { References: id });
    expect((await desk.takeIn(letter('and more', { References: id }))).ticketId).toBe(first.ticketId);
  });

  it('CW#14993: each chat notice of a marketplace about one order opened a conversation of its own', async () => {
    const notice = (order: string, more: Record<string, string> = {}) =>
      letter('A buyer has left a message in the chat.', {
        From: 'Bazaar <noreply@bazaar.example>',
        Subject: `New chat message for order #${order}`,
        'Auto-Submitted': 'auto-generated',
        ...more,
      });
    const first = await desk.takeIn(notice('59016723331'));
    const [second, other, stranger] = await desk.takeInAll([
      notice('59016723331'),
      notice('59016723332'),
      notice('59016723331', { From: 'noreply@elsewhere.example' }),
    ]);
    expect([second!.ticketId, second!.threading]).toEqual([first.ticketId, 'sameOrder']);
    expect(new Set([first, other, stranger].map((t) => t!.ticketId)).size).toBe(3);
    await desk.set(first.ticketId, `status = 'resolved', resolved_at = now()`);
    await desk.takeIn(notice('59016723331'));
    expect(await desk.ticket(first.ticketId)).toMatchObject({ status: 'open', message_count: 3 });
  });

  it('uvdesk#478: a reply with In-Reply-To alone, or with a comment in it, opened a new ticket', async () => {
    const first = await desk.open();
    const header = await desk.headerOf(first.messageId);
    const alone = await desk.takeIn(letter('one', { 'In-Reply-To': `<${header}>` }));
    const commented = await desk.takeIn(letter('two', { 'In-Reply-To': `Your message of "Monday" <${header}>` }));
    expect([alone.ticketId, commented.ticketId]).toEqual([first.ticketId, first.ticketId]);
  });
});

describe('mail lost elsewhere', () => {
  it('ZM#2754: one bad mail blocked the rest', async () => {
    const bad = `${letter('x').replace(/\r\n\r\n[\s\S]*/, '')}\r\nContent-Type: multipart/mixed; boundary="\r\n\r\n--\r\n`;
    const taken = await desk.takeInAll([letter('before'), bad, Buffer.from([0xff, 0x00]), letter('after')]);
    expect(taken.every((t) => t.ticketId !== null)).toBe(true);
  });

  it('LD: mail without Message-ID, and what a marketplace sends automatically, was dropped in silence', async () => {
    const bare = await desk.takeIn(withoutHeader(letter('no id'), 'message-id'));
    const notice = await desk.takeIn(
      letter('A return was requested', { From: 'donotreply@amazon.fr', 'Auto-Submitted': 'auto-generated' }),
    );
    expect([bare.state, notice.state]).toEqual(['ticketed', 'ticketed']);
  });

  it('FH#2433: connecting an old mailbox opened tickets "2000 h late" and sent 20,000 mails', async () => {
    const old = await desk.takeInAll(
      Array.from({ length: 20 }, (_, i) =>
        letter(`old ${i}`, { From: `b${i}@home.example`, Date: 'Tue, 01 Oct 2019 10:00:00 +0000' }),
      ),
      { isHistory: true },
    );
    const [{ open, sent, clocks }] = await app.source.query(
      `SELECT (SELECT count(*)::int FROM tickets WHERE status <> 'closed') AS open, (SELECT count(*)::int FROM messages WHERE direction = 'out') AS sent, (SELECT count(*)::int FROM deadlines) AS clocks`,
    );
    expect([old.length, open, sent, clocks]).toEqual([20, 0, 0, 0]);
  });
});

describe('loops elsewhere', () => {
  it('alga-psa#2772: an auto-reply reopened the ticket again and again', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    await desk.set(first.ticketId, `status = 'resolved', resolved_at = now()`);
    for (let i = 0; i < 3; i++) {
      await desk.takeIn(
        letter('Away', {
          From: `vacation-${i}@home.example`,
          'Auto-Submitted': 'auto-replied (vacation)',
          'In-Reply-To': `<${header}>`,
        }),
      );
    }
    expect(await desk.ticket(first.ticketId)).toMatchObject({ status: 'resolved', message_count: 4 });
  });

  it('freescout Mail.php: "Auto-Submitted: no" was taken for automatic', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    await desk.set(first.ticketId, `status = 'resolved', resolved_at = now()`);
    await desk.takeIn(letter('I wrote this', { 'Auto-Submitted': 'no', 'In-Reply-To': `<${header}>` }));
    expect((await desk.ticket(first.ticketId)).status).toBe('open');
  });
});

describe('content hidden elsewhere', () => {
  it('FS#4287: the address in Reply-To was shown as the customer, and used for phishing', async () => {
    const taken = await desk.open('Ann <ann@home.example>', { 'Reply-To': 'Ann <thief@evil.example>' });
    const [{ value }] = await app.source.query('SELECT value FROM contact_addresses WHERE contact_id = $1', [
      (await desk.ticket(taken.ticketId)).contact_id,
    ]);
    expect(value).toBe('ann@home.example');
  });

  it('FS#5657: a passage between quoted lines was folded away', async () => {
    const taken = await desk.takeIn(
      letter('> Which colour?\nAnthracite, RAL 7016.\n> Which size?\n900 x 2120 mm\n> Kind regards'),
    );
    const agent = await app.signIn('agent');
    const { body } = await agent.call('GET', `/tickets/${taken.ticketId}`);
    expect(body.messages[0].text).toContain('RAL 7016');
    expect(body.messages[0].text).toContain('900 x 2120 mm');
  });
});
