import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../../libs/contracts/index.ts';
import { type RunningApplication, startApplication } from '../../src/application.ts';
import { Sessions, sessionCookie, UsersService } from '../../src/identity/index.ts';
import { loadConfig } from '../../src/platform/index.ts';
import { cloneDatabase } from '../database/clone.ts';

export interface TestApp extends RunningApplication {
  source: DataSource;
  databaseUrl: string;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Makes a person of a role and signs them in. */
  signIn(role: Role, extra?: Record<string, unknown>): Promise<SignedIn>;
}

export interface SignedIn {
  userId: string;
  cookie: string;
  /** JSON in, JSON out, below /api/v1; the status is kept beside the body. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they expect
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any; headers: Headers }>;
}

/** The whole application on free ports and a database of its own. */
export async function startTestApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-data-'));
  const config = loadConfig({
    PORT: '0',
    SMTP_PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    DATABASE_POOL: '8',
    ...env,
  });
  const running = await startApplication(config, database.url);
  const source = running.app.get(DataSource);
  let people = 0;
  return {
    ...running,
    source,
    databaseUrl: database.url,
    get: (type) => running.app.get(type as Type, { strict: false }),
    async signIn(role, extra = {}) {
      people += 1;
      const user = await running.app.get(UsersService).create({
        email: `${role}${people}@factory.example`,
        name: `${role} ${people}`,
        role,
        interfaceLanguage: 'en',
        timeZone: 'Asia/Shanghai',
        languages: [],
        regions: [],
        skills: [],
        capacity: 30,
        workingHours: null,
        ...extra,
      });
      const { token } = await running.app.get(Sessions).open(user.id, 'test');
      const cookie = `${sessionCookie}=${token}`;
      return { userId: user.id, cookie, call: caller(running.url, cookie) };
    },
    async close() {
      await running.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function caller(url: string, cookie?: string): SignedIn['call'] {
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
    };
  };
}
