import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { defaultPackId } from '../../libs/contracts/index.ts';
import { loadLanguageModels } from '../../libs/language/index.ts';
import { extractSpecification, loadPack, type Pack } from '../../libs/specification/index.ts';

/** `dragoman specify`: what would be found in a text, and where. Needs no database. */
export function registerSpecify(program: Command): void {
  program
    .command('specify')
    .description('find a specification in text: FILE… or, with --jsonl, lines {id, channel, text} from standard input')
    .argument('[files...]')
    .option('--jsonl', 'one JSON object a line in, one out, in order')
    .option('--pack <id>', 'the trade to read by', defaultPackId)
    .action(async (files: string[], { jsonl, pack: id }: { jsonl?: boolean; pack: string }) => {
      const pack = loadPack(id);
      await loadLanguageModels();
      if (!jsonl) {
        for (const file of files)
          console.log(JSON.stringify({ file, ...extractSpecification({ text: await readFile(file, 'utf8'), pack }) }));
        return;
      }
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim()) process.stdout.write(`${JSON.stringify(specifyLine(line, pack))}\n`);
      }
    });
}

function specifyLine(line: string, pack: Pack): object {
  let id: unknown = null;
  try {
    const request = JSON.parse(line) as { id?: unknown; channel?: string; text?: unknown };
    id = request.id ?? null;
    if (typeof request.text !== 'string') throw new Error('text is missing');
    return { id, ...extractSpecification({ text: request.text, channel: request.channel, pack }) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
