// From the end of DATA to the socket event that puts the ticket on a signed-in agent's screen, one letter at a time and at
// ten a second; beside it, in the same run, what the listener's own answer takes. Run by `npm run bench:on-screen`.
// BENCH_MESSAGES (default 300).
import { once } from 'node:events';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { openDesk, room } from './desk.mjs';
import { letter } from './letters.mjs';

const messages = Number(process.env.BENCH_MESSAGES ?? 300);
const { running, source, port, get, close } = await openDesk();
const { Sessions, sessionCookie } = await room('identity/index');

const [agent] = await source.query(`SELECT id FROM users WHERE email = 'en@factory.example'`);
const { token } = await get(Sessions).open(agent.id, 'bench');
const screen = io(running.url, { transports: ['websocket'], extraHeaders: { cookie: `${sessionCookie}=${token}` } });
await once(screen, 'connect');
const shown = new Map();
screen.on('tickets.changed', ({ rows, opened }) => {
  for (const row of rows) if (opened.includes(row.id)) shown.get(row.subject)?.(performance.now());
});

const socket = connect(port, '127.0.0.1').setNoDelay(true);
const waiting = [];
let buffer = '';
socket.on('data', (data) => {
  buffer += data;
  for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
    const line = buffer.slice(0, end);
    buffer = buffer.slice(end + 2);
    if (/^\d{3}(?: |$)/.test(line)) waiting.shift()?.(line);
  }
});
const answer = () => new Promise((resolve) => waiting.push(resolve));
const say = async (text, expected) => {
  const said = answer();
  socket.write(text);
  if (!(await said).startsWith(expected)) throw new Error(`${text.slice(0, 40)}: ${await said}`);
};

/** Sends one letter. @returns milliseconds from its last octet to the listener's answer, and to the screen */
async function send(n, run) {
  const subject = `${run} ${n}`;
  const raw = letter(n, run)
    .replace(/^Subject: .*$/m, `Subject: ${subject}`)
    .replace(/^\./gm, '..');
  await say('MAIL FROM:<buyer@house.example>\r\n', '250');
  await say('RCPT TO:<sales@doors.example>\r\n', '250');
  await say('DATA\r\n', '354');
  socket.write(`${raw}\r\n`);
  const onScreen = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${subject} never reached the screen`)), 20_000);
    shown.set(subject, (at) => {
      clearTimeout(late);
      resolve(at);
    });
  });
  const ended = performance.now();
  await say('.\r\n', '250');
  const answered = performance.now() - ended;
  return { answered, onScreen: onScreen.then((at) => at - ended) };
}

const percentiles = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p) => Number(sorted[Math.floor(sorted.length * p)].toFixed(1));
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) };
};

await answer();
await say('EHLO bench.example\r\n', '250');
for (let n = 0; n < 30; n++) await (await send(n, 'warm')).onScreen;
for (const [name, gap] of [
  ['oneAtATime', null],
  ['tenASecond', 100],
]) {
  const sent = [];
  const start = performance.now();
  for (let n = 0; n < messages; n++) {
    if (gap) await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + n * gap - performance.now())));
    sent.push(await send(n, name));
    if (!gap) await sent.at(-1).onScreen;
  }
  const onScreen = percentiles(await Promise.all(sent.map((s) => s.onScreen)));
  const answered = percentiles(sent.map((s) => s.answered));
  console.log(
    JSON.stringify({
      [name]: {
        messages,
        onScreenMs: onScreen,
        answeredMs: answered,
        ratio: Number((onScreen.p50 / answered.p50).toFixed(1)),
      },
    }),
  );
}
socket.end();
screen.close();
await close();
process.exit(0);
