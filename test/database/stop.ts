import { rmSync } from 'node:fs';

export default async function stop(): Promise<void> {
  const known = globalThis as { stopTestDatabase?: () => Promise<void>; testDatabaseFolder?: string };
  await known.stopTestDatabase?.();
  if (known.testDatabaseFolder) rmSync(known.testDatabaseFolder, { recursive: true, force: true });
}
