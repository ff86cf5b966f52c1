import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ImapFlow } from 'imapflow';
import { ChannelsService, SurveyMailbox } from '../../src/channels/index.ts';
import { eventually, letter, settled } from '../factories/desk.ts';
import { mostConnections } from './dovecot.ts';
import type { Account } from './imap-peer.ts';
import { type MailboxDesk, startMailboxDesk } from './mailbox-desk.ts';

/** MAILBOX_MESSAGES=200000 for the whole of it; the server from npm takes each by itself. */
const most = Number(process.env['MAILBOX_MESSAGES'] ?? 20_000);
const mostOneByOne = 400;

let desk: MailboxDesk;
beforeAll(async () => {
  desk = await startMailboxDesk();
}, 60_000);
afterAll(() => desk?.close());

const commands = (account: Account, pattern: RegExp) => account.proxy.lines.filter((l) => pattern.test(l));

describe('a mailbox and its ledger', () => {
  it('agrees with the server, also about what was deleted there (FS#2001, FS#4109: skipped without a word)', async () => {
    const account = await desk.peer.account();
    for (let i = 1; i <= 6; i++) await account.append(letter(`number ${i}`));
    const { id, input } = await desk.connect(account);
    await desk.arrived(id, 6);
    const agreed = () => eventually(async () => (await desk.folders(id))[0]?.comparedAt, 'the comparison');
    await agreed();
    expect((await desk.folders(id))[0]).toMatchObject({ onServer: 6, accounted: 6, expunged: 0, waiting: 0 });
    for (const uid of [2, 4]) await account.expunge(uid);
    // Saving the settings sets the folders against the ledger again.
    await desk.app.get(ChannelsService).update(id, input);
    const after = await eventually(async () => {
      const [folder] = await desk.folders(id);
      return folder?.comparedAt && folder.onServer === 4 && folder;
    }, 'the next comparison');
    expect(after).toMatchObject({ onServer: 4, accounted: 4, expunged: 2, taken: 6 });
  });

  it('brings what was left out when the start date moves back', async () => {
    const account = await desk.peer.account();
    for (const year of [2021, 2023, 2025])
      await account.append(letter(String(year)), { at: new Date(`${year}-05-01T10:00:00Z`) });
    const { id, input } = await desk.connect(account, { since: '2024-01-01' });
    await desk.arrived(id, 1);
    await desk.isRead(id);
    await desk.app.get(ChannelsService).update(id, { ...input, imap: { ...input.imap!, since: '2022-01-01' } });
    expect((await desk.arrived(id, 2)).every((r) => r.isHistory)).toBe(true);
    await desk.app.get(ChannelsService).update(id, { ...input, imap: { ...input.imap!, since: null } });
    await desk.arrived(id, 3);
    await eventually(async () => (await desk.folders(id))[0]?.accounted === 3, 'the ledger to agree');
  });

  it('asks for nothing after a lost line where the change counter says that nothing changed', async () => {
    const account = await desk.peer.account();
    for (let i = 1; i <= 3; i++) await account.append(letter(`number ${i}`));
    const { id } = await desk.connect(account);
    await desk.arrived(id, 3);
    await eventually(async () => (await desk.folders(id))[0]?.comparedAt, 'the comparison');
    await eventually(async () => commands(account, /IDLE/).length > 0, 'IDLE');
    const reconnected = async () => {
      const before = commands(account, /IDLE/).length;
      account.proxy.lines.length = 0;
      account.proxy.cut();
      await eventually(async () => commands(account, /^\S+ IDLE/).length > 0, `IDLE again, after ${before}`);
    };
    // The first look counted from a state without a mark; what it appended itself may have moved the counter.
    await reconnected();
    await reconnected();
    // A server without the counter (RFC 7162) has to be asked again; it is asked for no message twice all the same.
    expect(commands(account, desk.peer.dovecot ? /SEARCH|FETCH/ : /FETCH [^(]*\(.*BODY/)).toEqual([]);
    await account.append(letter('number 4'));
    await desk.arrived(id, 4);
    await account.expunge(1);
    await reconnected();
    expect(commands(account, /SEARCH/).length).toBeGreaterThan(0);
    expect(await desk.received(id)).toHaveLength(4);
  });

  it('of any size takes what is from the start date on, and looks at no other', async () => {
    const many = desk.peer.dovecot ? most : mostOneByOne;
    const account = await desk.peer.account();
    const start = Date.UTC(2016, 0, 1);
    const step = (Date.UTC(2026, 5, 1) - start) / many;
    const folder = 'Large/Archive';
    const messages = old(many, (i) => new Date(start + i * step));
    if (desk.peer.dovecot) desk.peer.dovecot.largeFolder(account.user, 'Archive', messages);
    else {
      await account.create(folder);
      await account.appendAll(folder, messages);
    }
    const recent = 300;
    const since = new Date(start + (many - recent) * step).toISOString().slice(0, 10);
    const off = await desk.connect(account, { folders: [folder] });
    await desk.app
      .get(ChannelsService)
      .update(off.id, { ...off.input, isActive: false, imap: { ...off.input.imap!, since } });
    // It may have begun before it was switched off.
    const before = (await desk.received(off.id)).length;
    account.proxy.lines.length = 0;
    const began = performance.now();
    await desk.app.get(ChannelsService).update(off.id, { ...off.input, imap: { ...off.input.imap!, since } });
    const rows = await desk.arrived(off.id, before + recent, 60_000);
    const compared = await eventually(async () => {
      const [f] = await desk.folders(off.id);
      return f?.comparedAt ? f : null;
    }, 'the comparison');
    console.info(`${recent} of ${many} messages in ${Math.round(performance.now() - began)} ms`);
    expect(rows.every((r) => r.isHistory)).toBe(true);
    expect(compared.onServer).toBe(compared.accounted);
    expect(compared.onServer).toBeLessThan(recent + 60);
    expect(commands(account, /UID FETCH 1[:, ]/)).toEqual([]);
    const surveyed = await desk.app.get(SurveyMailbox).survey(off.id);
    expect(surveyed.folders.find((f) => f.folder === folder)!.messages).toBe(compared.onServer);
    await desk.app
      .get(ChannelsService)
      .update(off.id, { ...off.input, isActive: false, imap: { ...off.input.imap!, since: null } });
    const asked = performance.now();
    const whole = (await desk.app.get(SurveyMailbox).survey(off.id)).folders.find((f) => f.folder === folder)!;
    console.info(`${many} messages surveyed in ${Math.round(performance.now() - asked)} ms`);
    expect(whole).toMatchObject({ messages: many, live: 0, isRead: true });
    expect(whole.years).toHaveLength(11);
  }, 240_000);
});

/** Every connection the server bears is in use. @returns what frees them */
async function occupied(account: Account, port: number): Promise<() => void> {
  const others = Array.from(
    { length: mostConnections },
    () =>
      new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user: account.user, pass: account.password },
        logger: false,
      }),
  );
  for (const other of others) {
    other.on('error', () => undefined);
    await other.connect();
  }
  return () => {
    for (const other of others) other.close();
  };
}

