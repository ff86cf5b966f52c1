import { createHash } from 'node:crypto';
import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { type MailFile, mailFilesIn, messagesOf } from './mail-files.ts';

interface Options {
  channel?: string;
  store?: string;
  live?: boolean;
}
export interface ImportResult {
  messages: number;
  /** There already, from an earlier run. */
  known: number;
  ticketed: number;
  ignored: number;
  failed: number;
  tooLarge: number;
}

/** Taken in before more is read: keeps memory and the ledger's backlog small. */
const portion = 500;

/** `dragoman import`: old mail from files. As history it starts no clock, tells nobody and sends nothing; run twice, it changes nothing. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('bring in mail from files: messages (.eml), mbox, maildir')
    .argument('<path...>', 'files or folders')
    .option('--channel <name>', 'channel it belongs to; by default one called "Imported mail" is made')
    .option('--store <name>', 'store of the channel that is made')
    .option('--live', 'as if it had just arrived: routed, with clocks and notices')
    .action(async (paths: string[], options: Options) => {
      const { withApplication } = await import('./with-application.ts');
      const files = (await Promise.all(paths.map(mailFilesIn))).flat();
      if (files.length === 0) throw new Error('there is no mail in what was named');
      await withApplication(async (app) => {
        const bar = new cliProgress.SingleBar(
          { format: '{bar} {percentage} % · {messages} messages · {eta_formatted} left', clearOnComplete: true },
          cliProgress.Presets.shades_classic,
        );
        bar.start(
          files.reduce((sum, f) => sum + f.size, 0),
          0,
          { messages: 0 },
        );
        try {
          const result = await importFiles(app, files, options, (bytes, messages) => bar.update(bytes, { messages }));
          bar.stop();
          console.log(JSON.stringify(result));
        } finally {
          bar.stop();
        }
      });
    });
}

/** @param told bytes read and messages received so far */
export async function importFiles(
  app: { get<T>(type: abstract new (...args: never[]) => T, options?: object): T },
  files: readonly MailFile[],
  options: Options,
  told: (bytes: number, messages: number) => void = () => undefined,
): Promise<ImportResult> {
  const [{ ReceiveMessage }, { Intake }, { Config, newId }, { DataSource: Source }] = await Promise.all([
    import('../channels/index.ts'),
    import('../intake/index.ts'),
    import('../platform/index.ts'),
    import('typeorm'),
  ]);
  const find = <T>(type: abstract new (...args: never[]) => T) => app.get(type, { strict: false });
  const [receiving, intake, source] = [find(ReceiveMessage), find(Intake), find(Source)];
  const limit = find(Config).get('MAX_MESSAGE_BYTES');
  const channelId = await channelFor(app, source, options);
  const startedAt = newId();
  const result: ImportResult = { messages: 0, known: 0, ticketed: 0, ignored: 0, failed: 0, tooLarge: 0 };
  let bytes = 0;
  let waiting: Promise<{ isDuplicate: boolean }>[] = [];
  const settle = async () => {
    for (const receipt of await Promise.all(waiting)) if (receipt.isDuplicate) result.known += 1;
    waiting = [];
    await intake.settle();
  };
  for (const file of files) {
    for await (const raw of messagesOf(file)) {
      result.messages += 1;
      bytes += raw.length;
      if (raw.length > limit) {
        result.tooLarge += 1;
        console.error(
          `${file.path}: a message of ${raw.length} bytes is larger than MAX_MESSAGE_BYTES and was left out`,
        );
        continue;
      }
      waiting.push(
        receiving.receive({
          channelId,
          externalId: `file ${createHash('sha256').update(raw).digest('base64url')}`,
          raw,
          envelope: { from: null, to: [] },
          isHistory: !options.live,
        }),
      );
      if (waiting.length >= portion) await settle();
      told(bytes, result.messages);
    }
  }
  await settle();
  const rows: { state: 'ticketed' | 'ignored' | 'failed'; n: number }[] = await source.query(
    `SELECT state, count(*)::int AS n FROM received_messages WHERE channel_id = $1 AND id >= $2 AND state <> 'received' GROUP BY state`,
    [channelId, startedAt],
  );
  for (const { state, n } of rows) result[state] = n;
  return result;
}

async function channelFor(
  app: { get<T>(type: abstract new (...args: never[]) => T, options?: object): T },
  source: DataSource,
  { channel, store }: Options,
): Promise<string> {
  const name = channel ?? 'Imported mail';
  const [known]: { id: string }[] = await source.query(
    'SELECT id FROM channels WHERE lower(name) = lower($1) LIMIT 1',
    [name],
  );
  if (known) return known.id;
  if (channel) throw new Error(`there is no channel called ${channel}`);
  const stores: { id: string; name: string }[] = await source.query('SELECT id, name FROM stores ORDER BY created_at');
  const chosen = store
    ? stores.find((s) => s.name.toLowerCase() === store.toLowerCase())
    : stores.length === 1
      ? stores[0]
      : null;
  if (store && !chosen) throw new Error(`there is no store called ${store}`);
  const { ChannelsService } = await import('../channels/index.ts');
  const made = await app.get(ChannelsService, { strict: false }).create({
    storeId: chosen?.id ?? null,
    kind: 'file',
    name,
    addresses: [],
    imap: null,
    outbound: { kind: 'none', security: 'starttls' },
    isActive: true,
  });
  return made.id;
}
