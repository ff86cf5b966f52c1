import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
let isBuilt = false;

/** The build of the sources as they are: `dragoman` makes it where it is missing or older. */
function ensureBuilt(): void {
  if (isBuilt) return;
  const made = spawnSync(process.execPath, [join(root, 'scripts/dragoman.mjs'), '--help'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`the server does not build:\n${made.stderr}`);
  isBuilt = true;
}

/** Nothing of this run's own settings; NODE_OPTIONS of the test runner would change the child. */
const bare = (env: Record<string, string>) => {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE, ...env };
};

export interface Finished {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line to its end. */
export async function dragoman(args: string[], env: Record<string, string> = {}, input = ''): Promise<Finished> {
  ensureBuilt();
  const child = spawn(process.execPath, [join(root, 'dist/src/cli.js'), ...args], { cwd: root, env: bare(env) });
  child.stdin.end(input);
  return finished(child);
}

export interface RunningProcess {
  child: ChildProcess;
  /** The ready line. */
  ready: { ready: true; url: string; http: number; smtp: number };
  /** Everything said so far, on both streams. */
  said(): string;
  /** Asks it to end, and waits for it. */
  end(): Promise<Finished>;
}

/** Starts a process of the build and waits for its ready line. @param entry main, worker */
export async function startProcess(entry: string, env: Record<string, string>): Promise<RunningProcess> {
  ensureBuilt();
  const child = spawn(process.execPath, [join(root, `dist/src/${entry}.js`)], { cwd: root, env: bare(env) });
  const end = finished(child);
  let out = '';
  let all = '';
  const ready = await new Promise<RunningProcess['ready']>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      all += chunk.toString();
    };
    child.stdout.on('data', (chunk: Buffer) => {
      hear(chunk);
      out += chunk.toString();
      const line = out.split('\n').find((l) => l.startsWith('{"ready"'));
      if (line) resolve(JSON.parse(line));
    });
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${all}`)));
  });
  return {
    child,
    ready,
    said: () => all,
    end: () => {
      child.kill('SIGTERM');
      return end;
    },
  };
}

function finished(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}