/** Nobody is let in; the server says why, in Dovecot's words. @returns what lets them in again */
function refused({ proxy }: Account, why: string): () => void {
  proxy.rule = (line) => {
    const [tag, command = ''] = line.split(' ');
    return /^(?:LOGIN|AUTHENTICATE)$/i.test(command) ? { answer: `${tag} ${why}` } : 'pass';
  };
  return () => {
    proxy.rule = () => 'pass';
  };
}

/** Small letters in three languages. */
function* old(count: number, at: (i: number) => Date): Generator<{ raw: string; at: Date }> {
  const texts = [
    'Bonjour, la porte que vous avez livrée ne ferme pas bien, que faire ?',
    'Hello, could you please tell me when my door will be delivered?',
    'Guten Tag, ich möchte gern ein Angebot für drei Fenster aus Holz.',
  ];
  for (let i = 0; i < count; i++)
    yield {
      at: at(i),
      raw: `From: buyer${i}@home.example\r\nTo: sales@doors.example\r\nSubject: Door ${i}\r\nMessage-ID: <old.${i}@home.example>\r\nDate: ${at(i).toUTCString()}\r\n\r\n${texts[i % 3]}\r\n`,
    };
}

describe('a survey', () => {
  it('says how much of which language from when, and changes nothing', async () => {
    const account = await desk.peer.account();
    let i = 0;
    for (const { raw, at } of old(30, (n) => new Date(Date.UTC(2020 + (n % 3), 3, 1)))) {
      await account.append(i++ % 10 === 9 ? raw.replace('\r\n\r\n', '\r\nAuto-Submitted: auto-replied\r\n\r\n') : raw, {
        at,
      });
    }
    const { id, input } = await desk.connect(account, { since: '2030-01-01' });
    await desk.app.get(ChannelsService).update(id, {
      ...input,
      isActive: false,
      imap: { ...input.imap!, since: null, liveSince: '2022-01-01', folders: ['INBOX', 'Missing'] },
    });
    const { status, body } = await desk.admin.call('POST', `/channels/${id}/survey`);
    expect(status).toBe(201);
    expect(body).toMatchObject({ missing: ['Missing'], sampled: 30, automatic: 3 });
    expect(body.folders[0]).toMatchObject({
      folder: 'INBOX',
      messages: 30,
      live: 10,
      years: [2020, 2021, 2022].map((year) => ({ year, messages: 10 })),
    });
    expect(body.languages.map((l: { language: string }) => l.language).sort()).toEqual(['de', 'en', 'fr']);
    expect(await desk.received(id)).toHaveLength(0);
    expect((await account.flags()).flat()).not.toContain('\\Seen');
  });

  it('says in words why the mailbox cannot be looked at', async () => {
    const { id } = await desk.connect(await desk.peer.account(), {}, 'not the password');
    const { status, body } = await desk.admin.call('POST', `/channels/${id}/survey`);
    expect([status, body.code]).toEqual([422, 'channel.unreachable']);
    expect(body.message).toContain('password is wrong');
  });
});

