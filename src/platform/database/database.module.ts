import { DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.ts';

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
            extra: { max: config.get('DATABASE_POOL'), application_name: 'dragoman' },
          }),
        }),
      ],
    };
  }
}
