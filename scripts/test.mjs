// Runs all test tiers (or what is named: `npm test -- --selectProjects unit`) and closes with one line of counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'dragoman-results-'));
const results = join(folder, 'results.json');
const run = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${results}`,
    // Much of a test is waiting: three at a time even where there are two cores only.
    `--maxWorkers=${Math.max(3, availableParallelism())}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // For the many processes that tests start.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  },
);
if (!existsSync(results)) {
  console.log('0 passed, 1 failed');
  process.exit(run.status || 1);
}
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } = JSON.parse(
  readFileSync(results, 'utf8'),
);
rmSync(folder, { recursive: true, force: true });
console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
process.exit(success && run.status === 0 ? 0 : run.status || 1);
