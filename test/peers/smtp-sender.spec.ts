import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelInput } from '../../libs/contracts/index.ts';
import { type ChannelsService as Channels, ChannelsService, SmtpSender } from '../../src/channels/index.ts';
import { Events } from '../../src/platform/index.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';
import { letter } from '../factories/desk.ts';
import { certificate, trustCertificate } from './certificate.ts';
import { type DropPoint, type SmtpPeer, startDroppingPeer, startSmtpPeer } from './smtp-peers.ts';

let app: TestApp;
let channels: Channels;
let sender: SmtpSender;
const changed = new Set<string>();
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  app = await startTestApp({ RUN_JOBS: 'false' });
  channels = app.get(ChannelsService);
  sender = app.get(SmtpSender);
  app.get(Events).subscribe('channel.changed', (event) => void changed.add(String(event['channelId'])));
});
afterAll(() => app.close());
afterEach(async () => {
  for (const peer of open.splice(0)) await peer.close();
});

async function peerWith(...how: Parameters<typeof startSmtpPeer>): Promise<SmtpPeer> {
  const peer = await startSmtpPeer(...how);
  open.push(peer);
  return peer;
}

let count = 0;
async function channelTo(port: number, outbound: Partial<ChannelInput['outbound']> = {}, outboundSecret?: string) {
  count += 1;
  const { id } = await channels.create({
    storeId: null,
    kind: 'smtp_listener',
    name: `channel ${count}`,
    addresses: [],
    imap: null,
    outbound: { kind: 'smtp', host: '127.0.0.1', port, security: 'none', ...outbound },
    outboundSecret,
    isActive: true,
  });
  // The sender drops the connections of a channel that changed; what follows is about connections that stay.
  while (!changed.has(id)) await new Promise((resolve) => setTimeout(resolve, 5));
  return id;
}

const to = (...addresses: string[]) => ({ from: 'sales@doors.example', to: addresses });
const ann = to('ann@home.example');
const raw = Buffer.from(letter('hello\n.\n..dots'));

