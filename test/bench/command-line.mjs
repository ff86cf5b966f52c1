// Lines a second of `dragoman parse --jsonl` and `specify --jsonl`, from the first line in to the last line out, start included.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { letter } from './letters.mjs';

const cli = join(import.meta.dirname, '../../dist/src/cli.js');
const count = Number(process.argv[2] ?? 4000);
const texts = [
  "Bonjour, je cherche une porte d'entrée en acier, cote tableau L 93 x H 218 cm, mur de 48 cm, RAL 7016.",
  'Guten Tag, ich suche eine Haustür aus Stahl, Rahmenaußenmaß 100 x 210 cm, DIN links, nach innen öffnend.',
  'Hello, I need a steel door 36 x 80 in, left hand, with a cat flap and a mail slot. How much is it?',
  '您好，我想订做一扇 960×2050 毫米的防盗门，左开，颜色深灰。',
];

async function rate(command, line) {
  const child = spawn(process.execPath, [cli, command, '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = 0;
  child.stdout.on('data', (chunk) => {
    for (const byte of chunk) if (byte === 10) out += 1;
  });
  const begun = performance.now();
  for (let i = 0; i < count; i++) {
    if (!child.stdin.write(`${JSON.stringify(line(i))}\n`))
      await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - begun) / 1000;
  return { command, lines: out, seconds: Number(seconds.toFixed(2)), linesPerSecond: Math.round(out / seconds) };
}

console.log(JSON.stringify(await rate('parse', (i) => ({ id: i, inputKind: 'mime', text: letter(i, 'bench') }))));
console.log(JSON.stringify(await rate('specify', (i) => ({ id: i, channel: 'email', text: texts[i % texts.length] }))));
