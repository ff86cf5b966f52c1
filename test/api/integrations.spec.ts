import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ExcelJS from 'exceljs';
import { signedHeaders } from '../../src/integrations/sign-webhook.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
let planner: SignedIn;
let admin: SignedIn;
let server: Server;
let answer = 204;
const heard: { headers: IncomingMessage['headers']; body: string }[] = [];
let number: number;
let secret: string;
let webhookId: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  app = await startTestApp();
  await furnish(app);
  [agent, planner, admin] = await Promise.all([
    app.signIn('agent'),
    app.signIn('production'),
    app.signIn('administrator'),
  ]);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/erp`;
  expect((await agent.call('POST', '/webhooks', { url })).status).toBe(403);
  expect((await admin.call('POST', '/webhooks', { url: 'file:///etc/passwd' })).status).toBe(400);
  const made = await admin.call('POST', '/webhooks', { url });
  ({ secret, id: webhookId } = made.body);
  expect((await admin.call('GET', '/webhooks')).body.items[0]).not.toHaveProperty('secret');
  await deliver(
    app,
    letter('I need 2 steel entrance doors, wall opening 930 x 2180 mm, RAL 7016 outside.', {
      From: '=HYPERLINK("x") <wanda@buyer.example>',
    }),
  );
  await settled(app);
  const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
  const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
  const { body: draft } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
    messageId: messages[0].id,
  });
  for (const item of draft.items) for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
  await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items: draft.items });
  number = (await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true })).body.number;
});
afterAll(async () => {
  await app.close();
  server.close();
});

const told = (type: string) =>
  eventually(async () => heard.find((h) => JSON.parse(h.body).type === type), `the webhook ${type}`);

describe('other systems', () => {
  it('are told with a signature they can check, and nothing of the buyer', async () => {
    const { headers, body } = await told('specification.handed_off');
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(headers['webhook-signature']).toBe(
      signedHeaders(secret, String(headers['webhook-id']), at, body)['webhook-signature'],
    );
    expect(JSON.parse(body).data).toMatchObject({ number, version: 1, kind: 'first', items: [{ item: 1 }] });
    expect(JSON.parse(body).data.items[0].values).toMatchObject({ width_mm: 930, height_mm: 2180, quantity: 2 });
    expect(body).not.toMatch(/wanda|buyer\.example/i);
  });

  it('write states back by number, each row with its own outcome', async () => {
    const { body } = await planner.call('POST', '/production/status', {
      items: [
        { number, to: 'accepted' },
        { number: 999_999, to: 'accepted' },
        { number, to: 'shipped', tracking: 'X1' },
      ],
    });
    expect(body.items).toEqual([
      { number, ok: true, state: 'accepted', code: null },
      { number: 999_999, ok: false, state: null, code: 'specification.notFound' },
      { number, ok: false, state: null, code: 'specification.notAllowedNow' },
    ]);
    await told('specification.accepted');
    expect((await agent.call('POST', '/production/status', { items: [{ number, to: 'ready' }] })).status).toBe(403);
  });

  it('read everything as JSON, CSV and Excel, with formulas disarmed', async () => {
    const read = (format: string) =>
      fetch(`${app.url}/api/v1/production/export?format=${format}&language=en`, {
        headers: { cookie: planner.cookie },
      });
    const { items } = (await (await read('json')).json()) as { items: { state: string }[] };
    expect(items[0]).toMatchObject({ number, state: 'accepted' });
    const csv = await (await read('csv')).text();
    expect(csv).toContain('width_mm (Width)');
    expect(csv).toContain(`${number},1,accepted,1,`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await read('xlsx')).arrayBuffer());
    const sheet = book.getWorksheet('specifications')!;
    expect(sheet.getRow(2).getCell(1).value).toBe(number);
    for (const text of [csv, JSON.stringify(items)]) expect(text).not.toMatch(/wanda|buyer\.example|HYPERLINK/i);
    expect((await agent.call('GET', '/production/export')).status).toBe(403);
  });

  it('that fail are shown with their fault, and are asked again', async () => {
    answer = 500;
    await planner.call('POST', '/production/status', { items: [{ number, to: 'in_production' }] });
    const failing = await eventually(async () => {
      const [hook] = (await admin.call('GET', '/webhooks')).body.items;
      return hook.lastError ? hook : null;
    }, 'the fault');
    expect(failing).toMatchObject({ id: webhookId, lastStatus: 500, lastError: 'HTTP 500' });
    const [{ n }] = await app.source.query(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'webhook.deliver' AND attempts > 0`,
    );
    expect(n).toBe(1);
  });

  it('that say 410 are never asked again', async () => {
    answer = 410;
    await app.source.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'webhook:%'`);
    await planner.call('POST', '/production/status', { items: [{ number, to: 'ready' }] });
    await eventually(async () => {
      const [hook] = (await admin.call('GET', '/webhooks')).body.items;
      return hook.isActive === false;
    }, 'the webhook to be switched off');
  });
});
