import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

/** `dragoman backup FILE` and `dragoman restore FILE`: everything in one file, and back into an empty place. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('write the whole desk (database, blobs, generated secret) into one file, while it runs')
    .argument('<file>')
    .action(async (file: string) => {
      const { readConfig, openDatabase, openBlobStore, writeBackup } = await load();
      const config = readConfig(process.env);
      const database = await openDatabase(config);
      const secretFile = join(config.get('DATA_DIR'), 'app-secret');
      const secret =
        config.get('APP_SECRET') || !existsSync(secretFile) ? null : readFileSync(secretFile, 'utf8').trim();
      try {
        const blobs = await openBlobStore(config);
        const counts = await writeBackup(file, { databaseUrl: database.url, blobs, secret });
        console.log(JSON.stringify({ file, ...counts, holdsSecret: secret !== null }));
      } finally {
        await database.close();
      }
    });

  program
    .command('restore')
    .description('fill an empty database and blob store from a backup; sends nothing')
    .argument('<file>')
    .action(async (file: string) => {
      const { readConfig, openEmptyDatabase, openBlobStore, readHead, restoreBackup } = await load();
      const config = readConfig(process.env);
      const { secret } = await readHead(file);
      const database = await openEmptyDatabase(config);
      try {
        const done = await restoreBackup(file, { databaseUrl: database.url, blobs: await openBlobStore(config) });
        if (secret && !config.get('APP_SECRET')) {
          mkdirSync(config.get('DATA_DIR'), { recursive: true });
          writeFileSync(join(config.get('DATA_DIR'), 'app-secret'), secret, { mode: 0o600 });
        }
        console.log(JSON.stringify({ file, ...done }));
      } finally {
        await database.close();
      }
    });
}

const load = async () => ({
  ...(await import('../application.ts')),
  ...(await import('../run-server.ts')),
  ...(await import('../admin/index.ts')),
  ...(await import('../platform/index.ts')),
});
