// Reads damaged mail: npm run bench:fuzz -- [--count 100000] [--seconds 900] [--seed 1]
// Letters made here, with what mail programs print around quotations, are cut, doubled, spliced and spoilt byte by byte.
// Fails where reading one throws, takes over two seconds, or loses an attachment whose own bytes were left alone.
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { parseMessage } from '../../dist/libs/mime/index.js';
import { attributions } from '../../libs/mime/quote/fixtures/attributions.ts';
import { deviceLines } from '../../libs/mime/quote/fixtures/device-lines.ts';
import { headerBlocks } from '../../libs/mime/quote/fixtures/header-blocks.ts';
import { letter } from './letters.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '900' },
    seed: { type: 'string', default: '1' },
  },
});
const LIMIT_MS = 2_000;

let state = Number(values.seed) >>> 0;
/** A number below n (xorshift32). */
const below = (n) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % Math.max(1, n);
};
state = state || 1;
const any = (list) => list[below(list.length)];

const spoilers = [
  '\r\n\r\n',
  '\n',
  '\r',
  '\0',
  '=',
  '=?utf-8?B?',
  '?=',
  '--',
  '"',
  '<',
  '>',
  '> ',
  '\n> ',
  ';',
  ':',
  '\t',
  '\x1b$B',
  '~{',
  '+A',
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-7',
  'begin 644 a\n',
  '<blockquote>',
  '<div class="gmail_quote">',
  '</div>',
  '<!--',
  '&#x',
  '-- \n',
  '\xff\xfe',
  '门',
].map((s) => Buffer.from(s));

const mutators = [
  (b) => {
    const from = below(b.length);
    return Buffer.concat([b.subarray(0, from), b.subarray(from + below(300))]);
  },
  (b) => b.subarray(0, below(b.length)),
  (b, other) => Buffer.concat([b.subarray(0, below(b.length)), other.subarray(below(other.length))]),
  (b) => insert(b, any(spoilers)),
  (b) => insert(b, Buffer.concat(Array(1 + below(200)).fill(any(spoilers)))),
  (b) => {
    const from = below(b.length);
    return insert(b, b.subarray(from, from + below(400)));
  },
  (b) => {
    const copy = Buffer.from(b);
    for (let i = 0; i <= below(20); i++) copy[below(copy.length)] = below(256);
    return copy;
  },
];

function insert(bytes, what) {
  const at = below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}

function answer(n) {
  const quoted = any([
    () => `${any(attributions)}\n\n> Dear buyer\n> 900 mm\n\nAnd a lock.`,
    () => `${any(headerBlocks)}\n\nDear buyer,\n900 mm`,
    () => '---------- Forwarded message ---------\nFrom: a@b.example\nSubject: x\n\n900 mm',
  ])();
  const text = `Yes, ${n}.\n\nBest regards\nAnn Miller\n${any(deviceLines)}\n\n${quoted}\n`;
  const html = `<div>${text.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</div>`;
  return below(2)
    ? `Subject: Re: door\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`
    : `Subject: Fwd: door\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
}

const damaged = (bytes, other) => {
  let out = bytes;
  for (let i = 0; i <= below(3); i++) out = any(mutators)(out, other);
  return out;
};

/** Damage inside one part, a whole file behind it. */
function withFile(inner) {
  const boundary = `whole-${below(2 ** 31)}-${below(2 ** 31)}`;
  const file = Buffer.from(Array.from({ length: 1 + below(600) }, () => below(256)));
  const raw = Buffer.concat([
    Buffer.from(`From: a@b.example\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n`),
    inner,
    Buffer.from(
      `\r\n--${boundary}\r\nContent-Type: application/octet-stream; name="plan.bin"\r\nContent-Disposition: attachment\r\n` +
        `Content-Transfer-Encoding: base64\r\n\r\n${file.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--${boundary}--\r\n`,
    ),
  ]);
  return { raw, sha256: createHash('sha256').update(file).digest('hex') };
}

const count = Number(values.count);
const until = performance.now() + Number(values.seconds) * 1_000;
const failures = [];
let done = 0;
let slowest = 0;
for (; done < count && performance.now() < until; done++) {
  const one = Buffer.from(below(2) ? letter(below(5_000), 1) : answer(done));
  const spoilt = damaged(one, Buffer.from(letter(below(5_000), 2)));
  const { raw, sha256 } = below(3) === 0 ? withFile(spoilt) : { raw: spoilt, sha256: null };
  const started = performance.now();
  try {
    const mail = parseMessage(raw);
    if (sha256 && !mail.attachments.some((a) => a.sha256 === sha256)) failures.push({ why: 'lost attachment', raw });
  } catch (error) {
    failures.push({ why: String(error), raw });
  }
  const ms = performance.now() - started;
  slowest = Math.max(slowest, ms);
  if (ms > LIMIT_MS) failures.push({ why: `${Math.round(ms)} ms`, raw });
}
console.log(
  JSON.stringify({
    inputs: done,
    seed: Number(values.seed),
    slowestMs: Math.round(slowest),
    failures: failures.length,
  }),
);
for (const { why, raw } of failures.slice(0, 5)) console.log(why, JSON.stringify(raw.toString('latin1').slice(0, 600)));
process.exitCode = failures.length > 0 || done < count ? 1 : 0;
