import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { json, type NextFunction, type Request, type Response, static as serveFiles } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module.ts';
import {
  Config,
  createDatabase,
  createLogger,
  type KnownRequest,
  Metrics,
  migrate,
  NestLogger,
  newId,
  startEmbeddedPostgres,
} from './platform/index.ts';

export interface RunningApplication {
  app: NestExpressApplication;
  /** Port of HTTP and sockets; 0 when this process serves none. */
  httpPort: number;
  url: string;
  close(): Promise<void>;
}

const databaseName = 'dragoman';

/** Where the database of this configuration is; starts the embedded one if no other is named, and migrates it. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const database = await openEmptyDatabase(config);
  await migrate(database.url);
  return database;
}

interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** The same, with no schema put into it. */
export async function openEmptyDatabase(config: Config): Promise<OpenDatabase> {
  const given = config.get('DATABASE_URL');
  if (given) return { url: given, close: () => Promise.resolve() };
  const server = await startEmbeddedPostgres(join(config.get('DATA_DIR'), 'postgres'), { durable: true });
  await createDatabase(server.url('postgres'), databaseName);
  return { url: server.url(databaseName), close: () => server.stop() };
}

/** APP_SECRET, or one made on first start and kept beside the embedded database. */
export function appSecret(config: Config): string {
  const given = config.get('APP_SECRET');
  if (given) return given;
  const file = join(config.get('DATA_DIR'), 'app-secret');
  mkdirSync(config.get('DATA_DIR'), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The application without any port open: for commands and for the worker. Whoever starts it closes it: signals are theirs. */
export async function createApplication(config: Config, databaseUrl: string): Promise<NestExpressApplication> {
  const logger = new NestLogger(createLogger(config.get('LOG_LEVEL')));
  const module = AppModule.with({ config, databaseUrl, secret: appSecret(config) });
  return NestFactory.create<NestExpressApplication>(module, { logger, bodyParser: false, abortOnError: false });
}

/** HTTP, sockets, mail listener, jobs and mailboxes in this process. */
export async function startApplication(config: Config, databaseUrl: string): Promise<RunningApplication> {
  const app = await createApplication(config, databaseUrl);
  configureHttp(app, config);
  await app.listen(config.get('PORT'), config.get('HOST'));
  const address = app.getHttpServer().address() as { port: number };
  const url =
    config.get('PUBLIC_URL') ??
    `http://${config.get('HOST') === '0.0.0.0' ? '127.0.0.1' : config.get('HOST')}:${address.port}`;
  return { app, httpPort: address.port, url, close: () => app.close() };
}

function configureHttp(app: NestExpressApplication, config: Config): void {
  const metrics = app.get(Metrics);
  if (config.get('TRUST_PROXY')) app.set('trust proxy', 1);
  app.disable('x-powered-by');
  app.use((request: Request & KnownRequest, response: Response, next: NextFunction) => {
    request.requestId = newId();
    response.setHeader('x-request-id', request.requestId);
    const begun = performance.now();
    response.on('finish', () =>
      metrics.observeRequest(
        request.method,
        (request.route as { path?: string } | undefined)?.path ?? 'page',
        response.statusCode,
        (performance.now() - begun) / 1000,
      ),
    );
    next();
  });
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          frameSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: config.get('PUBLIC_URL')?.startsWith('https:') ?? false,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  app.use(compression());
  app.use(cookieParser());
  // Hooks check a signature over the very bytes, so they are kept beside the parsed body.
  app.use(json({ limit: '5mb', verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) }));
  serveWeb(app);
}

/** The built web client; unknown paths outside the interface get its page, because the client routes by path. */
function serveWeb(app: NestExpressApplication): void {
  const folder = webFolder();
  if (!folder) return;
  app.use('/assets', serveFiles(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(serveFiles(folder, { index: false }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && !/^\/(api|health|metrics|socket\.io)(\/|$)/.test(request.path);
    if (!isPage) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
}

/** dist/web, seen from dist/src as well as from src; web/ itself, the sources, has no assets. */
function webFolder(): string | undefined {
  return [join(import.meta.dirname, '../web'), join(import.meta.dirname, '../dist/web')].find((f) =>
    existsSync(join(f, 'assets')),
  );
}
