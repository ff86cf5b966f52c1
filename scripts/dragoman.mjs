// Runs the command line from the build; builds the server first where there is none or the sources are newer.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const entry = join(root, 'dist/src/cli.js');
const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(ts|json)$/.test(f.name))
    .reduce((latest, f) => Math.max(latest, statSync(join(f.parentPath, f.name)).mtimeMs), 0);

if (
  !existsSync(entry) ||
  Math.max(...['src', 'libs', 'migrations'].map((f) => newest(join(root, f)))) > statSync(entry).mtimeMs
) {
  const built = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    { stdio: ['ignore', 2, 2] },
  );
  if (built.status !== 0) process.exit(built.status ?? 1);
}
process.exit(spawnSync(process.execPath, [entry, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
