// A furnished application for the benchmarks: one store, its listener, five agents in five teams, a database of its own. Needs a build.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = new URL('../../dist/src/', import.meta.url);
/** @param name a room of src, or a file of one @returns its exports as built */
export const room = (name) => import(new URL(`${name}.js`, dist));
const { openDatabase, startApplication } = await room('application');
const { loadConfig, newId } = await room('platform/index');
const { SmtpListener, ChannelsService } = await room('channels/index');
const { StoresService } = await room('stores/index');
const { TeamsService, UsersService } = await room('identity/index');
const { DataSource } = await import('typeorm');

/** @returns the running application, its listener's port, its store and what takes it all down again */
export async function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  // Started as root, PostgreSQL runs as a user of its own who must reach the folder.
  chmodSync(folder, 0o755);
  const config = loadConfig({ PORT: '0', SMTP_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' });
  const database = await openDatabase(config);
  const running = await startApplication(config, database.url);
  const get = (type) => running.app.get(type, { strict: false });
  const source = get(DataSource);
  const port = get(SmtpListener).port;

  const store = await get(StoresService).create({
    name: 'Bench',
    senderName: 'Doors',
    senderAddress: 'sales@doors.example',
    defaultLanguage: 'en',
    languages: ['en', 'fr'],
    currency: 'EUR',
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    signatures: {},
    platform: 'email',
    color: 'blue',
    packId: 'doors-and-windows',
    isActive: true,
  });
  await get(ChannelsService).create({
    storeId: store.id,
    kind: 'smtp_listener',
    name: 'Bench',
    addresses: ['sales@doors.example'],
    imap: null,
    outbound: { kind: 'sink', security: 'starttls' },
    isActive: true,
  });
  for (const language of ['en', 'fr', 'de', 'ru', 'zh']) {
    const user = await get(UsersService).create({
      email: `${language}@factory.example`,
      name: language,
      role: 'agent',
      interfaceLanguage: 'en',
      timeZone: 'UTC',
      languages: [{ language, level: 'fluent' }],
      regions: [],
      skills: [],
      capacity: 1_000_000,
      workingHours: null,
    });
    await get(TeamsService).create({
      name: language,
      languages: [language],
      regions: [],
      storeIds: [],
      channelIds: [],
      isFallback: language === 'en',
      memberIds: [user.id],
    });
  }
  await source.query(
    `INSERT INTO service_targets (id, position, name, first_response_minutes, next_response_minutes, resolution_minutes) VALUES ($1, 1, 'All', 480, 480, 4800)`,
    [newId()],
  );
  return {
    running,
    source,
    get,
    port,
    store,
    async close() {
      await running.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
