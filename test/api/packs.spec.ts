import { loadPack } from '../../libs/specification/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let admin: SignedIn;
let agent: SignedIn;
const path = '/packs/kitchen-worktops/source';
const source = async () => (await admin.call('GET', path)).body;
const bodyOf = ({ attributes, mandatory, names, questions, version }: Awaited<ReturnType<typeof source>>) =>
  structuredClone({ attributes, mandatory, names, questions, base: version });
const everywhere = (text: string) =>
  Object.fromEntries(['en', 'zh-CN', 'fr', 'de', 'es', 'pt', 'ar', 'ru'].map((l) => [l, text]));

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('administrator');
  agent = await app.signIn('agent');
});
afterAll(() => app.close());

describe('packs in settings', () => {
  it('are an administrator’s', async () => {
    for (const role of ['agent', 'lead', 'production'] as const) {
      const other = await app.signIn(role);
      expect((await other.call('GET', path)).status).toBe(403);
      expect((await other.call('PUT', path, bodyOf(await source()))).status).toBe(403);
    }
  });

  it('names every fault and saves nothing', async () => {
    const body = bodyOf(await source());
    body.attributes.push({ name: 'led_strip', group: 'nowhere', type: 'boolean' });
    body.attributes = body.attributes.filter((a: { name: string }) => a.name !== 'joint');
    const { body: answer } = await admin.call('PUT', path, body);
    expect(answer.version).toBeNull();
    expect(answer.faults.join('\n')).toMatch(/joint is in use[\s\S]*led_strip has no name[\s\S]*unknown group nowhere/);
    expect((await source()).version).toBe('1.0.0');
  });

  it('a sheet keeps the words it was agreed in, new ones have the new', async () => {
    const { store } = await furnish(app);
    await admin.call('PUT', `/stores/${store.id}`, { ...store, id: undefined, packId: 'kitchen-worktops' });
    await deliver(
      app,
      letter('Please quote a quartz worktop 3000 x 600 x 20 mm, polished, white, square edge, to Dublin.', {
        Subject: 'Worktop',
      }),
    );
    await settled(app);
    const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
    const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
    const { body: draft } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
      messageId: messages[0].id,
    });
    expect(draft).toMatchObject({ packId: 'kitchen-worktops', packVersion: '1.0.0' });
    expect(draft.items[0].values).toMatchObject({ length_mm: { value: 3000 }, material: { value: 'quartz' } });
    expect(draft.drawings[0].svg).toContain('3000');
    for (const item of draft.items)
      for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
    await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items: draft.items });
    expect(
      (await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true })).body.currentVersion,
    ).toBe(1);
    const labels = async (version: number) => {
      const { body } = await agent.call('GET', `/specifications/${draft.id}/versions/${version}/sheet?language=en`);
      return body.items[0].groups.flatMap((g: { rows: { label: string }[] }) => g.rows.map((r) => r.label));
    };
    expect(await labels(1)).toContain('Thickness');

    const body = bodyOf(await source());
    body.names.attributes.thickness_mm.en = 'Slab thickness';
    body.attributes.push({ name: 'led_strip', group: 'edges', type: 'boolean' });
    body.names.attributes.led_strip = everywhere('LED strip');
    expect((await admin.call('PUT', path, { ...body, isDryRun: true })).body).toEqual({ version: null, faults: [] });
    expect((await admin.call('PUT', path, { ...body, note: 'LED strips' })).body).toEqual({
      version: '1.0.0+1',
      faults: [],
    });
    expect((await admin.call('PUT', path, body)).body.code).toBe('specification.packChangedMeanwhile');
    expect((await source()).versions.map((v: { version: string }) => v.version)).toEqual(['1.0.0+1', '1.0.0']);
    expect(loadPack('kitchen-worktops').version).toBe('1.0.0+1');

    expect(await labels(1)).toContain('Thickness');
    const now = (await agent.call('GET', `/specifications/${draft.id}`)).body;
    expect(now.hasUnreleasedChanges).toBe(false);
    now.items[0].values.led_strip = { ...now.items[0].values.material, value: true, stated: null, source: null };
    await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: now.revision, items: now.items });
    expect(
      (await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true })).body.currentVersion,
    ).toBe(2);
    expect(await labels(2)).toEqual(expect.arrayContaining(['Slab thickness', 'LED strip']));
    expect(await labels(1)).toContain('Thickness');
    const audit = await app.source.query(`SELECT after FROM audit_log WHERE action LIKE 'PUT /packs%'`);
    expect(audit.some((a: { after: { note?: string } }) => a.after.note === 'LED strips')).toBe(true);
  });
});
