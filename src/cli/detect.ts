import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import { identifyLanguage, loadLanguageModels, regionHints } from '../../libs/language/index.ts';

/** A line of `--jsonl`: the text and what else is known; every key but `text` may be left out. */
const request = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  storeLanguages: z.array(z.string()).optional(),
  contactLanguage: z.string().optional(),
  history: z.array(z.string()).optional(),
  country: z.string().optional(),
  email: z.string().optional(),
  domains: z.array(z.string()).optional(),
  phone: z.string().optional(),
  timeZoneOffsetMinutes: z.number().optional(),
  marketplace: z.string().optional(),
  storeCountry: z.string().optional(),
});
type DetectRequest = z.output<typeof request>;

/** What is decided about a text, each with its reason. */
export function detectLine(given: DetectRequest): object {
  const language = identifyLanguage(given.text, given);
  const region = regionHints({ ...given, language: language.variant ?? language.language ?? undefined });
  return {
    ...(given.id !== undefined && { id: given.id }),
    ...language,
    region: { country: region.country, region: region.region, confidence: region.confidence, reason: region.reason },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function write(out: Writable, line: object): Promise<void> {
  if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
}

/** One object of `output` per line of `input`, in order; with `json` a line is an object, else it is the text itself. */
export async function detectLines(input: Readable, output: Writable, json: boolean): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    let answer: object;
    try {
      answer = detectLine(json ? request.parse(JSON.parse(line)) : { text: line });
    } catch (error) {
      answer = { error: messageOf(error) };
    }
    await write(output, answer);
  }
}

/** `dragoman detect`: which language and country, and why. Needs no database. */
export function registerDetect(program: Command): void {
  program
    .command('detect')
    .description('print which language and country a text is taken for, and why, one JSON object each')
    .argument('[file...]', 'text files; without any, each line of standard input is a text')
    .option('--jsonl', 'read {id, text, …hints} lines from standard input')
    .action(async (files: string[], options: { jsonl?: boolean }) => {
      await loadLanguageModels();
      if (files.length === 0) return detectLines(process.stdin, process.stdout, options.jsonl === true);
      for (const file of files) {
        try {
          await write(process.stdout, { file, ...detectLine({ text: await readFile(file, 'utf8') }) });
        } catch (error) {
          process.exitCode = 1;
          await write(process.stdout, { file, error: messageOf(error) });
        }
      }
    });
}
