import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication, openDatabase } from '../application.ts';
import { readConfig } from '../run-server.ts';

/** Runs work against the wired application, with no port open, no job running and no mailbox connected. */
export async function withApplication(
  work: (app: NestExpressApplication) => Promise<void>,
  env: Record<string, string | undefined> = process.env,
): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...env, RUN_JOBS: 'false', SMTP_PORT: '0' });
  const database = await openDatabase(config);
  const app = await createApplication(config, database.url);
  try {
    await app.init();
    await work(app);
  } finally {
    await app.close();
    await database.close();
  }
}
