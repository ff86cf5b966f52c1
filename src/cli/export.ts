import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';

/** `dragoman export --dispute TICKET`: one file that proves what was said, specified and approved. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write a ticket with everything that proves it into one file that verifies without this program')
    .requiredOption('--dispute <ticket>', 'number of the ticket')
    .option('--out <file>', 'where to write it; its own name in this folder otherwise')
    .action(async ({ dispute, out }: { dispute: string; out?: string }) => {
      const [{ withApplication }, { DisputeFile }] = await Promise.all([
        import('./with-application.ts'),
        import('../evidence/index.ts'),
      ]);
      await withApplication(async (app) => {
        const { name, bytes } = await app.get(DisputeFile, { strict: false }).make(dispute);
        await writeFile(out ?? name, bytes);
        console.log(JSON.stringify({ file: out ?? name, size: bytes.length }));
      });
    });
}
