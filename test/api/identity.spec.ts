import { Secret, TOTP } from 'otpauth';
import { RealtimeGateway, rooms } from '../../src/realtime/realtime.gateway.ts';
import { caller, startTestApp, type TestApp } from '../factories/app.ts';
import { openScreen } from '../factories/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('signing in', () => {
  it('opens a session with the right password only, and says the same for a wrong one and for nobody', async () => {
    const admin = await app.signIn('administrator');
    await admin.call('POST', '/users', {
      email: 'chen@factory.example',
      name: '陈',
      role: 'agent',
      password: 'long enough password',
    });
    const anybody = caller(app.url);
    const wrong = await anybody('POST', '/session', { email: 'chen@factory.example', password: 'wrong password' });
    const nobody = await anybody('POST', '/session', { email: 'nobody@factory.example', password: 'wrong password' });
    const right = await anybody('POST', '/session', {
      email: 'CHEN@factory.example',
      password: 'long enough password',
    });
    expect([wrong.status, wrong.body.code, wrong.body.message]).toEqual([401, nobody.body.code, nobody.body.message]);
    expect(right.status).toBe(201);
    expect(right.headers.get('set-cookie')).toMatch(/dragoman_session=.+HttpOnly.*SameSite=Lax/i);
    expect(JSON.stringify(right.body)).not.toMatch(/argon2|password/i);
  });

  it('asks for the code once a second factor is set', async () => {
    const agent = await app.signIn('agent', { email: 'factor@factory.example', password: 'long enough password' });
    const { body } = await agent.call('POST', '/session/second-factor');
    const code = () => new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    expect(
      (await agent.call('PUT', '/session/second-factor', { secret: body.secret, code: code() })).body.hasSecondFactor,
    ).toBe(true);
    const anybody = caller(app.url);
    const credentials = { email: 'factor@factory.example', password: 'long enough password' };
    expect((await anybody('POST', '/session', credentials)).body.code).toBe('identity.codeRequired');
    expect((await anybody('POST', '/session', { ...credentials, code: '000000' })).status).toBe(401);
    expect((await anybody('POST', '/session', { ...credentials, code: code() })).status).toBe(201);
  });

  it('pauses after repeated failures', async () => {
    await app.signIn('agent', { email: 'tried@factory.example', password: 'long enough password' });
    const anybody = caller(app.url);
    const codes = [];
    for (let i = 0; i < 9; i++)
      codes.push((await anybody('POST', '/session', { email: 'tried@factory.example', password: 'x' })).body.code);
    expect(codes.at(-1)).toBe('identity.locked');
  });

  it('takes no more guesses when they come at once', async () => {
    const email = 'rushed@factory.example';
    await app.signIn('agent', { email, password: 'long enough password' });
    const anybody = caller(app.url);
    const guesses = await Promise.all(
      Array.from({ length: 24 }, (_, i) => anybody('POST', '/session', { email, password: `guess ${i}` })),
    );
    expect(guesses.filter((g) => g.body.code === 'identity.signInFailed')).toHaveLength(8);
    expect(guesses.filter((g) => g.body.code === 'identity.locked')).toHaveLength(16);
  });

  it('counts wrong codes whatever is asked in between, and no right password that waits for its code', async () => {
    const credentials = { email: 'codes@factory.example', password: 'long enough password' };
    const agent = await app.signIn('agent', credentials);
    const { body } = await agent.call('POST', '/session/second-factor');
    const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    await agent.call('PUT', '/session/second-factor', { secret: body.secret, code });
    const anybody = caller(app.url);
    for (let i = 0; i < 10; i++)
      expect((await anybody('POST', '/session', credentials)).body.code).toBe('identity.codeRequired');
    const codes = [];
    for (let i = 0; i < 9; i++) {
      codes.push((await anybody('POST', '/session', { ...credentials, code: 'abcdef' })).body.code);
      await anybody('POST', '/session', credentials);
    }
    expect(codes.at(-1)).toBe('identity.locked');
  });

  it('lets nobody who sits at an open session guess the code that takes the second factor away', async () => {
    const agent = await app.signIn('agent');
    const { body } = await agent.call('POST', '/session/second-factor');
    const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    await agent.call('PUT', '/session/second-factor', { secret: body.secret, code });
    const wrong = code === '123456' ? '123457' : '123456';
    const codes = [];
    for (let i = 0; i < 9; i++)
      codes.push((await agent.call('DELETE', '/session/second-factor', { code: wrong })).body.code);
    expect([codes[0], codes.at(-1)]).toEqual(['identity.signInFailed', 'identity.locked']);
    expect((await agent.call('DELETE', '/session/second-factor', { code })).body.code).toBe('identity.locked');
  });

  it('sets no second factor over another', async () => {
    const agent = await app.signIn('agent');
    const set = async () => {
      const { body } = await agent.call('POST', '/session/second-factor');
      const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
      return (await agent.call('PUT', '/session/second-factor', { secret: body.secret, code })).status;
    };
    expect([await set(), await set()]).toEqual([200, 403]);
  });
});

