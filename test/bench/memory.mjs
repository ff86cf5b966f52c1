// Memory while many messages come in, and what one very large one costs. Run by `npm run bench:memory`.
// BENCH_MESSAGES (default 50000), BENCH_LARGE_MB (default 50).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { openDesk, room } from './desk.mjs';

const { Intake } = await room('intake/index');
const messages = Number(process.env.BENCH_MESSAGES ?? 50_000);
const largeMb = Number(process.env.BENCH_LARGE_MB ?? 50);
const { source, port, get, close } = await openDesk();
const rssMb = () => Math.round(process.memoryUsage.rss() / 1e6);
const steps = 10;

/** Sends `count` letters by four senders and waits until each is a ticket. */
async function feed(run, count) {
  const each = Math.ceil(count / 4);
  const children = Array.from({ length: 4 }, (_, i) =>
    fork(new URL('./smtp-sender.mjs', import.meta.url), [port, i * each, each, run, ''].map(String)),
  );
  await Promise.all(children.map((c) => once(c, 'message')));
  const ended = children.map((c) => once(c, 'exit'));
  for (const c of children) c.send('go');
  await Promise.all(ended);
  await get(Intake).settle();
}

const after = [];
for (let step = 0; step < steps; step++) {
  await feed(`step${step}`, Math.ceil(messages / steps));
  globalThis.gc?.();
  after.push(rssMb());
  console.log(JSON.stringify({ messages: Math.ceil(messages / steps) * (step + 1), rssMb: after.at(-1) }));
}

/** One message with an attachment of that many bytes as they travel. @returns the server's answer */
async function sendLarge(mb) {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (data) => {
    said += data;
  });
  const answered = async (code) => {
    while (!new RegExp(`^${code} `, 'm').test(said)) await once(socket, 'data');
    said = '';
  };
  await answered(220);
  for (const [line, code] of [
    ['EHLO bench.example', 250],
    ['MAIL FROM:<buyer@large.example>', 250],
    ['RCPT TO:<sales@doors.example>', 250],
    ['DATA', 354],
  ]) {
    socket.write(`${line}\r\n`);
    await answered(code);
  }
  socket.write(
    'From: <buyer@large.example>\r\nTo: <sales@doors.example>\r\nSubject: plans\r\nMessage-ID: <large@large.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe plans of the house.\r\n--b\r\nContent-Type: application/pdf; name=plans.pdf\r\nContent-Disposition: attachment; filename=plans.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n',
  );
  const line = `${'QUJD'.repeat(19)}\r\n`;
  const block = line.repeat(1_000);
  for (let sent = 0; sent < mb * 1e6; sent += block.length) if (!socket.write(block)) await once(socket, 'drain');
  socket.write('--b--\r\n.\r\n');
  await answered(250);
  socket.end();
}

const before = rssMb();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, rssMb());
}, 20);
await sendLarge(largeMb);
await get(Intake).settle();
clearInterval(watch);
const [{ n }] = await source.query(`SELECT count(*)::int AS n FROM attachments WHERE name = 'plans.pdf'`);
console.log(
  JSON.stringify({
    firstToLast: Number((after.at(-1) / after[0]).toFixed(2)),
    large: { megabytes: largeMb, isTicket: n === 1, costsMb: peak - before },
  }),
);
await close();
process.exit(0);
