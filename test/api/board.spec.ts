import { randomUUID } from 'node:crypto';
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
async function handedOff(): Promise<string> {
  const { body: draft } = await agent.call('POST', `/tickets/${ticketId}/specifications`, { messageId });
  const items = draft.items.map((i: { values: Record<string, object> }) => ({
    ...i,
    values: Object.fromEntries(Object.entries(i.values).map(([k, v]) => [k, { ...v, state: 'confirmed' }])),
  }));
  await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items });
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
