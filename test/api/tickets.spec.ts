import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { eventually, letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

let app: TestApp;
let desk: IntakeBench;
let agent: SignedIn;
let colleague: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  desk = await intakeOf(app);
  agent = await app.signIn('agent');
  colleague = await app.signIn('lead');
});
afterAll(() => app.close());
afterEach(() => desk.clear());

const get = async (id: string | null, by = agent) => (await by.call('GET', `/tickets/${id}`)).body;
const list = async (query: string, by = agent) => (await by.call('GET', `/tickets?${query}`)).body;
const numbers = (page: { items: { subject: string }[] }) => page.items.map((t) => t.subject);

describe('the buyer', () => {
  it('comes with the customs of the country, in the language of whoever reads', async () => {
    const { ticketId } = await desk.open('Jean <jean@home.example>');
    const { contactId } = (await get(ticketId)).ticket;
    await agent.call('PATCH', `/contacts/${contactId}`, { country: 'FR' });
    const chinese = await app.signIn('agent', { interfaceLanguage: 'zh-CN' });
    const customs = async (by: SignedIn) => (await by.call('GET', `/contacts/${contactId}`)).body.culture;
    expect((await customs(agent)).notes).toEqual(
      expect.arrayContaining(['Polite form: vous.', 'Prefer French to English.']),
    );
    expect(await customs(chinese)).toMatchObject({
      units: '毫米；信件中用厘米',
      notes: expect.arrayContaining(['敬称：vous。', '宜用法语，不用英语。']),
    });
  });
});

