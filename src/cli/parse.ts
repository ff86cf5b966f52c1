import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import { loadLanguageModels } from '../../libs/language/index.ts';
import { parseLine } from './parsed-line.ts';

const request = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    inputKind: z.enum(['mime', 'plain', 'html', 'utterance']).default('mime'),
    file: z.string().optional(),
    text: z.string().optional(),
  })
  .refine((line) => line.file !== undefined || line.text !== undefined, 'neither file nor text');

async function write(out: Writable, line: object): Promise<void> {
  if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
}

function idOf(line: string): string | number | null {
  try {
    const id = (JSON.parse(line) as { id?: unknown }).id;
    return typeof id === 'string' || typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function answer(line: string): Promise<object> {
  try {
    const { id, inputKind, file, text } = request.parse(JSON.parse(line));
    const raw = text !== undefined ? Buffer.from(text, 'utf8') : await readFile(file ?? '');
    return { id: id ?? null, ...parseLine(inputKind, raw) };
  } catch (error) {
    return { id: idOf(line), error: messageOf(error) };
  }
}

/** Answers every line of `input` with one line of `output`, in order; a bad line gets `error` and the next goes on. */
export async function parseJsonLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') await write(output, await answer(line));
  }
}

/** Prints one object per file; true when every file could be read. */
export async function parseFiles(files: readonly string[], output: Writable): Promise<boolean> {
  let good = true;
  for (const file of files) {
    try {
      await write(output, { file, ...parseLine('mime', await readFile(file)) });
    } catch (error) {
      good = false;
      await write(output, { file, error: messageOf(error) });
    }
  }
  return good;
}

/** `dragoman parse`: what the program reads out of a message. Needs no database. */
export function registerParse(program: Command): void {
  program
    .command('parse')
    .description('print what is read out of messages, one JSON object each')
    .argument('[file...]', 'raw messages (.eml)')
    .option('--jsonl', 'read {id, inputKind, file | text} lines from standard input')
    .action(async (files: string[], options: { jsonl?: boolean }, command: Command) => {
      if (!options.jsonl && files.length === 0) command.error('name at least one file, or use --jsonl');
      await loadLanguageModels();
      if (options.jsonl) await parseJsonLines(process.stdin, process.stdout);
      else if (!(await parseFiles(files, process.stdout))) process.exitCode = 1;
    });
}
