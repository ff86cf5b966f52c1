// Lets the tools of a mail corpus (run.mjs, score.mjs) run this program: node run.mjs --impl test/bench/corpus-adapter.mjs
// Needs a build (npm run build:server). The output is that of `dragoman parse --jsonl`, with the extra keys that are scored.
import { loadLanguageModels } from '../../dist/libs/language/index.js';
import { parseMessage } from '../../dist/libs/mime/index.js';
import { parseLine } from '../../dist/src/cli/parsed-line.js';

await loadLanguageModels();

export async function process({ inputKind, raw, text }) {
  const input = inputKind === 'mime' ? raw : Buffer.from(text ?? '', 'utf8');
  const line = parseLine(inputKind, input);
  if (inputKind !== 'mime') return { ...line, forward: forwardOf(line) };
  const { author } = parseMessage(raw, { sanitize: false });
  return { ...line, customer: author?.address, forward: forwardOf(line) };
}

const forwardOf = (line) => (line.forwarded ? { ...line.forwarded, top: line.replyText } : undefined);
