import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
let planner: SignedIn;
// biome-ignore lint/suspicious/noExplicitAny: read as the server sends it
let specification: any;
beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
  planner = await app.signIn('production', { interfaceLanguage: 'zh-CN' });
  await deliver(
    app,
    letter(
      "Bonjour,\n\nje cherche une porte d'entrée en acier, cote tableau L 93 x H 218 cm, mur de 48 cm, poussant droit, ouverture vers l'intérieur, RAL 7016.\n\nM. Perrenoud, 12 rue des Fours, 0033 384 000 000",
      {
        From: 'Marcel Perrenoud <marcel.perrenoud@jura.example>',
        Subject: 'Porte',
      },
    ),
    'sales@doors.example',
    'marcel.perrenoud@jura.example',
  );
  await settled(app);
});
afterAll(() => app.close());

const confirmed = (items: { values: Record<string, object> }[]) =>
  items.map((i) => ({
    ...i,
    values: Object.fromEntries(Object.entries(i.values).map(([k, v]) => [k, { ...v, state: 'confirmed' }])),
  }));

describe('from a wish to the workshop', () => {
  it('finds values with their place in the text, and hands nothing over that nobody confirmed', async () => {
    const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
    const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
    const made = await agent.call('POST', `/tickets/${ticket.id}/specifications`, { messageId: messages[0].id });
    expect(made.status).toBe(201);
    specification = made.body;
    const { values } = specification.items[0];
    expect(values.width_mm).toMatchObject({
      value: 930,
      unit: 'cm',
      stated: expect.stringContaining('93'),
      state: 'candidate',
    });
    expect(values.height_mm.value).toBe(2180);
    expect([values.handing_din.value, values.swing.value, values.color_outside.value]).toEqual([
      'left',
      'inward',
      'RAL 7016',
    ]);
    expect(messages[0].text.slice(values.width_mm.source.start, values.width_mm.source.end)).toBe(
      values.width_mm.stated,
    );
    expect((await agent.call('POST', `/specifications/${specification.id}/hand-off`, {})).body.code).toBe(
      'specification.unconfirmed',
    );
  });

  it('says what is missing, in the buyer’s language too, and hands off as version 1', async () => {
    const saved = await agent.call('PUT', `/specifications/${specification.id}/draft`, {
      revision: specification.revision,
      items: confirmed(specification.items),
    });
    expect(saved.status).toBe(200);
    const missing = saved.body.openPoints.filter((p: { code: string }) => p.code === 'missing');
    expect(missing.map((p: { attribute: string }) => p.attribute)).toContain('lock_type');
    expect(missing[0].buyerQuestion).toMatch(/préciser|paumelles/);
    expect((await agent.call('POST', `/specifications/${specification.id}/hand-off`, {})).body.code).toBe(
      'specification.incomplete',
    );
    const handed = await agent.call('POST', `/specifications/${specification.id}/hand-off`, {
      withMissing: true,
      note: '请尽快',
    });
    expect(handed.body).toMatchObject({ state: 'new', currentVersion: 1 });
    specification = handed.body;
  });

  it('refuses a save that started from an older state', async () => {
    const stale = await agent.call('PUT', `/specifications/${specification.id}/draft`, {
      revision: 1,
      items: specification.items,
    });
    expect(stale.body.code).toBe('specification.changedMeanwhile');
  });

  it('shows production the sheet in Chinese, and nothing of the buyer', async () => {
    const board = (await planner.call('GET', '/production/board')).body;
    expect(board.cards[0]).toMatchObject({ state: 'new', size: '930 × 2180', title: '入户门' });
    const view = (await planner.call('GET', `/production/specifications/${specification.id}`)).body;
    const rows = view.sheet.items[0].groups.flatMap((g: { rows: object[] }) => g.rows);
    expect(rows).toContainEqual(
      expect.objectContaining({ attribute: 'width_mm', label: '宽', text: '930 mm (93 cm)', state: 'confirmed' }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ attribute: 'lock_type', state: 'not_said', isMandatory: true }),
    );
    expect(view.sheet.items[0].drawing).toContain('<svg');
    for (const answer of [board, view])
      expect(JSON.stringify(answer)).not.toMatch(/perrenoud|marcel|jura\.example|rue des Fours|0033/i);
    expect((await planner.call('GET', '/tickets')).status).toBe(403);
    expect((await planner.call('GET', `/specifications/${specification.id}`)).status).toBe(403);
    const pdf = await fetch(`${app.url}/api/v1/production/specifications/${specification.id}/versions/1/sheet.pdf`, {
      headers: { cookie: planner.cookie },
    });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('carries a question and its answer, and lets nobody skip a state', async () => {
    const asked = await planner.call('POST', `/production/specifications/${specification.id}/questions`, {
      text: '锁类型？',
      attribute: 'lock_type',
      itemId: specification.items[0].id,
    });
    expect(asked.body.state).toBe('questions');
    expect(
      (await planner.call('POST', `/production/specifications/${specification.id}/move`, { to: 'shipped' })).body.code,
    ).toBe('specification.notAllowedNow');
    const { questions } = (await agent.call('GET', `/specifications/${specification.id}`)).body;
    const answered = await agent.call('POST', `/specification-questions/${questions[0].id}/answer`, { text: '五点锁' });
    expect([answered.body.state, answered.body.questions[0].answer]).toEqual(['new', '五点锁']);
    const accepted = await planner.call('POST', `/production/specifications/${specification.id}/move`, {
      to: 'accepted',
      feasibility: {
        answer: 'yes',
        price: 480,
        currency: 'USD',
        leadTimeDays: 35,
        validUntil: null,
        reason: '',
        alternative: '',
      },
    });
    expect(accepted.body).toMatchObject({ state: 'accepted', feasibility: { price: 480, leadTimeDays: 35 } });
  });

  it('asks the buyer by a signed link, and a change afterwards needs everybody again', async () => {
    const { body: link } = await agent.call('POST', `/specifications/${specification.id}/approval-link`);
    const token = link.url.split('/approve/')[1];
    const page = await fetch(`${app.url}/api/v1/approve/${token}`).then((r) => r.json());
    expect(page).toMatchObject({ isCurrent: true, sheet: { language: 'fr', version: 1 } });
    // The buyer wrote centimetres; the workshop reads millimetres.
    expect(page.sheet.items[0].drawing).toMatch(/>93 cm<.*>218 cm</);
    const workshop = (await planner.call('GET', `/production/specifications/${specification.id}`)).body.sheet;
    expect(workshop.items[0].drawing).toMatch(/>930<.*>2180</);
    const approved = await fetch(`${app.url}/api/v1/approve/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decision: 'approve', name: 'M. Perrenoud' }),
    });
    expect((await approved.json()).state).toBe('approved');

    const now = (await agent.call('GET', `/specifications/${specification.id}`)).body;
    const items = structuredClone(now.items);
    items[0].values.width_mm = { ...items[0].values.width_mm, value: 920 };
    await agent.call('PUT', `/specifications/${specification.id}/draft`, { revision: now.revision, items });
    const second = (await agent.call('POST', `/specifications/${specification.id}/hand-off`, { withMissing: true }))
      .body;
    expect(second).toMatchObject({ state: 'new', currentVersion: 2, approval: { state: 'outdated' } });
    const view = (await planner.call('GET', `/production/specifications/${specification.id}`)).body;
    expect(view.needsAcknowledgement).toBe(true);
    expect(view.sheet.changes).toEqual([
      expect.objectContaining({ attribute: 'width_mm', label: '宽', before: '930 mm', after: '920 mm' }),
    ]);
    const old = await fetch(`${app.url}/api/v1/approve/${token}`).then((r) => r.json());
    expect([old.isCurrent, old.state]).toEqual([false, 'outdated']);
    expect(
      (await planner.call('POST', `/production/specifications/${specification.id}/acknowledge`)).body
        .needsAcknowledgement,
    ).toBe(false);
  });

  it('makes a change after approval a change order: costed by production, shown to the buyer, approved again', async () => {
    const path = `/production/specifications/${specification.id}/move`;
    expect((await agent.call('GET', `/specifications/${specification.id}`)).body.versions[0].kind).toBe('change_order');
    expect((await agent.call('POST', `/specifications/${specification.id}/approval-link`)).body.code).toBe(
      'specification.productionFirst',
    );
    const uncosted = await planner.call('POST', path, { to: 'accepted', feasibility: { answer: 'yes' } });
    expect(uncosted.body.code).toBe('specification.costNeeded');
    const costed = await planner.call('POST', path, {
      to: 'accepted',
      feasibility: { answer: 'yes', surcharge: 1234.5, currency: 'EUR', extraDays: 4, validUntil: '2026-12-24' },
    });
    expect(costed.body.state).toBe('accepted');
    expect((await planner.call('POST', path, { to: 'in_production' })).body.code).toBe('specification.buyerFirst');

    const { body: link } = await agent.call('POST', `/specifications/${specification.id}/approval-link`);
    const token = link.url.split('/approve/')[1];
    const page = await fetch(`${app.url}/api/v1/approve/${token}`).then((r) => r.json());
    expect(page.isChangeOrder).toBe(true);
    expect(page.offer.map((l: string) => l.replace(/\s/g, ' '))).toEqual([
      'Nous pouvons le réaliser.',
      'Cette modification coûte : 1 234,50 EUR',
      'Délai supplémentaire : 4 jours',
      'Valable jusqu’au 24 décembre 2026',
    ]);
    const height = page.sheet.items[0].groups
      .flatMap((g: { rows: { attribute: string; text: string }[] }) => g.rows)
      .find((r: { attribute: string }) => r.attribute === 'height_mm');
    expect(height.text).toBe('218 cm (2180 mm)');
    await fetch(`${app.url}/api/v1/approve/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decision: 'approve' }),
    });
    expect((await planner.call('POST', path, { to: 'in_production' })).body.state).toBe('in_production');
  });

  it('finds production’s earlier answer to a like wish that was asked in another language', async () => {
    await deliver(
      app,
      letter(
        'Guten Tag,\n\nich suche eine Haustür aus Stahl, Rahmenaußenmaß 100 x 210 cm, DIN links, nach innen öffnend.\n\nE. Meier',
        { From: 'E. Meier <meier@haus.example>', Subject: 'Haustür' },
      ),
    );
    await settled(app);
    const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
    const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
    const { body: other } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
      messageId: messages[0].id,
    });
    for (const [who, path] of [
      [agent, `/specifications/${other.id}/like-answers?language=de`],
      [planner, `/production/specifications/${other.id}/like-answers?language=de`],
    ] as const) {
      const { items } = (await who.call('GET', path)).body;
      expect(items[0]).toMatchObject({
        specificationId: specification.id,
        version: 2,
        isExpired: false,
        answer: { answer: 'yes', surcharge: 1234.5, extraDays: 4 },
      });
      expect(items[0].shared).toEqual(expect.arrayContaining([expect.stringMatching(/Stahl/)]));
      expect(JSON.stringify(items)).not.toMatch(/perrenoud|marcel|jura/i);
    }
  });

  it('refuses with a coded reason and values that would do, which sales takes over in one step', async () => {
    const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
    const { items } = (await agent.call('GET', `/tickets/${ticket.id}/specifications`)).body;
    const draft = items[0];
    await agent.call('PUT', `/specifications/${draft.id}/draft`, {
      revision: draft.revision,
      items: confirmed(draft.items),
    });
    await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true });
    const path = `/production/specifications/${draft.id}/move`;
    const proposal = (value: unknown) => ({
      to: 'refused',
      feasibility: {
        answer: 'alternative',
        reasonCode: 'strength',
        alternativeValues: [{ itemId: draft.items[0].id, attribute: 'width_mm', value }],
      },
    });
    expect((await planner.call('POST', path, proposal('broad'))).body.code).toBe('specification.invalidValue');
    expect((await planner.call('POST', path, proposal(980))).body.state).toBe('refused');
    const refused = (await agent.call('GET', `/specifications/${draft.id}`)).body;
    expect(refused.feasibilityText).toContain('Der Grund sind Festigkeit und Sicherheit.');
    expect(refused.feasibilityText).toContain('980 mm');
    const taken = (await agent.call('POST', `/specifications/${draft.id}/take-alternative`)).body;
    expect(taken.items[0].values.width_mm).toMatchObject({ value: 980, state: 'confirmed', source: null });
  });

  it('keeps a released version as it is, even from the database’s own hand', async () => {
    await expect(
      app.source.query(`UPDATE specification_versions SET content = '{}' WHERE version = 1`),
    ).rejects.toThrow(/immutable/);
  });
});