describe('a provider that sets limits', () => {
  it('is given a pause when it throttles, and no message is given up for it', async () => {
    const account = await desk.peer.account();
    for (let i = 1; i <= 4; i++) await account.append(letter(`number ${i}`));
    let refusals = 0;
    account.proxy.rule = (line) => {
      if (!/BODY\.PEEK\[\]/i.test(line) || refusals >= 2) return 'pass';
      refusals += 1;
      return { answer: `${line.split(' ')[0]} NO [THROTTLED] Account exceeded command or bandwidth limits.` };
    };
    const { id } = await desk.connect(account);
    const failing = await eventually(async () => {
      const c = await desk.shown(id);
      return c.lastErrorKind && c;
    }, 'the fault to be shown');
    expect(failing).toMatchObject({ lastErrorKind: 'throttled', lastError: expect.stringContaining('tried again') });
    await desk.arrived(id, 4, 20_000);
    await eventually(async () => (await desk.shown(id)).lastError === null, 'the fault to be over');
    expect((await desk.folders(id))[0]).toMatchObject({ taken: 4, undeliverable: 0 });
  });

  it('is said to allow no more connections, which is no wrong password', async () => {
    const account = await desk.peer.account();
    const release = desk.peer.dovecot
      ? await occupied(account, desk.peer.dovecot.port)
      : refused(account, 'NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded');
    const { id } = await desk.connect(account);
    const failing = await eventually(async () => {
      const c = await desk.shown(id);
      return c.state === 'failing' && c;
    }, 'the refusal');
    expect(failing).toMatchObject({
      lastErrorKind: 'throttled',
      lastError: expect.stringMatching(/no more connections.*Maximum number/),
    });
    release();
    await desk.isRead(id, 30_000);
  }, 60_000);
});

describe('clocks', () => {
  it('of the server may be days off: mail after the connection is live and never from the future', async () => {
    const account = await desk.peer.account();
    await account.append(letter('there before'), { at: new Date(Date.now() + 86_400_000) });
    const { id } = await desk.connect(account);
    await desk.isRead(id);
    await account.append(letter('clock ahead'), { at: new Date(Date.now() + 2 * 86_400_000) });
    await account.append(letter('clock behind'), { at: new Date(Date.now() - 3 * 86_400_000) });
    const rows = await desk.arrived(id, 3);
    expect(rows.map((r) => r.isHistory)).toEqual([true, false, false]);
    expect(rows.every((r) => r.receivedAt.getTime() <= Date.now())).toBe(true);
  });
});

describe('an access token', () => {
  /** A token server by RFC 6749 §6: a refresh token is good once and is replaced with each answer. */
  async function tokenServer(account: Account) {
    const server = {
      url: '',
      given: 0,
      refused: 0,
      refresh: 'refresh-0',
      isRevoked: false,
      close: () => void http.close(),
    };
    const http = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const form = new URLSearchParams(body);
      const isGood =
        request.method === 'POST' &&
        form.get('grant_type') === 'refresh_token' &&
        form.get('refresh_token') === server.refresh &&
        !server.isRevoked;
      response.setHeader('content-type', 'application/json');
      response.setHeader('cache-control', 'no-store');
      if (!isGood) {
        server.refused += 1;
        response.statusCode = 400;
        response.end(
          JSON.stringify({ error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }),
        );
        return;
      }
      server.given += 1;
      server.refresh = `refresh-${server.given}`;
      const token = `${account.user}.token${server.given}`;
      desk.peer.tokens.clear();
      desk.peer.tokens.add(token);
      response.end(
        JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3600, refresh_token: server.refresh }),
      );
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/token`;
    return server;
  }

  it('that ends before its time is renewed without anybody noticing; one that nobody renews is told', async () => {
    const account = await desk.peer.account();
    const server = await tokenServer(account);
    try {
      const { id } = await desk.connect(account, { auth: 'xoauth2', tokenUrl: server.url }, server.refresh);
      await desk.isRead(id);
      desk.peer.tokens.clear();
      const connections = account.proxy.connections;
      account.proxy.cut();
      await account.append(letter('with a new token'));
      await desk.arrived(id, 1, 25_000);
      expect(server).toMatchObject({ given: 2, refused: 0 });
      expect(account.proxy.connections).toBeGreaterThan(connections + 1);
      server.isRevoked = true;
      desk.peer.tokens.clear();
      account.proxy.cut();
      const failing = await eventually(async () => {
        const c = await desk.shown(id);
        return c.lastErrorKind === 'login' && c;
      }, 'the withdrawn permission');
      expect(failing.lastError).toContain('Token has been expired or revoked');
    } finally {
      server.close();
    }
  }, 60_000);
});

it('has let nothing out that nobody asked for', async () => {
  await settled(desk.app);
  const [{ n }] = await desk.app.source.query('SELECT count(*)::int AS n FROM outbox');
  expect(n).toBe(0);
});
