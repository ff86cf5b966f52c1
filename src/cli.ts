#!/usr/bin/env node
import { Command } from 'commander';
import { registerBackup } from './cli/backup.ts';
import { registerConnect } from './cli/connect.ts';
import { registerDatabaseCommands } from './cli/database.ts';
import { registerDemo } from './cli/demo.ts';
import { registerDetect } from './cli/detect.ts';
import { registerExport } from './cli/export.ts';
import { registerImport } from './cli/import.ts';
import { registerPack } from './cli/pack.ts';
import { registerParse } from './cli/parse.ts';
import { registerReplay } from './cli/replay.ts';
import { registerSpecify } from './cli/specify.ts';

const program = new Command('dragoman')
  .description('Helpdesk for made-to-measure manufacturers who sell abroad')
  .showHelpAfterError();
registerDemo(program);
registerDatabaseCommands(program);
registerParse(program);
registerConnect(program);
registerImport(program);
registerReplay(program);
registerExport(program);
registerBackup(program);
registerDetect(program);
registerSpecify(program);
registerPack(program);

// Who reads may have read enough: `dragoman specify … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
