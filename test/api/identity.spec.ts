import { Secret, TOTP } from 'otpauth';
import { caller, startTestApp, type TestApp } from '../factories/app.ts';

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
