import { startTestApp, type TestApp } from '../factories/app.ts';
import { letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

let app: TestApp;
let desk: IntakeBench;
beforeAll(async () => {
  app = await startTestApp();
  desk = await intakeOf(app);
});
afterAll(() => app.close());
afterEach(() => desk.clear());

const amazon = (name: string) => `"${name} - Amazon Marketplace" <stb6ssjkf7gpxz4@marketplace.amazon.de>`;

describe('who may join a ticket', () => {
  it('lets anybody in who answers to the signed address or to a mail of ours', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    const friend = 'Friend <friend@elsewhere.example>';
    const byAddress = await desk.takeIn(letter('me too', { From: friend, To: desk.replyAddress(first.ticketId!) }));
    const byHeader = await desk.takeIn(
      letter('and me', { From: 'C <c@third.example>', References: `<x@y> <${header}>` }),
    );
    expect([byAddress.ticketId, byAddress.threading]).toEqual([first.ticketId, 'replyAddress']);
    expect([byHeader.ticketId, byHeader.threading]).toEqual([first.ticketId, 'ownMessageId']);
  });

  it('lets a colleague of the buyer in, and nobody who only shares a free mail provider', async () => {
    const company = await desk.open('Anna <anna@bau-meier.example>');
    const colleague = await desk.takeIn(
      letter('I answer for Anna', {
        From: 'Bernd <bernd@einkauf.bau-meier.example>',
        'In-Reply-To': `<${await desk.headerOf(company.messageId)}>`,
      }),
    );
    expect([colleague.ticketId, colleague.threading]).toEqual([company.ticketId, 'references']);
    const free = await desk.open('Jean <jean@gmail.com>');
    const stranger = await desk.takeIn(
      letter('hello', { From: 'Eve <eve@gmail.com>', 'In-Reply-To': `<${await desk.headerOf(free.messageId)}>` }),
    );
    expect([stranger.ticketId === free.ticketId, stranger.threading]).toEqual([false, 'stranger']);
  });

  it('lets in whom the buyer copied in', async () => {
    const first = await desk.open(undefined, { Cc: 'wife@other.example' });
    const wife = await desk.takeIn(
      letter('I am the wife', { From: 'wife@other.example', References: `<${await desk.headerOf(first.messageId)}>` }),
    );
    expect(wife.ticketId).toBe(first.ticketId);
  });

  it('takes a guessed or a leaked number for no permission', async () => {
    const first = await desk.open();
    const subject = `Re: A door ${desk.reference(first.number)}`;
    const buyer = await desk.takeIn(letter('it is me', { Subject: subject }));
    const mallory = await desk.takeIn(letter('let me in', { From: 'm@evil.example', Subject: subject }));
    const guess = await desk.takeIn(
      letter('let me in', { From: 'm@evil.example', Subject: `[DR-${first.number}-0000]` }),
    );
    expect([buyer.ticketId, buyer.threading]).toEqual([first.ticketId, 'subjectToken']);
    expect([mallory.ticketId === first.ticketId, mallory.threading]).toEqual([false, 'stranger']);
    expect([guess.ticketId === first.ticketId, guess.threading]).toEqual([false, 'newTicket']);
  });

  it('follows Outlook through its Thread-Index, by somebody who takes part only', async () => {
    const index = Buffer.from('01d0c0ffee000102030405060708090a0b0c0d0e0f10', 'hex').toString('base64');
    const reply = Buffer.from('01d0c0ffee000102030405060708090a0b0c0d0e0f100102030405', 'hex').toString('base64');
    const first = await desk.open(undefined, { 'Thread-Index': index });
    const second = await desk.takeIn(letter('more', { 'Thread-Index': reply, Subject: 'RE: A door' }));
    const other = await desk.takeIn(letter('no', { From: 'x@evil.example', 'Thread-Index': reply }));
    expect([second.ticketId, second.threading]).toEqual([first.ticketId, 'threadIndex']);
    expect(other.ticketId).not.toBe(first.ticketId);
  });
});

