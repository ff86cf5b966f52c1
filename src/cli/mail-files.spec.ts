import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailFilesIn, messagesOf, splitMbox } from './mail-files.ts';

async function split(text: string, size: number): Promise<string[]> {
  const bytes = Buffer.from(text, 'latin1');
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const parts: string[] = [];
  for await (const part of splitMbox(
    (async function* () {
      yield* chunks;
    })(),
  ))
    parts.push(part.toString('latin1'));
  return parts;
}

describe('an mbox', () => {
  const mbox = [
    'From a@x.example Mon Nov 23 10:00:00 2026\nSubject: one\n\nFrom here on it gets better.\n>From me\n\n',
    'From b@x.example Mon Nov 23 10:00:01 2026\r\nSubject: two\r\n\r\nbody\r\n\r\n',
    'From c@x.example Mon Nov 23 10:00:02 2026\nSubject: three\n\nFrom the start 2026 was good\n',
  ].join('');

  it.each([1, 7, 64, 100_000])(
    'is cut at its From lines only, however it is read (%d bytes at a time)',
    async (size) => {
      const parts = await split(mbox, size);
      expect(parts.map((p) => /Subject: (\w+)/.exec(p)?.[1])).toEqual(['one', 'two', 'three']);
      expect(parts[0]).toContain('\nFrom me\n');
      expect(parts[0]).toContain('From here on');
    },
  );
});

describe('mail on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is found in a maildir, an mbox and single files, and nothing else is', async () => {
    mkdirSync(join(folder, 'box/cur'), { recursive: true });
    mkdirSync(join(folder, 'box/tmp'));
    writeFileSync(join(folder, 'box/cur/1700000002.x:2,S'), 'Subject: second\n\n');
    writeFileSync(join(folder, 'box/cur/1700000001.x:2,S'), 'Subject: first\n\n');
    writeFileSync(join(folder, 'box/tmp/1700000003.x'), 'Subject: unfinished\n\n');
    writeFileSync(join(folder, 'archive.mbox'), 'From a@x Mon Nov 23 10:00:00 2026\nSubject: boxed\n\nx\n');
    writeFileSync(join(folder, 'letter.eml'), 'Subject: single\n\n');
    writeFileSync(join(folder, 'notes.txt'), 'nothing');
    const subjects: string[] = [];
    for (const file of await mailFilesIn(folder))
      for await (const raw of messagesOf(file)) subjects.push(/Subject: (\w+)/.exec(raw.toString())![1]!);
    expect(subjects.sort()).toEqual(['boxed', 'first', 'second', 'single']);
  });
});
