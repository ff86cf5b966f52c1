import { createHash } from 'node:crypto';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';
import { photo } from '../factories/photo.ts';

/** What a buyer's picture may carry and production must not see. */
const secret = 'GPS 46.4512N 5.9341E Marcelin Perrenoud';
const file = 'grange-de-Marcelin.jpg';
const boundary = 'limit-of-parts';

let app: TestApp;
let agent: SignedIn;
let planner: SignedIn;
let specificationId: string;
let attachmentId: string;
let pictureId: string;

beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
  planner = await app.signIn('production', { interfaceLanguage: 'zh-CN' });
  const parts = [
    "Content-Type: text/plain; charset=utf-8\n\nBonjour,\n\nje cherche une porte d'entrée en acier, cote tableau L 93 x H 218 cm, ouverture vers l'intérieur.",
    `Content-Type: image/jpeg; name="${file}"\nContent-Disposition: attachment; filename="${file}"\nContent-Transfer-Encoding: base64\n\n${photo({ secret }).toString('base64')}`,
  ];
  const body = `${parts.map((p) => `--${boundary}\n${p}\n`).join('')}--${boundary}--`;
  await deliver(app, letter(body, { 'Content-Type': `multipart/mixed; boundary=${boundary}` }));
  await settled(app);
  const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
  const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
  attachmentId = messages[0].attachments[0].id;
  const { body: draft } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
    messageId: messages[0].id,
  });
  specificationId = draft.id;
  const items = draft.items.map((i: { values: Record<string, object> }) => ({
    ...i,
    values: Object.fromEntries(Object.entries(i.values).map(([k, v]) => [k, { ...v, state: 'confirmed' }])),
  }));
  await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items });
});
afterAll(() => app.close());

