import { io } from 'socket.io-client';
import { WatchMessages } from '../../src/production/watch-messages.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
let planner: SignedIn;
let specificationId: string;
const messageId = '<wish@jura.example>';
const from = 'Marcel Perrenoud <marcel@jura.example>';
const reply = async (text: string, headers: Record<string, string> = {}) => {
  await deliver(
    app,
    letter(text, { From: from, Subject: 'Re: Porte', 'In-Reply-To': messageId, References: messageId, ...headers }),
  );
  await settled(app);
};
const view = async () =>
  (await planner.call('GET', `/production/specifications/${specificationId}?language=zh-CN`)).body;
const sales = async () => (await agent.call('GET', `/specifications/${specificationId}`)).body;

beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
  planner = await app.signIn('production', { interfaceLanguage: 'zh-CN' });
  await deliver(
    app,
    letter(
      "Bonjour,\n\nje cherche une porte d'entrée en acier, cote tableau L 93 x H 218 cm, RAL 7016.\n\nM. Perrenoud",
      {
        From: from,
        Subject: 'Porte',
        'Message-ID': messageId,
      },
    ),
  );
  await settled(app);
  const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
  const { messages } = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
  const { body: draft } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
    messageId: messages[0].id,
  });
  specificationId = draft.id;
  for (const item of draft.items) for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
  await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items: draft.items });
});
afterAll(() => app.close());

describe('questions to the buyer', () => {
  it('are numbered, in the buyer’s language, and matched to the answer when it comes', async () => {
    const { openPoints, items } = await sales();
    const points = ['wall_thickness_mm', 'swing'].map((attribute) => ({
      itemId: items[0].id,
      attribute,
      code: 'missing',
    }));
    expect(openPoints.length).toBeGreaterThan(1);
    const { body } = await agent.call('POST', `/specifications/${specificationId}/ask-buyer`, { points });
    expect(body.language).toBe('fr');
    expect(body.text.split('\n')).toEqual([expect.stringMatching(/^1\. Merci/), expect.stringMatching(/^2\. /)]);
    await reply('Bonjour,\n\n1. 48 cm\n2. vers l’intérieur\n\nM. Perrenoud');
    const answered = await eventually(async () => {
      const now = await sales();
      return now.buyerQuestions.every((q: { answer: string | null }) => q.answer !== null) ? now : null;
    }, 'the answers');
    expect(answered.buyerQuestions.map((q: { answer: string }) => q.answer)).toEqual([
      expect.stringContaining('48 cm'),
      expect.stringContaining('intérieur'),
    ]);
    // One answer is put together of several reads: ask once more for the values.
    const { values } = (await sales()).items[0];
    expect([values.wall_thickness_mm, values.swing]).toEqual([
      expect.objectContaining({ value: 480, state: 'candidate' }),
      expect.objectContaining({ value: 'inward', state: 'candidate' }),
    ]);
  });
});

describe('a message after release', () => {
  beforeAll(async () => {
    const now = await sales();
    for (const item of now.items) for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
    await agent.call('PUT', `/specifications/${specificationId}/draft`, { revision: now.revision, items: now.items });
    const handed = await agent.call('POST', `/specifications/${specificationId}/hand-off`, { withMissing: true });
    expect(handed.body.state).toBe('new');
  });

  it('that changes nothing raises nothing', async () => {
    await reply('Merci beaucoup ! La porte en acier, RAL 7016, c’est bien ça.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await view()).alarms).toEqual([]);
  });

  it('that touches a released value stands on production’s screen within two seconds, in Chinese, without the buyer', async () => {
    const socket = io(app.url, { extraHeaders: { cookie: planner.cookie }, transports: ['websocket'] });
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', () => resolve());
      socket.on('connect_error', reject);
    });
    const heard = new Promise<number>((resolve) =>
      socket.on('specification.changed', () => resolve(performance.now())),
    );
    const sent = performance.now();
    await reply('Pardon, la largeur fait 92 cm et non 93 cm.\n\nM. Perrenoud, 0033 384 000 000');
    expect((await heard) - sent).toBeLessThan(2_000);
    socket.close();
    const { alarms, needsAcknowledgement } = await eventually(async () => {
      const now = await view();
      return now.alarms.length > 0 ? now : null;
    }, 'the alarm');
    expect(needsAcknowledgement).toBe(true);
    expect(alarms[0]).toMatchObject({ version: 1, messageId: null, acknowledgedAt: null });
    expect(alarms[0].touches).toContainEqual(
      expect.objectContaining({ attribute: 'width_mm', label: '宽', before: '930 mm', after: '920 mm', part: 'text' }),
    );
    expect(JSON.stringify(alarms)).not.toMatch(/perrenoud|marcel|0033/i);
    expect((await sales()).items[0].values.width_mm).toMatchObject({ value: 920, state: 'candidate' });
    expect((await planner.call('GET', '/production/board')).body.cards[0].hasAlarm).toBe(true);
  });

  it('escalates when nobody acknowledges it, and not once somebody did', async () => {
    const [{ id: alarmId }] = await app.source.query('SELECT id FROM specification_alarms');
    await app.get(WatchMessages).escalate(alarmId);
    expect((await view()).alarms[0].escalatedAt).not.toBeNull();
    await app.source.query('UPDATE specification_alarms SET escalated_at = NULL');
    await planner.call('POST', `/production/specifications/${specificationId}/acknowledge`);
    await app.get(WatchMessages).escalate(alarmId);
    expect((await view()).alarms[0]).toMatchObject({ acknowledgedAt: expect.any(String), escalatedAt: null });
  });

  it('is settled by the next version', async () => {
    const now = await sales();
    for (const item of now.items) for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
    await agent.call('PUT', `/specifications/${specificationId}/draft`, { revision: now.revision, items: now.items });
    const next = await agent.call('POST', `/specifications/${specificationId}/hand-off`, { withMissing: true });
    expect(next.body).toMatchObject({ currentVersion: 2, alarms: [expect.objectContaining({ settled: 'released' })] });
    expect((await view()).alarms).toEqual([]);
  });

  it('is found between quoted lines', async () => {
    await reply(
      'Voir mes réponses ci-dessous.\n\nLe 23 nov. 2026 à 10:00, Doors <sales@doors.example> a écrit :\n> Quelle largeur ?\nLa largeur est 94 cm\n> Quelle hauteur ?\nLa hauteur est 218 cm\n> Merci',
    );
    const found = await eventually(async () => {
      const now = await view();
      return now.alarms.length > 0 ? now : null;
    }, 'the alarm');
    expect(found.alarms[0].touches).toContainEqual(expect.objectContaining({ attribute: 'width_mm', after: '940 mm' }));
  });

  it('is dismissed by a person, and the released values stand again', async () => {
    const { alarms } = await sales();
    const open = alarms.filter((a: { settled: string | null }) => a.settled === null);
    for (const { id } of open) await agent.call('POST', `/specification-alarms/${id}/dismiss`);
    const now = await sales();
    expect(now.items[0].values.width_mm).toMatchObject({ value: 920, state: 'confirmed' });
    expect((await view()).alarms).toEqual([]);
    expect((await agent.call('POST', `/specification-alarms/${open[0].id}/dismiss`)).body.code).toBe(
      'specification.alarmNotFound',
    );
  });
});
