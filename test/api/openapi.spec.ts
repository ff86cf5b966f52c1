import { readFileSync, writeFileSync } from 'node:fs';
import { startTestApp, type TestApp } from '../factories/app.ts';

const committed = new URL('../../docs/openapi.json', import.meta.url);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** A change of the interface is seen in review: `UPDATE_OPENAPI=1 npm test` writes the file anew. */
it('serves the interface that docs/openapi.json records', async () => {
  const served = await (await fetch(`${app.url}/api/openapi.json`)).json();
  if (process.env.UPDATE_OPENAPI) writeFileSync(committed, `${JSON.stringify(served, null, 2)}\n`);
  expect(served).toEqual(JSON.parse(readFileSync(committed, 'utf8')));
});

it('compresses text on its way', async () => {
  const response = await fetch(`${app.url}/api/openapi.json`, { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
});
