import { randomUUID } from 'node:crypto';
import * as contracts from '../../libs/contracts/index.ts';
import {
  type AnyEndpoint,
  clientEventPermissions,
  clientEvents,
  may,
  type Role,
  roles,
} from '../../libs/contracts/index.ts';
import { servedEndpoints } from '../../src/platform/index.ts';
import { caller, type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { openScreen } from '../factories/sockets.ts';

let app: TestApp;
const people = {} as Record<Role, SignedIn>;
beforeAll(async () => {
  app = await startTestApp();
  for (const role of roles) people[role] = await app.signIn(role);
});
afterAll(() => app.close());

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}
/** What Express really answers, whatever the decorators say. */
const routes = (): string[] => {
  const stack = app.app.getHttpAdapter().getInstance().router.stack as unknown as Layer[];
  return stack
    .flatMap((l) => (l.route ? [l.route] : []))
    .flatMap(({ path, methods }) => Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`));
};
const declared = Object.values(contracts).filter(
  (c): c is AnyEndpoint => typeof c === 'object' && c !== null && 'method' in c && 'permission' in c,
);
const name = (e: AnyEndpoint) => `${e.method} ${e.path}`;
const filled = (e: AnyEndpoint) => e.path.replace(/:\w+/g, () => randomUUID());
const sorted = (of: Iterable<AnyEndpoint>) => [...of].sort((a, b) => name(a).localeCompare(name(b)));

describe('every endpoint', () => {
  it('has a contract with a permission, and every contract is served', () => {
    expect(declared.length).toBeGreaterThan(100);
    expect(sorted(servedEndpoints).map(name)).toEqual(sorted(declared).map(name));
    const known = new Set(declared.map((e) => `${e.method} /api/v1${e.path}`));
    expect(
      routes()
        .filter((r) => !known.has(r))
        .sort(),
    ).toEqual(['GET /api/openapi.json', 'GET /health/live', 'GET /health/ready', 'GET /metrics']);
    expect(routes().filter((r) => known.has(r)).length).toBe(known.size);
  });

  it('turns away whoever is not signed in, unless it is public', async () => {
    const open: string[] = [];
    for (const e of sorted(declared)) {
      const { status, body } = await caller(app.url)(e.method, filled(e), e.method === 'GET' ? undefined : {});
      if (!(status === 401 && body.code === 'identity.signInRequired')) open.push(name(e));
    }
    expect(open).toEqual(sorted(declared.filter((e) => e.permission === 'public')).map(name));
  });

  it.each(roles)('lets %s do what the role may, and nothing else', async (role) => {
    const wrong: string[] = [];
    // Signing out last: it ends the session that asks.
    const inOrder = sorted(declared).sort((a, b) => Number(a === contracts.signOut) - Number(b === contracts.signOut));
    for (const e of inOrder) {
      const isAllowed = e.permission === 'public' || e.permission === 'signedIn' || may(role, e.permission);
      const answer = await people[role].call(e.method, filled(e), e.method === 'GET' ? undefined : {});
      const isRefused = answer.status === 403 && answer.body.code === 'identity.forbidden';
      if (isRefused === isAllowed || answer.body?.code === 'identity.signInRequired' || answer.status >= 500)
        wrong.push(`${name(e)}: ${answer.status} ${answer.body?.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('knows a session no longer once the person is switched off', async () => {
    const leaving = await app.signIn('agent');
    const admin = await app.signIn('administrator');
    await admin.call('PATCH', `/users/${leaving.userId}`, { isActive: false });
    expect((await leaving.call('GET', '/session')).status).toBe(401);
  });
});

describe('every socket event', () => {
  it('needs a session from our own pages', async () => {
    await expect(openScreen(app, { cookie: 'dragoman_session=guessed' })).rejects.toThrow('identity.signInRequired');
  });

  it('is checked by its schema, and by the role of whoever sends it', async () => {
    const ticketId = randomUUID();
    const valid = {
      'watch.ticket': { ticketId },
      'presence.set': { ticketId, state: 'typing' },
      'presence.self': { presence: 'away' },
    };
    expect(Object.keys(valid).sort()).toEqual(Object.keys(clientEvents).sort());
    for (const role of roles) {
      const screen = await openScreen(app, await app.signIn(role));
      try {
        for (const [event, payload] of Object.entries(valid)) {
          const permission = clientEventPermissions[event as keyof typeof valid];
          const isAllowed = permission === 'signedIn' || may(role, permission);
          const nonsense = await screen.ask(event, { nonsense: true });
          const answer = await screen.ask(event, payload);
          const refused = { ok: false, code: 'identity.forbidden' };
          expect([role, event, nonsense]).toEqual([
            role,
            event,
            isAllowed ? { ok: false, code: 'request.invalid' } : refused,
          ]);
          expect([role, event, answer]).toEqual([role, event, isAllowed ? { ok: true } : refused]);
        }
      } finally {
        screen.socket.close();
      }
    }
  });
});