describe('the list', () => {
  it('pages by keyset without gap or repeat while new mail comes in, in every order', async () => {
    for (let i = 0; i < 7; i++) await desk.open(undefined, { Subject: `s${i}` });
    const first = await list('view=all&limit=3');
    await desk.open(undefined, { Subject: 'late' });
    const second = await list(`view=all&limit=3&after=${encodeURIComponent(first.next)}`);
    const third = await list(`view=all&limit=3&after=${encodeURIComponent(second.next)}`);
    expect([...numbers(first), ...numbers(second), ...numbers(third)]).toEqual([
      's6',
      's5',
      's4',
      's3',
      's2',
      's1',
      's0',
    ]);
    expect(third.next).toBeNull();
    expect(numbers(await list('view=open&sort=oldest&limit=2'))).toEqual(['s0', 's1']);
  });

  it('has views and filters, and counts them', async () => {
    const [a, b, c, spam] = [await desk.open(), await desk.open(), await desk.open(), await desk.open()];
    await agent.call('PATCH', `/tickets/${a.ticketId}`, { assigneeId: agent.userId, tags: ['urgent one'] });
    await agent.call('PATCH', `/tickets/${b.ticketId}`, {
      snoozedUntil: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await agent.call('PATCH', `/tickets/${c.ticketId}`, { status: 'resolved', language: 'pt-BR' });
    await agent.call('PATCH', `/tickets/${spam.ticketId}`, { isSpam: true });
    const ids = async (query: string) => (await list(query)).items.map((t: { id: string }) => t.id);
    expect(await ids('view=mine')).toEqual([a.ticketId]);
    expect(await ids('view=snoozed')).toEqual([b.ticketId]);
    expect(await ids('view=resolved')).toEqual([c.ticketId]);
    expect(await ids('view=spam')).toEqual([spam.ticketId]);
    expect(await ids('view=all&tag=urgent%20one')).toEqual([a.ticketId]);
    expect(await ids('view=all&language=pt')).toEqual([c.ticketId]);
    expect(await ids(`view=all&assigneeId=${agent.userId}&storeId=${desk.store.id}`)).toEqual([a.ticketId]);
    const { counts } = (await agent.call('GET', '/ticket-counts')).body;
    expect(counts).toMatchObject({ mine: 1, snoozed: 1, spam: 1 });
    expect((await agent.call('GET', '/tags')).body.items).toEqual(['urgent one']);
  });

  it('knows what each person has read', async () => {
    const { ticketId } = await desk.open();
    const unread = async (by: SignedIn) => (await list('view=all', by)).items[0].isUnread;
    await agent.call('PUT', `/tickets/${ticketId}/read`, {});
    expect([await unread(agent), await unread(colleague)]).toEqual([false, true]);
    await desk.takeIn(letter('more', { References: `<${await desk.headerOf((await get(ticketId)).messages[0].id)}>` }));
    expect(await unread(agent)).toBe(true);
    await agent.call('PUT', `/tickets/${ticketId}/read`, {});
    await agent.call('PUT', `/tickets/${ticketId}/read`, { isRead: false });
    expect(await unread(agent)).toBe(true);
  });
});

describe('changes', () => {
  it('leave a line each and can be taken back, until somebody else changed the same', async () => {
    const { ticketId } = await desk.open();
    await agent.call('PATCH', `/tickets/${ticketId}`, { status: 'on_hold', priority: 'high' });
    const changed = await get(ticketId);
    expect(changed.events.at(-1)).toMatchObject({
      type: 'changed',
      userId: agent.userId,
      data: { after: { status: 'on_hold', priority: 'high' } },
    });
    expect((await agent.call('POST', `/tickets/${ticketId}/undo`)).body).toMatchObject({
      status: 'new',
      priority: 'normal',
    });
    await agent.call('PATCH', `/tickets/${ticketId}`, { priority: 'high' });
    await colleague.call('PATCH', `/tickets/${ticketId}`, { priority: 'low' });
    expect((await agent.call('POST', `/tickets/${ticketId}/undo`)).body.code).toBe('ticket.tooLateToUndo');
  });

  it('go to many tickets at once, or to none', async () => {
    const [a, b] = [await desk.open(), await desk.open()];
    const nobody = '00000000-0000-7000-8000-000000000000';
    const refused = await agent.call('PATCH', '/tickets', {
      ids: [a.ticketId, nobody],
      changes: { status: 'resolved' },
    });
    expect(refused.status).toBe(404);
    expect((await get(a.ticketId)).ticket.status).toBe('new');
    const done = await agent.call('PATCH', '/tickets', {
      ids: [a.ticketId, b.ticketId],
      changes: { status: 'resolved' },
    });
    expect(done.body.items.map((t: { status: string }) => t.status)).toEqual(['resolved', 'resolved']);
  });

  it('name people and teams that are there', async () => {
    const { ticketId } = await desk.open();
    const production = await app.signIn('production');
    const to = async (assigneeId: string) =>
      (await agent.call('PATCH', `/tickets/${ticketId}`, { assigneeId })).body.code;
    expect(await to(production.userId)).toBe('ticket.unknownPerson');
    expect(await to('00000000-0000-7000-8000-000000000000')).toBe('ticket.unknownPerson');
    expect((await production.call('GET', `/tickets/${ticketId}`)).body.code).toBe('identity.forbidden');
  });

  it('merge two tickets, and refuse nonsense', async () => {
    const [a, b] = [await desk.open(), await desk.open()];
    expect((await agent.call('POST', `/tickets/${a.ticketId}/merge`, { intoId: a.ticketId })).body.code).toBe(
      'ticket.mergeIntoItself',
    );
    await agent.call('POST', `/tickets/${a.ticketId}/merge`, { intoId: b.ticketId });
    expect((await get(b.ticketId)).messages).toHaveLength(2);
    expect((await get(a.ticketId)).mergedInto).toMatchObject({ id: b.ticketId });
    expect((await agent.call('POST', `/tickets/${a.ticketId}/merge`, { intoId: b.ticketId })).body.code).toBe(
      'ticket.alreadyMerged',
    );
    expect((await agent.call('POST', `/tickets/${a.ticketId}/replies`, { text: 'x' })).body.code).toBe(
      'ticket.alreadyMerged',
    );
  });

  it('split an old mail that was used again off its ticket', async () => {
    const first = await desk.open();
    const { header } = await desk.answer(first.ticketId!);
    const reused = await desk.takeIn(
      letter('By the way, a window?', { 'In-Reply-To': `<${header}>`, Subject: 'A window' }),
    );
    expect(reused.ticketId).toBe(first.ticketId);
    expect(
      (await agent.call('POST', `/tickets/${first.ticketId}/split`, { messageId: first.messageId })).body.code,
    ).toBe('ticket.nothingToSplit');
    const { body } = await agent.call('POST', `/tickets/${first.ticketId}/split`, { messageId: reused.messageId });
    expect(body).toMatchObject({ subject: 'A window', messageCount: 1 });
    expect((await get(first.ticketId)).ticket.messageCount).toBe(2);
    const next = await desk.takeIn(
      letter('and?', {
        References: `<${header}> <${await desk.headerOf(reused.messageId)}>`,
        'In-Reply-To': `<${await desk.headerOf(reused.messageId)}>`,
      }),
    );
    expect(next.threading).toMatch(/ownMessageId|references/);
  });
});

describe('notes and drafts', () => {
  it('tell whoever is mentioned, and nobody outside', async () => {
    const { ticketId } = await desk.open();
    const note = await agent.call('POST', `/tickets/${ticketId}/notes`, {
      text: '@lead please look',
      mentions: [colleague.userId],
    });
    expect(note.body).toMatchObject({ direction: 'note', mentions: [colleague.userId], delivery: null });
    expect((await list('view=mentions', colleague)).items.map((t: { id: string }) => t.id)).toEqual([ticketId]);
    expect((await get(ticketId)).ticket.lastDirection).toBe('in');
    const bad = await agent.call('POST', `/tickets/${ticketId}/notes`, {
      text: 'x',
      mentions: ['00000000-0000-7000-8000-000000000000'],
    });
    expect(bad.body.code).toBe('ticket.unknownPerson');
  });

  it('keep what is being typed for its writer alone, until it is sent', async () => {
    const { ticketId } = await desk.open();
    await agent.call('PUT', `/tickets/${ticketId}/draft`, { kind: 'reply', body: 'Dear Ann, …' });
    expect((await get(ticketId)).drafts).toMatchObject([{ kind: 'reply', body: 'Dear Ann, …' }]);
    expect((await get(ticketId, colleague)).drafts).toEqual([]);
    await agent.call('POST', `/tickets/${ticketId}/replies`, { text: 'Dear Ann, done.' });
    expect((await get(ticketId)).drafts).toEqual([]);
  });
});

describe('an answer', () => {
  it('can be taken back before it leaves, and becomes the draft again with its files', async () => {
    const { ticketId } = await desk.open();
    const upload = await fetch(
      `${app.url}/api/v1/uploads?name=${encodeURIComponent('圖 plan.pdf')}&type=application/pdf`,
      {
        method: 'POST',
        headers: { cookie: agent.cookie, 'content-type': 'application/octet-stream' },
        body: '%PDF-1.4',
      },
    );
    const file = await upload.json();
    const sent = await agent.call('POST', `/tickets/${ticketId}/replies`, {
      text: 'with a plan',
      attachmentIds: [file.id],
      cc: ['wife@other.example'],
    });
    expect(sent.body).toMatchObject({
      delivery: { state: 'queued' },
      cc: [{ address: 'wife@other.example' }],
      attachments: [{ id: file.id, preview: 'pdf' }],
    });
    expect((await get(ticketId)).ticket).toMatchObject({
      status: 'pending',
      assigneeId: agent.userId,
      lastDirection: 'out',
      waitingSince: null,
    });
    const undone = await agent.call('POST', `/messages/${sent.body.id}/undo`);
    expect(undone.body).toMatchObject({ body: 'with a plan', cc: ['wife@other.example'], attachmentIds: [file.id] });
    const back = await get(ticketId);
    expect(back.messages).toHaveLength(1);
    expect(back.ticket).toMatchObject({ lastDirection: 'in', messageCount: 1 });
    expect(back.ticket.waitingSince).not.toBeNull();
    expect((await agent.call('POST', `/messages/${sent.body.id}/undo`)).body.code).toBe('ticket.tooLateToUndo');
    const [job] = await app.source.query(`SELECT 1 FROM graphile_worker.jobs WHERE key = $1`, [
      `delivery:${sent.body.id}`,
    ]);
    expect(job).toBeUndefined();
  });

  it('leaves the ticket as it was when an answer is taken back: status, assignee, snooze, clocks, trail', async () => {
    const admin = await app.signIn('administrator');
    const target = await admin.call('POST', '/service-targets', { name: 'A day', firstResponseMinutes: 1440 });
    const { ticketId } = await desk.open('Tilda <tilda@home.example>');
    await agent.call('PATCH', `/tickets/${ticketId}`, { status: 'open', assigneeId: null });
    const clocks = async () => (await agent.call('GET', `/tickets/${ticketId}/deadlines`)).body.items;
    const state = async () => {
      const { ticket } = await get(ticketId);
      const { status, assigneeId, snoozedUntil, resolvedAt, nextDeadlineAt } = ticket;
      return { status, assigneeId, snoozedUntil, resolvedAt, nextDeadlineAt };
    };
    const trail = async () =>
      app.source.query('SELECT type, data FROM ticket_events WHERE ticket_id = $1 ORDER BY id', [ticketId]);
    const [before, trailBefore] = [await state(), await trail()];
    expect(before).toMatchObject({ status: 'open', assigneeId: null });
    const sent = await agent.call('POST', `/tickets/${ticketId}/replies`, { text: 'too early', status: 'resolved' });
    await eventually(async () => (await clocks())[0]?.metAt, 'the clock to stop');
    expect(await state()).toMatchObject({ status: 'resolved', assigneeId: agent.userId, nextDeadlineAt: null });
    await agent.call('POST', `/messages/${sent.body.id}/undo`);
    await eventually(async () => (await clocks())[0]?.metAt === null, 'the clock to run on');
    expect(await state()).toEqual(before);
    expect(await trail()).toEqual([...trailBefore, { type: 'replyUndone', data: { messageId: sent.body.id } }]);
    await admin.call('DELETE', `/service-targets/${target.body.id}`);
  });

  it('goes to where the buyer wrote from, not to a stranger in Reply-To', async () => {
    const first = await desk.open('Ann <ann@home.example>', { 'Reply-To': 'thief@evil.example' });
    expect((await get(first.ticketId)).reply.to).toEqual({ name: 'Ann', address: 'ann@home.example' });
    const form = await desk.open('Web form <sales@doors.example>', { 'Reply-To': 'Bob <bob@home.example>' });
    expect((await get(form.ticketId)).reply.to.address).toBe('bob@home.example');
    const amazon = await desk.open(
      '"Ann - Amazon Marketplace" <stb6ssjkf7gpxz4+0a1b2c3d-0000-4000-8000-1234567890ab@marketplace.amazon.de>',
    );
    expect((await get(amazon.ticketId)).reply.to.address).toBe(
      'stb6ssjkf7gpxz4+0a1b2c3d-0000-4000-8000-1234567890ab@marketplace.amazon.de',
    );
  });

  it('that failed reopens its ticket and tells its author', async () => {
    const { ticketId } = await desk.open();
    const sent = await agent.call('POST', `/tickets/${ticketId}/replies`, { text: 'x', status: 'resolved' });
    const { SetDeliveryState } = await import('../../src/tickets/index.ts');
    await app.source.transaction((db) =>
      app
        .get(SetDeliveryState)
        .set(db, { messageId: sent.body.id, state: 'failed', detail: '550 no such user', at: new Date() }),
    );
    const detail = await get(ticketId);
    expect(detail.ticket).toMatchObject({ status: 'open', hasFailedDelivery: true });
    expect(detail.messages.at(-1).delivery).toMatchObject({ state: 'failed', detail: '550 no such user' });
    expect(detail.events.map((e: { type: string }) => e.type)).toContain('deliveryFailed');
  });
});

describe("a buyer's mail on our pages", () => {
  const html = (body: string) => letter(body, { 'Content-Type': 'text/html; charset=utf-8' });

  it('neither runs nor phones home, and shows remote pictures only when asked', async () => {
    const { messageId } = await desk.takeIn(
      html(
        '<p onclick="steal()">Hello<script>steal()</script><img src="https://track.example/x.png"><a href="javascript:x">l</a></p>',
      ),
    );
    const page = async (query = '') => agent.call('GET', `/messages/${messageId}/html${query}`);
    const safe = await page();
    expect(safe.body).toContain('Hello');
    expect(safe.body).not.toMatch(/<script|onclick|javascript:| src="https:/);
    expect(safe.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect((await page('?images=true')).body).toContain('https://track.example/x.png');
  });

  it('gives files out as what they are, and nothing that could act as a page', async () => {
    const multipart = (type: string, name: string, content: string) =>
      letter('').replace(
        /Content-Type[\s\S]*$/,
        `Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nsee\r\n--x\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n--x--\r\n`,
      );
    const file = async (raw: string) => {
      const { ticketId } = await desk.takeIn(raw);
      const [attachment] = (await get(ticketId)).messages[0].attachments;
      return { attachment, ...(await agent.call('GET', `/attachments/${attachment.id}`)) };
    };
    const page = await file(multipart('text/html', 'a.html', '<script>x</script>'));
    expect(page.headers.get('content-type')).toMatch(/^application\/octet-stream/);
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/);
    const picture = await file(multipart('image/png', 'a.png', 'PNG'));
    expect([
      picture.attachment.preview,
      picture.headers.get('content-type'),
      picture.headers.get('x-content-type-options'),
    ]).toEqual(['image', 'image/png', 'nosniff']);
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
    const svg = await file(multipart('image/svg+xml', 'a.svg', '<svg onload="x"/>'));
    expect(svg.headers.get('content-disposition')).toMatch(/^attachment/);
    const nasty = await file(multipart('application/pdf', 'a";\\r\\nx: y.pdf', 'PDF'));
    expect(nasty.headers.get('x')).toBeNull();
  });

  it('can be had byte for byte', async () => {
    const raw = letter('as it came: äöü');
    const { messageId } = await desk.takeIn(raw);
    const answer = await agent.call('GET', `/messages/${messageId}/raw`);
    expect(answer.body).toBe(raw);
    await eventually(async () => (await app.source.query('SELECT 1 FROM received_messages LIMIT 1'))[0], 'the ledger');
  });
});
