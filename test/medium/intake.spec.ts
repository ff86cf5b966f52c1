import { randomBytes } from 'node:crypto';
import { WriteBatch } from '../../src/intake/write-batch.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';
import { eventually, letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

let app: TestApp;
let desk: IntakeBench;
beforeAll(async () => {
  app = await startTestApp();
  desk = await intakeOf(app);
});
afterAll(() => app.close());
afterEach(() => desk.clear());

const messageOf = async (ticketId: string | null) =>
  (await app.source.query('SELECT * FROM messages WHERE ticket_id = $1 ORDER BY id', [ticketId]))[0];

describe('odd mail', () => {
  it.each([
    ['a header only', 'From: a@b.example\r\n'],
    ['no sender', letter('x').replace(/^From:.*\r\n/m, '')],
    ['a sender without address', letter('x', { From: 'undisclosed' })],
    ['NUL bytes', letter('a\u0000b', { Subject: 'x\u0000y', From: '"N\u0000l" <n\u0000l@home.example>' })],
    ['half surrogates', letter('x', { Subject: '=?utf-16be?B?2D0=?= \ud83d' })],
    ['a header of a megabyte', letter('x', { Subject: 'y'.repeat(1_000_000) })],
    ['a Message-ID of 50 kB', letter('x', { 'Message-ID': `<${'i'.repeat(50_000)}@x.example>` })],
    [
      '5,000 references',
      letter('x', { References: Array.from({ length: 5_000 }, (_, i) => `<${i}@x.example>`).join('\r\n ') }),
    ],
    ['an order number without end', letter(`order no. 1${'2'.repeat(50_000)}`)],
    ['a date out of this world', letter('x', { Date: 'Mon, 01 Jan 275760 00:00:00 +0000' })],
    ['invalid UTF-8', Buffer.concat([Buffer.from(letter('')), Buffer.from([0xff, 0xfe, 0xc3, 0x28])])],
    [
      '1,000 recipients',
      letter('x', { To: Array.from({ length: 1_000 }, (_, i) => `p${i}@x.example`).join(',\r\n ') }),
    ],
  ])('becomes a ticket: %s', async (_what, raw) => {
    const [odd, next] = await desk.takeInAll([raw, letter('the next one goes on')]);
    expect([odd!.state, odd!.reason]).toEqual(['ticketed', null]);
    expect(next!.state).toBe('ticketed');
  });
});

it.each([
  ['nothing at all', Buffer.alloc(0)],
  ['binary rubbish', Buffer.concat([Buffer.from([0, 1, 2]), randomBytes(20_000)])],
])('keeps what is no mail as a ticket that says so: %s', async (_what, raw) => {
  const odd = await desk.takeIn(raw);
  expect([odd.state, odd.threading]).toEqual(['failed', 'unreadable']);
  expect(await messageOf(odd.ticketId)).toMatchObject({ is_unreadable: true });
});

it('takes mail in through a channel that belongs to no store', async () => {
  await app.source.query('UPDATE channels SET store_id = NULL WHERE id = $1', [desk.channel.id]);
  const taken = await desk.takeIn(letter('Guten Tag, haben Sie auch Türen aus Eiche?'));
  await app.source.query('UPDATE channels SET store_id = $2 WHERE id = $1', [desk.channel.id, desk.store.id]);
  expect([taken.state, (await desk.ticket(taken.ticketId))['language']]).toEqual(['ticketed', 'de']);
});

describe('a message that breaks its batch', () => {
  const marker = 'POISON';
  let write: WriteBatch['write'];
  let fails: (text: string) => boolean;
  beforeEach(() => {
    const writing = app.get(WriteBatch);
    write = writing.write;
    writing.write = async (db, outcomes, now) => {
      if (outcomes.some((o) => fails(o.item.mail?.text ?? ''))) throw new Error('a row nobody can write');
      await write.call(writing, db, outcomes, now);
    };
  });
  afterEach(() => {
    app.get(WriteBatch).write = write;
  });

  it('is the only one to suffer, and is kept as a ticket with its bytes attached', async () => {
    fails = (text) => text.includes(marker);
    const raws = Array.from({ length: 7 }, (_, i) => letter(i === 3 ? marker : `good ${i}`));
    const taken = await desk.takeInAll(raws);
    expect(taken.map((t) => t.state)).toEqual(Array.from({ length: 7 }, (_, i) => (i === 3 ? 'failed' : 'ticketed')));
    const bad = taken[3]!;
    expect([bad.reason, bad.threading]).toEqual(['a row nobody can write', 'unreadable']);
    const agent = await app.signIn('agent');
    const { body } = await agent.call('GET', `/tickets/${bad.ticketId}`);
    expect(body.messages[0]).toMatchObject({
      isUnreadable: true,
      attachments: [{ name: 'message.eml', type: 'message/rfc822' }],
    });
    const file = await agent.call('GET', `/attachments/${body.messages[0].attachments[0].id}`);
    expect(file.body).toBe(raws[3]);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('is given up with its bytes when even that fails, and can be tried again', async () => {
    fails = () => true;
    const given = await desk.takeIn(letter('nothing can be written today'));
    expect([given.state, given.ticketId]).toEqual(['failed', null]);
    const admin = await app.signIn('administrator');
    expect((await admin.call('GET', '/intake')).body).toMatchObject({ waiting: 0, failed: 1 });
    fails = () => false;
    expect((await admin.call('POST', `/received-messages/${given.receivedId}/retry`)).status).toBe(204);
    await eventually(
      async () =>
        (await app.source.query(`SELECT 1 FROM messages WHERE received_message_id = $1`, [given.receivedId]))[0],
      'the retried message',
    );
    const again = await admin.call('POST', `/received-messages/${given.receivedId}/retry`);
    expect(again.body.code).toBe('intake.notRetryable');
  });
});

describe('a bounce', () => {
  const report = (header: string) =>
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
      'To: sales@doors.example',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Auto-Submitted: auto-replied',
      `Message-ID: <bounce.${Math.random()}@mx.example>`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry, your message could not be delivered.',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; buyer@home.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: sales@doors.example',
      'To: buyer@home.example',
      'Subject: Re: A door',
      `Message-ID: <${header}>`,
      '',
      'ours',
      '--b--',
      '',
    ].join('\r\n');

  it('stands on the answer that came back, marks the address and reopens the ticket', async () => {
    const first = await desk.open();
    const sent = await desk.answer(first.ticketId!);
    await desk.set(first.ticketId, `status = 'resolved', resolved_at = now()`);
    const bounce = await desk.takeIn(report(sent.header));
    expect([bounce.ticketId, bounce.threading]).toEqual([first.ticketId, 'bouncedMessage']);
    const state = await eventually(async () => {
      const [m] = await app.source.query('SELECT delivery_state, delivery_detail FROM messages WHERE id = $1', [
        sent.id,
      ]);
      return m.delivery_state === 'bounced' ? m : null;
    }, 'the state on the answer');
    expect(state.delivery_detail).toContain('5.1.1');
    expect(await desk.ticket(first.ticketId)).toMatchObject({ status: 'open', has_failed_delivery: true });
    const [address] = await app.source.query(
      `SELECT bounced_at FROM contact_addresses WHERE value = 'buyer@home.example'`,
    );
    expect(address.bounced_at).not.toBeNull();
    expect(await app.source.query(`SELECT 1 FROM contacts WHERE name ILIKE '%daemon%'`)).toEqual([]);
  });

  it('of a mail that is not ours joins nothing', async () => {
    const first = await desk.open();
    const bounce = await desk.takeIn(report('m.forged@doors.example'));
    expect(bounce.ticketId).not.toBe(first.ticketId);
  });
});

describe('old mail', () => {
  it('comes as history: closed, without clocks, routing, notices or anything to send', async () => {
    const isHistory = true;
    const old = await desk.takeInAll(
      [
        letter('a question of 2019', { 'Message-ID': '<h1@home.example>', Date: 'Tue, 01 Oct 2019 10:00:00 +0000' }),
        letter('our answer of 2019', {
          From: 'Doors <sales@doors.example>',
          To: 'buyer@home.example',
          'Message-ID': '<h2@doors.example>',
          'In-Reply-To': '<h1@home.example>',
          Date: 'Wed, 02 Oct 2019 10:00:00 +0000',
        }),
      ],
      { isHistory },
    );
    expect(new Set(old.map((o) => o.ticketId)).size).toBe(1);
    const ticket = await desk.ticket(old[0]!.ticketId);
    expect(ticket).toMatchObject({
      status: 'closed',
      is_history: true,
      assignee_id: null,
      waiting_since: null,
      next_deadline_at: null,
      last_direction: 'out',
    });
    expect(ticket.last_message_at.toISOString()).toBe('2019-10-02T10:00:00.000Z');
    const directions = await app.source.query(
      'SELECT direction FROM messages WHERE ticket_id = $1 ORDER BY received_at',
      [ticket.id],
    );
    expect(directions.map((d: { direction: string }) => d.direction)).toEqual(['in', 'out']);
    const [{ n }] = await app.source.query(
      `SELECT (SELECT count(*) FROM deadlines)::int + (SELECT count(*) FROM outbox)::int AS n`,
    );
    expect(n).toBe(0);
  });

  it('from our own address in a live mailbox is a loop, and is ignored with the reason', async () => {
    const own = await desk.takeIn(letter('me again', { From: 'sales@doors.example' }));
    expect([own.state, own.reason]).toEqual(['ignored', 'ownMail']);
  });
});

describe('understanding', () => {
  it('guesses language, country and order, each with its reason, and learns the buyer', async () => {
    await app.source.query(
      `INSERT INTO orders (id, external_id, placed_at) VALUES (gen_random_uuid(), 'FR-20931', now())`,
    );
    const taken = await desk.takeIn(
      letter(
        'Bonjour, où en est ma commande n° FR-20931 ? Nous habitons à Pontarlier, dans le Jura. Tél. +33 3 81 00 00 00',
        {
          From: 'Jean Perrenoud <jean@perrenoud.example>',
        },
      ),
    );
    const ticket = await desk.ticket(taken.ticketId);
    expect(ticket).toMatchObject({
      language: 'fr',
      country: 'FR',
      region: 'europe',
      order_id: 'FR-20931',
      intent: 'order_status',
      contact_name: 'Jean Perrenoud',
    });
    const [contact] = await app.source.query('SELECT language, country FROM contacts WHERE id = $1', [
      ticket.contact_id,
    ]);
    expect(contact).toEqual({ language: 'fr', country: 'FR' });
    expect((await messageOf(taken.ticketId)).language_reason.code).toEqual(expect.any(String));
  });

  it('takes no number behind "order" for an order that nobody knows', async () => {
    const taken = await desk.takeIn(letter('I want to order 2024 doors'));
    expect((await desk.ticket(taken.ticketId))['order_id']).toBeNull();
  });

  it('keeps to what a person corrected', async () => {
    const first = await desk.takeIn(letter('ok', { Subject: '12345' }));
    const agent = await app.signIn('agent');
    await agent.call('PATCH', `/tickets/${first.ticketId}`, { language: 'nl', country: 'BE' });
    const next = await desk.takeIn(letter('ok', { Subject: '777' }));
    expect(await desk.ticket(next.ticketId)).toMatchObject({ language: 'nl', country: 'BE', region: 'europe' });
  });
});
