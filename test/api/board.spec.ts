import { randomUUID } from 'node:crypto';
import { addDays, isoWeekOf, mondayOf } from '../../libs/business-time/index.ts';
import type { MoveResult } from '../../libs/contracts/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, furnish, letter, settled } from '../factories/desk.ts';

let app: TestApp;
let agent: SignedIn;
let planner: SignedIn;
let ticketId: string;
let messageId: string;

beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
  planner = await app.signIn('production');
  await deliver(
    app,
    letter('We need 2 steel entrance doors, rough opening 930 x 2180 mm, opening inwards.\n\nNora Lindqvist', {
      From: 'Nora Lindqvist <nora@lindqvist.example>',
      Subject: 'Doors',
    }),
  );
  await settled(app);
  const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
  ticketId = ticket.id;
  messageId = (await agent.call('GET', `/tickets/${ticketId}`)).body.messages[0].id;
});
afterAll(() => app.close());

/** A specification of the letter, handed off. @returns its id */
async function handedOff(dueDate: string | null = null): Promise<string> {
  const { body: draft } = await agent.call('POST', `/tickets/${ticketId}/specifications`, { messageId });
  const items = draft.items.map((i: { values: Record<string, object> }) => ({
    ...i,
    values: Object.fromEntries(Object.entries(i.values).map(([k, v]) => [k, { ...v, state: 'confirmed' }])),
  }));
  await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items, dueDate });
  await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true });
  return draft.id;
}
const move = (body: object, who = planner) => who.call('POST', '/production/specifications/move', body);
const stateOf = async (id: string): Promise<string> =>
  (await planner.call('GET', `/production/specifications/${id}`)).body.state;

describe('many cards at once', () => {
  it('are moved where the machine allows it; the others are left, each with its reason', async () => {
    const [first, second, asked] = [await handedOff(), await handedOff(), await handedOff()];
    await agent.call('POST', `/specifications/${asked}/approval-link`);
    const unknown = randomUUID();
    const ids = [first, asked, second, unknown];
    const accepted = await move({ ids, to: 'accepted' });
    expect(accepted.status).toBe(201);
    expect(accepted.body.results.map((r: MoveResult) => [r.id, r.isMoved, r.error?.code ?? null])).toEqual([
      [first, true, null],
      [asked, true, null],
      [second, true, null],
      [unknown, false, 'specification.notFound'],
    ]);
    const { results } = (await move({ ids: [first, asked, second], to: 'in_production' })).body as {
      results: MoveResult[];
    };
    expect(results.map((r) => [r.isMoved, r.canUndo, r.from])).toEqual([
      [true, true, 'accepted'],
      [false, false, 'accepted'],
      [true, true, 'accepted'],
    ]);
    expect(results[1]!.error).toMatchObject({ code: 'specification.buyerFirst', message: expect.stringMatching(/\w/) });
    expect(await Promise.all([first, asked, second].map(stateOf))).toEqual([
      'in_production',
      'accepted',
      'in_production',
    ]);
    const trail = (await planner.call('GET', `/production/specifications/${second}`)).body.history;
    expect(trail.map((e: { to: string }) => e.to)).toEqual(['draft', 'new', 'accepted', 'in_production']);
    const told: { count: string }[] = await app.source.query(
      `SELECT count(*) FROM ticket_events WHERE ticket_id = $1 AND type = 'productionMoved'`,
      [ticketId],
    );
    expect(Number(told[0]!.count)).toBe(5);
  });

  it('are taken back by the move back, with its reason on each trail', async () => {
    const ids = [await handedOff(), await handedOff()];
    await move({ ids, to: 'accepted' });
    await move({ ids, to: 'in_production' });
    expect((await move({ ids, to: 'accepted' })).body.results[0].error.code).toBe('specification.reasonNeeded');
    const back = (await move({ ids, to: 'accepted', note: 'begun by mistake' })).body.results as MoveResult[];
    expect(back.every((r) => r.isMoved)).toBe(true);
    const { history } = (await planner.call('GET', `/production/specifications/${ids[1]}`)).body;
    expect(history.at(-1)).toMatchObject({ from: 'in_production', to: 'accepted', note: 'begun by mistake' });
  });

  it('stand on the board with the moves each may make', async () => {
    const id = await handedOff();
    const { cards } = (await planner.call('GET', '/production/board')).body;
    expect(cards.find((c: { id: string }) => c.id === id).moves).toEqual(['accepted', 'refused']);
  });

  it('are moved by production alone', async () => {
    const id = await handedOff();
    for (const who of [agent, await app.signIn('lead')])
      expect((await move({ ids: [id], to: 'accepted' }, who)).status).toBe(403);
    expect((await move({ ids: [], to: 'accepted' })).status).toBe(400);
    expect(JSON.stringify((await move({ ids: [id], to: 'shipped' })).body)).not.toMatch(/lindqvist|nora/i);
  });
});

