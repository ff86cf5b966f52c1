import { Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadLanguageModels } from '../../libs/language/index.ts';
import { detectLines } from './detect.ts';

beforeAll(loadLanguageModels);

async function detect(lines: string[], json: boolean): Promise<Record<string, unknown>[]> {
  let printed = '';
  const output = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  await detectLines(Readable.from(lines.map((line) => `${line}\n`)), output, json);
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('dragoman detect', () => {
  it('answers each line with the decision and its reason', async () => {
    const [german, chinese] = await detect(['Wann wird die Tür nach Graz geliefert?', '请问多少钱？'], false);
    expect(german).toMatchObject({
      language: 'de',
      reason: { code: 'words' },
      region: { country: 'AT', reason: { code: 'clue' } },
    });
    expect(chinese).toMatchObject({ language: 'zh', variant: 'zh-Hans' });
  });

  it('reads hints, keeps ids, and goes on after a bad line', async () => {
    const answers = await detect(
      ['{"id":7,"text":"OK","history":["fr"]}', 'no json', '{"id":"b","text":"Danke schön"}'],
      true,
    );
    expect(answers).toMatchObject([
      { id: 7, language: 'fr' },
      { error: expect.any(String) },
      { id: 'b', language: 'de' },
    ]);
  });
});