describe('open sockets', () => {
  const within = async (isSo: () => boolean): Promise<boolean> => {
    for (let i = 0; i < 200 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    return isSo();
  };

  it.each([{ isActive: false }, { password: 'another long password' }])('end with the session: %j', async (change) => {
    const admin = await app.signIn('administrator');
    const agent = await app.signIn('agent');
    const screen = await openScreen(app, agent);
    await admin.call('PATCH', `/users/${agent.userId}`, change);
    expect(await within(() => screen.socket.disconnected)).toBe(true);
  });

  it('hear what the new role may hear', async () => {
    const admin = await app.signIn('administrator');
    const person = await app.signIn('agent');
    const screen = await openScreen(app, person);
    await admin.call('PATCH', `/users/${person.userId}`, { role: 'production' });
    const roomsOf = () => [...app.get(RealtimeGateway).server.sockets.sockets.get(screen.socket.id!)!.rooms];
    expect(await within(() => !roomsOf().includes(rooms.inbox))).toBe(true);
    expect(roomsOf()).toContain(rooms.production);
    expect(await screen.ask('watch.ticket', { ticketId: null })).toMatchObject({ ok: false });
    screen.socket.disconnect();
  });
});

describe('permissions', () => {
  it('refuses without a session, without the role, and from a foreign page', async () => {
    const agent = await app.signIn('agent');
    expect((await caller(app.url)('GET', '/people')).body.code).toBe('identity.signInRequired');
    expect((await agent.call('GET', '/users')).body.code).toBe('identity.forbidden');
    const foreign = await fetch(`${app.url}/api/v1/session`, {
      method: 'DELETE',
      headers: { cookie: agent.cookie, origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect((await agent.call('GET', '/session')).status).toBe(200);
  });

  it('refuses text that cannot be kept as the fault of the request', async () => {
    const agent = await app.signIn('agent');
    const inText = await agent.call('PATCH', '/session', { name: 'a\u0000b' });
    const inJson = await agent.call('POST', '/views', { name: 'mine', filter: { tag: 'a\u0000b' } });
    const inQuery = await agent.call('GET', '/tickets?tag=%00');
    expect([inText, inJson, inQuery].map((r) => [r.status, r.body.code])).toEqual(
      Array(3).fill([400, 'request.invalid']),
    );
  });

  it('keeps the last administrator', async () => {
    const admin = await app.signIn('administrator');
    const { body } = await admin.call('GET', '/users');
    for (const other of body.items.filter(
      (u: { role: string; id: string }) => u.role === 'administrator' && u.id !== admin.userId,
    )) {
      await admin.call('PATCH', `/users/${other.id}`, { isActive: false });
    }
    expect((await admin.call('PATCH', `/users/${admin.userId}`, { role: 'agent' })).body.code).toBe(
      'identity.lastAdministrator',
    );
  });

  it('changes what is named and nothing else', async () => {
    const admin = await app.signIn('administrator');
    const languages = [{ language: 'fr', level: 'native' }];
    const periods = { 1: [[540, 1020]] };
    const person = await app.signIn('agent', { languages, capacity: 7, timeZone: 'Europe/Paris', skills: ['glazing'] });
    await admin.call('PATCH', `/users/${person.userId}`, { workingHours: { timeZone: 'Europe/Paris', periods } });
    const { body } = await admin.call('PATCH', `/users/${person.userId}`, { name: 'Renamed' });
    expect(body).toMatchObject({
      name: 'Renamed',
      languages,
      capacity: 7,
      timeZone: 'Europe/Paris',
      skills: ['glazing'],
      workingHours: { periods },
    });
    await admin.call('PATCH', '/settings', { undoSendSeconds: 25 });
    const settings = await admin.call('PATCH', '/settings', { companyName: 'Doors' });
    expect(settings.body).toMatchObject({ companyName: 'Doors', undoSendSeconds: 25 });
  });

  it('answers in the language of the person', async () => {
    const french = await app.signIn('agent', { interfaceLanguage: 'fr' });
    const refusal = await french.call('GET', '/users');
    expect(refusal.body.message).toBe("Vous n'avez pas le droit de faire cela.");
  });

  it('writes changes of the set-up into the audit log, without secrets', async () => {
    const admin = await app.signIn('administrator');
    await admin.call('POST', '/users', {
      email: 'audited@factory.example',
      name: 'Audited',
      role: 'agent',
      password: 'secret password 1',
    });
    const { body } = await admin.call('GET', '/audit');
    expect(body.items[0]).toMatchObject({
      action: 'POST /users',
      subjectType: 'users',
      after: { email: 'audited@factory.example', password: '[secret]' },
    });
  });
});
