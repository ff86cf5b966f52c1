// One sending mail server in a process of its own: one connection, one message after the other. Arguments: port, first, count, run, [per second].
import { once } from 'node:events';
import { connect } from 'node:net';
import { letter } from './letters.mjs';

const [port, first, count, run, perSecond] = process.argv.slice(2);
const letters = Array.from({ length: Number(count) }, (_, i) => letter(Number(first) + i, run).replace(/^\./gm, '..'));
const socket = connect(Number(port), '127.0.0.1').setNoDelay(true);
let buffer = '';
const waiting = [];
socket.on('data', (data) => {
  buffer += data;
  for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
    const line = buffer.slice(0, end);
    buffer = buffer.slice(end + 2);
    if (/^\d{3}(?: |$)/.test(line)) waiting.shift()?.(line);
  }
});
const answer = () => new Promise((resolve) => waiting.push(resolve));
const say = (text) => {
  const said = answer();
  socket.write(text);
  return said;
};
await once(socket, 'connect');
await answer();
await say('EHLO bench.example\r\n');
process.send?.('ready');
if (process.send) await once(process, 'message');
const latencies = [];
const start = performance.now();
for (const [i, raw] of letters.entries()) {
  if (perSecond) {
    const due = start + (i * 1000) / Number(perSecond);
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
  }
  // As mail servers do: RFC 2920.
  const answers = [answer(), answer(), answer()];
  socket.write('MAIL FROM:<buyer@house.example>\r\nRCPT TO:<sales@doors.example>\r\nDATA\r\n');
  await Promise.all(answers);
  const sent = performance.now();
  const said = await say(`${raw}\r\n.\r\n`);
  latencies.push(performance.now() - sent);
  if (!said.startsWith('250')) throw new Error(said);
}
await say('QUIT\r\n');
socket.end();
process.send?.({ latencies });
process.disconnect?.();
