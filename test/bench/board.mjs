// Production's board with many cards in a real browser, and the sheet as PDF. Run by `npm run bench:board`; needs the web build.
// BENCH_CARDS (default 1000).
import { existsSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { chromium } from 'playwright-core';
import { openDesk, room } from './desk.mjs';

const count = Number(process.env.BENCH_CARDS ?? 1_000);
const { running, source, get, port, close } = await openDesk();
const { UsersService } = await room('identity/index');
const { Intake } = await room('intake/index');
const { PrintSheet } = await room('production/index');
const url = `http://127.0.0.1:${running.httpPort}`;

const people = {};
for (const role of ['agent', 'production']) {
  const email = `${role}@bench.example`;
  await get(UsersService).create({
    email,
    name: role,
    role,
    password: 'a long enough password',
    interfaceLanguage: role === 'production' ? 'zh-CN' : 'en',
    timeZone: 'UTC',
    languages: [{ language: 'en', level: 'fluent' }],
    regions: [],
    skills: [],
    capacity: 1000,
    workingHours: null,
  });
  const session = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'a long enough password' }),
  });
  people[role] = session.headers.get('set-cookie').split(';')[0];
}
const call = async (method, path, body) => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie: people.agent },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return answer.json();
};

const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
await transport.sendMail({
  from: 'buyer@home.example',
  to: 'sales@doors.example',
  subject: 'Door',
  text: 'We need 2 steel entrance doors, rough opening 930 x 2180 mm, wall 480 mm, RAL 7016, hinges on the left seen from outside, opening inwards.',
});
transport.close();
await get(Intake).settle();
const [ticket] = (await call('GET', '/tickets?view=all')).items;
const { messages } = await call('GET', `/tickets/${ticket.id}`);
const made = await call('POST', `/tickets/${ticket.id}/specifications`, { messageId: messages[0].id });
for (const item of made.items) for (const v of Object.values(item.values)) v.state = 'confirmed';
await call('PUT', `/specifications/${made.id}/draft`, { revision: made.revision, items: made.items });
await call('POST', `/specifications/${made.id}/hand-off`, { withMissing: true });
// The same again under other numbers, in every column.
const columns = (
  await source.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
     WHERE table_name = 'specifications' AND column_name NOT IN ('id', 'number', 'state') AND is_generated = 'NEVER' AND is_identity = 'NO'`,
  )
)[0].names;
await source.query(
  `INSERT INTO specifications (id, state, ${columns})
   SELECT gen_random_uuid(), (ARRAY['new', 'questions', 'accepted', 'in_production', 'ready'])[1 + n % 5], ${columns} FROM specifications, generate_series(1, $1) n`,
  [count - 1],
);

const round = (ms) => Number(ms.toFixed(1));
const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: round(sorted[Math.floor(sorted.length / 2)]), worst: round(sorted.at(-1)) };
};

const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
const own = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const shipped = own ? null : (await import('@sparticuz/chromium')).default;
const browser = await chromium.launch(
  own
    ? { executablePath: own, args: flags }
    : { executablePath: await shipped.executablePath(), args: [...shipped.args, ...flags] },
);
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const [name, value] = people.production.split('=');
await context.addCookies([{ name, value, url }]);
const page = await context.newPage();
const opened = performance.now();
await page.goto(`${url}/production`);
await page.getByText('930 × 2180').first().waitFor();
const shown = performance.now() - opened;
const cards = (await page.locator('h2 bdi').allTextContents()).reduce((sum, n) => sum + Number(n), 0);

/** From the key to the frame that shows what it did, in the page's own time. */
const timed = (keys) =>
  page.evaluate(async (typed) => {
    const field = document.querySelector('input[type=search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const times = [];
    for (const text of typed) {
      const start = performance.now();
      set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times;
  }, keys);
const typing = await timed(['1', '10', '100', '1001', '100', '10', '1', '']);
const scrolls = await page.evaluate(async () => {
  const at = [...document.querySelectorAll('*')].find(
    (e) => e.scrollHeight > e.clientHeight + 500 && /auto|scroll/.test(getComputedStyle(e).overflowY),
  );
  const times = [];
  for (let i = 1; i <= 10; i++) {
    const start = performance.now();
    at?.scrollBy(0, 800);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    times.push(performance.now() - start);
  }
  return times;
});
await browser.close();

const pdf = [];
for (let i = 0; i < 12; i++) {
  const start = performance.now();
  await get(PrintSheet).print(made.id, 1, i % 2 ? 'ar' : 'zh-CN', 'http://127.0.0.1/production/x');
  pdf.push(performance.now() - start);
}
console.log(
  JSON.stringify({
    cards,
    boardShownMs: round(shown),
    typingMs: spread(typing),
    scrollMs: spread(scrolls),
    pdfFirstMs: round(pdf[0]),
    pdfMs: spread(pdf.slice(1)),
  }),
);
await close();
process.exit(0);
