import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { BlobStore } from './blobs/blob-store.ts';
import { openBlobStore } from './blobs/open-blob-store.ts';
import { Clock } from './config/clock.ts';
import { Config } from './config/config.ts';
import { SecretBox } from './crypto/secret-box.ts';
import { DatabaseModule } from './database/database.module.ts';
import { DatabaseUrl } from './database/database-url.ts';
import { Events } from './events/events.ts';
import { HealthController } from './health/health.controller.ts';
import { Metrics } from './health/metrics.ts';
import { ContractInterceptor } from './http/contract.interceptor.ts';
import { ErrorFilter } from './http/error.filter.ts';
import { DeadProcesses } from './jobs/dead-processes.ts';
import { Jobs } from './jobs/jobs.ts';

/** Everything that knows no helpdesk word. */
@Global()
@Module({})
export class PlatformModule {
  static with(options: { config: Config; databaseUrl: string; secret: string }): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule.at(options.databaseUrl)],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: options.config },
        { provide: DatabaseUrl, useValue: new DatabaseUrl(options.databaseUrl) },
        { provide: SecretBox, useValue: new SecretBox(options.secret) },
        { provide: BlobStore, useFactory: () => openBlobStore(options.config) },
        Clock,
        Events,
        Jobs,
        DeadProcesses,
        Metrics,
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
      ],
      exports: [Config, DatabaseUrl, SecretBox, BlobStore, Clock, Events, Jobs, Metrics],
    };
  }
}