describe('sending through a server', () => {
  it('keeps the words of the server that took it, and every byte', async () => {
    const peer = await peerWith();
    const outcome = await sender.deliver(await channelTo(peer.port), ann, raw);
    expect(outcome).toEqual({ kind: 'accepted', said: '250 2.0.0 Ok: queued as 1' });
    expect(peer.taken[0]!.raw).toBe(raw.toString());
    expect(peer.taken[0]).toMatchObject({ from: 'sales@doors.example', to: ['ann@home.example'] });
  });

  it('uses a connection again, and opens another when the server ended it', async () => {
    const peer = await peerWith();
    const channel = await channelTo(peer.port);
    await sender.deliver(channel, ann, raw);
    await sender.deliver(channel, ann, raw);
    expect(peer.connections).toBe(1);
    peer.hangUp();
    expect((await sender.deliver(channel, ann, raw)).kind).toBe('accepted');
    expect(peer.taken).toHaveLength(3);
  });

  it.each([
    ['the recipient for now', { recipient: () => '450 4.2.0 Greylisted' }, 'later', '450 4.2.0 Greylisted'],
    ['the recipient for good', { recipient: () => '550 5.1.1 No such user' }, 'refused', '550 5.1.1 No such user'],
    ['the sender for good', { from: () => '553 5.7.1 Not your address' }, 'refused', '553 5.7.1 Not your address'],
    ['the message for now', { data: () => '451 4.3.0 Busy' }, 'later', '451 4.3.0 Busy'],
    ['the message for good', { data: () => '554 5.7.1 Spam' }, 'refused', '554 5.7.1 Spam'],
  ])('tells a server that refuses %s', async (_name, answers, kind, said) => {
    const peer = await peerWith(answers);
    expect(await sender.deliver(await channelTo(peer.port), ann, raw)).toEqual({ kind, said });
  });

  it('names the recipients that were refused while others were taken', async () => {
    const peer = await peerWith({
      recipient: (a) => (a.startsWith('gone') ? '550 5.1.1 Gone' : a.startsWith('full') ? '452 4.2.2 Full' : undefined),
    });
    const outcome = await sender.deliver(
      await channelTo(peer.port),
      to('ann@home.example', 'gone@home.example', 'full@home.example'),
      raw,
    );
    expect(outcome).toMatchObject({
      kind: 'accepted',
      refused: [
        { address: 'gone@home.example', said: '550 5.1.1 Gone', isFinal: true },
        { address: 'full@home.example', said: '452 4.2.2 Full', isFinal: false },
      ],
    });
    expect(peer.taken[0]!.to).toEqual(['ann@home.example']);
  });

  it.each<[DropPoint, string]>([
    ['greeting', 'later'],
    ['from', 'later'],
    ['middle of the message', 'later'],
    // The complaint of others: tried again, and the customer got the answer twice.
    ['final dot', 'uncertain'],
  ])('of a connection lost at the %s says %s', async (at, kind) => {
    const peer = await startDroppingPeer(at);
    open.push(peer);
    const long = Buffer.from(letter('y'.repeat(70).concat('\n').repeat(300_000)));
    const outcome = await sender.deliver(await channelTo(peer.port), ann, at === 'final dot' ? raw : long);
    expect(outcome.kind).toBe(kind);
    expect(peer.messages).toBe(at === 'final dot' ? 1 : 0);
  });

  it('tries later when nobody listens', async () => {
    const peer = await startSmtpPeer();
    await peer.close();
    expect(await sender.deliver(await channelTo(peer.port), ann, raw)).toMatchObject({
      kind: 'later',
      said: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('refuses to send without a server, and says so in a key', async () => {
    const outcome = await sender.deliver(await channelTo(25, { kind: 'none' }), ann, raw);
    expect(outcome).toMatchObject({ kind: 'refused', said: expect.stringMatching(/^delivery:noServer/) });
  });

  it('sends several at once over at most three connections', async () => {
    const peer = await peerWith();
    const channel = await channelTo(peer.port);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => sender.deliver(channel, ann, raw)));
    expect(outcomes.every((o) => o.kind === 'accepted')).toBe(true);
    expect(peer.connections).toBeLessThanOrEqual(3);
  });
});

describe('signing in', () => {
  const withPassword = (pass: string) =>
    peerWith(
      {},
      {
        ...certificate,
        authOptional: false,
        onAuth: (auth, _session, callback) =>
          auth.username === 'sales' && (auth.password === pass || auth.accessToken === pass)
            ? callback(null, { user: 'sales' })
            : callback(new Error('Authentication failed')),
        authMethods: ['PLAIN', 'XOAUTH2'],
      },
    );

  it('goes over STARTTLS with a certificate that is trusted', async () => {
    const peer = await withPassword('right');
    const distrust = trustCertificate();
    try {
      const channel = await channelTo(peer.port, { security: 'starttls', user: 'sales' }, 'right');
      expect((await sender.deliver(channel, ann, raw)).kind).toBe('accepted');
      expect(peer.taken[0]!.session.secure).toBe(true);
    } finally {
      distrust();
    }
  });

  it('says in plain words that the certificate, the password, the host or the encryption is wrong', async () => {
    const admin = await app.signIn('administrator');
    const test = async (channel: string) => {
      const { body } = await admin.call('POST', `/channels/${channel}/test`);
      return `${body.steps[0].isOk} ${body.steps[0].said}`;
    };
    const peer = await withPassword('right');
    const user = 'sales';
    expect(await test(await channelTo(peer.port, { security: 'starttls', user }, 'right'))).toContain('certificate');
    const distrust = trustCertificate();
    try {
      expect(await test(await channelTo(peer.port, { security: 'starttls', user }, 'right'))).toMatch(
        /^true Connected/,
      );
      expect(await test(await channelTo(peer.port, { security: 'starttls', user }, 'wrong'))).toContain(
        'password is wrong',
      );
      expect(await test(await channelTo(peer.port, { security: 'tls', user }, 'right'))).toContain('encryption');
    } finally {
      distrust();
    }
    const plain = await peerWith();
    expect(await test(await channelTo(plain.port, { security: 'starttls' }))).toContain('encryption');
    expect(await test(await channelTo(2525, { host: 'no-such-host.invalid' }))).toContain('no server of that name');
    await peer.close();
    open.splice(open.indexOf(peer), 1);
    expect(await test(await channelTo(peer.port, { user }, 'right'))).toContain('does not answer on that port');
  });

  it('exchanges a refresh token for XOAUTH2, keeps the new one, and never shows either', async () => {
    const peer = await withPassword('access-2');
    const asked: string[] = [];
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push(new URLSearchParams(body).get('refresh_token') ?? '');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: 'access-2', expires_in: 3600, refresh_token: 'refresh-2' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const distrust = trustCertificate();
    try {
      const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
      const settings = {
        security: 'starttls',
        user: 'sales',
        auth: 'xoauth2',
        tokenUrl,
        clientId: 'dragoman',
      } as const;
      const channel = await channelTo(peer.port, settings, 'refresh-1');
      expect((await sender.deliver(channel, ann, raw)).kind).toBe('accepted');
      expect((await sender.deliver(channel, ann, raw)).kind).toBe('accepted');
      expect(asked).toEqual(['refresh-1']);
      const admin = await app.signIn('administrator');
      const { body } = await admin.call('GET', '/channels');
      expect(JSON.stringify(body)).not.toMatch(/refresh-|access-/);
      // New settings end the connection and the token; the refresh token asked with is the new one.
      const shown = body.items.find((c: { id: string }) => c.id === channel);
      await admin.call('PUT', `/channels/${channel}`, { ...shown, name: 'renamed' });
      expect((await sender.deliver(channel, ann, raw)).kind).toBe('accepted');
    } finally {
      distrust();
      server.close();
    }
  });
});
