import { DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { Config } from '../config/config.ts';

/**
 * A connection the server ends in the moment between being opened and being listened to would end the process: its fault
 * meets somebody here, and whoever uses the connection next is told.
 */
class PooledClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The one connection pool of the process. Entities register themselves through `TypeOrmModule.forFeature` of their room. */
@Module({})
export class DatabaseModule {
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            type: 'postgres',
            url,
            autoLoadEntities: true,
            retryAttempts: 3,
            extra: { max: config.get('DATABASE_POOL'), application_name: 'dragoman', Client: PooledClient },
          }),
        }),
      ],
    };
  }
}
