import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { imapSettings, type MailboxSurvey } from '../../libs/contracts/channels.ts';

interface Options {
  host?: string;
  user?: string;
  port?: string;
  security?: string;
  folder?: string[];
  since?: string;
  liveSince?: string;
  store?: string;
  address?: string[];
  dryRun?: boolean;
  json?: boolean;
}

/** Asks on a terminal, reads the first line of a pipe, or takes DRAGOMAN_MAILBOX_PASSWORD. */
async function password(): Promise<string> {
  const given = process.env['DRAGOMAN_MAILBOX_PASSWORD'];
  if (given !== undefined) return given;
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const typed = await lines.question('Password: ');
  lines.close();
  return typed;
}

/** `dragoman connect`: a new mailbox; with `--dry-run` only what it would bring. Its old mail comes as history and sends nothing. */
export function registerConnect(program: Command): void {
  program
    .command('connect')
    .description('connect a mailbox (IMAP); its old mail comes as history, which starts no clock and sends nothing')
    .argument('[channel]', 'with --dry-run: name of a channel that is set up already')
    .option('--host <name>', 'IMAP server')
    .option('--user <name>', 'user; the password is asked for, or taken from DRAGOMAN_MAILBOX_PASSWORD')
    .option('--port <number>', 'by default 993')
    .option('--security <kind>', 'tls, starttls or none', 'tls')
    .option('--folder <name...>', 'folders to read; by default INBOX')
    .option('--since <date>', 'leave out mail received earlier (YYYY-MM-DD)')
    .option('--live-since <date>', 'mail received from this day on is live: routed, with clocks')
    .option('--address <address...>', 'addresses the mailbox takes mail for; by default the user')
    .option('--store <name>', 'store it belongs to')
    .option('--dry-run', 'say what it would bring, and change nothing')
    .option('--json', 'as one JSON object')
    .action(async (channel: string | undefined, options: Options) => {
      if (channel !== undefined) {
        if (!options.dryRun) throw new Error(`${channel} is connected already; with --dry-run it is only looked at`);
        return show(await surveyChannel(channel), options);
      }
      const { host, user } = options;
      if (!host || !user) throw new Error('name --host and --user, or a channel');
      const imap = imapSettings.parse({
        host,
        user,
        ...(options.port ? { port: Number(options.port) } : {}),
        security: options.security,
        ...(options.folder ? { folders: options.folder } : {}),
        since: options.since ?? null,
        liveSince: options.liveSince ?? null,
      });
      const secret = await password();
      // Also before connecting: a wrong password or folder shows itself here.
      show(await surveyServer(imap, secret), options);
      if (!options.dryRun) await connect(imap, secret, options);
    });
}

async function surveyChannel(name: string): Promise<MailboxSurvey> {
  const [{ withApplication }, { ChannelsService, SurveyMailbox }] = await Promise.all([
    import('./with-application.ts'),
    import('../channels/index.ts'),
  ]);
  let survey: MailboxSurvey | undefined;
  await withApplication(async (app) => {
    const channels = await app.get(ChannelsService, { strict: false }).list();
    const found = channels.find((c) => c.name.toLowerCase() === name.toLowerCase() && c.kind === 'imap');
    if (!found) throw new Error(`there is no mailbox called ${name}`);
    survey = await app.get(SurveyMailbox, { strict: false }).survey(found.id);
  });
  return survey!;
}

/** Needs no database. */
async function surveyServer(imap: ReturnType<typeof imapSettings.parse>, pass: string): Promise<MailboxSurvey> {
  const [{ connectMailbox, faultText, surveyMailbox }, { loadConfig }] = await Promise.all([
    import('../channels/index.ts'),
    import('../platform/index.ts'),
  ]);
  const mostBytes = loadConfig(process.env).get('MAX_MESSAGE_BYTES');
  try {
    const client = await connectMailbox(imap, { pass });
    try {
      return await surveyMailbox(client, { imap, connectedAt: new Date(), mostBytes });
    } finally {
      await client.logout().catch(() => client.close());
    }
  } catch (error) {
    throw new Error(faultText(error, 'en'), { cause: error });
  }
}

async function connect(imap: ReturnType<typeof imapSettings.parse>, secret: string, options: Options): Promise<void> {
  const [{ withApplication }, { ChannelsService }, { StoresService }] = await Promise.all([
    import('./with-application.ts'),
    import('../channels/index.ts'),
    import('../stores/index.ts'),
  ]);
  await withApplication(async (app) => {
    const stores = await app.get(StoresService, { strict: false }).list();
    const store = options.store
      ? stores.find((s) => s.name.toLowerCase() === options.store!.toLowerCase())
      : stores.length === 1
        ? stores[0]
        : undefined;
    if (options.store && !store) throw new Error(`there is no store called ${options.store}`);
    const made = await app.get(ChannelsService, { strict: false }).create({
      storeId: store?.id ?? null,
      kind: 'imap',
      name: imap.user,
      addresses: options.address ?? (imap.user.includes('@') ? [imap.user] : []),
      imap,
      outbound: { kind: 'none', security: 'starttls' },
      secret,
      isActive: true,
    });
    console.log(`Connected as channel "${made.name}"; a running worker begins to read it within seconds.`);
  });
}

function show(survey: MailboxSurvey, { json }: Options): void {
  console.log(json ? JSON.stringify(survey) : surveyInWords(survey));
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The survey for a terminal. */
export function surveyInWords({ folders, missing, sampled, automatic, languages }: MailboxSurvey): string {
  const lines = folders.map((f) => {
    const span = f.oldest && f.newest ? `, ${f.oldest.slice(0, 10)} to ${f.newest.slice(0, 10)}` : '';
    const years = f.years.map((y) => `${y.year}: ${y.messages}`).join(', ');
    return [
      `${f.isRead ? 'read    ' : 'not read'}  ${f.folder}: ${f.messages} messages, ${megabytes(f.bytes)}${span}`,
      ...(f.isRead && years ? [`          by year: ${years}`] : []),
      ...(f.isRead && f.tooLarge ? [`          too large to be taken in: ${f.tooLarge}`] : []),
    ].join('\n');
  });
  const read = folders.filter((f) => f.isRead);
  const live = read.reduce((sum, f) => sum + f.live, 0);
  const all = read.reduce((sum, f) => sum + f.messages - f.tooLarge, 0);
  const share = languages.map((l) => `${l.language ?? 'unknown'} ${Math.round((100 * l.messages) / sampled)} %`);
  return [
    ...lines,
    ...missing.map((f) => `MISSING   ${f}: there is no such folder`),
    ...(sampled > 0 ? [`languages of ${sampled} looked into: ${share.join(', ')}; automatic: ${automatic}`] : []),
    `It would bring ${all - live} messages as history (closed, no clock) and ${live} live. Mail sent by that: 0.`,
  ].join('\n');
}
