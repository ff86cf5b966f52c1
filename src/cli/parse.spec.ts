import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadLanguageModels } from '../../libs/language/index.ts';
import { parseFiles, parseJsonLines } from './parse.ts';

const MESSAGE =
  'From: Jo <jo@b.example>\r\nSubject: Porte\r\nMessage-ID: <1@b.example>\r\n\r\nBonjour, je voudrais une porte avec un passe-lait.\r\n';

let folder: string;
let file: string;

beforeAll(async () => {
  await loadLanguageModels();
  folder = await mkdtemp(join(tmpdir(), 'dragoman-parse-'));
  file = join(folder, 'a.eml');
  await writeFile(file, MESSAGE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function collected(run: (output: PassThrough) => Promise<unknown>) {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const result = await run(output);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
  return { result, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('dragoman parse', () => {
  it('prints one object per file and goes on behind a missing one', async () => {
    const { result, lines } = await collected((output) => parseFiles([file, join(folder, 'missing'), file], output));
    expect(result).toBe(false);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({
      file,
      messageId: '1@b.example',
      subject: 'Porte',
      from: [{ name: 'Jo', address: 'jo@b.example' }],
      attachments: [],
      automated: false,
      bounce: null,
      language: 'fr',
      warnings: [],
    });
    expect(lines[1]).toMatchObject({ error: expect.stringContaining('ENOENT') });
  });

  it('answers lines in order and never stops at a bad one', async () => {
    const input = [
      { id: 1, inputKind: 'mime', file },
      'not JSON',
      { id: 'two', inputKind: 'html', text: '<p onclick="x">Wie teuer ist die Tür?</p>' },
      { id: 3, inputKind: 'nonsense', text: '' },
      { id: 4 },
      { id: 5, inputKind: 'mime', file: join(folder, 'missing') },
      { id: 6, inputKind: 'utterance', text: 'How much is the door?' },
      { id: 7, inputKind: 'plain', text: '' },
    ].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const { lines } = await collected((output) => parseJsonLines(Readable.from(`${input.join('\n')}\n`), output));
    expect(lines.map((line) => line['id'])).toEqual([1, null, 'two', 3, 4, 5, 6, 7]);
    expect(lines.map((line) => typeof line['error'])).toEqual([
      'undefined',
      'string',
      'undefined',
      'string',
      'string',
      'string',
      'undefined',
      'undefined',
    ]);
    expect(lines[2]).toMatchObject({
      text: 'Wie teuer ist die Tür?',
      html: '<p>Wie teuer ist die Tür?</p>',
      language: 'de',
    });
    expect(lines[6]).toMatchObject({ language: 'en' });
  });
});