describe('what belongs together', () => {
  it('answers to one mail that never came here', async () => {
    const unknown = '<sent-before-we-were-connected@doors.example>';
    const first = await desk.open(undefined, { References: unknown });
    const again = await desk.takeIn(letter('one more thing', { 'In-Reply-To': unknown, References: unknown }));
    const stranger = await desk.takeIn(letter('me', { From: 'x@evil.example', References: unknown }));
    expect([again.ticketId, again.threading]).toEqual([first.ticketId, 'sameParent']);
    expect(stranger.ticketId).not.toBe(first.ticketId);
  });

  it('a conversation that arrives in one batch', async () => {
    const taken = await desk.takeInAll([
      letter('first', { 'Message-ID': '<a1@home.example>' }),
      letter('second', { 'Message-ID': '<a2@home.example>', 'In-Reply-To': '<a1@home.example>' }),
      letter('third', { 'Message-ID': '<a3@home.example>', References: '<a1@home.example> <a2@home.example>' }),
      letter('another matter', { 'Message-ID': '<b1@home.example>' }),
    ]);
    expect(new Set(taken.slice(0, 3).map((t) => t.ticketId)).size).toBe(1);
    expect(taken[3]!.ticketId).not.toBe(taken[0]!.ticketId);
    expect((await desk.ticket(taken[0]!.ticketId)).message_count).toBe(3);
  });

  it('a marketplace buyer and an order, which come without any threading header', async () => {
    const order = (n: string) => ({ From: amazon('Ann'), Subject: `Anfrage von Ann (Bestellung: ${n})` });
    const first = await desk.takeIn(letter('Wo ist sie?', order('302-1111111-1111111')));
    const same = await desk.takeIn(letter('Noch immer nicht da', order('302-1111111-1111111')));
    const other = await desk.takeIn(letter('Diese ist kaputt', order('302-2222222-2222222')));
    const vague = await desk.takeIn(letter('Danke', { From: amazon('Ann'), Subject: 'Anfrage von Ann' }));
    const neighbour = await desk.takeIn(
      letter('x', { ...order('302-1111111-1111111'), From: '<other0ther0ther@marketplace.amazon.de>' }),
    );
    expect([same.ticketId, same.threading]).toEqual([first.ticketId, 'marketplaceOrder']);
    expect(other.ticketId).not.toBe(first.ticketId);
    expect([vague.ticketId, vague.threading]).toEqual([other.ticketId, 'marketplaceBuyer']);
    expect(neighbour.ticketId).not.toBe(first.ticketId);
  });

  it('mail to a merged ticket', async () => {
    const [from, into] = [await desk.open(), await desk.open('Bob <bob@home.example>')];
    const { header } = await desk.answer(from.ticketId!);
    const lead = await app.signIn('lead');
    expect((await lead.call('POST', `/tickets/${from.ticketId}/merge`, { intoId: into.ticketId })).status).toBe(201);
    const late = await desk.takeIn(letter('late', { 'In-Reply-To': `<${header}>`, From: 'x@elsewhere.example' }));
    const byAddress = await desk.takeIn(letter('later', { To: desk.replyAddress(from.ticketId!) }));
    expect([late.ticketId, byAddress.ticketId]).toEqual([into.ticketId, into.ticketId]);
  });
});

describe('one message', () => {
  it('through two mailboxes, with other trace lines, is one', async () => {
    const raw = letter(`the same ${'and more '.repeat(40)}`, { 'Message-ID': '<one@home.example>' });
    const throughList = `Received: from list.example\r\n\tby b.example; today\r\n${raw}\r\n__\r\nlist mailing list\r\n`;
    const [a, b] = await desk.takeInAll([raw, throughList]);
    expect([a!.state, b!.state, b!.reason]).toEqual(['ticketed', 'ignored', 'duplicate']);
  });

  it('without Message-ID is known by all it says', async () => {
    const raw = letter('the same').replace(/^Message-ID:.*\r\n/m, '');
    const [a, b, c] = await desk.takeInAll([raw, `Received: x\r\n${raw}`, raw.replace('the same', 'not the same')]);
    expect([a!.state, b!.state, c!.state]).toEqual(['ticketed', 'ignored', 'ticketed']);
  });

  it('is not lost because its program repeats ids', async () => {
    const id = { 'Message-ID': '<always@printer.example>' };
    const [a, b, c] = await desk.takeInAll([
      letter('Monday', { ...id, Date: 'Mon, 23 Nov 2026 10:00:00 +0000' }),
      letter('Tuesday', { ...id, Date: 'Tue, 24 Nov 2026 10:00:00 +0000' }),
      letter('Tuesday too', { ...id, Date: 'Tue, 24 Nov 2026 10:00:00 +0000' }),
    ]);
    expect([a!.state, b!.state, c!.state]).toEqual(['ticketed', 'ticketed', 'ticketed']);
  });
});

describe('a ticket that was done with', () => {
  it('comes back soon after, and is followed up later', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    await desk.set(first.ticketId, `status = 'resolved', resolved_at = now() - interval '2 days'`);
    const soon = await desk.takeIn(letter('still broken', { 'In-Reply-To': `<${header}>` }));
    expect([soon.ticketId, (await desk.ticket(soon.ticketId)).status]).toEqual([first.ticketId, 'open']);
    await desk.set(first.ticketId, `status = 'closed', resolved_at = now() - interval '90 days'`);
    const late = await desk.takeIn(letter('a year later', { 'In-Reply-To': `<${header}>` }));
    expect([late.threading, (await desk.ticket(late.ticketId))['follow_up_of']]).toEqual(['followUp', first.ticketId]);
    expect((await desk.ticket(first.ticketId)).status).toBe('closed');
  });

  it('stays so when a machine answers, and its row keeps what people wrote', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    await desk.set(first.ticketId, `status = 'resolved', resolved_at = now(), waiting_since = NULL`);
    const before = await desk.ticket(first.ticketId);
    const away = await desk.takeIn(
      letter('I am on holiday until Monday.', {
        Subject: 'Automatic reply: Re: A door',
        'Auto-Submitted': 'auto-replied',
        'In-Reply-To': `<${header}>`,
      }),
    );
    const after = await desk.ticket(first.ticketId);
    expect(away.ticketId).toBe(first.ticketId);
    expect(after).toMatchObject({ status: 'resolved', waiting_since: null, message_count: before.message_count + 1 });
    expect([after['snippet'], after['last_message_at']]).toEqual([before['snippet'], before['last_message_at']]);
  });
});
