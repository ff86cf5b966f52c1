import * as contracts from '../../libs/contracts/index.ts';
import { type AnyEndpoint, binary, may } from '../../libs/contracts/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';
import { photo } from '../factories/photo.ts';
import { openScreen, type Screen } from '../factories/sockets.ts';

/** What a planner must never come to see, planted wherever a buyer's letter can carry it. */
const planted = {
  name: 'Perrenoud-Grosjean',
  address: 'marcelin@combe-noire.example',
  street: 'chemin des Fours-Banaux',
  telephone: '0384 117 226',
  company: 'Fromagerie Sous-le-Mont',
  file: 'plan-de-Marcelin',
  subject: 'Portail pour ma grange',
  note: 'Mauvais payeur peut-être',
};

let app: TestApp;
let agent: SignedIn;
let planner: SignedIn;
let screen: Screen;
/** Ids of everything a planner's request could name. */
const ids: string[] = [];
let specificationId: string;
const boundary = 'limit-of-parts';

beforeAll(async () => {
  app = await startTestApp();
  await furnish(app);
  agent = await app.signIn('agent');
  planner = await app.signIn('production', { interfaceLanguage: 'zh-CN' });
  screen = await openScreen(app, planner);
  const text = `Bonjour,\n\nje cherche une porte d'entrée en acier, cote tableau L 93 x H 218 cm, ouverture vers l'intérieur.\n\n${planted.name}\n${planted.company}\n${planted.street}\nTél. ${planted.telephone}`;
  const parts = [
    `Content-Type: text/plain; charset=utf-8\n\n${text}`,
    `Content-Type: application/pdf; name="${planted.file}.pdf"\nContent-Disposition: attachment; filename="${planted.file}.pdf"\nContent-Transfer-Encoding: base64\n\n${Buffer.from('%PDF-1.4 plan').toString('base64')}`,
  ];
  parts.push(
    `Content-Type: image/jpeg; name="${planted.file}.jpg"\nContent-Disposition: attachment; filename="${planted.file}.jpg"\nContent-Transfer-Encoding: base64\n\n${photo({ secret: `${planted.name} ${planted.street}` }).toString('base64')}`,
  );
  const body = `${parts.map((p) => `--${boundary}\n${p}\n`).join('')}--${boundary}--`;
  await deliver(
    app,
    letter(body, {
      From: `${planted.name} <${planted.address}>`,
      Subject: planted.subject,
      'Content-Type': `multipart/mixed; boundary=${boundary}`,
    }),
    'sales@doors.example',
    planted.address,
  );
  await settled(app);
  const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
  const detail = (await agent.call('GET', `/tickets/${ticket.id}`)).body;
  await agent.call('PATCH', `/contacts/${detail.ticket.contactId}`, { notes: planted.note, company: planted.company });
  await agent.call('POST', `/tickets/${ticket.id}/notes`, { text: `${planted.note} ${planted.name}` });
  const { body: draft } = await agent.call('POST', `/tickets/${ticket.id}/specifications`, {
    messageId: detail.messages[0].id,
  });
  specificationId = draft.id;
  const items = draft.items.map((i: { values: Record<string, object> }) => ({
    ...i,
    values: Object.fromEntries(Object.entries(i.values).map(([k, v]) => [k, { ...v, state: 'confirmed' }])),
  }));
  const added = await fetch(
    `${app.url}/api/v1/specifications/${draft.id}/pictures?attachmentId=${detail.messages[0].attachments[1].id}`,
    {
      method: 'POST',
      headers: { cookie: agent.cookie, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(photo({ secret: `${planted.name} ${planted.street}` })),
    },
  );
  const { pictures } = await added.json();
  await agent.call('PUT', `/specifications/${draft.id}/draft`, { revision: draft.revision, items });
  await agent.call('POST', `/specifications/${draft.id}/hand-off`, { withMissing: true });
  const { body: link } = await agent.call('POST', `/specifications/${draft.id}/approval-link`);
  await fetch(`${app.url}/api/v1/approve/${link.url.split('/approve/')[1]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ decision: 'approve', name: planted.name, comment: `Merci, ${planted.name}` }),
  });
  ids.push(specificationId, ticket.id, detail.messages[0].id, detail.ticket.contactId);
  ids.push(detail.messages[0].attachments[0].id, planner.userId, pictures[0].id);
});
afterAll(async () => {
  screen.socket.close();
  await app.close();
});

const declared = Object.values(contracts).filter(
  (c): c is AnyEndpoint => typeof c === 'object' && c !== null && 'method' in c && 'permission' in c,
);
/** Asked with whatever id is known, in place of every `:parameter`. */
const pathsOf = (e: AnyEndpoint): string[] =>
  ids.map((id) =>
    e.path
      .replace(':version', '1')
      .replace(':packId', 'doors-and-windows')
      .replace(/:id(?=.*:)/, specificationId)
      .replace(/:\w+/g, id),
  );
const found = (text: string): string[] => Object.values(planted).filter((secret) => text.includes(secret));

describe('what production hears of a buyer', () => {
  it('has the buyer’s data in store at all', async () => {
    const everything = JSON.stringify([
      (await agent.call('GET', `/tickets/${ids[1]}`)).body,
      (await agent.call('GET', `/contacts/${ids[3]}`)).body,
    ]);
    expect(found(everything)).toEqual(Object.values(planted));
  });

  it('is nothing, in the answer to any question it may ask', async () => {
    const leaks: string[] = [];
    let answered = 0;
    const mine = declared.filter(
      (e) => e.permission === 'public' || e.permission === 'signedIn' || may('production', e.permission),
    );
    for (const e of mine.filter((m) => m.method === 'GET' && m.returns !== binary)) {
      for (const path of new Set(pathsOf(e))) {
        const { status, body } = await planner.call('GET', path);
        if (status === 200) answered += 1;
        for (const secret of found(JSON.stringify(body))) leaks.push(`GET ${path}: ${secret}`);
      }
    }
    expect(answered).toBeGreaterThan(8);
    expect(leaks).toEqual([]);
  });

  it('is nothing, in any file it may have', async () => {
    const leaks: string[] = [];
    const files: string[] = [];
    const mine = declared.filter(
      (e) => e.permission !== 'public' && (e.permission === 'signedIn' || may('production', e.permission)),
    );
    for (const e of mine.filter((m) => m.method === 'GET' && m.returns === binary)) {
      for (const path of new Set(pathsOf(e))) {
        const response = await fetch(`${app.url}/api/v1${path}`, { headers: { cookie: planner.cookie } });
        if (response.status !== 200) continue;
        files.push(response.headers.get('content-type') ?? '');
        const told = `${JSON.stringify([...response.headers])}${Buffer.from(await response.arrayBuffer()).toString('latin1')}`;
        for (const secret of found(told)) leaks.push(`GET ${path}: ${secret}`);
      }
    }
    expect(files).toEqual(expect.arrayContaining(['application/pdf', 'image/jpeg']));
    expect(leaks).toEqual([]);
  });

  it('is nothing, in the answer to anything it does', async () => {
    const path = `/production/specifications/${specificationId}`;
    const answers = [
      await planner.call('POST', `${path}/questions`, { text: '锁类型？', attribute: 'lock_type' }),
      await planner.call('POST', `${path}/acknowledge`),
      await planner.call('POST', '/production/capacity/check', { ids: [specificationId] }),
    ];
    const { questions } = (await agent.call('GET', `/specifications/${specificationId}`)).body;
    await agent.call('POST', `/specification-questions/${questions[0].id}/answer`, { text: '五点锁' });
    answers.push(await planner.call('POST', `${path}/move`, { to: 'accepted', feasibility: { answer: 'yes' } }));
    answers.push(
      await planner.call('POST', '/production/specifications/move', { ids: [specificationId], to: 'in_production' }),
    );
    expect(answers.at(-1)!.body.results[0].isMoved).toBe(true);
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201, 201]);
    expect(found(JSON.stringify(answers.map((a) => a.body)))).toEqual([]);
  });

  it('is nothing, in what its screens are told live', async () => {
    await agent.call('POST', `/tickets/${ids[1]}/replies`, { text: `Bonjour ${planted.name}` });
    await eventually(
      async () => screen.heard.some((h) => h.name === 'specification.changed'),
      'production to hear of its specification',
    );
    expect(found(JSON.stringify(screen.heard))).toEqual([]);
    const mayHear = ['person.changed', 'specification.changed', 'notification', 'setup.changed'];
    expect(screen.heard.map((h) => h.name).filter((name) => !mayHear.includes(name))).toEqual([]);
  });
});
