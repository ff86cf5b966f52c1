import { parseMessage } from '../../libs/mime/index.ts';
import { SettingsService } from '../../src/settings/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  await app.get(SettingsService).update({ undoSendSeconds: 0 });
  agent = await app.signIn('agent', { languages: [{ language: 'fr', level: 'fluent' }] });
  const admin = await app.signIn('administrator');
  await admin.call('POST', '/teams', { name: 'Francophone', languages: ['fr'], memberIds: [agent.userId] });
});
afterAll(() => app.close());

const newest = async () => (await agent.call('GET', '/tickets?view=all')).body.items[0];

describe('the main line', () => {
  it('takes a French letter in, routes it to who speaks French, answers it, and threads the answer to the answer', async () => {
    const said = await deliver(
      app,
      letter(
        "Bonjour,\n\nnous cherchons une porte d'entrée avec une trappe à lait dans la porte. Quel délai ?\n\nBien à vous,\nM. Perrenoud",
        { Subject: '=?utf-8?Q?Porte_d=27entr=C3=A9e?=' },
      ),
    );
    expect(said).toMatch(/^250/);
    await settled(app);
    const ticket = await newest();
    expect(ticket).toMatchObject({
      subject: "Porte d'entrée",
      language: 'fr',
      assigneeId: agent.userId,
      contactName: 'Ann Buyer',
      status: 'new',
      isUnread: true,
      isSpecialWish: true,
    });
    const detail = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
    expect(detail.routeReasons.map((r: { code: string }) => r.code)).toEqual(
      expect.arrayContaining(['teamLanguage', 'agentSpeaks']),
    );
    expect(detail.reply).toMatchObject({ to: { address: 'buyer@home.example' }, language: 'fr' });

    const sent = await agent.call('POST', `/tickets/${ticket.id}/replies`, {
      text: 'Bonjour Monsieur,\n\nc’est possible.',
    });
    expect([sent.status, sent.body.delivery.state]).toEqual([201, 'queued']);
    const mail = await eventually(
      async () => (await agent.call('GET', '/sent-mail')).body.items[0],
      'the answer in the sink',
    );
    const raw = await (
      await fetch(`${app.url}/api/v1/sent-mail/${mail.id}/raw`, { headers: { cookie: agent.cookie } })
    ).arrayBuffer();
    const answer = parseMessage(new Uint8Array(raw));
    expect(answer.inReplyTo).toBe(
      detail.messages[0] &&
        (
          await app.source.query('SELECT message_id_header AS h FROM messages WHERE id = $1', [detail.messages[0].id])
        )[0].h,
    );
    expect(answer.subject).toMatch(/^Re: Porte d'entrée \[DR-\d+-\w{4}\]$/);
    expect(answer.text).toContain('Bien cordialement,\nagent 1');
    expect(answer.text).toContain('a écrit');
    await eventually(
      async () => (await agent.call('GET', `/tickets/${ticket.id}`)).body.messages[1].delivery.state === 'sent',
      'the state sent',
    );

    await deliver(
      app,
      letter('Merci !', {
        Subject: 'Re: autre chose',
        'In-Reply-To': `<${answer.messageId}>`,
        From: 'Secrétariat <secretary@other.example>',
      }),
    );
    await settled(app);
    const after = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
    expect(after.messages.map((m: { direction: string }) => m.direction)).toEqual(['in', 'out', 'in']);
    expect(after.ticket.status).toBe('open');
  });

  it('lets no stranger in who carries foreign references or guesses a number', async () => {
    const before = await newest();
    const [known] = await app.source.query(
      `SELECT message_id_header AS h FROM messages WHERE direction = 'in' LIMIT 1`,
    );
    await deliver(
      app,
      letter('let me in', {
        'In-Reply-To': `<${known.h}>`,
        References: `<${known.h}>`,
        From: 'Mallory <mallory@evil.example>',
        Subject: `Re: [DR-${before.number}-aaaa]`,
      }),
    );
    await settled(app);
    const ticket = await newest();
    expect([ticket.id === before.id, ticket.contactName]).toEqual([false, 'Mallory']);
  });

  it('keeps one message that came twice once', async () => {
    const twice = letter('the same');
    await deliver(app, twice);
    await deliver(app, twice);
    await settled(app);
    const [{ n }] = await app.source.query(`SELECT count(*)::int AS n FROM messages WHERE text LIKE 'the same%'`);
    expect(n).toBe(1);
  });

  it('refuses an unknown recipient', async () => {
    await expect(deliver(app, letter('x'), 'nobody@doors.example')).rejects.toThrow(/550/);
  });

  it('finds a Chinese word of two characters, and a length in another unit', async () => {
    await deliver(app, letter('请在两层之间加钢板，门宽 80 厘米', { Subject: 'steel' }));
    await settled(app);
    const hit = async (q: string) =>
      (await agent.call('GET', `/search?q=${encodeURIComponent(q)}`)).body.items[0]?.subject;
    await eventually(async () => (await hit('钢板')) === 'steel', 'the index');
    expect(await hit('800 mm')).toBe('steel');
    expect(await hit('perrenoud')).toBe("Porte d'entrée");
  });
});