describe('capacity per week', () => {
  /** A Monday some 40 weeks ahead, and the days and weeks from it on. */
  const monday = mondayOf(addDays(new Date().toISOString().slice(0, 10), 280));
  const day = (n: number): string => addDays(monday, n);
  const weekOf = (n: number): string => isoWeekOf(day(n * 7));
  const week = async (at: string, who = planner) =>
    (await who.call('GET', `/production/capacity?from=${at}&weeks=1`)).body.weeks[0];

  it('counts the pieces that were accepted for a week, and what is asked for it', async () => {
    const id = await handedOff(day(2));
    expect(await week(weekOf(0))).toMatchObject({ monday: day(0), capacity: null, promised: 0, asked: 2 });
    await move({ ids: [id], to: 'accepted' });
    expect(await week(weekOf(0))).toMatchObject({ promised: 2, asked: 0 });
    const { cards } = (await planner.call('GET', '/production/board')).body;
    expect(cards.find((c: { id: string }) => c.id === id)).toMatchObject({ pieces: 2, promisedDate: day(2) });
    await move({ ids: [id], to: 'in_production' });
    expect((await week(weekOf(0))).promised).toBe(2);
  });

  it('is what production says, week by week', async () => {
    const saved = await planner.call('PUT', '/production/capacity', {
      perWeek: 5,
      counts: 'pieces',
      weeks: [
        { week: weekOf(1), capacity: 0, note: '春节' },
        { week: weekOf(2), capacity: 9 },
      ],
    });
    expect(saved.body).toMatchObject({ perWeek: 5, counts: 'pieces' });
    expect(await week(weekOf(0))).toMatchObject({ capacity: 5, isException: false });
    expect(await week(weekOf(1))).toMatchObject({ capacity: 0, isException: true, note: '春节' });
    await planner.call('PUT', '/production/capacity', {
      perWeek: 5,
      counts: 'pieces',
      weeks: [{ week: weekOf(2), capacity: null }],
    });
    expect(await week(weekOf(2))).toMatchObject({ capacity: 5, isException: false });
    expect(await week(weekOf(1))).toMatchObject({ capacity: 0 });
    const audit = (await (await app.signIn('administrator')).call('GET', '/audit')).body.items;
    expect(audit[0]).toMatchObject({ userId: planner.userId, action: 'PUT /production/capacity' });
  });

  it('warns where a week is full, says where there is room, and forbids nothing', async () => {
    const ids = [await handedOff(day(3)), await handedOff(day(4))];
    const { body } = await planner.call('POST', '/production/capacity/check', { ids });
    expect(body.full).toEqual([{ week: weekOf(0), monday: day(0), promised: 2, capacity: 5, adding: 4 }]);
    // The week after is closed.
    expect(body.firstRoom).toMatchObject({ week: weekOf(2), monday: day(14) });
    const one = await planner.call('POST', '/production/capacity/check', { ids: [ids[0]] });
    expect(one.body).toEqual({ full: [], firstRoom: null });
    const later = await planner.call('POST', '/production/capacity/check', {
      ids,
      leadTimeDays: body.firstRoom.leadTimeDays,
    });
    expect(later.body.full).toEqual([]);
    expect((await move({ ids, to: 'accepted' })).body.results.every((r: MoveResult) => r.isMoved)).toBe(true);
    expect((await week(weekOf(0))).promised).toBe(6);
    // What is counted already is not counted twice.
    expect((await planner.call('POST', '/production/capacity/check', { ids: [ids[0]] })).body.full[0]).toMatchObject({
      promised: 4,
      adding: 2,
    });
  });

  it('counts specifications where the workshop counts so', async () => {
    await planner.call('PUT', '/production/capacity', { perWeek: 3, counts: 'orders' });
    expect(await week(weekOf(0))).toMatchObject({ promised: 3, capacity: 3 });
  });

  it('promises by the lead time, counted from the planner’s day', async () => {
    const id = await handedOff();
    await move({ ids: [id], to: 'accepted', feasibility: { answer: 'yes', leadTimeDays: 30 } });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const { promisedDate } = (await planner.call('GET', `/production/specifications/${id}`)).body;
    expect((Date.parse(promisedDate) - Date.parse(today)) / 86_400_000).toBe(30);
    expect((await agent.call('GET', `/specifications/${id}`)).body.promisedDate).toBe(promisedDate);
  });

  it('is read by leads, changed by production alone, and refuses weeks that are none', async () => {
    const lead = await app.signIn('lead');
    expect((await lead.call('GET', '/production/capacity')).body.weeks).toHaveLength(12);
    const body = { perWeek: 1, counts: 'pieces' };
    expect((await lead.call('PUT', '/production/capacity', body)).status).toBe(403);
    expect((await agent.call('GET', '/production/capacity')).status).toBe(403);
    expect((await planner.call('GET', '/production/capacity?from=2031-W53')).body.code).toBe('request.invalid');
    expect(
      (await planner.call('PUT', '/production/capacity', { ...body, weeks: [{ week: '2031-W53', capacity: 1 }] }))
        .status,
    ).toBe(400);
  });
});
