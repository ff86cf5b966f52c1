import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { interfaceLanguages } from '../../libs/i18n/index.ts';
import { loadPack, packIds, packName, shippedPack, validatePack } from '../../libs/specification/index.ts';

/** `dragoman pack`: the trades that are known, and what is wrong with one that is being written. Needs no database. */
export function registerPack(program: Command): void {
  const pack = program
    .command('pack')
    .description('product packs: what is made, what has to be known of it, what to ask');
  pack
    .command('list')
    .description('the packs that are shipped')
    .action(() => {
      for (const id of packIds()) {
        const { version } = loadPack(id);
        console.log(`${id} ${version}  ${packName(loadPack(id), 'en')}`);
      }
    });
  pack
    .command('validate')
    .description('every fault of a pack at once: a JSON file, or the name of a shipped one')
    .argument('<file or name>')
    .action(async (named: string) => {
      const faults = validatePack(await sourceOf(named), interfaceLanguages);
      for (const fault of faults) console.error(fault);
      if (faults.length > 0) process.exitCode = 1;
      console.log(faults.length === 0 ? `${named}: no faults` : `${named}: ${faults.length} faults`);
    });
}

/** @throws Error that names the file and what is wrong with it */
async function sourceOf(named: string): Promise<unknown> {
  if (packIds().includes(named)) return shippedPack(named);
  const text = await readFile(named, 'utf8').catch(() => {
    throw new Error(`${named} is neither a file nor a shipped pack (${packIds().join(', ')})`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${named} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
