import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { BlobStore, ConfigError, loadConfig } from '../platform/index.ts';
import { withApplication } from './with-application.ts';

interface Finding {
  check: string;
  isOk: boolean;
  said: string;
}

/** Looks at everything that can be wrong and says what to do. @returns whether all is well */
export async function runDoctor(env: Record<string, string | undefined>): Promise<boolean> {
  const findings: Finding[] = [];
  const report = (check: string, isOk: boolean, said: string) => {
    findings.push({ check, isOk, said });
    console.log(`${isOk ? 'ok  ' : 'FAIL'}  ${check.padEnd(16)} ${said}`);
  };
  try {
    loadConfig(env);
    report('configuration', true, 'valid');
  } catch (error) {
    report('configuration', false, error instanceof ConfigError ? error.message : String(error));
    return false;
  }
  try {
    await withApplication(async (app) => {
      const { DataSource: Source } = await import('typeorm');
      const source = app.get<DataSource>(Source, { strict: false });
      const [{ version }] = await source.query(`SELECT current_setting('server_version') AS version`);
      report(
        'database',
        Number.parseInt(version, 10) >= 15,
        `PostgreSQL ${version}${Number.parseInt(version, 10) >= 15 ? '' : ': 15 or newer is needed'}`,
      );
      const [{ encoding }] = await source.query(
        `SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
      );
      report(
        'encoding',
        encoding === 'UTF8',
        encoding === 'UTF8' ? 'UTF-8' : `${encoding}: create the database with ENCODING 'UTF8'`,
      );
      await checkBlobs(app.get(BlobStore, { strict: false }), report);
      const [{ administrators }] = await source.query(
        `SELECT count(*)::int AS administrators FROM users WHERE role = 'administrator' AND is_active`,
      );
      report(
        'administrator',
        administrators > 0,
        administrators > 0 ? `${administrators}` : 'none yet: open the set-up page, or run `dragoman create-admin`',
      );
      const channels: { name: string; kind: string; state: string; last_error: string | null; is_active: boolean }[] =
        await source.query('SELECT name, kind, state, last_error, is_active FROM channels ORDER BY name');
      if (channels.length === 0) report('channels', false, 'none yet: add one in settings');
      for (const c of channels)
        report(
          `channel ${c.kind}`,
          !c.last_error,
          `${c.name}: ${c.last_error ?? (c.is_active ? 'no error' : 'switched off')}`,
        );
      const waiting: { state: string; n: number }[] = await source.query(
        `SELECT state, count(*)::int AS n FROM outbox WHERE state IN ('failed', 'uncertain') GROUP BY state`,
      );
      report('outbox', waiting.length === 0, waiting.map((w) => `${w.n} ${w.state}`).join(', ') || 'nothing failed');
      const [{ failed }] = await source.query(
        `SELECT count(*)::int AS failed FROM received_messages WHERE state = 'failed'`,
      );
      report(
        'unreadable mail',
        failed === 0,
        failed === 0 ? 'none' : `${failed}: each is a ticket with its raw message`,
      );
    }, env);
  } catch (error) {
    report('database', false, error instanceof Error ? error.message : String(error));
  }
  return findings.every((f) => f.isOk);
}

async function checkBlobs(
  blobs: BlobStore,
  report: (check: string, isOk: boolean, said: string) => void,
): Promise<void> {
  const key = `doctor/${randomUUID()}`;
  try {
    await blobs.put(key, Buffer.from('written'));
    const isSame = (await blobs.get(key)).toString() === 'written';
    await blobs.delete(key);
    report('blob store', isSame, isSame ? 'can be written and read' : 'gives back other bytes than were written');
  } catch (error) {
    report('blob store', false, error instanceof Error ? error.message : String(error));
  }
}
