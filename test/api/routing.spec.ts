import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { eventually, letter } from '../factories/desk.ts';
import { type IntakeBench, intakeOf } from '../factories/intake.ts';

let app: TestApp;
let desk: IntakeBench;
let admin: SignedIn;
let claire: SignedIn;
let paul: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  desk = await intakeOf(app);
  admin = await app.signIn('administrator');
  claire = await app.signIn('agent', { name: 'Claire', languages: [{ language: 'fr', level: 'native' }] });
  paul = await app.signIn('agent', { name: 'Paul', languages: [{ language: 'fr', level: 'working' }] });
  const team = { name: 'Francophone', languages: ['fr'], memberIds: [claire.userId, paul.userId] };
  await admin.call('POST', '/teams', team);
});
afterAll(() => app.close());
afterEach(() => desk.clear());

let letters = 0;
/** A French letter of a buyer nobody knows yet. */
function french(subject: string): string {
  letters += 1;
  return letter('Bonjour,\n\nje souhaite recevoir une offre pour une fenêtre avec un rebord, merci beaucoup.', {
    From: `Buyer <buyer${letters}@home.example>`,
    Subject: subject,
  });
}
const letterIn = (subject: string) => desk.takeIn(french(subject));
const ticketOf = async (id: string | null) => (await admin.call('GET', `/tickets/${id}`)).body;
/** Presence, capacity and loads are told by notification and counted once a second: waits until routing would choose so. */
const wouldGoTo = (person: SignedIn | null) =>
  eventually(async () => {
    const { body } = await admin.call('POST', '/routing-rules/try', { language: 'fr' });
    return body.assigneeId === (person?.userId ?? null);
  }, 'routing to know who is there');
const present = (person: SignedIn, presence: string) => person.call('PATCH', '/session', { presence });

describe('who gets a ticket', () => {
  it('is who is there before who speaks better, and says so', async () => {
    await present(claire, 'offline');
    await present(paul, 'online');
    await wouldGoTo(paul);
    const { ticket, routeReasons } = await ticketOf((await letterIn('presence')).ticketId);
    expect(ticket.assigneeId).toBe(paul.userId);
    expect(routeReasons.map((r: { code: string }) => r.code)).toContain('agentSpeaks');
    await present(claire, 'online');
    await wouldGoTo(claire);
    expect((await ticketOf((await letterIn('presence again')).ticketId)).ticket.assigneeId).toBe(claire.userId);
  });

  it('is nobody above their capacity; when all are full, it stays with the team and says why', async () => {
    for (const person of [claire, paul]) {
      await present(person, 'online');
      await admin.call('PATCH', `/users/${person.userId}`, { capacity: 0 });
    }
    await wouldGoTo(null);
    for (const person of [paul, claire]) await admin.call('PATCH', `/users/${person.userId}`, { capacity: 1 });
    await wouldGoTo(claire);
    const one = await desk.takeInAll([french('one'), french('two'), french('three')]);
    const tickets = await Promise.all(one.map((t) => ticketOf(t.ticketId)));
    expect(new Set(tickets.slice(0, 2).map((t) => t.ticket.assigneeId))).toEqual(new Set([claire.userId, paul.userId]));
    expect(tickets[2].ticket.assigneeId).toBeNull();
    expect(tickets[2].ticket.teamId).not.toBeNull();
    expect(tickets[2].routeReasons.map((r: { code: string }) => r.code)).toContain('allBusy');
    for (const person of [claire, paul]) await admin.call('PATCH', `/users/${person.userId}`, { capacity: 30 });
  });

  it('changes when that person leaves: open tickets go to a colleague, done ones stay, the reason is kept', async () => {
    await present(claire, 'online');
    await present(paul, 'offline');
    await wouldGoTo(claire);
    const [open, done] = [await letterIn('still open'), await letterIn('done already')];
    await admin.call('PATCH', `/tickets/${done.ticketId}`, { status: 'resolved' });
    expect((await ticketOf(open.ticketId)).ticket.assigneeId).toBe(claire.userId);
    await admin.call('PATCH', `/users/${claire.userId}`, { isActive: false });
    const moved = await eventually(async () => {
      const detail = await ticketOf(open.ticketId);
      return detail.ticket.assigneeId === paul.userId && detail;
    }, 'the ticket to find a new agent');
    expect(moved.routeReasons[0].code).toBe('personLeft');
    expect((await ticketOf(done.ticketId)).ticket.assigneeId).toBe(claire.userId);
    await admin.call('PATCH', `/users/${claire.userId}`, { isActive: true });
  });
});

describe('a rule before it is saved', () => {
  it('shows what it would do with the newest tickets and why, and changes nothing', async () => {
    const hit = await letterIn('Rebord de granit');
    await letterIn('autre chose');
    const before = await ticketOf(hit.ticketId);
    const rule = {
      name: 'Granit to Paul',
      conditions: { subjectContains: 'granit' },
      actions: { userId: paul.userId, priority: 'high' },
    };
    const { body } = await admin.call('POST', '/routing-rules/preview', rule);
    expect(body.examined).toBe(2);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      ticketId: hit.ticketId,
      decidedByRule: null,
      decision: {
        assigneeId: paul.userId,
        priority: 'high',
        reasons: [{ code: 'rule', params: { rule: 'Granit to Paul' } }],
      },
    });
    expect(await ticketOf(hit.ticketId)).toEqual(before);
    expect((await admin.call('GET', '/routing-rules')).body.items).toEqual([]);
  });

  it('says which earlier rule decides instead', async () => {
    await letterIn('Rebord de granit');
    const first = await admin.call('POST', '/routing-rules', {
      name: 'All French',
      conditions: { languages: ['fr'] },
      actions: { priority: 'low' },
    });
    const later = { name: 'Later', conditions: { subjectContains: 'granit' }, actions: { priority: 'high' } };
    const { body } = await admin.call('POST', '/routing-rules/preview', later);
    expect(body.items[0]).toMatchObject({ decidedByRule: 'All French', decision: { priority: 'low' } });
    await admin.call('DELETE', `/routing-rules/${first.body.id}`);
  });
});
