// Letters through the real listener, durable, with routing, deadlines and search; beside it, in the same run, the two limits:
// the reader alone and PostgreSQL committing the same rows alone. Run by `npm run bench:intake`.
// BENCH_MESSAGES (default 6000), BENCH_SENDERS (default 4).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openDesk, room } from './desk.mjs';
import { letter } from './letters.mjs';

const { Intake } = await room('intake/index');
const { prepareReading, readMail } = await room('intake/read-mail');
const { WriteBatch } = await room('intake/write-batch');
const { DecideBatch } = await room('intake/decide-batch');
const messages = Number(process.env.BENCH_MESSAGES ?? 6000);
const senders = Number(process.env.BENCH_SENDERS ?? 4);
const { source, port, store, get, close } = await openDesk();
const { newId } = await room('platform/index');

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Feeds letters through the listener. @returns messages a second until the last ticket is there, and the listener's latencies */
async function feed(run, count, connections, perSecond) {
  const each = Math.floor(count / connections);
  const children = Array.from({ length: connections }, (_, i) =>
    fork(new URL('./smtp-sender.mjs', import.meta.url), [port, i * each, each, run, perSecond ?? ''].map(String)),
  );
  await Promise.all(children.map((c) => once(c, 'message')));
  const results = children.map(
    (c) => new Promise((resolve) => c.on('message', (m) => m.latencies && resolve(m.latencies))),
  );
  const [{ n: before }] = await source.query('SELECT count(*)::int AS n FROM tickets');
  const [start, used] = [performance.now(), cpu()];
  for (const c of children) c.send('go');
  const latencies = (await Promise.all(results)).flat().sort((a, b) => a - b);
  const accepted = performance.now() - start;
  await get(Intake).settle();
  const seconds = (performance.now() - start) / 1000;
  const [{ n }] = await source.query('SELECT count(*)::int AS n FROM tickets');
  if (n - before !== each * connections) throw new Error(`${n - before} tickets of ${each * connections} messages`);
  return {
    connections,
    messages: each * connections,
    ticketsPerSecond: Math.round((each * connections) / seconds),
    acceptedPerSecond: Math.round((each * connections * 1000) / accepted),
    cpuMsPerMessage: Number(((cpu() - used) / (each * connections)).toFixed(2)),
    latencyMs: {
      p50: round(latencies[Math.floor(latencies.length * 0.5)]),
      p99: round(latencies[Math.floor(latencies.length * 0.99)]),
    },
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}
const round = (ms) => Number(ms.toFixed(1));

async function readerAlone(count) {
  await prepareReading();
  const raws = Array.from({ length: count }, (_, i) => Buffer.from(letter(i, 'alone')));
  const request = (raw) => ({
    raw,
    ownAddresses: ['sales@doors.example'],
    storeLanguages: ['en', 'fr'],
    storeCountry: null,
  });
  for (const raw of raws.slice(0, 300)) readMail(request(raw));
  const start = performance.now();
  const mails = raws.map((raw) => readMail(request(raw)));
  return { perSecond: Math.round((count * 1000) / (performance.now() - start)), mails };
}

/** The very rows of the main line, decided beforehand; nothing but the statements and the commit is timed. */
async function commitAlone(mails) {
  const [channel] = await source.query('SELECT id FROM channels LIMIT 1');
  const writing = get(WriteBatch);
  const deciding = get(DecideBatch);
  let ms = 0;
  for (let at = 0; at < mails.length; at += 200) {
    const items = mails.slice(at, at + 200).map((mail, i) => ({
      id: newId(),
      channelId: channel.id,
      storeId: store.id,
      storeLanguages: ['en'],
      storeCountry: null,
      size: 1,
      raw: null,
      envelopeTo: [],
      isHistory: false,
      receivedAt: new Date(),
      mail: { ...mail, messageId: `commit.${at + i}@x.example` },
      fault: null,
    }));
    await source.transaction(async (db) => {
      const outcomes = await deciding.decide(db, items, {
        ownAddresses: new Set(),
        now: new Date(),
        followUpAfterDays: 30,
      });
      const start = performance.now();
      await writing.write(db, outcomes, new Date());
      ms += performance.now() - start;
    });
  }
  return Math.round((mails.length * 1000) / ms);
}

console.log(JSON.stringify({ warmUp: await feed('warm', 400, 2) }));
const several = await feed('several', messages, senders);
console.log(JSON.stringify({ severalSenders: several }));
const single = await feed('single', Math.floor(messages / 2), 1);
console.log(JSON.stringify({ oneSender: single }));
console.log(JSON.stringify({ at100ASecond: await feed('paced', 1000, 1, 100) }));
const reader = await readerAlone(2000);
const commits = await commitAlone(reader.mails);
console.log(
  JSON.stringify({
    readerAlonePerSecond: reader.perSecond,
    commitAlonePerSecond: commits,
    ratioToReader: Number((several.ticketsPerSecond / reader.perSecond).toFixed(2)),
    ratioToCommit: Number((several.ticketsPerSecond / commits).toFixed(2)),
  }),
);
await close();
process.exit(0);
