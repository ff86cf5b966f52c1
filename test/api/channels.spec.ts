import { createHash, createHmac } from 'node:crypto';
import type { ChannelInput } from '../../libs/contracts/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let admin: SignedIn;
let lead: SignedIn;

beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  admin = await app.signIn('administrator');
  lead = await app.signIn('lead');
});
afterAll(() => app.close());

const input = (more: Partial<ChannelInput> = {}) => ({
  storeId: null,
  kind: 'webhook',
  name: 'Shop system',
  addresses: ['hook@doors.example'],
  secret: 'hook-key',
  ...more,
});

describe('channels over HTTP', () => {
  it('are for administrators to change, and never show a secret', async () => {
    const agent = await app.signIn('agent');
    expect((await agent.call('POST', '/channels', input())).status).toBe(403);
    const made = await admin.call(
      'POST',
      '/channels',
      input({ addresses: ['a@doors.example'], outboundSecret: 'other-key' }),
    );
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ hasSecret: true, hasOutboundSecret: true, state: 'connected', lag: null });
    const all = JSON.stringify((await admin.call('GET', '/channels')).body);
    expect(all).not.toMatch(/hook-key|other-key/);
    const [row] = await app.source.query('SELECT secret FROM channels WHERE id = $1', [made.body.id]);
    expect(row.secret.toString('latin1')).not.toContain('hook-key');
  });

  it('keep a secret that is left out, and an address for one channel only', async () => {
    const made = (await admin.call('POST', '/channels', input({ addresses: ['b@doors.example'] }))).body;
    const { secret, ...rest } = input({ addresses: ['B@doors.example'], name: 'renamed' });
    const changed = await admin.call('PUT', `/channels/${made.id}`, rest);
    expect(changed.body).toMatchObject({ name: 'renamed', hasSecret: Boolean(secret), addresses: ['b@doors.example'] });
    const taken = await admin.call('POST', '/channels', input({ addresses: ['x@doors.example', 'b@doors.example'] }));
    expect([taken.status, taken.body.code]).toEqual([409, 'channel.addressTaken']);
  });

  it('go when nothing came through them, and only then', async () => {
    const made = (await admin.call('POST', '/channels', input({ addresses: [] }))).body;
    expect((await admin.call('DELETE', `/channels/${made.id}`)).status).toBe(204);
    await deliver(app, letter('keep me'));
    const used = (await admin.call('GET', '/channels')).body.items.find((c: { addresses: string[] }) =>
      c.addresses.includes('sales@doors.example'),
    );
    const refused = await admin.call('DELETE', `/channels/${used.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'channel.inUse']);
  });

  it('count what became of each message, list it, and give its bytes back', async () => {
    const raw = letter('byte for byte\n.dot');
    await deliver(app, raw);
    await settled(app);
    const { items, next } = (await admin.call('GET', '/received-messages?limit=1&state=ticketed')).body;
    expect(items[0]).toMatchObject({ state: 'ticketed', sha256: createHash('sha256').update(raw).digest('hex') });
    expect(next).toBe(items[0].id);
    const older = (await admin.call('GET', `/received-messages?after=${next}`)).body.items;
    expect(older.every((m: { id: string }) => m.id < next)).toBe(true);
    const bytes = await fetch(`${app.url}/api/v1/received-messages/${items[0].id}/raw`, {
      headers: { cookie: admin.cookie },
    });
    expect(bytes.headers.get('content-type')).toContain('message/rfc822');
    expect(await bytes.text()).toBe(raw);
    const channel = (await admin.call('GET', '/channels')).body.items.find(
      (c: { id: string }) => c.id === items[0].channelId,
    );
    expect(channel.received).toMatchObject({ failed: 0, waiting: 0 });
    expect(channel.received.ticketed).toBeGreaterThanOrEqual(1);
    expect((await lead.call('DELETE', `/channels/${channel.id}`)).status).toBe(403);
  });
});

describe('a webhook channel', () => {
  const post = (id: string, body: object, key = 'hook-key') => {
    const text = JSON.stringify(body);
    return fetch(`${app.url}/api/v1/hooks/${id}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-dragoman-signature': `sha256=${createHmac('sha256', key).update(text).digest('hex')}`,
      },
      body: text,
    });
  };
  const message = {
    externalId: 'order-77/3',
    from: { address: 'ana@home.example', name: 'Ana' },
    subject: 'Porta\r\nBcc: evil@x.example',
    text: 'Quero uma porta de 80 cm.',
    orderId: 'A-77',
  };

  it('takes a signed message once, and it becomes a ticket', async () => {
    const { id } = (await admin.call('POST', '/channels', input())).body;
    const first = await post(id, message);
    expect(first.status).toBe(201);
    expect(await first.json()).toMatchObject({ isDuplicate: false });
    expect(await (await post(id, message)).json()).toMatchObject({ isDuplicate: true });
    await settled(app);
    const ticket = await eventually(
      async () =>
        (await lead.call('GET', '/tickets?view=all')).body.items.find(
          (t: { contactName: string }) => t.contactName === 'Ana',
        ),
      'the ticket',
    );
    expect(ticket.subject).toContain('Porta');
    const [{ n }] = await app.source.query('SELECT count(*)::int AS n FROM received_messages WHERE channel_id = $1', [
      id,
    ]);
    expect(n).toBe(1);
  });

  it('refuses a wrong signature, another kind of channel, and one that is not there, all alike', async () => {
    const { id } = (await admin.call('POST', '/channels', input({ addresses: ['c@doors.example'] }))).body;
    const listener = (await admin.call('GET', '/channels')).body.items.find(
      (c: { kind: string }) => c.kind === 'smtp_listener',
    );
    for (const response of [
      await post(id, message, 'wrong'),
      await post(listener.id, message),
      await post('01890000-0000-7000-8000-000000000000', message),
    ]) {
      expect([response.status, (await response.json()).code]).toEqual([401, 'channel.badSignature']);
    }
  });
});
