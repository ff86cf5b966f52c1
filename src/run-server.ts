import { openDatabase, startApplication } from './application.ts';
import { SmtpListener } from './channels/index.ts';
import { endOnSignal } from './end-on-signal.ts';
import { type Config, ConfigError, loadConfig } from './platform/index.ts';

/**
 * Starts everything in one process and prints the ready line: one JSON object with the ports that were taken.
 * @param prepare work between start and the ready line, such as furnishing the demo
 */
export async function runServer(
  env: Record<string, string | undefined>,
  prepare?: (running: Awaited<ReturnType<typeof startApplication>>) => Promise<Record<string, unknown>>,
): Promise<void> {
  const config = readConfig(env);
  const database = await openDatabase(config);
  const running = await startApplication(config, database.url);
  endOnSignal(async () => {
    await running.close().finally(() => database.close());
  });
  const extra = (await prepare?.(running)) ?? {};
  const smtp = running.app.get(SmtpListener, { strict: false }).port;
  console.log(JSON.stringify({ ready: true, url: running.url, http: running.httpPort, smtp, ...extra }));
}

/** @returns the configuration, or ends the process with all faults in words */
export function readConfig(env: Record<string, string | undefined>): Config {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}
