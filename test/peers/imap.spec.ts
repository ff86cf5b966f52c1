import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelInput } from '../../libs/contracts/index.ts';
import { ChannelsService, SurveyMailbox } from '../../src/channels/index.ts';
import { eventually, letter, settled } from '../factories/desk.ts';
import type { Account } from './imap-peer.ts';
import { type MailboxDesk, sha256, startMailboxDesk } from './mailbox-desk.ts';

let desk: MailboxDesk;
beforeAll(async () => {
  desk = await startMailboxDesk();
}, 60_000);
afterAll(() => desk?.close());

const bodiesAsked = (account: Account) => account.proxy.lines.filter((l) => /BODY\.PEEK\[\]|BODY\[\]/i.test(l));

describe('a mailbox', () => {
  it('takes what arrives, byte for byte, without changing anything on the server', async () => {
    const account = await desk.peer.account();
    const { id } = await desk.connect(account, { pollSeconds: 600 });
    await desk.isRead(id);
    expect(await desk.shown(id)).toMatchObject({ state: 'connected', lastError: null, lag: null });
    const raw = letter('Grüße aus der Werkstatt\n\n.\n');
    const before = Date.now();
    await account.append(raw);
    const [row] = await desk.arrived(id, 1);
    expect(row).toMatchObject({ sha256: sha256(raw), isHistory: false });
    // It was told by IDLE: the next look of its own is ten minutes away.
    expect(Date.now() - before).toBeLessThan(5_000);
    expect((await account.flags()).flat()).not.toContain('\\Seen');
    await settled(desk.app);
    expect(await desk.shown(id)).toMatchObject({ received: { ticketed: 1 } });
  });

  it('marks as read only where it is told to', async () => {
    const account = await desk.peer.account();
    await account.append(letter('mark me'));
    const { id } = await desk.connect(account, { markSeen: true });
    await desk.arrived(id, 1);
    await eventually(async () => (await account.flags()).flat().includes('\\Seen'), 'the mark');
  });

  it('takes what was there before as history, silently, and nothing from before the start date', async () => {
    const account = await desk.peer.account();
    await account.append(letter('long ago'), { at: new Date('2019-05-01T10:00:00Z') });
    await account.append(letter('last year'), { at: new Date('2025-05-01T10:00:00Z') });
    const { id } = await desk.connect(account, { since: '2024-01-01' });
    await desk.isRead(id);
    await account.append(letter('today'));
    const rows = await desk.arrived(id, 2);
    expect(rows.map((r) => r.isHistory)).toEqual([true, false]);
    expect(rows[0]!.receivedAt.getUTCFullYear()).toBe(2025);
    await settled(desk.app);
    const tickets = await desk.app.source.query(
      'SELECT is_history, status, next_deadline_at FROM tickets WHERE channel_id = $1 ORDER BY number',
      [id],
    );
    expect(tickets[0]).toEqual({ is_history: true, status: 'closed', next_deadline_at: null });
    expect(tickets[1]).toMatchObject({ is_history: false, status: 'new' });
  });

  it('takes recent mail as live when told from which day on', async () => {
    const account = await desk.peer.account();
    await account.append(letter('old'), { at: new Date('2025-05-01T10:00:00Z') });
    await account.append(letter('recent'), { at: new Date('2026-03-02T10:00:00Z') });
    const { id } = await desk.connect(account, { liveSince: '2026-01-01' });
    expect((await desk.arrived(id, 2)).map((r) => r.isHistory)).toEqual([true, false]);
  });

  it('reads several folders, and goes on where it stopped after an outage (CW#10429, ZM#2321)', async () => {
    const account = await desk.peer.account();
    await account.create('Sales');
    const { id, input } = await desk.connect(account, { folders: ['INBOX', 'Sales'] });
    await desk.isRead(id);
    await account.append(letter('in the inbox'));
    await account.append(letter('for sales'), { folder: 'Sales' });
    await desk.arrived(id, 2);
    await desk.app.get(ChannelsService).update(id, { ...input, isActive: false });
    await eventually(async () => (await desk.shown(id)).state === 'off', 'it to be off');
    for (let i = 0; i < 12; i++) await account.append(letter(`missed ${i}`), { folder: i % 2 ? 'INBOX' : 'Sales' });
    await desk.app.get(ChannelsService).update(id, { ...input, isActive: true });
    expect((await desk.arrived(id, 14)).every((r) => !r.isHistory)).toBe(true);
    const listed = await desk.folders(id);
    expect(listed.map((f: { folder: string; taken: number }) => [f.folder, f.taken])).toEqual([
      ['INBOX', 7],
      ['Sales', 7],
    ]);
  });

  it('takes each message once when the line is cut again and again', async () => {
    const account = await desk.peer.account();
    const raws = Array.from({ length: 120 }, (_, i) => letter(`${i} ${'long '.repeat(40 * (i % 50))}`));
    for (const raw of raws) await account.append(raw);
    let fetches = 0;
    account.proxy.rule = (line) => (/UID FETCH/i.test(line) && ++fetches % 4 === 3 ? 'cut' : 'pass');
    const { id } = await desk.connect(account);
    await desk.arrived(id, raws.length, 60_000);
    const rows = await desk.received(id);
    expect(rows.map((r) => r.sha256).sort()).toEqual(raws.map(sha256).sort());
    const folder = await eventually(
      async () => (await desk.folders(id)).find((f) => f.comparedAt),
      'the comparison with the server',
    );
    expect(folder).toMatchObject({ taken: raws.length, undeliverable: 0, onServer: raws.length });
  }, 90_000);

  it('doubles nothing and asks for nothing twice when the server renumbers', async () => {
    const account = await desk.peer.account();
    await account.create('Shop');
    for (let i = 0; i < 5; i++) await account.append(letter(`before ${i}`), { folder: 'Shop' });
    const { id } = await desk.connect(account, { folders: ['Shop'] });
    await desk.arrived(id, 5);
    const asked = bodiesAsked(account).length;
    await account.renumber('Shop');
    await account.append(letter('after'), { folder: 'Shop' });
    account.proxy.cut();
    const rows = await desk.arrived(id, 6);
    expect(rows.at(-1)!.isHistory).toBe(false);
    await eventually(async () => (await desk.folders(id))[0]!.known === 5, 'five known ones');
    expect(await desk.received(id)).toHaveLength(6);
    expect(bodiesAsked(account).length).toBe(asked + 1);
  });

  it('notices a server that renumbers and does not say so', async () => {
    const account = await desk.peer.account();
    await account.create('Shop');
    account.proxy.rewrite = (said) => said.replace(/UIDVALIDITY \d+/g, 'UIDVALIDITY 7');
    for (let i = 0; i < 4; i++) await account.append(letter(`before ${i}`), { folder: 'Shop' });
    const { id } = await desk.connect(account, { folders: ['Shop'] });
    await desk.arrived(id, 4);
    for (const uid of [1, 2]) await account.expunge(uid, 'Shop');
    await account.renumber('Shop');
    account.proxy.cut();
    await eventually(async () => (await desk.folders(id))[0]!.known === 2, 'two known ones');
    expect((await desk.folders(id))[0]!.uidValidity).toBe('7~1');
    await account.append(letter('after'), { folder: 'Shop' });
    await desk.arrived(id, 5);
  });

  it.each([
    ['breaks the connection', () => 'cut' as const],
    ['is refused', (line: string) => ({ answer: `${line.split(' ')[0]} NO [SERVERBUG] Internal error` })],
  ])('passes over a message that %s (ZM#2754, ZM#1861)', async (_name, verdict) => {
    const account = await desk.peer.account();
    for (let i = 1; i <= 5; i++) await account.append(letter(`number ${i}`));
    account.proxy.rule = (line) => (/BODY\.PEEK\[\]/i.test(line) && covers(line, 3) ? verdict(line) : 'pass');
    const { id } = await desk.connect(account);
    await desk.arrived(id, 4, 25_000);
    const [folder] = await eventually(async () => {
      const listed = await desk.folders(id);
      return listed[0]?.undeliverable === 1 && listed;
    }, 'the message to be given up');
    expect(folder!.failures[0]).toMatchObject({
      uid: 3,
      reason: expect.stringMatching(/Internal error|connection broke/),
    });
    await account.append(letter('number 6'));
    await desk.arrived(id, 5);
  });

  it('is not held up by a message deleted while it is being fetched', async () => {
    const account = await desk.peer.account();
    for (let i = 1; i <= 3; i++) await account.append(letter(`number ${i}`));
    let isDone = false;
    account.proxy.rule = async (line) => {
      if (!isDone && /BODY\.PEEK\[\]/i.test(line)) {
        isDone = true;
        await account.expunge(2);
      }
      return 'pass' as const;
    };
    const { id } = await desk.connect(account);
    await desk.arrived(id, 2);
    await desk.isRead(id);
    await account.append(letter('number 4'));
    await desk.arrived(id, 3);
    await eventually(async () => (await desk.folders(id))[0]!.waiting === 0, 'nothing to wait any more');
    expect((await desk.folders(id))[0]!.undeliverable).toBe(0);
  });

  it('notices a line that died silently', async () => {
    const account = await desk.peer.account();
    const { id } = await desk.connect(account);
    await desk.isRead(id);
    account.proxy.freeze();
    await account.append(letter('nobody told me'));
    await desk.arrived(id, 1, 25_000);
    expect(account.proxy.connections).toBeGreaterThan(1);
  });

  it('says in words what is wrong, tries at once with new settings, and stops no other', async () => {
    const [bad, good] = [await desk.peer.account(), await desk.peer.account()];
    const wrong = await desk.connect(bad, {}, 'not the password');
    const right = await desk.connect(good);
    await good.append(letter('I am well'));
    await desk.arrived(right.id, 1);
    const state = await eventually(async () => {
      const c = await desk.shown(wrong.id);
      return c.state === 'failing' && c;
    }, 'the failure');
    expect(state).toMatchObject({ lastErrorKind: 'login', lastError: expect.stringContaining('password is wrong') });
    const tested = (await desk.admin.call('POST', `/channels/${wrong.id}/test`)).body.steps[0];
    expect(tested).toMatchObject({ step: 'inbound', isOk: false, said: expect.stringContaining('password is wrong') });
    await desk.admin.call('PUT', `/channels/${wrong.id}`, { ...wrong.input, secret: bad.password });
    await desk.isRead(wrong.id);
    expect(await desk.shown(wrong.id)).toMatchObject({ state: 'connected', lastError: null, hasSecret: true });
    const missing = await desk.connect(await desk.peer.account(), { folders: ['Nowhere'] });
    const said = (await desk.admin.call('POST', `/channels/${missing.id}/test`)).body.steps[0];
    expect(said).toMatchObject({ isOk: false, said: expect.stringContaining('folder') });
  });

  it('signs in with XOAUTH2, and asks for a new token when the old one is refused', async () => {
    const account = await desk.peer.account();
    let given = 0;
    const server = createServer((_request, response) => {
      given += 1;
      const token = `${account.user}.token${given}`;
      desk.peer.tokens.clear();
      // The first one is revoked at once.
      if (given > 1) desk.peer.tokens.add(token);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: token, expires_in: 3600 }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
    const { id, input } = await desk.connect(account, { auth: 'xoauth2', tokenUrl }, 'refresh');
    await eventually(async () => (await desk.shown(id)).lastErrorKind === 'login', 'the refused token');
    await desk.app.get(ChannelsService).update(id, input);
    await desk.isRead(id);
    await account.append(letter('by token'));
    await desk.arrived(id, 1);
    server.close();
  });

  it('belongs to one worker, and moves when that one falls silent', async () => {
    const account = await desk.peer.account();
    const { id } = await desk.connect(account);
    await desk.isRead(id);
    await desk.app.source.query(
      `UPDATE channels SET lease_holder = gen_random_uuid(), lease_until = now() + interval '8 seconds' WHERE id = $1`,
      [id],
    );
    await eventually(
      async () => {
        const [row] = await desk.app.source.query(
          "SELECT lease_until > now() + interval '10 seconds' AS mine FROM channels WHERE id = $1",
          [id],
        );
        return row.mine && account.proxy.connections >= 2;
      },
      'the mailbox to move',
      25_000,
    );
    await account.append(letter('still here'));
    await desk.arrived(id, 1);
  });

  it('can be looked over without taking anything', async () => {
    const account = await desk.peer.account();
    await account.create('Archive');
    await account.append(letter('a'), { at: new Date('2020-01-01T00:00:00Z') });
    await account.append(letter('b'), { at: new Date('2021-01-01T00:00:00Z'), folder: 'Archive' });
    const { id } = await desk.connect(account, {}, 'not the password');
    await desk.app.source.query('UPDATE channels SET is_active = false WHERE id = $1', [id]);
    await desk.app
      .get(ChannelsService)
      .update(id, { ...(await inputOf(id, account)), secret: account.password, isActive: false });
    const survey = await desk.app.get(SurveyMailbox).survey(id);
    const inbox = survey.folders.find((f) => f.folder === 'INBOX')!;
    expect(inbox).toMatchObject({ messages: 1, isRead: true, oldest: '2020-01-01T00:00:00.000Z', live: 0 });
    expect(survey.folders.find((f) => f.folder === 'Archive')).toMatchObject({ messages: 1, isRead: false });
    expect(await desk.received(id)).toHaveLength(0);
  });
});

const inputOf = async (id: string, account: Account): Promise<ChannelInput> => {
  const { storeId, kind, name, addresses, imap, outbound } = await desk.app.get(ChannelsService).find(id);
  return { storeId, kind, name, addresses, imap, outbound, secret: account.password, isActive: true };
};

/** Whether a UID FETCH asks for a message. */
function covers(line: string, uid: number): boolean {
  const set = /UID FETCH (\S+)/i.exec(line)?.[1] ?? '';
  return set.split(',').some((run) => {
    const [from, to = from] = run.split(':').map(Number);
    return uid >= from! && uid <= to!;
  });
}
