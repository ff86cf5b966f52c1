import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
let lead: SignedIn;
const raw = letter('Je cherche une porte d’entrée en acier, 93 x 218 cm, poussant droit.', {
  From: 'Marcel <marcel@jura.example>',
});
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
  lead = await app.signIn('lead');
  await deliver(app, raw, 'sales@doors.example', 'marcel@jura.example');
  await settled(app);
});
afterAll(() => app.close());

describe('the dispute file', () => {
  let zip: JSZip;
  let hash: string;
  const read = (name: string) => zip.file(name)!.async('nodebuffer');

  beforeAll(async () => {
    const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
    const note = await agent.call('POST', `/tickets/${ticket.id}/notes`, { text: 'he is difficult' });
    expect(note.status).toBe(201);
    const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
    const incoming = messages.find((m: { direction: string }) => m.direction === 'in');
    const { body: draft } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
      messageId: incoming.id,
    });
    for (const item of draft.items)
      for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
    await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items: draft.items });
    const handed = await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true });
    hash = handed.body.versions[0].hash;
    const { body: link } = await agent.call('POST', `/specifications/${draft.id}/approval-link`);
    await fetch(`${app.url}/api/v1/approve/${link.url.split('/approve/')[1]}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decision: 'approve', name: 'Marcel' }),
    });
    const path = `/tickets/${ticket.id}/dispute.zip`;
    expect((await agent.call('GET', path)).status).toBe(403);
    const answer = await fetch(`${app.url}/api/v1${path}`, { headers: { cookie: lead.cookie } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    zip = await JSZip.loadAsync(await answer.arrayBuffer());
  });

  it('lists the checksum of every file but the list itself', async () => {
    const sums = (await read('SHA256SUMS')).toString().trim().split('\n');
    const names = sums.map((line) => line.slice(66));
    expect(names.sort()).toEqual(
      Object.keys(zip.files)
        .filter((n) => n !== 'SHA256SUMS')
        .sort(),
    );
    for (const line of sums) expect(sha256(await read(line.slice(66)))).toBe(line.slice(0, 64));
  });

  it('holds the letter byte for byte', async () => {
    expect((await read('messages/001-in.eml')).toString()).toContain(raw.trimEnd());
  });

  it('holds each version so that its SHA-256 is the fingerprint that the buyer approved', async () => {
    const [specification] = JSON.parse((await read('specifications.json')).toString());
    const [version] = specification.versions;
    expect(version).toMatchObject({ hash, approvedHash: hash, approvedName: 'Marcel', kind: 'first' });
    expect(sha256(await read(version.file))).toBe(hash);
    expect((await read(version.file.replace('.json', '.fr.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves internal notes out', async () => {
    const everything = await Promise.all(Object.keys(zip.files).map((n) => read(n)));
    expect(Buffer.concat(everything).includes('difficult')).toBe(false);
  });

  it('can be read in a browser without running anything', async () => {
    const page = (await read('index.html')).toString();
    expect(page).toContain('poussant droit');
    expect(page).not.toContain('<script');
  });
});
