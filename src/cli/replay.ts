import type { Command } from 'commander';

interface Options {
  apply?: boolean;
  since?: string;
}

/** `dragoman replay`: re-reads stored raw messages with the reader of now; one JSON line for each that reads differently. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('read stored messages again with the current reader and show what would change')
    .option('--apply', 'write the changes; what people did is not touched')
    .option('--since <date>', 'only messages received since then (YYYY-MM-DD)')
    .action(async (options: Options) => {
      const since = options.since ? new Date(options.since) : undefined;
      if (since && Number.isNaN(since.getTime())) throw new Error(`${options.since} is no date`);
      const [{ withApplication }, { ReplayMessages }] = await Promise.all([
        import('./with-application.ts'),
        import('../intake/index.ts'),
      ]);
      await withApplication(async (app) => {
        let changed = 0;
        const replaying = app.get(ReplayMessages, { strict: false });
        for await (const message of replaying.replay({ apply: options.apply ?? false, since })) {
          changed += 1;
          console.log(JSON.stringify({ ...message, changes: message.changes.map(clipped) }));
        }
        console.log(JSON.stringify({ changed, applied: options.apply ?? false }));
      });
    });
}

const clip = (value: unknown): unknown =>
  typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}… (${value.length})` : value;
const clipped = ({ field, before, after }: { field: string; before: unknown; after: unknown }) => ({
  field,
  before: clip(before),
  after: clip(after),
});