const send = async (who: SignedIn, path: string, bytes: Buffer) => {
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method: 'POST',
    headers: { cookie: who.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: await response.json() };
};
const fetchBytes = async (path: string, who?: SignedIn) => {
  const response = await fetch(`${app.url}/api/v1${path}`, { headers: who ? { cookie: who.cookie } : {} });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
const own = (id = pictureId) => `/specifications/${specificationId}/pictures/${id}`;
const productions = (id = pictureId) => `/production${own(id)}`;
const handOff = () => agent.call('POST', `/specifications/${specificationId}/hand-off`, { withMissing: true });

describe('pictures of a wish', () => {
  it('are chosen by sales, without what the camera wrote into them', async () => {
    const added = await send(
      agent,
      `/specifications/${specificationId}/pictures?attachmentId=${attachmentId}&caption=Hinge%20side`,
      photo({ secret }),
    );
    expect(added.status).toBe(201);
    expect(added.body.pictures).toMatchObject([
      { attachmentId, isChosen: true, caption: 'Hinge side', width: 160, height: 240 },
    ]);
    pictureId = added.body.pictures[0].id;
    const kept = await fetchBytes(own(), agent);
    expect(kept.headers.get('content-type')).toBe('image/jpeg');
    expect(kept.bytes).toEqual(photo());
  });

  it('are not production’s before they are released', async () => {
    expect((await fetchBytes(productions(), planner)).status).toBe(404);
    expect((await fetchBytes(own(), planner)).status).toBe(403);
    await handOff();
    const shown = await fetchBytes(productions(), planner);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-disposition')).toBe(`inline; filename="${pictureId}.jpg"`);
    const { sheet } = (await planner.call('GET', `/production/specifications/${specificationId}`)).body;
    expect(sheet.pictures).toEqual([
      { id: pictureId, name: `${sheet.number}-v1-1`, width: 160, height: 240, caption: 'Hinge side' },
    ]);
    for (const text of [shown.bytes.toString('latin1'), JSON.stringify(sheet)])
      expect(text).not.toMatch(/Marcelin|GPS|grange/);
  });

  it('belong to the version: their content is in its fingerprint, and a released one keeps its own', async () => {
    const [released]: { content: { pictures: { sha256: string }[] } }[] = await app.source.query(
      'SELECT content FROM specification_versions WHERE specification_id = $1 AND version = 1',
      [specificationId],
    );
    expect(released!.content.pictures[0]!.sha256).toBe(createHash('sha256').update(photo()).digest('hex'));
    expect((await handOff()).body.code).toBe('specification.unchanged');
    const second = await send(agent, `/specifications/${specificationId}/pictures`, photo({ shade: 30 }));
    expect(second.body.hasUnreleasedChanges).toBe(true);
    await agent.call('PATCH', own(), { isChosen: false });
    await handOff();
    const view = (await planner.call('GET', `/production/specifications/${specificationId}`)).body;
    expect(view.sheet.pictures.map((p: { id: string }) => p.id)).toEqual([second.body.pictures[1].id]);
    expect(view.sheet.changes).toContainEqual(
      expect.objectContaining({ attribute: 'pictures', label: '图片', before: '1 张图片', after: '1 张图片，新增 1' }),
    );
    const first = (await planner.call('GET', `/production/specifications/${specificationId}?version=1`)).body;
    expect(first.sheet.pictures.map((p: { id: string }) => p.id)).toEqual([pictureId]);
    expect((await fetchBytes(productions(), planner)).status).toBe(200);
  });

  it('are printed on the sheet, soon after the first', async () => {
    for (let n = 0; n < 6; n += 1)
      await send(agent, `/specifications/${specificationId}/pictures`, photo({ width: 1600, height: 1200, shade: n }));
    await handOff();
    const print = (version: number) =>
      fetchBytes(`/production/specifications/${specificationId}/versions/${version}/sheet.pdf`, planner);
    const [without, withMany] = [await print(1), await print(3)];
    expect([without.status, withMany.status]).toEqual([200, 200]);
    expect(withMany.bytes.toString('latin1').match(/\/Subtype\s*\/Image/g)?.length).toBe(7);
    expect(without.bytes.toString('latin1').match(/\/Subtype\s*\/Image/g)?.length).toBe(1);
  });

  it('are shown to the buyer with the version that is to be approved, and no other', async () => {
    const { body: link } = await agent.call('POST', `/specifications/${specificationId}/approval-link`);
    const token = link.url.split('/approve/')[1];
    const page = await fetch(`${app.url}/api/v1/approve/${token}`).then((r) => r.json());
    expect(page.sheet.pictures).toHaveLength(7);
    expect((await fetchBytes(`/approve/${token}/pictures/${page.sheet.pictures[0].id}`)).status).toBe(200);
    expect((await fetchBytes(`/approve/${token}/pictures/${pictureId}`)).status).toBe(404);
    expect((await fetchBytes(`/approve/x.${token}/pictures/${page.sheet.pictures[0].id}`)).status).toBe(404);
  });

  it('are refused when they are none, too large or too many', async () => {
    const path = `/specifications/${specificationId}/pictures`;
    expect((await send(agent, path, Buffer.from('<svg onload="x">'))).body.code).toBe('specification.pictureInvalid');
    expect((await send(agent, path, photo({ width: 2400, height: 8 }))).body.code).toBe(
      'specification.pictureTooLarge',
    );
    expect((await send(agent, path, Buffer.alloc(4_000_000))).body.code).toBe('specification.pictureTooLarge');
    for (let n = 0; n < 5; n += 1) await send(agent, path, photo({ shade: 100 + n * 8 }));
    expect((await send(agent, path, photo({ shade: 248 }))).body.code).toBe('specification.tooManyPictures');
    expect((await send(planner, path, photo())).status).toBe(403);
  });
});

describe('photos of the work', () => {
  it('go from production to sales, without the place where they were taken', async () => {
    const path = `/production/specifications/${specificationId}/photos?caption=${encodeURIComponent('门扇已焊接')}`;
    const added = await send(planner, path, photo({ secret: 'GPS 29.56N 106.55E', shade: 200 }));
    expect(added.status).toBe(201);
    expect(added.body.photos).toMatchObject([{ caption: '门扇已焊接', width: 160 }]);
    const [shown] = (await agent.call('GET', `/specifications/${specificationId}`)).body.photos;
    const { bytes } = await fetchBytes(own(shown.id), agent);
    expect(bytes.toString('latin1')).not.toContain('GPS');
    expect((await fetchBytes(productions(shown.id), planner)).status).toBe(200);
    expect((await send(agent, path, photo())).status).toBe(403);
  });
});
